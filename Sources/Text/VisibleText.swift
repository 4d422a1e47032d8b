extension Unicode.Scalar {
  /// Whether the scalar is hazardous: a terminal may interpret it or show nothing for it.
  ///
  /// File names and arguments are untrusted. An escape sequence could erase an alert, a
  /// bidirectional override could reverse a name, and an invisible character could make two names
  /// look alike. Hazardous are C0 and C1 controls, line separators, bidirectional marks, zero-width
  /// characters and unassigned code points. Every output uses this rule.
  public var isHazardous: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// The scalar, or a visible escape for a hazardous one.
  public var shown: String {
    guard isHazardous else { return String(self) }
    switch value {
    case 0x00: return "\\0"
    case 0x07: return "\\a"
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0B: return "\\v"
    case 0x0C: return "\\f"
    case 0x0D: return "\\r"
    case 0x1B: return "\\e"
    default: return "\\u{" + String(value, radix: 16) + "}"
    }
  }
}

/// Escapes all hazardous characters of a text; the result is one line.
///
/// - Parameter text: any text, possibly untrusted.
public func visibleText(_ text: some StringProtocol) -> String {
  // Fast path: most texts are plain ASCII.
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
  return text.unicodeScalars.map(\.shown).joined()
}

/// Escapes hazardous characters of a text and shortens it.
///
/// - Parameters:
///   - text: any text, possibly untrusted.
///   - limit: maximum number of columns; an ellipsis replaces the middle of longer texts.
public func safeText(_ text: String, limit: Int = 400) -> String {
  let scalars = text.unicodeScalars
  // An escape is never shorter than its character, so only the ends need to be processed.
  if scalars.count <= limit {
    let pieces = scalars.map(\.shown)
    guard pieces.reduce(0, { $0 + $1.unicodeScalars.count }) > limit else {
      return pieces.joined()
    }
  }
  let tailWidth = limit / 3
  let tail = fitting(scalars.suffix(tailWidth).map(\.shown).reversed(), tailWidth).reversed()
  let head = fitting(scalars.prefix(limit).map(\.shown), limit - tailWidth - 1)
  return head.joined() + "…" + tail.joined()
}

/// The leading pieces that fit into a number of columns.
private func fitting(_ pieces: [String], _ columns: Int) -> [String] {
  var left = columns
  return Array(
    pieces.prefix {
      left -= $0.unicodeScalars.count
      return left >= 0
    })
}
