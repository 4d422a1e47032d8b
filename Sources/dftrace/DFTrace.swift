import ArgumentParser

/// The command line: `run` unless another subcommand is named.
@main
struct DFTrace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dftrace",
    abstract: "Shows the risky things that a program really does, before it ships.",
    discussion: """
      Runs any Linux program, looks at its system calls, and raises alerts under a policy that \
      you control. The exit status is the program's own, or 86 when an alert reached the \
      policy's threshold.

      EXAMPLES
        dftrace run -- make test              trace a command; alerts go to standard error
        dftrace run -p strict -- ./app        judge it by the built-in policy for CI
        dftrace run -f json -o out.jsonl -- ./app
        dftrace run --events events.jsonl -- ./app
        dftrace analyze events.jsonl -p max-alert
        dftrace alerts explain file-ssh-key-read
        dftrace policy validate .dftrace/policy.json
        dftrace init                          give a project a policy, a baseline and a CI job
        dftrace doctor                        what this machine lets dftrace see
      """,
    version: Release.version,
    subcommands: [
      RunCommand.self, AnalyzeCommand.self, DiffCommand.self, LearnCommand.self, InitCommand.self,
      PolicyCommand.self, AlertsCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// Starts here, since signals have to be remembered before anything changes them.
  static func main() {
    Startup.prepare()
    let words = CommandLine.arguments.dropFirst()
    // The commonest of the commands, without the millisecond that looking at all of them takes.
    // Whatever is not plainly right is left to them, since they know what to say.
    if words.first == "run", let command = try? RunCommand.parse(Array(words.dropFirst())) {
      do { try command.run() } catch { exit(withError: error) }
      exit()
    }
    main(nil)
  }
}

/// What this release is called.
enum Release {
  static let version = "0.1.0"
}
