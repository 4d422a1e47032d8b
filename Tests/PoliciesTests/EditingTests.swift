import JSON
import Catalogue
import Events
import Rules
import Testing

@testable import Policies

/// Policies that are made and changed.
@Suite struct EditingTests {
  private static let gate = """
    {
      "schemaVersion": 1,
      "alerts": {
        "file-persistence": { "priority": "P2" }
      },
      "name": "gate",
      "extends": "standard",
      "customAlerts": [
        {
          "id": "acme-db",
          "title": "t",
          "category": "network",
          "priority": "P3",
          "condition": "evt.type = connect and fd.sport in ($ports)",
          "criteria": { "ports": [5432] }
        }
      ]
    }

    """
  private let files = WritableFiles(["/home/me/policies/gate.json": Self.gate])

  private func edit(_ assignments: String..., policy: String = "gate") throws -> String? {
    var edits: [PolicyEdit] = []
    for text in assignments { edits.append(try PolicyEdit(assignment: text)) }
    return try testStore(files).edit(policy, edits)
  }

  private func message(of error: (any Error)?) -> String {
    switch error {
    case PolicyRefusal.mistake(let mistake)?: mistake.description
    case PolicyRefusal.policy(let error)?: error.description
    case let mistake as EditMistake: mistake.description
    default: "\(String(describing: error))"
    }
  }

