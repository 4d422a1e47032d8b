import ArgumentParser
import Detection
import Events
import JSON
import Kernel
import Policies
import Recordings
import Reports
import Syscalls
import Tracing

/// Evaluates a recording under a policy.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Evaluate recorded events under any policy, without running anything.",
    discussion: """
      `dftrace run --events FILE` writes the recording. The alerts are those that the run would \
      have raised under the policy. Reports go to standard output by default.

      EXIT STATUS
        0      no alert reached the threshold
        86     an alert reached the threshold (--alert-exit-code changes 86)
        125    dftrace cannot use the recording or the policy

      EXAMPLES
        dftrace run --events events.jsonl -- make test
        dftrace analyze events.jsonl --policy strict
        dftrace analyze events.jsonl -p max-alert -f json | jq .message
      """)

  @Argument(
    help: ArgumentHelp(
      "Recording, plain or gzip-compressed (\"-\" for stdin).", valueName: "events"))
  var file: String

  @OptionGroup(title: "Policy options") var policy: PolicyOptions
  @OptionGroup(title: "Baseline options") var baseline: BaselineOptions
  @OptionGroup(title: "Output options") var output: OutputOptions

  func run() throws {
    let loaded = try LoadedPolicy(
      policy.reference, app: policy.appName, threshold: policy.threshold())
    let recording = RecordingFile(file)
    let input = try recording.open()
    var run = Analysis(
      loaded: loaded, policy: policy, baseline: baseline, known: try baseline.load(),
      reader: RecordingReader(file: recording.name))
    let problem = try run.read(input, output: output) { recording.refusal($0) }
    // Report the damage only after the intact events have been evaluated.
    if let problem { throw problem }
    try run.leave()
  }
}

/// One analysis of a recording.
private struct Analysis {
  let loaded: LoadedPolicy
  let policy: PolicyOptions
  let baseline: BaselineOptions
  let known: AcceptedAlerts
  var reader: RecordingReader
  private var reporting: Reporting?
  private var start: RecordingStart?
  private var replay: Replay?
  private var end: RecordingEnd?
  private var verdict: RunVerdict?
  private var processList: RunProcessList?

  init(
    loaded: LoadedPolicy, policy: PolicyOptions, baseline: BaselineOptions, known: AcceptedAlerts,
    reader: RecordingReader
  ) {
    self.loaded = loaded
    self.policy = policy
    self.baseline = baseline
    self.known = known
    self.reader = reader
  }

  /// Reads and evaluates all lines.
  ///
  /// - Returns: the error that ended the recording early; nil when it is complete.
  mutating func read(
    _ input: LineInput, output: OutputOptions, refusal: (Errno) -> ExitCode
  ) throws -> ExitCode? {
    do throws(DocumentError) {
      while true {
        let line: [UInt8]?
        do { line = try input.next() } catch { return refusal(error) }
        guard let line else { break }
        switch try reader.read(line) {
        case .start(let start): self.start = start
        case .process: break
        case .event(let event):
          if reporting == nil { reporting = try? begin(output) }
          processList?.note(event)
          for alert in replay?.evaluate(event) ?? [] { reporting?.alert(alert) }
        case .end(let end): self.end = end
        }
      }
      try reader.finish()
    } catch {
      // Later errors of the same line are consequences of the first.
      return fail(DocumentError(error.problems.prefix(1)))
    }
    if reporting == nil { reporting = try begin(output) }
    finish()
    return nil
  }

  private mutating func begin(_ output: OutputOptions) throws -> Reporting? {
    guard let start else { return nil }
    var reporting = try output.open(main: .standardOutput, baseline: try baseline.writer())
    var told = loaded.start(
      start.command, policy: policy, baseline: baseline, workspace: start.workspace,
      reporting: reporting)
    told.app = policy.appName ?? start.app
    told.component = policy.component ?? start.component
    told.time = start.time
    reporting.begin(told)
    if reporting.isAny(\.tellsProcesses) { processList = RunProcessList() }
    replay = Replay(
      loaded.detection(
        app: policy.appName ?? start.app, component: policy.component ?? start.component,
        workspace: start.workspace.map { Array($0.utf8) }, baseline: known))
    return reporting
  }

  private mutating func finish() {
    guard let start, let end, let replay else { return }
    let counts = replay.counts
    let missing = replay.missing(covered: Set(start.calls))
    var spots = end.blindSpots
    if !missing.isEmpty {
      spots.append(
        BlindSpot(
          id: "not-recorded",
          message: "the policy needs syscalls that were not recorded: "
            + missing.joined(separator: ", "),
          count: missing.count))
    }
    let events = end.events.map { (name: $0.key, count: $0.value) }.sorted { $0.name < $1.name }
    var result = RunResult(
      outcome: end.outcome, duration: end.duration, processes: end.processes, events: events,
      alerts: counts, inventory: end.inventory, blindSpots: spots)
    result.processTree = processList?.processes ?? []
    reporting?.baseline?.finish()
    let verdict = RunVerdict(
      result, threshold: loaded.threshold, alertStatus: policy.alertExitCode,
      hasFailed: reporting?.failure != nil, isReplay: true)
    let summary = verdict.summary(
      result, command: start.command, policy: loaded.name, app: policy.appName ?? start.app,
      component: policy.component ?? start.component, threshold: loaded.threshold,
      baseline: baseline.baseline, peakMemory: Machine.peakMemory)
    reporting?.end(counts.totals, summary)
    self.verdict = verdict
  }

  /// Ends this process with the exit status that the alerts require.
  func leave() throws { try verdict?.leave(lateFailure: reporting?.failure) }
}
