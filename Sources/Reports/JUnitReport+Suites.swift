import Events
internal import Text

/// The tests of a category.
struct JUnitSuite {
  let name: String
  let cases: [JUnitCase]

  func count(_ outcome: JUnitCase.Outcome) -> Int { cases.count { $0.outcome == outcome } }

  /// Raised alerts that do not fail the run, for servers that do not show skipped tests.
  var notes: String {
    cases.filter { $0.outcome == .skipped }
      .map { "\($0.priority) \($0.name): \($0.message)\n" }.joined()
  }
}

extension XMLWriter {
  /// Writes the suite of the run; its one test fails when dftrace fails.
  mutating func run(_ start: RunStart, _ summary: Summary, _ timestamp: String) {
    let verdict = Verdict(summary)
    let isError = verdict.reason == .dftrace
    let time = Self.seconds(nanoseconds: summary.duration)
    element(
      "testsuite",
      [
        "name": "run", "package": "dftrace", "id": "0", "timestamp": timestamp,
        "hostname": "localhost", "tests": "1", "failures": "0", "errors": isError ? "1" : "0",
        "skipped": "0", "time": time,
      ]
    ) { suite in
      suite.element("properties") { $0.properties(start, summary, verdict) }
      let test: KeyValuePairs = [
        "name": "dftrace traced the command to its end", "classname": "dftrace.run", "time": time,
      ]
      if isError {
        suite.element("testcase", test) {
          $0.element("error", ["message": verdict.sentence, "type": "dftrace"])
        }
      } else {
        suite.element("testcase", test)
      }
      suite.element("system-out", text: verdict.sentence + "\n")
      suite.element("system-err", text: Self.unseen(summary))
    }
  }

  /// Writes the suite of a category.
  mutating func suite(_ suite: JUnitSuite, id: Int, _ timestamp: String) {
    element(
      "testsuite",
      [
        "name": suite.name, "package": "dftrace", "id": String(id), "timestamp": timestamp,
        "hostname": "localhost", "tests": String(suite.cases.count),
        "failures": String(suite.count(.failed)), "errors": "0",
        "skipped": String(suite.count(.skipped)), "time": "0",
      ]
    ) { writer in
      writer.element("properties")
      for test in suite.cases { writer.test(test) }
      writer.element("system-out", text: suite.notes)
      writer.element("system-err")
    }
  }

  private mutating func test(_ test: JUnitCase) {
    let attributes: KeyValuePairs = [
      "name": test.name, "classname": test.className, "time": "0",
    ]
    switch test.outcome {
    case .passed: element("testcase", attributes)
    case .skipped:
      element("testcase", attributes) {
        $0.element("skipped", ["message": test.message], text: test.body)
      }
    case .failed:
      element("testcase", attributes) {
        $0.element("failure", ["message": test.message, "type": test.priority], text: test.body)
      }
    }
  }

  private mutating func properties(_ start: RunStart, _ summary: Summary, _ verdict: Verdict) {
    property("command", commandText(summary.command))
    property("policy", safeText(summary.policy, limit: 80))
    property("threshold", summary.threshold.name)
    property("verdict", verdict.sentence)
    property("app", safeText(summary.app, limit: 80))
    if let component = summary.component { property("component", safeText(component, limit: 80)) }
    if !start.version.isEmpty { property("version", safeText(start.version, limit: 40)) }
    property("excused", String(summary.suppressed))
    if let baseline = summary.baseline {
      property("baseline", safeText(baseline.file, limit: 200))
      property("known", String(baseline.known))
      property("gone", String(baseline.gone.count))
    }
    if summary.overflow > 0 { property("notKept", String(summary.overflow)) }
    for spot in summary.blindSpots.prefix(100) {
      property("blindSpot." + safeText(spot.id, limit: 40), safeText(spot.message))
    }
  }

  private mutating func property(_ name: String, _ value: String) {
    element("property", ["name": name, "value": value])
  }

  /// Blind spots and dropped alerts, one line each.
  private static func unseen(_ summary: Summary) -> String {
    var lines = summary.blindSpots.prefix(100).map { spot in
      "blind spot: \(safeText(spot.id, limit: 40))\(spot.count > 1 ? " ×\(spot.count)" : ""): "
        + safeText(spot.message)
    }
    if summary.overflow > 0 {
      lines.append("dropped: \(plural(summary.overflow, "alert")) over the limit")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Formats a duration in seconds as the schema's decimal.
  private static func seconds(nanoseconds: Int64) -> String {
    let milliseconds = max(0, nanoseconds) / 1_000_000
    let digits = String(milliseconds % 1_000)
    return "\(milliseconds / 1_000)." + String(repeating: "0", count: 3 - digits.utf8.count)
      + digits
  }
}
