import Kernel
import Text

/// Text for standard output: wrapped at 80 columns, with a column of labels.
struct Page {
  private static let width = 80
  private var lines: [String] = []

  /// Adds a line without wrapping.
  mutating func line(_ text: String = "") { lines.append(text) }

  /// Adds a paragraph, wrapped at 80 columns.
  ///
  /// - Parameters:
  ///   - label: text before the first line; continuation lines are indented to the same column.
  ///   - indent: the column at which the text begins.
  mutating func paragraph(_ text: String, label: String = "", indent: Int = 0) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let start = max(label.count, indent)
    let first = label + String(repeating: " ", count: start - label.count)
    let rest = wrapped(words, columns: Self.width - start)
    lines.append(first + (rest.first ?? ""))
    lines += rest.dropFirst().map { String(repeating: " ", count: indent) + $0 }
  }

  /// Adds rows with aligned columns.
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

  /// The printed text.
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
