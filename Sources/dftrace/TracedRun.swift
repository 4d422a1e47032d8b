import ArgumentParser
import Detection
import Events
import Geography
import Kernel
import Policies
import Reports
import Syscalls
import Text
import Tracing

/// The options of observation.
struct ObservationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Country database in MMDB format (default: the built-in one).", valueName: "file.mmdb"))
  var geoDatabase: String?

  @Option(
    help: ArgumentHelp(
      "Record every event to FILE as JSON lines, for analyze (\"-\" for stdout; the command's "
        + "own output then goes to stderr).",
      valueName: "file"))
  var events: String?

  @Flag(help: "Kill remaining processes when the command ends (default: trace them).")
  var killOnExit = false

  @Option(
    help: ArgumentHelp(
      "How to observe syscalls (default: auto, the fastest that works).",
      valueName: "mode"))
  var traceMode: TraceMode?

  @Flag(help: "Print the observed syscalls and their cost.")
  var stats = false

  @Option(
    help: ArgumentHelp(
      "Maximum duration (default: none). At the limit: SIGTERM, 5 seconds later SIGKILL, "
        + "exit status 124.", valueName: "seconds"))
  var timeout: Double?

  @Flag(help: "Kill the run at the first alert that reaches the threshold.")
  var failFast = false

  /// Whether events are written to standard output.
  var streams: Bool { events == "-" }

  /// Whether events are written to a terminal, where a status line would disturb them.
  var streamsToTerminal: Bool { streams && Output.standardOutput().isTerminal }

  func validate() throws {
    guard let timeout else { return }
    guard timeout > 0, timeout <= 31_536_000 else {
      throw ValidationError(
        "'--timeout' expects seconds, more than 0 and at most 31536000 (a year).")
    }
  }
}

/// The traced command, which follows dftrace's options on the command line.
struct CommandWords {
  private let given: [String]

  init(_ given: [String]) { self.given = given }

  /// The command and its arguments.
  var words: ArraySlice<String> { given.first == "--" ? given.dropFirst() : given[...] }

  /// The file name of the command, the default name of the application.
  var fileName: String {
    let path = words.first ?? ""
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The command's arguments as bytes, from the process's argument vector, since the parser
  /// replaces invalid UTF-8.
  var bytes: [[UInt8]] { Array(Machine.arguments.suffix(words.count)) }

  /// Throws when the command is missing or is an unknown option.
  func validate(_ usage: String) throws {
    guard let first = words.first else { throw ValidationError("Missing command: \(usage)") }
    if given.first == "--version" { throw CleanExit.message(Release.version) }
    // A word with a leading dash before "--" is a mistyped option of dftrace.
    if given.first != "--", first.hasPrefix("-") {
      throw ValidationError("Unknown option '\(first)' (options of the command follow --)")
    }
  }
}

/// One traced run of a command under a policy, with its reports.
struct TracedRun {
  private let loaded: LoadedPolicy
  private let app: String
  private let policy: PolicyOptions
  private let output: OutputOptions
  private let observation: ObservationOptions
  private let baseline: BaselineOptions

  init(
    _ loaded: LoadedPolicy, app: String, policy: PolicyOptions, baseline: BaselineOptions,
    output: OutputOptions, observation: ObservationOptions
  ) {
    self.loaded = loaded
    self.app = app
    self.policy = policy
    self.baseline = baseline
    self.output = output
    self.observation = observation
  }

  /// Runs the command and ends this process with the run's exit status.
  func perform(_ command: CommandWords) throws {
    Signals.surviveFailingOutputs()
    let configuration = try configuration(recording: observation.events != nil)
    let outputs = try Outputs(output, observation, baseline, loaded.threshold)
    let arguments = command.bytes
    let shown = arguments.map { displayText($0) }
    begin(outputs, shown, configuration)
    let result = try trace(arguments, configuration, outputs)
    outputs.reporting.status?.hide()
    outputs.recorder?.end(result)
    outputs.reporting.baseline?.finish()
    let verdict = RunVerdict(
      result, threshold: loaded.threshold, alertStatus: policy.alertExitCode,
      hasFailed: outputs.failure != nil, interruption: outputs.watch.interruption)
    outputs.reporting.end(
      result.alerts.totals,
      verdict.summary(
        result, command: shown, policy: loaded.name, app: app, component: policy.component,
        threshold: loaded.threshold, baseline: baseline.baseline, peakMemory: Machine.peakMemory))
    let isFailure = outputs.failure != nil
    ApplicationMemory.note(
      app, policy: loaded.name,
      verdict: isFailure ? "error" : verdict.failedBy.isEmpty ? "passed" : "failed",
      status: isFailure ? 125 : verdict.status)
    try verdict.leave(lateFailure: outputs.failure)
  }

