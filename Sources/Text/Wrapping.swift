/// Wraps a text at blanks.
///
/// A longer word stays whole, so that a path can be copied.
///
/// - Parameter columns: the width of a line, in Unicode scalars.
public func wrapped(_ text: String, columns: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ", omittingEmptySubsequences: false) {
    let length = word.unicodeScalars.count
    if used > 0, used + 1 + length > columns {
      while line.last == " " { line.removeLast() }
      lines.append(line)
      (line, used) = (String(word), length)
    } else {
      line += (used > 0 ? " " : "") + word
      used += length + (used > 0 ? 1 : 0)
    }
  }
  lines.append(line)
  return lines
}
