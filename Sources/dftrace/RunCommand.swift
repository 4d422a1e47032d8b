import ArgumentParser

/// Traces a command.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Trace a command and raise alerts (the default subcommand).",
    discussion: """
      The command runs as it would without dftrace: same output, same exit status. Alerts go to \
      standard error as they happen, a summary at the end.

      EXIT STATUS
        the command's own   nothing reached the threshold; killed by a signal: the same signal
        86                  an alert at or above the threshold (--alert-exit-code)
        64                  wrong usage
        124                 the run took longer than --timeout
        125                 dftrace could not do its work
        126, 127            the command could not be executed, was not found

      EXAMPLES
        dftrace run -- make test
        dftrace run --policy strict --fail-on P2 -- npm test
        dftrace run -f json -o alerts.jsonl -- python3 app.py
        dftrace run --report sarif=run.sarif --report html=run.html -- ./app --its --options
        dftrace run --baseline .dftrace/baseline.json -- make test
        dftrace run --events - -- ./app | jq 'select(.type == "event")'
      """)

  @OptionGroup(title: "Policy options") var policy: PolicyOptions
  @OptionGroup(title: "Baseline options") var baseline: BaselineOptions
  @OptionGroup(title: "Output options") var output: OutputOptions

  @OptionGroup(title: "Observation options") var observation: ObservationOptions

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The command and its arguments, after --.", valueName: "command"))
  var command: [String] = []

  func validate() throws {
    // The parser takes whatever it does not know for the command, these included.
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
