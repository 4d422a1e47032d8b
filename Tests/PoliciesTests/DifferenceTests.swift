import JSON
import Events
import Testing

@testable import Policies

@Suite struct DifferenceTests {
  private static let first = #"""
    {"name": "a", "extends": "standard", "alerts": {
      "file-ssh-key-read": {"exceptions": [
        {"when": "proc.program = x", "reason": "old"}, {"when": "proc.program = y", "reason": "r"},
        {"when": "proc.program = z", "reason": "r"}]},
      "network-listens-everywhere": {"priority": "P3"}},
     "customAlerts": [
      {"id": "only-here", "title": "t", "category": "file", "priority": "P1",
       "condition": "evt.type = open"},
      {"id": "in-both", "title": "t", "category": "file", "priority": "P1",
       "condition": "evt.type = open", "criteria": {"limit": 1}}]}
    """#
  private static let second = #"""
    {"name": "b", "extends": "standard", "failOn": "P2", "alerts": {
      "network-restricted-country": {"criteria": {"countries": ["KP", "IR"]}},
      "file-ssh-key-read": {"enabled": false, "exceptions": [
        {"when": "proc.program = z", "reason": "r"},
        {"when": "proc.program = x", "reason": "new", "expires": "2027-01-01", "owner": "me"},
        {"when": "proc.program = w", "reason": "r"}]},
      "network-listens-everywhere": {"priority": "P1"}},
     "customAlerts": [
      {"id": "in-both", "title": "u", "category": "file", "priority": "P1",
       "condition": "evt.type = openat", "criteria": {"limit": 2}},
      {"id": "only-there", "title": "t", "category": "file", "priority": "P1",
       "condition": "evt.type = open"}]}
    """#

  private func difference(_ from: String, _ to: String) throws -> PolicyDifference {
    let store = testStore(WritableFiles(["/a.json": Self.first, "/b.json": Self.second]))
    return PolicyDifference(try store.load(from), try store.load(to))
  }

  @Test func everyDifferenceIsTold() throws {
    let lines = try difference("/a.json", "/b.json").lines
    #expect(
      lines == [
        "failOn: P1 → P2",
        "network-restricted-country", "  countries: - RU", "  countries: + IR",
        "network-listens-everywhere", "  priority: P3 → P1",
        "file-ssh-key-read", "  enabled: on → off",
        "  - exception: proc.program = y (r)",
        "  + exception: proc.program = w (r)",
        "  - exception: proc.program = x (old)",
        "  + exception: proc.program = x (new, until 2027-01-01, me)",
        "only-here", "  - custom alert",
        "in-both", "  - condition: evt.type = open", "  + condition: evt.type = openat",
        "  changed texts: title, message", "  limit: 1 → 2",
        "only-there", "  + custom alert",
      ])
  }

  @Test func aProgramIsToldTheSame() throws {
    let tree = try difference("/a.json", "/b.json").tree
    #expect(tree["failOn"]?.line == #"{ "from": "P1", "to": "P2" }"#)
    let alerts = tree["alerts"]?.items ?? []
    let country = alerts.first { $0["id"] == .text("network-restricted-country") }
    #expect(
      country?["criteria"]?.line == #"{ "countries": { "added": ["IR"], "removed": ["RU"] } }"#)
    let read = alerts.first { $0["id"] == .text("file-ssh-key-read") }
    #expect(read?["exceptionsAdded"]?.items.count == 1)
    #expect(read?["exceptionsRemoved"]?.items.count == 1)
    #expect(read?["exceptionsChanged"]?.items.first?["to"]?["owner"] == .text("me"))
    #expect(alerts.last?["custom"] == .text("added"))
    let bytes = tree.bytes
    #expect(JSONTree(try JSONReader.read(bytes, file: "f")) == tree)
  }

  @Test func nothingIsToldOfTheSame() throws {
    let same = try difference("/a.json", "/a.json")
    #expect(same.lines == ["a and a have the same settings."] && same.failOn == nil)
    #expect(same.tree["alerts"] == .array([]))
  }
}
