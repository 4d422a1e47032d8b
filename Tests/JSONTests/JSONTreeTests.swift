import Testing

@testable import JSON

@Suite struct JSONTreeTests {
  private func tree(_ text: String) throws -> JSONTree {
    JSONTree(try JSONReader.read(Array(text.utf8), file: "f"))
  }

  @Test func writingKeepsWhatWasRead() throws {
    let text = """
      {
        "z": 1e3,
        "a": { "b": [1, 2.50, -0], "c": true },
        "list": [
          { "when": "proc.name = \\"x\\"", "reason": "é \\u001b \\u202e \\\\" },
          {}
        ],
        "empty": [],
        "none": null
      }

      """
    let read = try tree(text)
    #expect(String(decoding: read.bytes, as: UTF8.self) == text)
    #expect(try tree(String(decoding: read.bytes, as: UTF8.self)) == read)
  }

  @Test func aLineIsNoLongerThanItsWidth() throws {
    let names = (0..<40).map { "name-\($0)" }
    var root = JSONTree.object([])
    root["short"] = .texts(["a", "b"])
    root["long"] = .texts(names)
    let lines = String(decoding: root.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 } && lines.count == 45)
    #expect(lines[1] == #"  "short": ["a", "b"],"#)
  }

  @Test func keysAreChangedInTheirPlace() throws {
    var root = try tree(#"{"a": 1, "b": 2, "c": 3}"#)
    root["b"] = .text("x")
    root["d"] = .null
    root["a"] = nil
    root["none"] = nil
    #expect(root.line == #"{ "b": "x", "c": 3, "d": null }"#)
    #expect(root["c"] == .number("3") && root["a"] == nil)
  }
}
