import Embedded
import JSON
import Text
import Catalogue
import Events
import Foundation
import Rules
import Testing

@testable import Policies

/// Files that are nowhere but here.
struct MemoryFiles: FileStore {
  var texts: [String: String] = [:]

  func read(_ path: String) throws(FileError) -> [UInt8] {
    if path.hasSuffix("/") { throw .isDirectory }
    guard let text = texts[path] else { throw .missing }
    return Array(text.utf8)
  }

  func exists(_ path: String) -> Bool { texts[path] != nil }

  func names(in directory: String) -> [String] {
    texts.keys.filter { $0.hasPrefix(directory + "/") }
      .map { String($0.dropFirst(directory.count + 1)) }.sorted()
  }
}

@Suite struct PolicyStoreTests {
  private func store(_ texts: [String: String] = [:]) -> PolicyStore {
    PolicyStore(
      catalogue: Catalogue.definitions, files: MemoryFiles(texts: texts),
      today: CalendarDate(secondsSinceEpoch: 1_795_478_400), workingDirectory: "/work/shop/src",
      savedDirectory: "/home/me/policies")
  }

  private func load(_ text: String) throws(DocumentError) -> ResolvedPolicy {
    try store(["/p.json": text]).load("/p.json")
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func theBuiltInTextIsThatOfTheRepository() throws {
    let text = try Data(contentsOf: Self.root.appending(path: "policies.json"))
    #expect(EmbeddedFile.policies.bytes == Array(text))
  }

  @Test func theBuiltInsAreWhatTheySay() throws {
    let standard = try store().load("standard")
    #expect(standard.alerts.count > 100 && standard.failOn == .at(.p1))
    #expect(standard.alerts.count < Catalogue.definitions.count)
    #expect(standard.alerts.first { $0.definition.id == "file-sensitive-read" }?.priority == .p2)
    let all = try store().load("max-alert")
    #expect(all.alerts.count == Catalogue.definitions.count && all.failOn == .never)
    let strict = try store().load("strict")
    #expect(strict.failOn == .at(.p2) && strict.parents == ["standard", "standard@1"])
    let first = try store().load("standard@1")
    #expect(first.name == "standard@1" && first.alerts.count < standard.alerts.count)
    #expect(!first.alerts.contains { $0.definition.id == "process-account-changed" })
    #expect(try store().load("strict@1").parents == ["standard@1"])
    #expect(standard.program.ruleCount == standard.alerts.count)
  }

  @Test func withoutANameTheProjectsPolicyIsInForce() throws {
    #expect(try store().load(nil).name == "standard")
    let texts = ["/work/shop/.dftrace/policy.json": #"{"name": "shop", "extends": "strict"}"#]
    #expect(try store(texts).load(nil).name == "shop")
  }

  @Test func savedPoliciesHaveNames() throws {
    let texts = ["/home/me/policies/mine.json": #"{"name": "mine", "extends": "standard"}"#]
    #expect(try store(texts).load("mine").parents == ["standard", "standard@1"])
    #expect(store(texts).savedNames == ["mine"])
  }

  @Test func settingsAreInheritedAndKnowWhereTheyComeFrom() throws {
    let policy = try load(
      """
      {"default": "b", "policies": [
        {"name": "a", "extends": "standard", "alerts": {"network-restricted-country":
          {"criteria": {"countries": ["IR"]}}, "file-ssh-key-read": {"enabled": false}}},
        {"name": "b", "extends": "a", "failOn": "P3",
          "alerts": {"network-restricted-country": {"priority": "P4"}}}]}
      """)
    let alert = try #require(
      policy.allAlerts.first { $0.definition.id == "network-restricted-country" })
    #expect(policy.parents == ["a", "standard", "standard@1"] && policy.failOnOrigin == "b")
    #expect(alert.priority == .p4 && alert.origins.priority == "b")
    #expect(alert.origins.enabled == "standard" && alert.origins.criteria == ["countries": "a"])
    #expect(alert.criteria["countries"] == .list([.text("IR")]))
    #expect(!policy.alerts.contains { $0.definition.id == "file-ssh-key-read" })
  }

  @Test func anExpiredExceptionExcusesNothing() throws {
    let policy = try load(
      """
      {"name": "a", "extends": "standard", "alerts": {"file-ssh-key-read": {"exceptions": [
        {"when": "proc.program = a", "reason": "r", "expires": "2026-11-23"},
        {"when": "proc.program = b", "reason": "s", "expires": "2026-11-24"}]}}}
      """)
    let alert = try #require(policy.alerts.first { $0.definition.id == "file-ssh-key-read" })
    #expect(alert.exceptions.map(\.isExpired) == [true, false])
    #expect(alert.activeExceptions.map(\.reason) == ["s"])
  }

  @Test(
    arguments: [
      (
        #"{"name": "standard"}"#,
        ["1:10: \"standard\" is the name of a built-in policy; expected another name"]
      ),
      (
        #"{"nam": "a"}"#,
        [
          "1:1: expected the key \"name\" in a policy",
          "1:2: unknown key \"nam\" in a policy; did you mean \"name\"?",
        ]
      ),
      (
        #"{"name": "a", "failOn": "P7"}"#,
        ["1:25: expected \"P1\", \"P2\", \"P3\", \"P4\" or \"never\" as \"failOn\", found \"P7\""]
      ),
      (
        #"{"name": "a", "alerts": {"file-ssh-key-raed": {}}}"#,
        ["1:26: unknown alert \"file-ssh-key-raed\"; did you mean \"file-ssh-key-read\"?"]
      ),
      (
        #"{"name": "a", "extends": "strickt"}"#,
        [
          "1:26: unknown policy \"strickt\"; expected \"standard\", \"max-alert\", \"strict\", "
            + "\"compiled-languages\", \"interpreted-languages\" or \"a\""
            + "; did you mean \"strict\"?"
        ]
      ),
      (
        #"{"policies": [{"name": "a", "extends": "b"}, {"name": "b", "extends": "a"}], "default": "a"}"#,
        ["1:71: policies extend each other in a cycle: a → b → a"]
      ),
      (
        #"{"name": "a", "customAlerts": [{"id": "a-b", "title": "t", "category": "file", "priority": "P1", "condition": "fd.nam = \"x\" and foo = 1"}]}"#,
        ["1:112: unknown field 'fd.nam'; did you mean 'fd.name'?", "1:131: unknown field 'foo'"]
      ),
      (
        #"{"name": "a", "alerts": {"file-ssh-key-read": {"exceptions": [{"when": "proc.name = x"}]}}}"#,
        ["1:63: expected the key \"reason\" in an exception"]
      ),
      ("", ["1:1: expected a value, found the end of the file"]),
      (#"{"name": "a""#, ["1:13: expected \",\" or \"}\", found the end of the file"]),
    ] as [(String, [String])])
  func malformed(_ text: String, says messages: [String]) throws {
    let error = #expect(throws: DocumentError.self) { try load(text) }
    #expect(error?.problems.map(\.description) == messages.map { "/p.json:" + $0 })
  }

  @Test(arguments: [
    ("/none.json", "/none.json: no such file; expected a policy file"),
    ("/dir/", "/dir/: is a directory; expected a policy file"),
    (
      "standard@9",
      "standard@9: this release has the versions 1 and 2 of it; "
        + "expected \"standard@2\" or \"standard@1\""
    ),
    ("/two.json", "/two.json: contains \"a\" and \"b\"; expected /two.json#NAME"),
    ("/two.json#c", "/two.json: contains no policy \"c\"; expected \"a\" or \"b\""),
    (
      "strickt",
      "strickt: no such policy; expected a file, or \"standard\", \"max-alert\", "
        + "\"strict\", \"compiled-languages\" or \"interpreted-languages\"; did you mean \"strict\"?"
    ),
  ])
  func reference(_ reference: String, says message: String) throws {
    let two = ["/two.json": #"{"policies": [{"name": "a"}, {"name": "b"}]}"#]
    let error = #expect(throws: DocumentError.self) { try store(two).load(reference) }
    let text = error?.description ?? ""
    #expect(text == message || text.hasPrefix(message))
    #expect(try store(two).load("/two.json#b").name == "b")
  }

  @Test func theExamplesOfThePageLoad() throws {
    let page = try String(
      contentsOf: Self.root.appending(path: "Docs/reference/policy-format.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```json\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count == 2)
    for block in blocks { _ = try load(block) }
  }

  @Test func nothingTraps() {
    let valid = Array(
      #"{"name": "a", "extends": "standard", "alerts": {"*": {"enabled": true}}, "failOn": "P2"}"#
        .utf8)
    for index in valid.indices {
      for byte in [UInt8(0), 0x22, 0x5B, 0x7D, 0xFF] {
        var bytes = valid
        bytes[index] = byte
        var problems = ProblemList(file: "x")
        let today = CalendarDate(secondsSinceEpoch: 0)
        let file = PolicyReader(today: today).read(bytes, &problems)
        #expect(file != nil || !problems.problems.isEmpty)
      }
      _ = try? load(String(decoding: valid[..<index], as: UTF8.self))
    }
  }

  @Test func days() {
    #expect(CalendarDate("2028-02-29") != nil && CalendarDate("2027-02-29") == nil)
    #expect(CalendarDate("2027-6-30") == nil && CalendarDate("x") == nil)
    #expect(CalendarDate(secondsSinceEpoch: 951_782_400).description == "2000-02-29")
    #expect(CalendarDate(secondsSinceEpoch: 1_795_478_400).description == "2026-11-24")
  }
}
