import ArgumentParser

/// Traces a command.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Trace a command and raise alerts (the default subcommand).",
    usage: "dftrace run [<options>] -- <command> [<argument> ...]",
    discussion: """
      The command behaves as it does without dftrace: same output, same exit status. Alerts go to \
      standard error as they happen, a summary follows at the end. When a signal kills the \
      command, dftrace ends by the same signal.

      EXIT STATUS
        the command's own   no alert reached the threshold
        86                  an alert reached the threshold (--alert-exit-code)
        64                  wrong usage
        124                 the run exceeded --timeout
        125                 dftrace failed
        126                 the command could not be executed
        127                 the command was not found

      EXAMPLES
        dftrace run -- make test
        dftrace run --policy strict --fail-on P2 -- npm test
        dftrace run -f json -o alerts.jsonl -- python3 app.py
        dftrace run --report sarif=run.sarif --report html=run.html -- ./app
        dftrace run --baseline .dftrace/baseline.json -- make test
        dftrace run --events - -- ./app | jq 'select(.type == "event")'
      """)

  @OptionGroup(title: "Policy options") var policy: PolicyOptions
  @OptionGroup(title: "Baseline options") var baseline: BaselineOptions
  @OptionGroup(title: "Output options") var output: OutputOptions

  @OptionGroup(title: "Observation options") var observation: ObservationOptions

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("Command and its arguments, after --.", valueName: "command"))
  var command: [String] = []

  func validate() throws {
    // The parser passes unknown words to the command, -h and --help included.
    if command.first != "--", ["-h", "--help"].contains(command.first) {
      throw CleanExit.helpRequest(self)
    }
    try CommandWords(command).validate("dftrace run [options] -- COMMAND [ARG...]")
  }

  func run() throws {
    let words = CommandWords(command)
    let app = policy.appName ?? words.fileName
    let loaded = try LoadedPolicy(policy.reference, app: app, threshold: policy.threshold())
    let run = TracedRun(
      loaded, app: app, policy: policy, baseline: baseline, output: output, observation: observation
    )
    try run.perform(words)
  }
}
