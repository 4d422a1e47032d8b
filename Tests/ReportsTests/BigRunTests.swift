import Events
import Reports
import Testing

/// As many alerts as a run keeps: no format may take long or write without bound.
@Suite struct BigRunTests {
  /// Distinct alerts of all priorities, in names that no compression shortens much.
  static let alerts: [Alert] = {
    var state: UInt64 = 1
    func next() -> UInt64 {
      // Knuth's linear congruential generator (MMIX), so that each run is the same.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
    return (0..<10_000).map { number in
      var alert = number.isMultiple(of: 2) ? Samples.key : Samples.country
      alert.priority = Priority.allCases[number % 4]
      let name = (0..<8).map { _ in String(next(), radix: 36) }.joined()
      alert.fingerprint = String(number, radix: 16)
      alert.message = "node tried to open /srv/\(name)"
      alert.object = "/srv/" + name
      return alert
    }
  }()

  @Test(arguments: ReportFormat.allCases)
  func isBounded(_ format: ReportFormat) {
    let clock = ContinuousClock()
    var size = 0
    let time = clock.measure {
      size = written(format, alerts: Self.alerts, summary: Samples.summary).utf8.count
    }
    #expect(size < 32_000_000)
    // Unoptimized and beside other tests; a hundredth of it is what it takes when shipped.
    #expect(time < .seconds(120))
  }
}
