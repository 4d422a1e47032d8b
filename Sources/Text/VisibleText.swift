extension Unicode.Scalar {
  /// Whether a terminal might act on it, or shows nothing for it.
  ///
  /// The traced program chooses names of files and arguments. An escape sequence could erase an
  /// alert, a bidirectional override could show a name backwards, and an invisible character could
  /// make two names look alike. C0 and C1 controls, line separators, bidirectional marks, zero-width
  /// characters and unassigned code points count. Every output uses this one rule.
  public var isHazardous: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// The scalar itself, or a visible escape in place of a hazardous one.
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

/// Text in which every hazardous character is a visible escape; all of it, in one line.
///
/// - Parameter text: any text, including one that the traced program chose.
public func visibleText(_ text: some StringProtocol) -> String {
  // Nearly all texts are plain ASCII.
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
  return text.unicodeScalars.map(\.shown).joined()
}

/// Makes text safe to show at a terminal, and short enough to read.
///
/// - Parameters:
///   - text: any text, the traced program's own included.
///   - limit: the most columns to take; what is cut from the middle shows as an ellipsis.
public func safeText(_ text: String, limit: Int = 400) -> String {
  let scalars = text.unicodeScalars
  // An escape is never shorter than what it stands for, so no more than the ends are looked at.
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

/// The first of some pieces that fit into a number of columns.
private func fitting(_ pieces: [String], _ columns: Int) -> [String] {
  var left = columns
  return Array(
    pieces.prefix {
      left -= $0.unicodeScalars.count
      return left >= 0
    })
}
