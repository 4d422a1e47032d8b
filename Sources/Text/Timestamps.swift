/// Divides and rounds towards minus infinity; the remainder is never negative.
func divide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
  let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

/// Formats a number with leading zeros to a width in digits.
func zeroPadded(_ value: some BinaryInteger, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Formats a time as ISO 8601 in UTC with microseconds: `2026-11-23T10:00:00.123456Z`.
///
/// - Parameter nanoseconds: nanoseconds since 1970-01-01T00:00:00Z, negative before.
public func iso8601(nanoseconds: Int64) -> String {
  let (microseconds, _) = divide(nanoseconds, by: 1_000)
  let (seconds, fraction) = divide(microseconds, by: 1_000_000)
  let (days, second) = divide(seconds, by: 86_400)
  return CalendarDate(daysSinceEpoch: days).description
    + "T" + zeroPadded(second / 3_600, 2) + ":" + zeroPadded(second / 60 % 60, 2) + ":"
    + zeroPadded(second % 60, 2) + "." + zeroPadded(fraction, 6) + "Z"
}

/// Formats a duration: `87 ms`, `1.250 s`, `2 min 05 s`, `3 h 07 min`.
public func durationText(nanoseconds: Int64) -> String {
  let milliseconds = max(0, nanoseconds) / 1_000_000
  let seconds = milliseconds / 1_000
  if milliseconds < 1_000 { return "\(milliseconds) ms" }
  if seconds < 60 { return "\(seconds).\(zeroPadded(milliseconds % 1_000, 3)) s" }
  if seconds < 3_600 { return "\(seconds / 60) min \(zeroPadded(seconds % 60, 2)) s" }
  return "\(seconds / 3_600) h \(zeroPadded(seconds / 60 % 60, 2)) min"
}
