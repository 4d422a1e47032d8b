public import Events
internal import Text

/// JUnit XML for CI servers: one test for each enabled alert, which passes when the alert is not
/// raised.
///
/// A server may use this file alone to pass or fail a job. So only alerts that change the exit
/// status are failures. Known and suppressed alerts and those below the threshold are skipped tests
/// with the reason, since they did not pass. A failure of dftrace is an error of the run.
public struct JUnitReport: Report {
  private var start = RunStart(command: [], policy: "", threshold: .never)
  /// By alert id.
  private var findings: [String: JUnitFinding] = [:]

  /// An empty report.
  public init() {}

  /// Writes nothing: a suite begins with its number of failures, known at the end.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {
    start = run
  }

  /// Stores an alert until the end.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    findings[alert.id, default: JUnitFinding(alert)].add(alert, start.threshold)
  }

  /// Writes the suites: the run's, then one for each category.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    var counts: [String: Int] = [:]
    for total in totals { counts[total.fingerprint] = total.count }
    let listed = Set(start.alerts.map(\.id))
    let unlisted = findings.values.map(\.text).filter { !listed.contains($0.id) }
    let alerts = start.alerts + unlisted.sorted { $0.id < $1.id }
    let failed = Set(summary.failedBy)
    var suites: [JUnitSuite] = []
    for category in Category.allCases {
      let cases = alerts.filter { $0.category == category }.map { alert in
        JUnitCase(
          alert, findings[alert.id], summary.threshold, failed.contains(alert.id), counts)
      }
      if !cases.isEmpty { suites.append(JUnitSuite(name: category.rawValue, cases: cases)) }
    }
    var writer = XMLWriter()
    let timestamp = String(iso8601(nanoseconds: max(0, start.time ?? 0)).prefix(19))
    writer.element("testsuites") { writer in
      writer.run(start, summary, timestamp)
      for (index, suite) in suites.enumerated() {
        writer.suite(suite, id: index + 1, timestamp)
      }
    }
    output += writer.bytes
  }
}

/// The occurrences of one alert.
struct JUnitFinding {
  /// Maximum number of occurrences written for one alert; the others are counted.
  static let shown = 20

  let text: AlertText
  /// Occurrences that change the exit status.
  private(set) var counting: [Alert] = []
  private(set) var countingMore = 0
  /// Occurrences that do not change it.
  private(set) var others: [Alert] = []
  private(set) var othersMore = 0

  init(_ alert: Alert) { text = AlertText(raised: alert) }

  mutating func add(_ alert: Alert, _ threshold: FailThreshold) {
    if alert.suppression == nil, alert.isNew, threshold.isReached(by: alert.priority) {
      if counting.count < Self.shown { counting.append(alert) } else { countingMore += 1 }
    } else if others.count < Self.shown {
      others.append(alert)
    } else {
      othersMore += 1
    }
  }
}

/// The test of one alert.
struct JUnitCase {
  /// The result of the test.
  enum Outcome: Equatable {
    case passed
    case skipped
    case failed
  }

  let name: String
  let className: String
  let priority: String
  let outcome: Outcome
  /// One line.
  let message: String
  /// All facts of each occurrence.
  let body: String

  init(
    _ alert: AlertText, _ finding: JUnitFinding?, _ threshold: FailThreshold, _ hasFailed: Bool,
    _ counts: [String: Int]
  ) {
    name = safeText(alert.id, limit: 160) + ": " + safeText(alert.title, limit: 160)
    className = "dftrace.\(alert.category.rawValue)"
    priority = alert.priority.name
    let counting = finding?.counting ?? []
    let others = finding?.others ?? []
    let distinct =
      counting.count + others.count + (finding?.countingMore ?? 0) + (finding?.othersMore ?? 0)
    let also = distinct > 1 ? " and \(distinct - 1) more" : ""
    if let first = counting.first {
      outcome = .failed
      message = safeText(first.message) + also
    } else if hasFailed {
      outcome = .failed
      message = "raised over the limit of alerts, so without details" + also
    } else if let first = others.first {
      outcome = .skipped
      message = Self.reason(first, threshold) + ": " + safeText(first.message) + also
    } else {
      outcome = .passed
      message = ""
    }
    guard outcome != .passed else {
      body = ""
      return
    }
    var parts = (counting + others).map { occurrence in
      var layout = TextLayout(Self.style)
      layout.occurrence(occurrence, threshold, counts)
      return layout.text
    }
    var layout = TextLayout(Self.style)
    let rest = (finding?.countingMore ?? 0) + (finding?.othersMore ?? 0)
    if rest > 0 { layout.row("more", plural(rest, "other") + ", omitted here") }
    layout.row("fix", safeText(alert.remedy, limit: 1_000))
    parts.append(layout.text)
    body = "\n" + parts.joined(separator: "\n")
  }

  private static let style = TextStyle(width: 120)

  /// Why an occurrence does not count; empty when it does.
  static func reason(_ alert: Alert, _ threshold: FailThreshold) -> String {
    if let suppression = alert.suppression {
      return "suppressed: " + safeText(suppression, limit: 200)
    }
    if !alert.isNew { return "in the baseline" }
    if threshold.isReached(by: alert.priority) { return "" }
    if threshold == .never { return alert.priority.name + ", and the threshold is never" }
    return alert.priority.name + ", below the threshold " + threshold.name
  }
}

extension TextLayout {
  fileprivate mutating func occurrence(
    _ alert: Alert, _ threshold: FailThreshold, _ counts: [String: Int]
  ) {
    facts(of: alert)
    row("skipped", JUnitCase.reason(alert, threshold))
    row(
      "count",
      plural(counts[alert.fingerprint] ?? alert.count, "time") + ", fingerprint "
        + safeText(alert.fingerprint, limit: 100))
  }
}
