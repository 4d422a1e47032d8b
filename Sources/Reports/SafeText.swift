internal import Text

/// Formats an argument vector as a shell command, shortened to a limit.
func commandText(_ arguments: [String], limit: Int = 240) -> String {
  let words = arguments.prefix(64).map { argument in
    let needsQuotes =
      argument.isEmpty || argument.utf8.contains { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
    let shown = safeText(argument, limit: limit)
    return needsQuotes ? shellQuoted(shown) : shown
  }
  return safeText(words.joined(separator: " "), limit: limit)
}
