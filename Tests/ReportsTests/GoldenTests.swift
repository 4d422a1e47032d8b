import Events
import Foundation
import Reports
import Testing

/// Writes a whole run in a format.
func written(
  _ format: ReportFormat, _ style: TextStyle = TextStyle(), alerts: [Alert] = [],
  totals: [AlertTotal] = [], summary: Summary = Samples.clean, start: RunStart? = nil
) -> String {
  var report = format.makeReport(style: style)
  var output: [UInt8] = []
  report.begin(start ?? Samples.start(of: summary), into: &output)
  for alert in alerts { report.alert(alert, into: &output) }
  report.end(totals, summary, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// Compares with a file in Golden/; with DFTRACE_RECORD=1 rewrites it and fails.
///
/// A recording is never a pass: otherwise a wrong output could make itself right.
func expectGolden(_ text: String, _ name: String) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("Golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["DFTRACE_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name): look at the difference, then run without DFTRACE_RECORD")
    return
  }
  let golden = try #require(try? Data(contentsOf: file), "\(name) is missing; DFTRACE_RECORD=1")
  #expect(text == String(decoding: golden, as: UTF8.self))
}

@Suite struct GoldenTests {
  static let alerts = [Samples.country, Samples.key, Samples.suppressed, Samples.known]

  @Test(arguments: ReportFormat.allCases)
  func everyFormatTellsTheRun(_ format: ReportFormat) throws {
    let text = written(
      format, alerts: Self.alerts, totals: Samples.totals, summary: Samples.summary)
    try expectGolden(text, "run.\(format.rawValue)")
  }

  @Test(arguments: ReportFormat.allCases)
  func everyFormatTellsACleanRun(_ format: ReportFormat) throws {
    try expectGolden(written(format), "clean.\(format.rawValue)")
  }

  @Test func narrowAndColoured() throws {
    let text = written(
      .text, TextStyle(color: true, width: 60), alerts: Self.alerts, totals: Samples.totals,
      summary: Samples.summary)
    try expectGolden(text, "narrow-coloured.text")
  }

  @Test func quiet() throws {
    let text = written(
      .text, TextStyle(quiet: true), alerts: Self.alerts, totals: Samples.totals,
      summary: Samples.summary)
    try expectGolden(text, "quiet.text")
  }
}