  private func configuration(recording: Bool) throws -> TraceConfiguration {
    var configuration = loaded.configuration(
      app: app, component: policy.component,
      workspace: Workspace.here,
      countries: try observation.geoDatabase.map { try DatabaseCountries($0) }
        ?? CountryTable.builtIn,
      recordedCalls: recording ? try LoadedPolicy.cataloguedCalls() : [],
      baseline: try baseline.load())
    configuration.joinsOutput = observation.streams
    configuration.keepsProcesses = output.isAny(\.tellsProcesses)
    return configuration
  }

  private func begin(
    _ outputs: Outputs, _ command: [String], _ configuration: TraceConfiguration
  ) {
    let now = Machine.now
    let workspace = configuration.detection.workspace.map { displayText($0) }
    var start = loaded.start(
      command, policy: policy, baseline: baseline, workspace: workspace,
      reporting: outputs.reporting)
    start.app = app
    start.component = policy.component
    start.time = now
    start.workingDirectory = displayText(Machine.workingDirectory)
    outputs.reporting.begin(start)
    outputs.recorder?.begin(
      RecordingStart(
        version: Release.version, command: command, app: app, component: policy.component,
        workspace: workspace, calls: configuration.recordedNames, isRedacted: !output.noRedact,
        time: now))
  }

  private func trace(
    _ arguments: [[UInt8]], _ configuration: TraceConfiguration, _ outputs: Outputs
  ) throws -> RunResult {
    let options = TraceOptions(
      configuration, mode: try Observing.mode(observation.traceMode),
      without: try Observing.missing(), killsOnExit: observation.killOnExit,
      hasStatistics: observation.stats)
    var tracer = Tracer(
      options, watch: outputs.watch.isNeeded ? outputs.watch : nil,
      keep: outputs.recorder.map { $0.event }, emit: { outputs.reporting.alert($0) })
    do { return try tracer.run(arguments) } catch {
      outputs.reporting.status?.hide()
      if case .wait = error {
        ApplicationMemory.note(app, policy: loaded.name, verdict: "error", status: 125)
      }
      throw Self.refusal(error, command: arguments.first.map { displayText($0) } ?? "")
    }
  }

  /// How to fix an error of the start.
  private static func advice(_ errno: Errno) -> String {
    errno == .tooManyOpenFiles
      ? "raise the limit of open files with `ulimit -n`"
      : "run `dftrace doctor` to check this machine"
  }

  static func refusal(_ error: TraceError, command: String) -> ExitCode {
    switch error {
    case .launch(.exec, .noSuchFile):
      return fail("\(command): command not found (ENOENT)", status: 127)
    case .launch(.exec, let errno):
      return fail("\(command): \(LaunchStep.exec): \(errno)", status: 126)
    case .launch(let step, let errno): return fail("\(step): \(errno) (\(advice(errno)))")
    case .noNotifications:
      return fail(
        "cannot use notifications (--trace-mode notify): ENOSYS (\(advice(.notImplemented)))")
    case .filter(let call, let errno):
      let hint = errno == .tooManyOpenFiles ? " (\(advice(errno)))" : ""
      return fail("cannot build the seccomp filter: \(call): \(errno)\(hint)")
    case .wait(let errno):
      return fail("cannot wait for the traced processes: \(errno)")
    }
  }
}

/// The outputs that the tracer's callbacks and the command share on one thread.
private final class Outputs {
  var reporting: Reporting
  let recorder: Recorder?
  let watch: Watch

  /// Opens all outputs before the command starts, so that an error wastes no run.
  init(
    _ output: OutputOptions, _ observation: ObservationOptions, _ baseline: BaselineOptions,
    _ threshold: FailThreshold
  ) throws {
    let status = observation.streamsToTerminal ? nil : output.statusLine()
    watch = Watch(
      status: status, timeout: observation.timeout,
      failFast: observation.failFast ? threshold : nil)
    reporting = try output.open(baseline: try baseline.writer())
    reporting.status = status
    recorder = try observation.events.map { try Recorder($0, isRedacting: !output.noRedact) }
    if let recorder, recorder.isStream { watch.stream = recorder }
  }

  /// The first error of any output.
  var failure: OutputFailure? { reporting.failure ?? recorder?.failure }
}
