import Events
import Kernel
import Reports

/// The reports of one run and where their bytes go.
struct Reporting {
  private struct Stream {
    var report: any Report
    let output: Output
  }

  private var streams: [Stream] = []
  private let redactor: Redactor?

  init(isRedacting: Bool) { redactor = isRedacting ? Redactor() : nil }

  /// Adds an output.
  mutating func add(_ target: (output: Output, style: TextStyle), format: ReportFormat) {
    streams.append(
      Stream(report: format.makeReport(style: target.style), output: target.output))
  }

  mutating func begin(_ run: RunStart) {
    write { report, bytes in report.begin(run, into: &bytes) }
  }

  mutating func alert(_ alert: Alert) {
    let shown = redactor?.redact(alert) ?? alert
    write { report, bytes in report.alert(shown, into: &bytes) }
  }

  mutating func end(_ totals: [AlertTotal], _ summary: Summary) {
    let shown = redactor?.redact(summary) ?? summary
    write { report, bytes in report.end(totals, shown, into: &bytes) }
  }

  /// The first error that an output met.
  var failure: OutputFailure? { streams.lazy.compactMap(\.output.failure).first }

  private mutating func write(_ body: (inout any Report, inout [UInt8]) -> Void) {
    for index in streams.indices {
      var bytes: [UInt8] = []
      body(&streams[index].report, &bytes)
      streams[index].output.write(bytes)
    }
  }
}
