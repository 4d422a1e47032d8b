import Foundation

/// The checkout that these tests belong to.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file, by its path below the root.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The files below a folder with one of some endings, sorted, by their paths below the root.
  static func files(_ folder: String, _ endings: Set<String>) -> [String] {
    let paths = FileManager.default.enumerator(
      atPath: root.appendingPathComponent(folder).path)
    return (paths?.compactMap { $0 as? String } ?? [])
      .filter { endings.contains(URL(fileURLWithPath: $0).pathExtension) }
      .map { folder + "/" + $0 }
      .sorted()
  }

  /// The lines of Swift code without comments and the contents of one-line strings.
  static func code(_ path: String) throws -> [String] {
    let string = try Regex(#""(\\.|[^"\\])*""#)
    var isComment = false
    return try text(path).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var code = String(line).replacing(string, with: "\"\"")
      if isComment {
        guard let end = code.range(of: "*/") else { return "" }
        code = String(code[end.upperBound...])
        isComment = false
      }
      if let start = code.range(of: "/*") {
        isComment = code.range(of: "*/", range: start.upperBound..<code.endIndex) == nil
        code = String(code[..<start.lowerBound])
      }
      if let start = code.range(of: "//") { code = String(code[..<start.lowerBound]) }
      return code
    }
  }
}
