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
    let line = written(.json, alerts: [Samples.excused])
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

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000000Z"),
      (1, "1970-01-01T00:00:00.000000Z"),
      (-1, "1969-12-31T23:59:59.999999Z"),
      (-1_000, "1969-12-31T23:59:59.999999Z"),
      (951_782_400_000_000_000, "2000-02-29T00:00:00.000000Z"),
      (951_868_799_999_999_999, "2000-02-29T23:59:59.999999Z"),
      (951_868_800_000_000_000, "2000-03-01T00:00:00.000000Z"),
      (1_709_164_800_000_001_000, "2024-02-29T00:00:00.000001Z"),
      (1_795_428_000_123_456_000, "2026-11-23T10:00:00.123456Z"),
      (4_107_542_400_000_000_000, "2100-03-01T00:00:00.000000Z"),
      (-2_203_891_200_000_000_000, "1900-03-01T00:00:00.000000Z"),
      (Int64.max, "2262-04-11T23:47:16.854775Z"),
      (Int64.min, "1677-09-21T00:12:43.145224Z"),
    ] as [(Int64, String)])
  func timeIsCivil(_ nanoseconds: Int64, _ text: String) {
    #expect(iso8601(nanoseconds: nanoseconds) == text)
  }

  @Test func everyDayFollowsTheOneBefore() {
    // Against the calendar's own rules, over more than one cycle of 400 years.
    var (year, month, day): (Int64, Int64, Int64) = (1600, 1, 1)
    for count in Int64(-135_140)...(-135_140 + 300_000) {
      let date = CivilDate(days: count)
      guard (date.year, date.month, date.day) == (year, month, day) else {
        Issue.record("day \(count): \(date), expected \(year)-\(month)-\(day)")
        return
      }
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths: [Int64] = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[Int(month) - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  @Test(
    arguments: [
      (-5, "0 ms"), (87_900_000, "87 ms"), (1_250_000_000, "1.250 s"), (59_999_999_999, "59.999 s"),
      (125_000_000_000, "2 min 05 s"), (11_220_000_000_000, "3 h 07 min"),
    ] as [(Int64, String)])
  func durationIsShort(_ nanoseconds: Int64, _ text: String) {
    #expect(durationText(nanoseconds: nanoseconds) == text)
  }
}
