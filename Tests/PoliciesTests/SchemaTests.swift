import JSON
import Text
import Catalogue
import Events
import Foundation
import Testing

@testable import Policies

/// The schema that editors read says what the reader reads.
@Suite struct SchemaTests {
  private static func definition(_ name: String) throws -> [String: Any] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "Docs/reference/policy.schema.json"))
    let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let all = try #require(schema?["$defs"] as? [String: Any])
    return try #require(all[name] as? [String: Any])
  }

  /// The messages of a document that has `"qqqqqqqqqqqq": 0` somewhere, or lacks what it needs.
  private func messages(_ text: String) -> [String] {
    var problems = ProblemList(file: "f")
    _ = PolicyReader(today: CalendarDate(secondsSinceEpoch: 0)).read(Array(text.utf8), &problems)
    return problems.problems.map(\.message)
  }

  /// A document with an object of the kind, of which `%` is the inside.
  private static let places = [
    ("single", "{%}"), ("container", #"{"policies": [{"name": "a"}]%}"#),
    ("policy", #"{"policies": [{%}]}"#), ("alertSettings", #"{"name": "a", "alerts": {"*": {%}}}"#),
    ("exception", #"{"name": "a", "alerts": {"*": {"exceptions": [{%}]}}}"#),
    ("customAlert", #"{"name": "a", "customAlerts": [{%}]}"#),
    ("tags", #"{"name": "a", "customAlerts": [{"tags": {%}}]}"#),
  ]

  /// A message about a key that is near to none lists all that there are.
  @Test(arguments: places)
  func keysAreTheReaders(_ name: String, document: String) throws {
    let definition = try Self.definition(name)
    let properties = try #require(definition["properties"] as? [String: Any])
    let comma = name == "container" ? ", " : ""
    let found = messages(document.replacing("%", with: comma + #""qqqqqqqqqqqq": 0"#))
    let message = try #require(found.first { $0.hasPrefix("unknown key \"qqqqqqqqqqqq\"") })
    let list = try #require(message.components(separatedBy: "; expected ").last)
    let keys = list.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }
    #expect(Set(keys.map(\.element)) == Set(properties.keys))
    #expect(definition["additionalProperties"] as? Bool == false)
  }

  @Test(arguments: places.filter { $0.0 != "container" })
  func requiredKeysAreTheReaders(_ name: String, document: String) throws {
    let required = try Self.definition(name)["required"] as? [String] ?? []
    let subjects = ["exception": "an exception", "customAlert": "a custom alert"]
    let subject = subjects[name] ?? "a policy"
    let missing = messages(document.replacing("%", with: "")).compactMap { message -> String? in
      guard message.hasPrefix("expected the key "), message.hasSuffix(" in \(subject)"),
        name != "tags"
      else { return nil }
      return message.components(separatedBy: "\"").dropFirst().first
    }
    #expect(Set(missing) == Set(required))
  }

  @Test func choicesAreTheReaders() throws {
    func choices(_ definition: String, _ key: String) throws -> [String]? {
      let properties = try Self.definition(definition)["properties"] as? [String: [String: Any]]
      return properties?[key]?["enum"] as? [String]
    }
    let priorities = Priority.allCases.map(\.name)
    #expect(try choices("policy", "failOn") == priorities + ["never"])
    #expect(try choices("policy", "ioUring") == IoUringRule.allCases.map(\.rawValue))
    #expect(try choices("alertSettings", "priority") == priorities)
    #expect(try choices("customAlert", "priority") == priorities)
    #expect(try choices("customAlert", "category") == Category.allCases.map(\.rawValue))
  }
}
