/// Floor division: the quotient rounded towards minus infinity, and a remainder of 0 or more.
private func divide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, rest: Int64) {
  let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
  return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
}

private func padded(_ value: Int64, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// A date of the proleptic Gregorian calendar.
struct CivilDate: Equatable {
  let year: Int64
  let month: Int64
  let day: Int64

  /// Counts from a number of days since 1970-01-01.
  init(days: Int64) {
    // Years are counted from the first of March, so that a leap day is the last of its year and
    // the months before it have lengths that repeat every five: 153 days.
    let (era, dayOfEra) = divide(days + 719_468, by: 146_097)
    let leaps = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leaps) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }
}

/// Writes a time as ISO 8601 in UTC with microseconds, as in `2026-11-23T10:00:00.123456Z`.
///
/// - Parameter nanoseconds: nanoseconds since 1970-01-01T00:00:00Z, negative before.
public func iso8601(nanoseconds: Int64) -> String {
  let (microseconds, _) = divide(nanoseconds, by: 1_000)
  let (seconds, fraction) = divide(microseconds, by: 1_000_000)
  let (days, second) = divide(seconds, by: 86_400)
  let date = CivilDate(days: days)
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
    + "T" + padded(second / 3_600, 2) + ":" + padded(second / 60 % 60, 2) + ":"
    + padded(second % 60, 2) + "." + padded(fraction, 6) + "Z"
}

/// Writes a duration for a person: `87 ms`, `1.250 s`, `2 min 05 s`, `3 h 07 min`.
public func durationText(nanoseconds: Int64) -> String {
  let milliseconds = max(0, nanoseconds) / 1_000_000
  let seconds = milliseconds / 1_000
  if milliseconds < 1_000 { return "\(milliseconds) ms" }
  if seconds < 60 { return "\(seconds).\(padded(milliseconds % 1_000, 3)) s" }
  if seconds < 3_600 { return "\(seconds / 60) min \(padded(seconds % 60, 2)) s" }
  return "\(seconds / 3_600) h \(padded(seconds / 60 % 60, 2)) min"
}
