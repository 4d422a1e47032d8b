import Text
import JSON
import Foundation
import Testing

@testable import Events
@testable import Reports

@Suite struct JSONReportTests {
  /// The keys of the first line's object, in the order in which they are written.
  private func keys(_ alert: Alert) -> [String] {
    let line = written(.json, alerts: [alert]).split(separator: "\n")[0]
    var depth = 0
    var keys: [String] = []
    for part in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if part.offset % 2 == 0 {
        depth += part.element.count { "{[".contains($0) } - part.element.count { "}]".contains($0) }
        continue
      }
      let end = part.element.endIndex
      if depth == 1, line[end...].hasPrefix("\":") { keys.append(String(part.element)) }
    }
    return keys
  }

  @Test func keysComeInTheDocumentedOrder() {
    #expect(
      keys(Samples.country) == [
        "type", "schemaVersion", "id", "priority", "category", "title", "message", "time",
        "count", "fingerprint", "new", "suppressed", "policy", "app", "component", "process",
        "event", "level", "evidence", "why", "tags",
      ])
  }

  @Test func whatIsNotKnownIsAbsent() {
    #expect(!keys(Samples.key).contains("component"))
    let line = written(.json, alerts: [Samples.key])
    #expect(line.contains(#""event":{"type":"openat","args""#))
    #expect(line.contains(#""level":"requested""#))
  }

  @Test func suppressionGivesItsReason() {
    let line = written(.json, alerts: [Samples.suppressed])
    #expect(line.contains(#""suppressed":true,"suppression":"the vendor's update server""#))
  }

  @Test func aSignalIsTold() {
    var summary = Samples.clean
    summary.outcome = .signaled(number: 9, name: "SIGKILL")
    summary.exitStatus = nil
    let line = written(.json, summary: summary)
    #expect(line.contains(#""outcome":"signaled","signal":{"number":9,"name":"SIGKILL"}"#))
    #expect(line.contains(#""verdict":{"reason":"signal","failedBy":[]"#))
  }

  @Test func ofTwoValuesWithOneNameTheFirstIsKept() {
    var alert = Samples.country
    alert.evidence = [.init("a", .number(1)), .init("a", .number(2))]
    #expect(written(.json, alerts: [alert]).contains(#""evidence":{"a":1}"#))
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1F}\u{7F}\u{9B}", #""\u0000\u001f\u007f\u009b""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{E0041}", #""\udb40\udc41""#),
    ("é😀", #""é😀""#),
  ])
  func textIsQuoted(_ text: String, _ json: String) {
    var writer = JSONWriter()
    writer.text(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test func commasStandBetweenAndNowhereElse() {
    var writer = JSONWriter()
    writer.object { object in
      object.member("a") { $0.array([Int]()) { $0.number($1) } }
      object.member("b") { $0.array([1, -2]) { $0.number($1) } }
      object.member("c") { $0.object { _ in } }
      object.member("d", true)
      object.member("e", String?.none)
      object.member("f", Int64.min)
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"a":[],"b":[1,-2],"c":{},"d":true,"f":-9223372036854775808}"#)
  }
}
