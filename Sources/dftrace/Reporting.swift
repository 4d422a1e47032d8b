import Events
import Kernel
import Reports

/// The reports of one run and their outputs.
struct Reporting {
  private struct Stream {
    let format: ReportFormat
    var report: any Report
    let output: Output
  }

  private var streams: [Stream] = []
  private let redactor: Redactor?
  /// The writer of the baseline; nil when none is requested.
  let baseline: BaselineWriter?
  /// The status line, hidden before any write to the terminal.
  var status: StatusLine?

  init(isRedacting: Bool, baseline: BaselineWriter?) {
    redactor = isRedacting ? Redactor() : nil
    self.baseline = baseline
  }

  /// Whether any output's format has a property.
  func isAny(_ property: (ReportFormat) -> Bool) -> Bool {
    streams.contains { property($0.format) }
  }

  /// Adds an output.
  mutating func add(_ target: (output: Output, style: TextStyle), format: ReportFormat) {
    streams.append(
      Stream(
        format: format, report: format.makeReport(style: target.style), output: target.output))
  }

  mutating func begin(_ run: RunStart) {
    let shown = redactor?.redact(run) ?? run
    write { report, bytes in report.begin(shown, into: &bytes) }
  }

  mutating func alert(_ alert: Alert) {
    let shown = redactor?.redact(alert) ?? alert
    baseline?.note(shown)
    write { report, bytes in report.alert(shown, into: &bytes) }
  }

  mutating func end(_ totals: [AlertTotal], _ summary: Summary) {
    let shown = redactor?.redact(summary) ?? summary
    write { report, bytes in report.end(totals, shown, into: &bytes) }
    streams.forEach { $0.output.finish() }
  }

  /// The first error of an output.
  var failure: OutputFailure? {
    streams.lazy.compactMap(\.output.failure).first ?? baseline?.failure
  }

  private mutating func write(_ body: (inout any Report, inout [UInt8]) -> Void) {
    for index in streams.indices {
      var bytes: [UInt8] = []
      body(&streams[index].report, &bytes)
      if !bytes.isEmpty, streams[index].output.isTerminal { status?.makeRoom(endsLine: true) }
      streams[index].output.write(bytes)
    }
  }
}
