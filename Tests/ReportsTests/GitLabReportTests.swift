import Events
import Foundation
import Testing

@testable import Reports

/// GitLab's manual, "Code Quality report format": one array and nothing else; an entry without one of
/// the required members, or with another type, is left out silently.
@Suite struct GitLabReportTests {
  private static func entries(_ text: String) throws -> [[String: Any]] {
    #expect(text.utf8.first == UInt8(ascii: "["))  // no byte order mark
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    for entry in entries {
      #expect(
        Set(entry.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
      for key in ["description", "check_name", "fingerprint"] {
        #expect((entry[key] as? String)?.isEmpty == false)
      }
      #expect(
        ["info", "minor", "major", "critical", "blocker"].contains(entry["severity"] as? String))
      let location = try #require(entry["location"] as? [String: Any])
      let path = try #require(location["path"] as? String)
      #expect(!path.hasPrefix("/") && !path.hasPrefix("./") && !path.isEmpty)
      #expect(!path.split(separator: "/").contains(".."))
      #expect(((location["lines"] as? [String: Int])?["begin"] ?? 0) >= 1)
    }
    #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == entries.count)
    return entries
  }

  @Test func onlyWhatCountsIsWritten() throws {
    let text = written(
      .gitlab, alerts: GoldenTests.alerts + [Samples.country], totals: Samples.totals,
      summary: Samples.summary)
    let entries = try Self.entries(text)
    #expect(entries.map { $0["check_name"] as? String } == [Samples.country.id, Samples.key.id])
    #expect(entries.map { $0["severity"] as? String } == ["blocker", "critical"])
    let places = entries.map { ($0["location"] as? [String: Any])?["path"] as? String }
    #expect(places == [".dftrace/policy.json", ".github/workflows/ci.yml"])
  }

  @Test func aCleanRunIsAnEmptyArray() throws {
    #expect(written(.gitlab) == "[]\n")
    #expect(written(.gitlab, alerts: [Samples.suppressed, Samples.known]) == "[]\n")
  }

  @Test func lessUrgentOnesAreLessSevere() throws {
    let alerts = Priority.allCases.map { priority in
      var alert = Samples.country
      alert.priority = priority
      alert.fingerprint = priority.name
      return alert
    }
    let entries = try Self.entries(written(.gitlab, alerts: alerts))
    #expect(
      entries.map { $0["severity"] as? String } == ["blocker", "critical", "major", "minor"])
  }

  @Test func hostileBytesStayInTheirTexts() throws {
    #expect(try Self.entries(HostileBytesTests.output(.gitlab)).count == 1)
  }
}
