import Testing
import Text

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "0000-01-01",
    "2026-01-00", "+026-01-01", "2026-01-01 ", "２026-01-01", "2026/01/01", "",
  ])
  func noSuchDay(_ text: String) { #expect(CalendarDate(text) == nil) }

  @Test(arguments: [
    (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"),
    (951_782_400, "2000-02-29"), (951_868_800, "2000-03-01"), (1_735_689_599, "2024-12-31"),
    (4_107_542_400, "2100-03-01"),
  ])
  func ofAMoment(seconds: Int64, text: String) throws {
    let date = CalendarDate(secondsSinceEpoch: seconds)
    #expect(date.description == text)
    #expect(CalendarDate(text) == date)
  }

  @Test(arguments: [
    ("2023-02-28", "2024-02-28"), ("2024-02-29", "2025-02-28"), ("2026-12-31", "2027-12-31"),
    ("9999-01-01", "9999-01-01"),
  ])
  func aYearLater(_ text: String, _ next: String) {
    #expect(CalendarDate(text)?.nextYear.description == next)
  }

  @Test func order() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map {
      try #require(CalendarDate($0))
    }
    #expect(days.shuffled().sorted() == days)
  }
}
