import Events
import Foundation
import Testing

@testable import Reports

@Suite struct OCSFReportTests {
  typealias Object = [String: Any]

  private static func findings(_ text: String) throws -> [Object] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? Object)
    }
  }

  private static func finding(_ alert: Alert) throws -> Object {
    try #require(try findings(written(.ocsf, alerts: [alert], totals: Samples.totals)).first)
  }

  private static func evidence(_ alert: Alert) throws -> Object {
    try #require((try finding(alert)["evidences"] as? [Object])?.first)
  }

  @Test func oneForEachAlertAndBlindSpot() throws {
    let findings = try Self.findings(
      written(.ocsf, alerts: GoldenTests.alerts, totals: Samples.totals, summary: Samples.summary))
    #expect(findings.map { $0["severity_id"] as? Int } == [5, 4, 5, 4, 1, 1, 1])
    #expect(findings.map { $0["count"] as? Int } == [17, 1, 3, 1, 3, 1, 5])
    #expect(findings.map { $0["status_id"] as? Int } == [1, 1, 3, 3, 1, 1, 1])
    #expect(
      findings.map { $0["is_alert"] as? Bool } == [true, true, false, false, false, false, false])
    #expect(
      findings.compactMap { $0["status_detail"] as? String } == [
        "the vendor's update server", "in the baseline",
      ])
    let uids = findings.compactMap { ($0["metadata"] as? Object)?["uid"] as? String }
    #expect(Set(uids).count == findings.count)
  }

  @Test func excusedAtFirstAndThenNotCounts() throws {
    var later = Samples.suppressed
    later.suppression = nil
    let findings = try Self.findings(written(.ocsf, alerts: [Samples.suppressed, later]))
    #expect(findings.count == 1)
    #expect(findings[0]["is_alert"] as? Bool == true)
  }

  @Test func aSubTechniqueHasItsTechnique() throws {
    var alert = Samples.country
    alert.tags = AlertTags(attack: ["T1059.004", "T1071"], attackVersion: "18.1")
    let information = try #require(try Self.finding(alert)["finding_info"] as? Object)
    let attacks = try #require(information["attacks"] as? [Object])
    #expect(
      attacks.map { ($0["technique"] as? Object)?["uid"] as? String } == ["T1059", "T1071"])
    #expect(
      attacks.map { ($0["sub_technique"] as? Object)?["uid"] as? String } == ["T1059.004", nil])
    #expect(attacks.allSatisfy { $0["version"] as? String == "18.1" })
  }

  @Test func anAddressIsAnEndpoint() throws {
    let there = try #require(try Self.evidence(Samples.country)["dst_endpoint"] as? Object)
    #expect(there["ip"] as? String == "175.45.176.1")
    #expect((there["location"] as? Object)?["country"] as? String == "KP")
    var listener = Samples.country
    listener.event.type = "bind"
    let here = try #require(try Self.evidence(listener)["src_endpoint"] as? Object)
    #expect(here["port"] as? Int == 443 && here["location"] == nil)
  }

  @Test func aPathIsAFile() throws {
    let file = try #require(try Self.evidence(Samples.key)["file"] as? Object)
    #expect(file["name"] as? String == "id_ed25519")
    #expect(file["path"] as? String == "/home/ana/.ssh/id_ed25519")
    var socket = Samples.country
    socket.event.arguments = [
      .init("family", .text("AF_UNIX")), .init("address", .text("/run/docker.sock")),
    ]
    #expect((try Self.evidence(socket)["file"] as? Object)?["type_id"] as? Int == 5)
    socket.event.arguments[1] = .init("address", .text("@abstract"))
    #expect(try Self.evidence(socket)["file"] == nil)
  }

  @Test func theWayUpIsTold() throws {
    let process = try #require(try Self.evidence(Samples.key)["process"] as? Object)
    #expect(process["euid"] as? Int == 0)
    #expect((process["user"] as? Object)?["uid"] as? String == "1000")
    #expect((process["parent_process"] as? Object)?["pid"] as? Int == 4241)
    #expect((process["ancestry"] as? [Object])?.count == 9)
  }
}
