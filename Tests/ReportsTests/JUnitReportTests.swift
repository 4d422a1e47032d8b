import Events
import Foundation
import Testing

@testable import Reports

@Suite struct JUnitReportTests {
  private static func lines(
    _ alerts: [Alert], _ change: (inout Summary) -> Void = { _ in }
  ) -> [Substring] {
    var summary = Samples.summary
    summary.failedBy = []
    change(&summary)
    return written(.junit, alerts: alerts, totals: Samples.totals, summary: summary)
      .split(separator: "\n")
  }

  /// The opening of what stands inside the test of an alert, or how the empty test ends.
  private static func outcome(_ id: String, _ lines: [Substring]) throws -> String {
    let index = try #require(lines.firstIndex { $0.contains("<testcase name=\"\(id): ") })
    if lines[index].hasSuffix("/>") { return "passed" }
    return String(lines[index + 1].drop { $0 == " " })
  }

  @Test func onlyWhatFailsTheRunIsAFailure() throws {
    let lines = Self.lines([Samples.country, Samples.key])
    #expect(
      try Self.outcome(Samples.country.id, lines)
        == "<failure message=\"python3 connected to 175.45.176.1:443 (KP)\" type=\"P1\">")
    #expect(
      try Self.outcome(Samples.key.id, lines)
        .hasPrefix("<skipped message=\"P2, below the threshold P1: node tried to open"))
    #expect(try Self.outcome("process-fork-bomb", lines) == "passed")
  }

  @Test func nothingFailsWithoutAThreshold() throws {
    let lines = Self.lines([Samples.country]) { $0.threshold = .never }
    #expect(
      try Self.outcome(Samples.country.id, lines)
        .hasPrefix("<skipped message=\"P1, and the threshold is never: "))
  }

  @Test func knownAndExcusedAreSkippedWithTheReason() throws {
    var known = Samples.country
    known.isNew = false
    #expect(
      try Self.outcome(known.id, Self.lines([known]))
        .hasPrefix("<skipped message=\"in the baseline: "))
    #expect(
      try Self.outcome(known.id, Self.lines([Samples.suppressed]))
        .hasPrefix("<skipped message=\"suppressed: the vendor's update server: "))
  }

  @Test func oneThatCountsFailsItsTestWhateverElseIsExcused() throws {
    let lines = Self.lines([Samples.suppressed, Samples.country])
    let outcome = try Self.outcome(Samples.country.id, lines)
    #expect(outcome.hasPrefix("<failure") && outcome.contains(" and 1 more"))
    #expect(lines.contains { $0.contains("failures=\"1\" errors=\"0\" skipped=\"0\"") })
  }

  @Test func whatWasNotKeptStillFails() throws {
    let lines = Self.lines([]) { $0.failedBy = ["process-fork-bomb"] }
    #expect(try Self.outcome("process-fork-bomb", lines).hasPrefix("<failure"))
  }

  @Test func dftracesOwnFailureIsAnError() {
    let lines = Self.lines([]) { $0.exitStatus = 125 }
    #expect(lines.contains { $0.contains("<error message=\"exit 125: ") })
    #expect(lines.contains { $0.contains("errors=\"1\"") })
  }

  @Test func manyOfOneAlertAreCounted() throws {
    let alerts = (0..<50).map { number in
      var alert = Samples.country
      alert.fingerprint = "print\(number)"
      return alert
    }
    let lines = Self.lines(alerts)
    #expect(try Self.outcome(Samples.country.id, lines).contains(" and 49 more"))
    #expect(lines.count { $0.contains(", fingerprint print") } == 20)
    #expect(lines.contains { $0.contains("30 others, omitted here") })
  }

  @Test func anAlertOfNoCatalogueHasItsTest() throws {
    var alert = Samples.country
    alert.id = "acme-own"
    #expect(try Self.outcome("acme-own", Self.lines([alert])).hasPrefix("<failure"))
  }
}
