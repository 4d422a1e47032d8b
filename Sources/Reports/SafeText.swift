extension Unicode.Scalar {
  /// Whether a terminal might act on it, or show nothing where there is something.
  ///
  /// Names of files and arguments are chosen by the traced program: an escape sequence could
  /// erase an alert, a bidirectional override could show a name backwards, an invisible character
  /// could make two names look alike. C1 controls, line separators, bidirectional marks and
  /// zero-width characters are all among these.
  var isHazardous: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// The scalar itself, or a visible escape in place of a hazardous one.
  var shown: String {
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

/// Makes text safe to show at a terminal, and short enough to read.
///
/// - Parameters:
///   - text: any text, the traced program's own included.
///   - limit: the most columns to take; what is cut from the middle shows as an ellipsis.
func safeText(_ text: String, limit: Int = 400) -> String {
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

/// Shows an argument vector as a person would type it, cut to a limit.
func commandText(_ arguments: [String], limit: Int = 240) -> String {
  let words = arguments.prefix(64).map { argument in
    let needsQuotes =
      argument.isEmpty || argument.utf8.contains { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
    let shown = safeText(argument, limit: limit)
    return needsQuotes ? "'" + shown + "'" : shown
  }
  return safeText(words.joined(separator: " "), limit: limit)
}

/// Puts texts in place of scalars.
///
/// Characters would not do: a bar with an accent is one character and no bar to Swift, but a bar to
/// whoever reads bytes.
func replacing(in text: String, _ replacements: [Unicode.Scalar: String]) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let replacement = replacements[scalar] {
      result.append(contentsOf: replacement.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
