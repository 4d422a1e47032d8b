import ArgumentParser

/// The command line; `run` is the default subcommand.
@main
struct DFTrace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dftrace",
    abstract: "Report the risky things that a program does, before it ships.",
    discussion: """
      Runs any Linux program, inspects its system calls and raises alerts under a policy that \
      you control. The exit status is the program's own, or 86 when an alert reaches the \
      policy's threshold.

      EXAMPLES
        dftrace run -- make test         trace a command; alerts go to stderr
        dftrace run -p strict -- ./app   use the built-in policy for CI
        dftrace run -f json -o out.jsonl -- ./app
        dftrace run --events events.jsonl -- ./app
        dftrace analyze events.jsonl -p max-alert
        dftrace alerts explain file-ssh-key-read
        dftrace policy validate .dftrace/policy.json
        dftrace init                     create a policy, a baseline and a CI job
        dftrace doctor                   check what dftrace can see here
      """,
    version: Release.version,
    subcommands: [
      RunCommand.self, AnalyzeCommand.self, DiffCommand.self, LearnCommand.self, InitCommand.self,
      PolicyCommand.self, AlertsCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// Saves the signal dispositions before anything changes them, then parses the command line.
  static func main() {
    Startup.prepare()
    let words = CommandLine.arguments.dropFirst()
    // Fast path: parsing `run` alone saves the millisecond that building all subcommands takes.
    // Invalid command lines go to the full parser, which reports the error.
    if words.first == "run", let command = try? RunCommand.parse(Array(words.dropFirst())) {
      do { try command.run() } catch { exit(withError: error) }
      exit()
    }
    main(nil)
  }
}

/// The version of this release.
enum Release {
  static let version = "0.1.0"
}
