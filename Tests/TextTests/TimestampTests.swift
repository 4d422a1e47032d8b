import Testing

@testable import Text

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000000Z"),
      (1, "1970-01-01T00:00:00.000000Z"),
      (-1, "1969-12-31T23:59:59.999999Z"),
      (-1_000, "1969-12-31T23:59:59.999999Z"),
      (951_782_400_000_000_000, "2000-02-29T00:00:00.000000Z"),
      (951_868_799_999_999_999, "2000-02-29T23:59:59.999999Z"),
      (951_868_800_000_000_000, "2000-03-01T00:00:00.000000Z"),
      (1_709_164_800_000_001_000, "2024-02-29T00:00:00.000001Z"),
      (1_795_428_000_123_456_000, "2026-11-23T10:00:00.123456Z"),
      (4_107_542_400_000_000_000, "2100-03-01T00:00:00.000000Z"),
      (-2_203_891_200_000_000_000, "1900-03-01T00:00:00.000000Z"),
      (Int64.max, "2262-04-11T23:47:16.854775Z"),
      (Int64.min, "1677-09-21T00:12:43.145224Z"),
    ] as [(Int64, String)])
  func timeIsCivil(_ nanoseconds: Int64, _ text: String) {
    #expect(iso8601(nanoseconds: nanoseconds) == text)
  }

  @Test func everyDayFollowsTheOneBefore() {
    // Against the calendar's own rules, over more than one cycle of 400 years.
    var (year, month, day): (Int, Int, Int) = (1600, 1, 1)
    for count in Int64(-135_140)...(-135_140 + 300_000) {
      let date = CalendarDate(daysSinceEpoch: count)
      guard (date.year, date.month, date.day) == (year, month, day) else {
        Issue.record("day \(count): \(date), expected \(year)-\(month)-\(day)")
        return
      }
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  @Test(
    arguments: [
      (-5, "0 ms"), (87_900_000, "87 ms"), (1_250_000_000, "1.250 s"), (59_999_999_999, "59.999 s"),
      (125_000_000_000, "2 min 05 s"), (11_220_000_000_000, "3 h 07 min"),
    ] as [(Int64, String)])
  func durationIsShort(_ nanoseconds: Int64, _ text: String) {
    #expect(durationText(nanoseconds: nanoseconds) == text)
  }
}
