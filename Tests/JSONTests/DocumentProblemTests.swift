import JSON
import Testing

/// What a person reads of mistakes: one line each, which no character of the file turns around.
@Suite struct DocumentProblemTests {
  private static func problems(_ text: String, file: String = "f") -> String {
    do throws(DocumentError) {
      _ = try JSONReader.read(Array(text.utf8), file: file)
      return ""
    } catch { return error.description }
  }

  /// A right-to-left override, an isolate, a zero-width blank, an escape sequence.
  @Test(arguments: ["202e", "2066", "200b", "1b", "feff"])
  func hazardousCharacterIsEscaped(_ digits: String) throws {
    let scalar = try #require(UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) })
    let name = "a" + String(scalar) + "b"
    let shown = "a" + (digits == "1b" ? "\\e" : "\\u{\(digits)}") + "b"
    #expect(Self.problems("{", file: name).hasPrefix("\(shown):1:2: "))
    let whole = DocumentProblem(file: name, place: nil, message: "is missing")
    #expect(whole.description == "\(shown): is missing")
    let key = "a\\u" + String(repeating: "0", count: 4 - digits.count) + digits + "b"
    let twice = Self.problems("{\"\(key)\":1,\n\"\(key)\":2}")
    #expect(twice == "f:2:1: duplicate key \"\(shown)\", already given in line 1")
    #expect(Self.problems("{\"\(key)\" 1}").contains("after the key \"\(shown)\""))
  }

  @Test(arguments: ["\u{202E}", "\u{200B}", "\u{2028}", "\u{378}"])
  func characterThatWasFoundIsEscaped(_ character: String) {
    for text in ["[\(character)]", "[\(character)x]", "[1 \(character)]", "[nul\(character)]"] {
      let problem = Self.problems(text)
      #expect(!problem.isEmpty && !problem.contains(character), "\(problem)")
    }
    #expect(!Self.problems("[\"\\\(character)\"]").contains(character))
  }

  @Test func problemsAreSortedAndSaidOnce() {
    let late = DocumentProblem(file: "f", place: TextPlace(line: 2, column: 1), message: "b")
    let early = DocumentProblem(file: "f", place: TextPlace(line: 1, column: 9), message: "c")
    let left = DocumentProblem(file: "f", place: TextPlace(line: 1, column: 2), message: "d")
    let file = DocumentProblem(file: "f", place: nil, message: "e")
    let other = DocumentProblem(file: "a", place: TextPlace(line: 9, column: 9), message: "f")
    let error = DocumentError([late, early, file, left, other, late])
    #expect(error.description == "a:9:9: f\nf: e\nf:1:2: d\nf:1:9: c\nf:2:1: b")
    // A set has no order of its own: many columns are not in theirs by chance.
    let row = (1...9).map {
      DocumentProblem(file: "f", place: TextPlace(line: 1, column: $0), message: "\(9 - $0)")
    }
    #expect(DocumentError(row.shuffled()).problems == row)
  }
}