  @Test func whatIsNotChangedStays() throws {
    let path = try edit(
      "failOn=P2", "file-persistence.enabled=false", "network-restricted-country.countries=IR, KP",
      "acme-db.ports=5432,3306", "description=Our gate")
    #expect(path == "/home/me/policies/gate.json")
    #expect(
      files["/home/me/policies/gate.json"] == """
        {
          "schemaVersion": 1,
          "description": "Our gate",
          "failOn": "P2",
          "alerts": {
            "file-persistence": { "priority": "P2", "enabled": false },
            "network-restricted-country": {
              "criteria": { "countries": ["IR", "KP"] }
            },
            "acme-db": {
              "criteria": { "ports": [5432, 3306] }
            }
          },
          "name": "gate",
          "extends": "standard",
          "customAlerts": [
            {
              "id": "acme-db",
              "title": "t",
              "category": "network",
              "priority": "P3",
              "condition": "evt.type = connect and fd.sport in ($ports)",
              "criteria": { "ports": [5432] }
            }
          ]
        }

        """)
    #expect(try edit("failOn=P2") == nil)
    #expect(try edit("description=") != nil)
    #expect(files["/home/me/policies/gate.json"]?.contains("Our gate") == false)
  }

  @Test func patternsNameSeveralAlerts() throws {
    let store = testStore(files)
    _ = try store.edit("gate", [.enable("network-*", false), .priority("*-ssh-key-read", .p4)])
    let policy = try store.load("gate")
    #expect(!policy.alerts.contains { $0.definition.id.hasPrefix("network-") })
    #expect(policy.alerts.contains { $0.definition.id == "acme-db" })
    let read = policy.alerts.first { $0.definition.id == "file-ssh-key-read" }
    #expect(read?.priority == .p4)
  }

  @Test(arguments: [
    ("", "a*b", false), ("", "*", true), ("ab", "a?", true), ("abc", "a?", false),
    ("file-ssh-key-read", "file-*-read", true), ("file-x", "*-y", false), ("aab", "*ab", true),
    ("a", "a**", true), ("xayaz", "*a?", true),
  ])
  func pattern(_ text: String, _ pattern: String, _ matches: Bool) {
    #expect(matchesGlob(text, pattern) == matches)
  }

  @Test func oneOfSeveralInAFileIsChanged() throws {
    let both = WritableFiles([
      "/p.json": #"{"default": "a", "policies": [{"name": "a"}, {"name": "b", "extends": "a"}]}"#
    ])
    _ = try testStore(both).edit("/p.json#b", [.failOn(.at(.p3))])
    #expect(try testStore(both).load("/p.json#b").failOn == .at(.p3))
    #expect(try testStore(both).load("/p.json").failOn == .at(.p1))
  }

  @Test(arguments: [
    ("gate", "failOn=P9", "expected \"P1\", \"P2\", \"P3\", \"P4\" or \"never\" as \"failOn\""),
    ("gate", "colour=red", "unknown setting \"colour\""),
    ("gate", "failOn", "\"failOn\" has no \"=\""),
    ("gate", "file-persistence.priority=high", "expected \"P1\", \"P2\", \"P3\" or \"P4\""),
    ("gate", "file-persistense.priority=P1", "did you mean \"file-persistence\"?"),
    ("gate", "file-persistence.pathes=/x", "has no criterion \"pathes\""),
    ("gate", "network-*.ports=1", "a criterion belongs to one alert"),
    ("gate", "network-restricted-country.countries=UK", "did you mean \"GB\"?"),
    ("gate", "network-destination-not-allowed.ports=http", "expected a port from 0 to 65535"),
    ("gate", "network-destination-not-allowed.ports=[1,", "expected a value"),
    ("gate", "extends=nobody", "unknown policy \"nobody\""),
    ("standard", "failOn=P2", "standard: is built in and read-only; `dftrace policy clone"),
    ("gone", "failOn=P2", "gone: no such policy"),
    ("/none.json", "failOn=P2", "/none.json: no such file"),
    ("/read-only/p.json", "failOn=P2", "/read-only/p.json: cannot be written: EROFS"),
  ])
  func aMistakeChangesNothing(_ policy: String, _ assignment: String, says expected: String) {
    let files = WritableFiles([
      "/home/me/policies/gate.json": Self.gate, "/read-only/p.json": #"{"name": "p"}"#,
    ])
    let error = #expect(throws: (any Error).self) {
      _ = try testStore(files).edit(policy, [try PolicyEdit(assignment: assignment)])
    }
    #expect(message(of: error).contains(expected), "\(message(of: error))")
    #expect(files["/home/me/policies/gate.json"] == Self.gate)
  }

  @Test(arguments: [
    ("a,b c", #"["a", "b c"]"#), ("", "[]"), (#"["a,b", "c"]"#, #"["a,b", "c"]"#),
    ("a", #"["a"]"#),
  ])
  func listsInWords(_ words: String, _ json: String) throws {
    #expect(try CriterionType.texts.parse(words).get().line == json)
  }

  @Test func everyDefaultCanBeSetAsItIs() throws {
    for alert in Catalogue.definitions {
      for criterion in alert.criteria {
        let value = try criterion.type.parse(criterion.defaultValue.assignment).get()
        #expect(value == JSONTree(criterion.defaultValue), "\(alert.id).\(criterion.name)")
      }
    }
    let commas = CriterionValue.list([.text("a,b"), .text(" c")])
    #expect(try CriterionType.texts.parse(commas.assignment).get() == JSONTree(commas))
  }

  @Test func singleValuesInWords() throws {
    #expect(try CriterionType.number.parse("007").get() == .number("7"))
    #expect(try CriterionType.boolean.parse("true").get() == .boolean(true))
    #expect(try CriterionType.text.parse("a, b").get() == .text("a, b"))
    #expect(throws: EditMistake.self) { try CriterionType.boolean.parse("yes").get() }
    #expect(throws: EditMistake.self) { try CriterionType.paths.parse("relative").get() }
    #expect(CriterionType(like: .list([.number(1)])) == .numbers)
    #expect(CriterionType(like: .list([])) == .texts)
  }

  @Test func aNewPolicyIsInheritedUnlessToldOtherwise() throws {
    let store = testStore(files)
    let edits: [PolicyEdit] = [.description("d"), .enable("file-*", false), .failOn(.never)]
    let document = try store.draft(name: "new", extends: "gate", at: .saved, edits)
    #expect(document.path == "/home/me/policies/new.json")
    let resolved = try store.resolved(document)
    #expect(resolved.parents == ["gate", "standard", "standard@1"] && resolved.failOn == .never)
    try store.create(document, replacing: false)
    #expect(try store.load("new").description == "d")
    let again = #expect(throws: PolicyRefusal.self) {
      try store.create(document, replacing: false)
    }
    #expect(message(of: again).contains("--force"))
    #expect(throws: Never.self) { try store.create(document, replacing: true) }
    for name in ["", "a b", "a/b", "../x", "standard", "a.json"] {
      #expect(throws: PolicyRefusal.self) {
        try store.draft(name: name, extends: "standard", at: .saved, [])
      }
    }
  }

  @Test func aCopySaysTheSameAndInheritsNothing() throws {
    let store = testStore(files)
    _ = try edit("acme-db.priority=P1", "failOn=P3")
    var gate = try #require(files["/home/me/policies/gate.json"])
    gate = gate.replacing(
      #""priority": "P2""#,
      with: #""priority": "P2", "exceptions": [{"when": "proc.program = a", "reason": "r", "#
        + #""expires": "2026-01-01", "owner": "o"}, {"when": "fd.name = \"\\x1b\"", "reason": "s"}]"#
    )
    try files.replace("/home/me/policies/gate.json", with: Array(gate.utf8))
    let source = try store.load("gate")
    try store.create(try store.clone(source, name: "copy", at: .saved), replacing: false)
    let copy = try store.load("copy")
    #expect(copy.parents.isEmpty)
    #expect(PolicyDifference(source, copy).lines == ["gate and copy have the same settings."])
    for name in store.builtInNames {
      let source = try store.load(name)
      let document = try store.clone(source, name: "x", at: .file("/x.json"))
      #expect(PolicyDifference(source, try store.resolved(document)).alerts.isEmpty)
    }
  }
}
