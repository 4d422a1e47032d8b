import ArgumentParser
import Events
import Geography
import Kernel
import Reports
import Tracing

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
        124 and below       see also: 64 wrong usage
        125                 dftrace could not do its work
        126, 127            the command could not be executed, was not found

      EXAMPLES
        dftrace run -- make test
        dftrace run --policy strict --fail-on P2 -- npm test
        dftrace run -f json -o alerts.jsonl -- python3 app.py
        dftrace run --report json=alerts.jsonl -- ./app --with --its --own --options
      """)

  @OptionGroup(title: "Policy options") var policy: PolicyOptions
  @OptionGroup(title: "Output options") var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "A country database (MMDB) fresher than the one built in.", valueName: "file.mmdb"))
  var geoDatabase: String?

  @Option(
    help: ArgumentHelp(
      "Also record every event, one JSON object a line, for analyze; - for standard output.",
      valueName: "file"))
  var events: String?

  @Flag(help: "End what still runs when the command itself has ended, instead of following it.")
  var killOnExit = false

  @Option(
    help: ArgumentHelp(
      "How calls are observed: auto, notify or stop; auto takes the quickest there is.",
      valueName: "mode"))
  var traceMode: TraceMode?

  @Flag(help: "Also say what was observed, by call, and what it cost.")
  var stats = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The command and its arguments, after --.", valueName: "command"))
  var command: [String] = []

  private var words: ArraySlice<String> {
    command.first == "--" ? command.dropFirst() : command[...]
  }

  func validate() throws {
    guard let first = words.first else {
      throw ValidationError("Please name a command: dftrace run [options] -- COMMAND [ARG...]")
    }
    // The parser takes whatever it does not know for the command, these included.
    if command.first != "--", ["-h", "--help"].contains(first) {
      throw CleanExit.helpRequest(self)
    }
    if command.first == "--version" { throw CleanExit.message(Release.version) }
    // What begins with a dash was meant for dftrace, not for the program loader.
    if command.first != "--", first.hasPrefix("-") {
      throw ValidationError("Unknown option '\(first)'")
    }
  }

  func run() throws {
    let judge = try Judge(policy.reference, threshold: policy.threshold())
    var reporting = try output.open()
    let recorder = try events.map { try Recorder($0, isRedacting: !output.noRedact) }
    // The parser repairs what is not UTF-8; the last words of the process's own vector are the
    // same ones untouched.
    let arguments = Array(Machine.arguments.suffix(words.count))
    let app = policy.appName ?? Self.fileName(words.first ?? "")
    let configuration = judge.configuration(
      app: app, component: policy.component,
      workspace: Workspace.root(of: Machine.workingDirectory, home: Machine.environment("HOME")),
      countries: try geoDatabase.map { try DatabaseCountries($0) } ?? CountryTable.builtIn,
      recordedCalls: recorder == nil ? [] : try Judge.cataloguedCalls())
    let shown = arguments.map { displayText($0) }
    reporting.begin(
      RunStart(
        command: shown, policy: judge.name, policyOption: policy.policy,
        threshold: judge.threshold))
    recorder?.begin(
      RecordingStart(
        version: Release.version, command: shown, app: app, component: policy.component,
        workspace: configuration.workspace.map { displayText($0) },
        calls: configuration.recordedNames, isRedacted: !output.noRedact))
    let outputs = Outputs(reporting, recorder)
    var session = Session(
      configuration, killOnExit: killOnExit, mode: try Observing.mode(traceMode),
      without: try Observing.missing(), withStatistics: stats, keep: recorder.map { $0.event },
      emit: { outputs.reporting.alert($0) })
    let result: TraceResult
    do { result = try session.run(arguments) } catch {
      throw Self.refusal(error, command: shown.first ?? "")
    }
    recorder?.end(result)
    let ending = Ending(
      result, threshold: judge.threshold, alertStatus: policy.alertExitCode,
      failure: outputs.failure)
    outputs.reporting.end(
      result.alerts.totals,
      ending.summary(
        result, command: shown, policy: judge.name, app: app, component: policy.component,
        threshold: judge.threshold))
    try ending.leave(lateFailure: outputs.failure)
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func refusal(_ error: TraceError, command: String) -> ExitCode {
    switch error {
    case .launch(let step, let errno, let isNotFound, let isExecution):
      guard isExecution else {
        return fail("\(step): \(errno); `dftrace doctor` says what this machine allows")
      }
      return isNotFound
        ? fail("\(command): command not found (\(errno))", status: 127)
        : fail("\(command): \(step): \(errno)", status: 126)
    case .filter(let reason):
      return fail("could not build the filter: \(reason)")
    case .wait(let errno):
      return fail("could not wait for the traced processes: \(errno)")
    }
  }
}

/// What the tracer's callbacks and the command both write to, on one thread.
private final class Outputs {
  var reporting: Reporting
  private let recorder: Recorder?

  init(_ reporting: Reporting, _ recorder: Recorder?) {
    self.reporting = reporting
    self.recorder = recorder
  }

  /// The first error that any of them met.
  var failure: OutputFailure? { reporting.failure ?? recorder?.failure }
}
