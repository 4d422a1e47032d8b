/// A day of the proleptic Gregorian calendar (ISO 8601).
public struct CalendarDate: Comparable, Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day by its numbers, with a year from 1 to 9999; nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...lengths[month - 1]).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD` (ISO 8601); nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that is a number of days after 1970-01-01, or before it if the number is negative.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
  public init(daysSinceEpoch days: Int64) {
    // A year starts on the first of March here, so that a leap day is the last day of its year.
    let (era, dayOfEra) = divide(days &+ 719_468, by: 146_097)
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    year = Int(era * 400 + yearOfEra) + (month <= 2 ? 1 : 0)
  }

  /// The day of a moment in UTC.
  ///
  /// - Parameter seconds: seconds since 1970-01-01T00:00:00Z, negative before.
  public init(secondsSinceEpoch seconds: Int64) {
    self.init(daysSinceEpoch: divide(seconds, by: 86_400).quotient)
  }

  /// The same day of the next year; the day before for a leap day.
  public var nextYear: CalendarDate {
    CalendarDate(year: year + 1, month: month, day: day)
      ?? CalendarDate(year: year + 1, month: month, day: day - 1) ?? self
  }

  /// The order in time.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    "\(zeroPadded(year, 4))-\(zeroPadded(month, 2))-\(zeroPadded(day, 2))"
  }
}
