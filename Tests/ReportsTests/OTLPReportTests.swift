import Events
import Foundation
import Testing

@testable import Reports

@Suite struct OTLPReportTests {
  typealias Object = [String: Any]

  /// The records of each line.
  private static func lines(_ text: String) throws -> [[Object]] {
    try text.split(separator: "\n").map { line in
      let data = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Object)
      let resources = try #require(data["resourceLogs"] as? [Object])
      let scopes = try #require(resources.first?["scopeLogs"] as? [Object])
      #expect(resources.count == 1 && scopes.count == 1)
      return try #require(scopes.first?["logRecords"] as? [Object])
    }
  }

  private static func attributes(_ record: Object?) -> [String: Object] {
    let list = record?["attributes"] as? [Object] ?? []
    return Dictionary(
      list.map { ($0["key"] as? String ?? "", $0["value"] as? Object ?? [:]) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func aRunIsOneLine() throws {
    let lines = try Self.lines(
      written(.otlp, alerts: GoldenTests.alerts, totals: Samples.totals, summary: Samples.summary))
    #expect(lines.count == 1)
    #expect(
      lines[0].map { $0["eventName"] as? String } == [
        "dftrace.alert", "dftrace.alert", "dftrace.alert", "dftrace.alert", "dftrace.blind_spot",
        "dftrace.blind_spot", "dftrace.summary",
      ])
    // A suppressed or known alert is information, whatever its priority.
    #expect(
      lines[0].map { $0["severityNumber"] as? Int } == [21, 17, 9, 9, 13, 13, 17])
    #expect(lines[0][2]["severityText"] as? String == "P1")
    #expect(lines[0][0]["timeUnixNano"] as? String == "1795428000123456789")
    // Before 1970 there is no time in the protocol, and 0 says that none is known.
    #expect(lines[0][1]["timeUnixNano"] as? String == "0")
    #expect(lines[0][6]["timeUnixNano"] as? String == "1795428001250000000")
  }

  @Test func attributesHaveTheNamesThatOthersLookFor() throws {
    let records = try Self.lines(written(.otlp, alerts: [Samples.country, Samples.key]))[0]
    let country = Self.attributes(records[0])
    #expect(country["destination.address"]?["stringValue"] as? String == "175.45.176.1")
    #expect(country["destination.port"]?["intValue"] as? String == "443")
    #expect(country["geo.country.iso_code"]?["stringValue"] as? String == "KP")
    #expect(country["process.pid"]?["intValue"] as? String == "4242")
    #expect(country["file.path"] == nil)
    let key = Self.attributes(records[1])
    #expect(key["file.path"]?["stringValue"] as? String == "/home/ana/.ssh/id_ed25519")
    #expect(key["process.real_user.id"]?["intValue"] as? String == "1000")
    #expect(key["process.user.id"]?["intValue"] as? String == "0")
    #expect(key["destination.address"] == nil)
  }

  @Test func aLongRunIsSeveralLinesThatACollectorTakes() throws {
    let text = written(.otlp, alerts: Array(BigRunTests.alerts.prefix(1_000)))
    let lines = text.split(separator: "\n")
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.utf8.count < 1_000_000 })
    let records = try Self.lines(text).flatMap(\.self)
    #expect(records.count == 1_001)
    #expect(records.last?["eventName"] as? String == "dftrace.summary")
  }

  @Test func theLongestTextsFitInALine() throws {
    let long = String(repeating: "\u{E0041}", count: 10_000)
    var run = SampleRun.saying(long)
    run.alerts[0].process.argv = Array(repeating: long, count: 1_000)
    run.alerts[0].evidence = (0..<100).map { .init("\($0)" + long, .text(long)) }
    run.alerts[0].why = Array(repeating: Reason(check: long, value: long), count: 100)
    let text = String(decoding: run.written(.otlp), as: UTF8.self)
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count < 1_048_576 })
  }
}
