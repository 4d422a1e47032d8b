import ArgumentParser
import Events
import Geography
import Kernel
import Reports
import Tracing

/// How a run is observed.
struct ObservationOptions: ParsableArguments {
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
}

/// The command as it stands behind dftrace's own options.
struct CommandWords {
  private let given: [String]

  init(_ given: [String]) { self.given = given }

  /// The command and its arguments.
  var words: ArraySlice<String> { given.first == "--" ? given.dropFirst() : given[...] }

  /// The name of the command's file, which the application is called by unless told.
  var fileName: String {
    let path = words.first ?? ""
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The parser repairs what is not UTF-8; the last words of the process's own vector are the same
  /// ones untouched.
  var bytes: [[UInt8]] { Array(Machine.arguments.suffix(words.count)) }

  /// Refuses what can't be a command.
  func validate(_ usage: String) throws {
    guard let first = words.first else { throw ValidationError("Please name a command: \(usage)") }
    if given.first == "--version" { throw CleanExit.message(Release.version) }
    // What begins with a dash was meant for dftrace, not for the program loader.
    if given.first != "--", first.hasPrefix("-") {
      throw ValidationError("Unknown option '\(first)'")
    }
  }
}

/// One run of a command under a policy, from the opening of its reports to their end.
struct TracedRun {
  private let judge: Judge
  private let app: String
  private let policy: PolicyOptions
  private let output: OutputOptions
  private let observation: ObservationOptions

  init(
    _ judge: Judge, app: String, policy: PolicyOptions, output: OutputOptions,
    observation: ObservationOptions
  ) {
    self.judge = judge
    self.app = app
    self.policy = policy
    self.output = output
    self.observation = observation
  }

  /// Runs the command and ends as the run asks for.
  func perform(_ command: CommandWords) throws {
    let outputs = try Outputs(output, observation)
    let configuration = try configuration(recording: outputs.recorder != nil)
    let arguments = command.bytes
    let shown = arguments.map { displayText($0) }
    outputs.begin(shown, judge, configuration, policy, isRedacted: !output.noRedact)
    let result = try trace(arguments, configuration, outputs)
    outputs.recorder?.end(result)
    let ending = Ending(
      result, threshold: judge.threshold, alertStatus: policy.alertExitCode,
      failure: outputs.failure)
    outputs.reporting.end(
      result.alerts.totals,
      ending.summary(
        result, command: shown, policy: judge.name, app: app, component: policy.component,
        threshold: judge.threshold))
    let isFailure = outputs.failure != nil
    ApplicationMemory.note(
      app, policy: judge.name,
      verdict: isFailure ? "error" : ending.failedBy.isEmpty ? "passed" : "failed",
      status: isFailure ? 125 : ending.status)
    try ending.leave(lateFailure: outputs.failure)
  }

  private func configuration(recording: Bool) throws -> TraceConfiguration {
    judge.configuration(
      app: app, component: policy.component,
      workspace: Workspace.root(of: Machine.workingDirectory, home: Machine.environment("HOME")),
      countries: try observation.geoDatabase.map { try DatabaseCountries($0) }
        ?? CountryTable.builtIn,
      recordedCalls: recording ? try Judge.cataloguedCalls() : [])
  }

  private func trace(
    _ arguments: [[UInt8]], _ configuration: TraceConfiguration, _ outputs: Outputs
  ) throws -> TraceResult {
    var session = Session(
      configuration, killOnExit: observation.killOnExit,
      mode: try Observing.mode(observation.traceMode), without: try Observing.missing(),
      withStatistics: observation.stats, keep: outputs.recorder.map { $0.event },
      emit: { outputs.reporting.alert($0) })
    do { return try session.run(arguments) } catch {
      if case .wait = error {
        ApplicationMemory.note(app, policy: judge.name, verdict: "error", status: 125)
      }
      throw Self.refusal(error, command: arguments.first.map { displayText($0) } ?? "")
    }
  }

  static func refusal(_ error: TraceError, command: String) -> ExitCode {
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
  let recorder: Recorder?

  /// Opens everything before the command starts, so that a mistake costs no run.
  init(_ output: OutputOptions, _ observation: ObservationOptions) throws {
    reporting = try output.open()
    recorder = try observation.events.map { try Recorder($0, isRedacting: !output.noRedact) }
  }

  /// The first error that any of them met.
  var failure: OutputFailure? { reporting.failure ?? recorder?.failure }

  func begin(
    _ command: [String], _ judge: Judge, _ configuration: TraceConfiguration,
    _ policy: PolicyOptions, isRedacted: Bool
  ) {
    reporting.begin(
      RunStart(
        command: command, policy: judge.name, policyOption: policy.policy,
        threshold: judge.threshold))
    recorder?.begin(
      RecordingStart(
        version: Release.version, command: command, app: configuration.app,
        component: policy.component, workspace: configuration.workspace.map { displayText($0) },
        calls: configuration.recordedNames, isRedacted: isRedacted))
  }
}
