private func padded(_ value: Int64, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Writes a duration for a person: `87 ms`, `1.250 s`, `2 min 05 s`, `3 h 07 min`.
func durationText(nanoseconds: Int64) -> String {
  let milliseconds = max(0, nanoseconds) / 1_000_000
  let seconds = milliseconds / 1_000
  if milliseconds < 1_000 { return "\(milliseconds) ms" }
  if seconds < 60 { return "\(seconds).\(padded(milliseconds % 1_000, 3)) s" }
  if seconds < 3_600 { return "\(seconds / 60) min \(padded(seconds % 60, 2)) s" }
  return "\(seconds / 3_600) h \(padded(seconds / 60 % 60, 2)) min"
}
