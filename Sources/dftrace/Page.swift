import Kernel

/// Text for a person on standard output: wrapped, with a column for what a line is about.
struct Page {
  private static let width = 80
  private var lines: [String] = []

  /// Adds a line as it is.
  mutating func line(_ text: String = "") { lines.append(text) }

  /// Adds a paragraph, wrapped at 80 columns.
  ///
  /// - Parameters:
  ///   - label: what stands before it; its continuation lines are indented to the same column.
  ///   - indent: the column at which the text begins.
  mutating func paragraph(_ text: String, label: String = "", indent: Int = 0) {
    var current = label + String(repeating: " ", count: max(0, indent - label.count))
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isEmpty, current.count + word.count + 1 > Self.width {
        lines.append(current)
        current = String(repeating: " ", count: indent)
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(current)
  }

  /// Adds rows whose columns are as wide as their widest text.
  mutating func table(_ rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    for row in rows {
      var text = ""
      for (column, cell) in row.enumerated() {
        text += cell
        guard column + 1 < row.count else { break }
        text += String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      lines.append(text)
    }
  }

  /// The page as it is printed.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Prints the page.
  func show() throws {
    let output = Output.standardOutput()
    output.write(Array(text.utf8))
    if let failure = output.failure {
      throw fail("\(failure)")
    }
  }
}
