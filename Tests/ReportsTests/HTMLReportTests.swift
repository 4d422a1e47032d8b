import Events
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
  private func text(_ run: SampleRun) -> String {
    String(decoding: run.written(.html), as: UTF8.self)
  }

  /// The sample with other alerts.
  private func run(_ alerts: [Alert]) -> SampleRun {
    var run = SampleRun.build
    run.alerts = alerts
    return run
  }

  @Test func theSameRunGivesTheSameBytes() {
    #expect(SampleRun.build.written(.html) == SampleRun.build.written(.html))
  }

  @Test func hugeRunGivesABoundedPage() {
    let page = SampleRun.huge.written(.html)
    #expect(page.count < 6_000_000)
    // A search for each text in the whole page would take a minute.
    let lines = page.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    func holds(_ text: String) -> Bool {
      lines.contains { $0.utf8.count < 300 && $0.contains(text) }
    }
    #expect(holds("Alerts (10000)"))
    #expect(holds("more alerts of this kind are omitted"))
    #expect(holds("9500 later alerts omitted."))
    #expect(holds("1500 more omitted"))
    // Each kind has an alert on the page, however many there are of the more urgent ones.
    #expect(lines.count { $0.hasPrefix("<code>huge-") && $0.contains("</code> · file") } == 90)
  }

  @Test func hostileTextsGiveABoundedPage() {
    var run = SampleRun.huge
    let text = String(repeating: "\u{202E}\"", count: 600)
    for index in run.alerts.indices {
      run.alerts[index].why = Array(repeating: Reason(check: text, value: text), count: 50)
    }
    #expect(run.written(.html).count < 8_000_000)
  }

  @Test func numbersAtTheirEndsDoNotTrap() {
    var run = SampleRun.saying("text")
    run.summary.events = [("a", .max), ("b", .max)]
    run.summary.duration = .max
    run.start.time = .min
    run.summary.processTree[0].parent = 7
    run.summary.processTree[1].parent = -1
    run.totals = run.alerts.map { .init(fingerprint: $0.fingerprint, id: $0.id, count: .max) }
    #expect(text(run).contains("</html>"))
    run.start.time = .max
    run.summary.duration = .min
    #expect(text(run).contains("</html>"))
  }

  @Test func urgentKindsComeFirstAndUncountedOnesLast() throws {
    var low = Samples.key
    (low.id, low.priority, low.fingerprint) = ("b-low", .p4, "low")
    var suppressed = Samples.suppressed
    suppressed.id = "a-excused"
    let page = text(run([low, suppressed, Samples.key, Samples.country]))
    let places = try ["network-restricted-country", "file-ssh-key-read", "b-low", "a-excused"]
      .map { try #require(page.firstRange(of: "<code>\($0)</code> · ")).lowerBound }
    #expect(places == places.sorted())
  }

  /// The engine hands an alert on a second time when an exception no longer suppresses it.
  @Test func alertThatIsNoLongerExcusedCounts() {
    var first = Samples.country
    first.suppression = "meant"
    let page = text(run([first, Samples.country]))
    #expect(page.contains("Alerts (1)"))
    #expect(page.contains(#"data-state="new""#) && !page.contains(#"data-state="excused""#))
  }

  @Test func whatWasNotFoundIsTold() throws {
    let page = text(run([Samples.country]))
    let silent = try #require(page.firstRange(of: #"<section id="silent""#)).upperBound
    #expect(page[silent...].contains("process-fork-bomb"))
    #expect(page[silent...].contains("file-ssh-key-read"))
    #expect(!page[silent...].contains(Samples.country.id))
  }

  @Test func exceptionIsWholeOrNotThere() {
    var alert = Samples.key
    alert.exception?.condition = String(repeating: "x", count: 5_000)
    let page = text(run([alert]))
    #expect(page.contains("The exception is too long for this page"))
    #expect(!page.contains(#"class="paste""#))
  }

  @Test func everyElementIsClosed() throws {
    let tag = try Regex(#"<(/?)([a-z0-9]+)[^>]*>"#, as: (Substring, Substring, Substring).self)
    for run in [SampleRun.build, .saying("a < b")] {
      let page = text(run)
      let start = try #require(page.firstRange(of: "<body>")).lowerBound
      let end = try #require(page.firstRange(of: "<script>")).lowerBound
      var open: [Substring] = []
      for match in page[start..<end].matches(of: tag) where match.2 != "input" {
        if match.1.isEmpty {
          open.append(match.2)
        } else {
          // A drawn shape may end itself.
          while let last = open.last, last != match.2, ["path", "rect", "circle"].contains(last) {
            open.removeLast()
          }
          #expect(open.popLast() == match.2)
        }
      }
      #expect(open == ["body"])
    }
  }

  @Test(arguments: [
    ("T1071", "https://attack.mitre.org/techniques/T1071/"),
    ("T1071.004", "https://attack.mitre.org/techniques/T1071/004/"),
    ("T107", nil), ("T10711", nil), ("T1071.4", nil), ("T1071.004.1", nil), ("T1071/../x", nil),
    ("T1071.", nil), ("X1071", nil), ("T١٠٧١", nil), ("", nil), ("T1071 ", nil),
  ])
  func techniqueIsLinked(_ id: String, _ address: String?) {
    #expect(HTMLLinks.attack(id) == address)
  }

  @Test(arguments: [
    ("CWE-78", "https://cwe.mitre.org/data/definitions/78.html"), ("CWE-", nil), ("78", nil),
    ("CWE-78a", nil), ("CWE-123456", nil), ("cwe-78", nil), ("CWE-7/8", nil),
  ])
  func weaknessIsLinked(_ id: String, _ address: String?) {
    #expect(HTMLLinks.cwe(id) == address)
  }

  @Test(
    arguments: [
      "javascript:alert(1)", "http://example.org/", "HTTPS://example.org/", "https:///x",
      "https://user@example.org/", "https://example.org:x@evil.example/", "https://exa mple.org/",
      "https://example.org/\" onclick=\"x", "https://example.org/<x>", "https://",
      "data:text/html,x",
      "https://example.org/\u{202E}", "https://exämple.org/", "//example.org", "https://a\\b/",
      "https://example.org/" + String(repeating: "a", count: 500),
    ])
  func doubtfulReferenceIsText(_ address: String) {
    #expect(HTMLLinks.reference(address) == nil)
  }

  @Test(arguments: [
    "https://example.org", "https://example.org/incident?a=1&b=2#part",
    "https://nvd.nist.gov/vuln/detail/CVE-2024-2961",
  ])
  func referenceIsLinked(_ address: String) {
    #expect(HTMLLinks.reference(address) == address)
  }
}
