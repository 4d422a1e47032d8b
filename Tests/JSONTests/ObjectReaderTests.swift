import JSON
import Testing

/// Members of objects: those that are missing, misspelt or of another type are named.
@Suite struct ObjectReaderTests {
  /// What a reading of `{"text": …, "list": …}` complains about.
  private static func problems(
    _ text: String, _ read: (ObjectReader, inout ProblemList) -> Void
  ) throws -> [String] {
    var problems = ProblemList(file: "f")
    let node = try JSONReader.read(Array(text.utf8), file: "f")
    if let reader = ObjectReader(node, "a thing", keys: ["text", "list"], &problems) {
      read(reader, &problems)
    }
    return problems.problems.map(\.description)
  }

  @Test(
    arguments: [
      (#"{"text": "a"}"#, []), (#"{"text": " a "}"#, []), ("{}", []),
      (#"{"text": ""}"#, [#"f:1:10: expected a text as "text", found an empty string"#]),
      (#"{"text": " \t\n"}"#, [#"f:1:10: expected a text as "text", found an empty string"#]),
      (#"{"text": 7}"#, [#"f:1:10: expected a string as "text", found 7"#]),
      (#"{"txt": ""}"#, [#"f:1:2: unknown key "txt" in a thing; did you mean "text"?"#]),
      (#"{"other": ""}"#, [#"f:1:2: unknown key "other" in a thing; expected "text" or "list""#]),
      ("[]", ["f:1:1: expected a thing (an object), found an array"]),
    ] as [(String, [String])])
  func textIsRead(_ text: String, _ problems: [String]) throws {
    let found = try Self.problems(text) { _ = $0.text("text", &$1) }
    #expect(found == problems)
  }

  @Test func otherMembersAreRead() throws {
    let missing = try Self.problems("{}") { _ = $0.requiredText("text", &$1) }
    #expect(missing == [#"f:1:1: expected the key "text" in a thing"#])
    let list = try Self.problems(#"{"list": "a"}"#) { #expect($0.array("list", &$1).isEmpty) }
    #expect(list == [#"f:1:10: expected an array as "list", found "a""#])
    let truth = try Self.problems(#"{"text": 1}"#) { #expect($0.boolean("text", &$1) == nil) }
    #expect(truth == [#"f:1:10: expected true or false as "text", found 1"#])
    let items = try Self.problems(#"{"list": [1, 2]}"#) {
      #expect($0.array("list", &$1).count == 2)
    }
    #expect(items == [])
  }
}
