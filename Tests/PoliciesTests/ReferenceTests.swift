import JSON
import Text
import Catalogue
import Testing

@testable import Policies

/// What loading a policy from `/p.json` says: nothing when it is right.
private func mistakes(
  _ text: String, _ reference: String = "/p.json", saved: [String: String] = [:]
) -> [String] {
  var texts = ["/p.json": text]
  for (name, text) in saved { texts["/saved/\(name).json"] = text }
  do {
    _ = try load(reference, texts)
    return []
  } catch {
    return error.problems.map(\.description)
  }
}

private func load(
  _ reference: String, _ texts: [String: String]
) throws(DocumentError) -> ResolvedPolicy {
  try PolicyStore(
    catalogue: Catalogue.definitions, files: MemoryFiles(texts: texts),
    today: CalendarDate(secondsSinceEpoch: 1_795_478_400), workingDirectory: "/w",
    savedDirectory: "/saved"
  ).load(reference)
}

@Suite("Names mean what they should, and mistakes are told where they are")
struct ReferenceTests {
  @Test("a file in the working directory does not replace a policy of that name")
  func namesGoBeforeFiles() throws {
    let texts = [
      "strict": #"{"name": "mine", "failOn": "never"}"#, "strict@1": "{}",
      "saved": "{}", "/saved/saved.json": #"{"name": "saved"}"#, "plain": #"{"name": "plain"}"#,
    ]
    #expect(try load("strict", texts).origin == "built-in")
    #expect(try load("strict@1", texts).origin == "built-in")
    #expect(try load("saved", texts).origin == "/saved/saved.json")
    #expect(try load("./strict", ["./strict": #"{"name": "x"}"#]).name == "x")
    #expect(try load("plain", texts).name == "plain")
  }

  @Test("a user's file called policies.json is not built in")
  func origin() throws {
    #expect(
      try load("policies.json", ["policies.json": #"{"name": "x"}"#]).origin == "policies.json")
  }

  @Test("mistakes go before the question which policy is meant")
  func mistakesFirst() {
    #expect(
      mistakes(#"{"policies": [{"nam": "a"}]}"#) == [
        "/p.json:1:15: expected the key \"name\" in a policy",
        "/p.json:1:16: unknown key \"nam\" in a policy; did you mean \"name\"?",
      ])
    #expect(
      mistakes(#"{"policies": 3}"#) == ["/p.json:1:14: expected an array as \"policies\", found 3"])
    #expect(mistakes(#"{"policies": []}"#) == ["/p.json:1:1: expected at least one policy"])
    #expect(
      mistakes(#"{"policies": [{"name": "a"}, {"name": "b", "failOn": 1}]}"#)
        == ["/p.json:1:54: expected a string as \"failOn\", found 1"])
  }

  @Test("a parent that is there but wrong is not called unknown")
  func wrongParents() {
    #expect(
      mistakes(#"{"name": "a", "extends": "strict@3"}"#) == [
        "/p.json:1:26: \"strict@3\": this release has the versions 1 and 2 of it; "
          + "expected \"strict@2\" or \"strict@1\""
      ])
    #expect(
      mistakes(#"{"name": "a", "extends": "b"}"#, saved: ["b": "{"])
        == ["/saved/b.json:1:2: expected a key in double quotes, found the end of the file"])
    #expect(
      mistakes(#"{"name": "a", "extends": "b"}"#, saved: ["b": #"{"name": "b", "extends": "b"}"#])
        == ["/saved/b.json:1:26: policies extend each other in a cycle: b → b"])
  }

  @Test("a parent's name does not lead out of the saved policies")
  func parentsStayInside() throws {
    let found = mistakes(
      #"{"name": "a", "extends": "../p"}"#, saved: ["../p": #"{"name": "../p"}"#])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("/p.json:1:26: unknown policy \"../p\"") == true)
  }

  @Test("names hold nothing that would end them", arguments: ["a b", "a\\tb", "a/\u{301}b", "a@1"])
  func names(_ name: String) {
    #expect(
      mistakes("{\"name\": \"\(name)\"}")
        == ["/p.json:1:10: expected a name without blanks, \"/\", \"#\" and \"@\""])
  }

  @Test("a criterion's mistake is told where its value is")
  func criteria() {
    let custom = """
      {"default": "b", "policies": [
      {"name": "a", "customAlerts": [{"id": "x-y", "title": "t", "category": "network",
      "priority": "P1", "condition": "fd.sip in ($hosts)", "criteria": {"hosts": ["10.0.0.1"]}}]},
      {"name": "b", "extends": "a",
      "alerts": {"x-y": {"criteria": {"hosts": ["nowhere"]}}}}]}
      """
    #expect(mistakes(custom) == ["/p.json:5:42: expected an address or a network, found 'nowhere'"])
    let own = """
      {"name": "a", "customAlerts": [{"id": "x-y", "title": "t", "category": "network",
      "priority": "P1", "condition": "fd.sip in ($hosts)", "criteria": {"hosts": ["nowhere"]}}]}
      """
    #expect(mistakes(own) == ["/p.json:2:76: expected an address or a network, found 'nowhere'"])
  }

  @Test("an exception that misuses a criterion is wrong itself")
  func exceptionOfCriterion() {
    let found = mistakes(
      """
      {"name": "a", "alerts": {"file-ssh-key-read": {"exceptions": [
      {"reason": "r", "when": "evt.type = openat and fd.sip in ($programs)"}]}}}
      """)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasPrefix("/p.json:2:") }, "\(found)")
  }

  @Test("a mistake behind escapes has the column of the file")
  func escapes() {
    let found = mistakes(
      """
      {"name": "a", "alerts": {"file-ssh-key-read": {"exceptions": [{"reason": "r",
      "when": "proc.name = \\"\\u0061\\" and\\n foo = 1"}]}}}
      """)
    #expect(found == ["/p.json:2:39: unknown field 'foo'"])
  }

  @Test("what a file says reaches no terminal as a control character")
  func nothingEscapes() {
    let texts = [
      #"{"name": "a", "customAlerts": [{"id": "x-y", "title": "t", "category": "file", "priority": "P1", "condition": "\u001b[2J = 1"}]}"#,
      #"{"name": "a", "customAlerts": [{"id": "x-y", "title": "t", "category": "file", "priority": "P1", "condition": "fd.sip = \"\u001b[2J\u202e\""}]}"#,
      #"{"name": "a", "customAlerts": [{"id": "x-y", "title": "t", "category": "file", "priority": "P1", "condition": "evt.type = \u001b", "message": "%\u001b[2J"}]}"#,
    ]
    for text in texts {
      let found = mistakes(text)
      #expect(!found.isEmpty)
      for message in found {
        #expect(
          !message.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E }, "\(found)")
      }
    }
    let path = "/\u{1b}.json"
    let error = #expect(throws: DocumentError.self) {
      try load(path, [path: #"{"policies": [{"name": "a"}, {"name": "b"}]}"#])
    }
    #expect(error?.description.unicodeScalars.contains { $0.value < 32 } == false)
  }
}
