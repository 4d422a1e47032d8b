import Text
import Events
import Foundation
import Testing

@testable import Reports

/// Names and arguments that a program would choose to hide an alert or to forge one.
@Suite struct HostileBytesTests {
  static let hostile: String = {
    // First what means something to a format, so that no limit cuts it off.
    var text = "\u{FFFE}\u{FFFF}]]><![CDATA[&amp;[x](https://example.org) **{0}** `</x>%0A::error::"
    text += (0...0x9F).map { String(UnicodeScalar(UInt8($0))) }.joined()
    for value in [0xAD, 0x61C, 0x200B, 0x200D, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0x2069] {
      text.unicodeScalars.append(contentsOf: [UnicodeScalar(value)].compactMap(\.self))
    }
    text += "\u{FEFF}\u{E0041}\u{3164}\"\\\u{1B}[2J\u{1B}]0;title\u{7}\r\ndftrace: exit 0: fine\n😀é"
    return text + displayText([0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xC0, 0xAF])
  }()

  static let alert: Alert = {
    var alert = Samples.country
    alert.id = hostile
    alert.title = hostile
    alert.message = hostile
    alert.fingerprint = hostile
    alert.policy = hostile
    alert.app = hostile
    alert.component = hostile
    alert.process.exe = "/" + hostile
    alert.process.argv = [hostile, hostile]
    alert.process.cwd = hostile
    alert.process.ancestors = [.init(pid: 1, exe: hostile)]
    alert.event.type = hostile
    alert.event.errno = hostile
    alert.event.arguments = [.init(hostile, .text(hostile)), .init(hostile, .number(1))]
    alert.evidence = [.init(hostile, .text(hostile))]
    alert.why = [.init(check: hostile, value: hostile)]
    alert.tags = AlertTags(attack: [hostile], cwe: [hostile])
    alert.remedy = hostile
    alert.object = hostile
    alert.known = KnownAlert(
      fingerprint: hostile, id: hostile, program: hostile, object: hostile)
    alert.exception = exception
    return alert
  }()

  static let exception = ExceptionFacts(
    alert: hostile, condition: hostile, reason: hostile, expires: hostile, owner: hostile)

  static let suppressed: Alert = {
    var suppressed = alert
    suppressed.fingerprint = "excused" + hostile
    suppressed.suppression = hostile
    return suppressed
  }()

  /// What the policy's author wrote, who may be anybody who sends a change.
  static let start: RunStart = {
    var text = AlertText(id: hostile, priority: .p1, category: .network, title: hostile)
    text.description = hostile
    text.trigger = hostile
    text.remedy = hostile
    text.incident = Incident(text: hostile, date: hostile, reference: hostile)
    text.tags = AlertTags(attack: [hostile], attackVersion: hostile, cwe: [hostile])
    text.place = SourcePlace(path: "../" + hostile, line: -1)
    var start = Samples.start(of: summary)
    start.policyOption = hostile
    start.version = hostile
    start.workingDirectory = "/" + hostile
    start.workspace = "/" + hostile
    start.alerts = [text]
    start.place = SourcePlace(path: hostile, line: 0)
    return start
  }()

  static let summary: Summary = {
    var summary = Samples.summary
    summary.command = [hostile]
    summary.policy = hostile
    summary.app = hostile
    summary.component = hostile
    summary.outcome = .signaled(number: 11, name: hostile)
    summary.events = [(hostile, 1)]
    summary.failedBy = [hostile]
    summary.inventory.programs = [.init(name: hostile, country: hostile, count: 1)]
    summary.inventory.notCovered = [hostile]
    summary.blindSpots = [.init(id: hostile, message: hostile, count: 2)]
    summary.traceMode = hostile
    summary.unusedExceptions = [exception]
    summary.processTree = [
      RunProcess(pid: 1, parent: nil, exe: "/" + hostile, argv: [hostile], start: 0)
    ]
    summary.processTree[0].outcome = .signaled(number: 9, name: hostile)
    summary.baseline = BaselineComparison(
      file: hostile, known: 1,
      gone: [
        KnownAlert(fingerprint: hostile, id: hostile, program: hostile, object: hostile)
      ])
    return summary
  }()

  /// Written out, so that the test does not ask the code under test what is dangerous: C0, DEL and
  /// C1, bidirectional marks, overrides and isolates, separators, zero-width and tag characters.
  private static let forbidden: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x200B...0x200F, 0x2028...0x202E,
    0x2060...0x206F, 0x3164...0x3164, 0xFEFF...0xFEFF, 0xE0000...0xE007F,
  ]

  static func output(
    _ format: ReportFormat, color: Bool = false, quiet: Bool = false, alerts: [Alert] = [alert]
  ) -> String {
    written(
      format, TextStyle(color: color, quiet: quiet), alerts: alerts,
      totals: [.init(fingerprint: hostile, id: hostile, count: 3)], summary: summary, start: start)
  }

  @Test(arguments: ReportFormat.allCases, [false, true])
  func nothingMovesTheCursor(_ format: ReportFormat, quiet: Bool) {
    let text = Self.output(format, quiet: quiet, alerts: [Self.alert, Self.suppressed])
    let bad = text.unicodeScalars.filter { scalar in
      scalar != "\n" && Self.forbidden.contains { $0.contains(scalar.value) }
    }
    #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) })")
    #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
  }

  /// Every text that a report is handed, those of the policy and the processes too.
  @Test(arguments: ReportFormat.allCases)
  func nothingOfAWholeRunMovesTheCursor(_ format: ReportFormat) {
    let text = String(decoding: SampleRun.saying(Self.hostile).written(format), as: UTF8.self)
    let bad = text.unicodeScalars.filter { scalar in
      scalar != "\n" && Self.forbidden.contains { $0.contains(scalar.value) }
    }
    #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) })")
  }

  @Test func onlyOurOwnColoursEscape() throws {
    let text = Self.output(.text, color: true, quiet: false)
    let rest = text.replacing(try Regex("\u{1B}\\[[0-9;]{1,4}m"), with: "")
    #expect(text != rest)
    #expect(!rest.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
  }

  @Test func noLineIsForged() {
    let lines = Self.output(.text, color: false, quiet: false).split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix("dftrace: exit 0") })
    #expect(lines.allSatisfy { $0.hasPrefix("dftrace: ") || $0.hasPrefix("  ") })
  }

  @Test func jsonGivesTheTextBack() throws {
    let lines = Self.output(.json, color: false, quiet: false).split(separator: "\n")
    #expect(lines.count == 3)
    let objects = try lines.map {
      try #require(
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["type"] as? String } == ["alert", "alertTotal", "summary"])
    #expect(objects[0]["title"] as? String == Self.hostile)
    #expect(
      (objects[0]["process"] as? [String: Any])?["argv"] as? [String] == [
        Self.hostile, Self.hostile,
      ])
    #expect((objects[2]["command"] as? [String]) == [Self.hostile])
  }
}
