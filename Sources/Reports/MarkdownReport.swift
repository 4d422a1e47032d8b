public import Events

/// GitHub Flavored Markdown for the summary of a CI job or a comment on a change.
public struct MarkdownReport: Report {
  /// Maximum size in bytes. GitHub accepts 1 MiB (1,048,576 bytes) as the summary of a step, and
  /// the step may have written to it before.
  static let limit = 1_000_000
  /// Maximum number of rows in the table of alerts, which a reader can still scan.
  static let rows = 200

  private var run: RunStart?
  private var collection = AlertCollection()

  /// An empty report.
  public init() {}

  /// Writes nothing: the report begins with the verdict.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) { self.run = run }

  /// Stores an alert; the summary counts suppressed and known ones.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    guard alert.counts else { return }
    collection.add(alert)
  }

  /// Writes the whole report.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    // By priority, then in the order in which they were first raised.
    let alerts = collection.counted(totals).enumerated()
      .sorted { ($1.element.alert.priority, $0.offset) < ($0.element.alert.priority, $1.offset) }
      .map(\.element)
    let head = Self.head(summary) + Self.unseen(summary.blindSpots)
    let tail =
      Self.baseline(summary.baseline) + Self.unused(summary.unusedExceptions)
      + Self.destinations(summary.inventory)
    let title = summary.baseline == nil ? "Alerts" : "New alerts"
    let room = Self.limit - head.utf8.count - tail.utf8.count
    let table = Self.table(alerts, title: title, room: room / 2)
    let details = details(alerts, room: room - table.utf8.count)
    for part in [head, table, details, tail] { output += part.utf8 }
  }

  private static func head(_ summary: Summary) -> String {
    let events = summary.events.reduce(0) { $0 + $1.count }
    let app = [summary.app, summary.component].compactMap(\.self).joined(separator: "/")
    var text = "## dftrace: " + MarkdownText.prose(Verdict(summary).sentence) + "\n\n"
    text += "The command " + MarkdownText.code(commandText(summary.command), limit: 240) + " "
    text += MarkdownText.prose(TextLayout.ending(summary)) + ": "
    text += plural(summary.processes, "process", "processes") + ", " + plural(events, "event")
    text += ". The policy " + MarkdownText.code(summary.policy, limit: 80) + " for "
    text += MarkdownText.code(app, limit: 80) + " \(TextLayout.failing(summary.threshold)).\n\n"
    var columns = Priority.allCases.map { ($0.name, summary.alerts[$0, default: 0]) }
    if summary.suppressed > 0 { columns.append(("Suppressed", summary.suppressed)) }
    if let baseline = summary.baseline { columns.append(("In the baseline", baseline.known)) }
    if summary.overflow > 0 { columns.append(("Over the limit", summary.overflow)) }
    guard columns.contains(where: { $0.1 > 0 }) else { return text }
    text += "| " + columns.map(\.0).joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: " ---: |", count: columns.count) + "\n"
    return text + "| " + columns.map { String($0.1) }.joined(separator: " | ") + " |\n\n"
  }

  private static func unseen(_ spots: [BlindSpot]) -> String {
    let lines = spots.map { spot in
      "- **Blind spot:** " + MarkdownText.code(spot.id, limit: 40) + times(spot.count) + ": "
        + MarkdownText.prose(spot.message, limit: 400) + "\n"
    }
    return list(lines, "")
  }

  private static func table(
    _ alerts: [(alert: Alert, count: Int)], title: String, room: Int
  ) -> String {
    guard !alerts.isEmpty else { return "" }
    var text = "### \(title)\n\n| Priority | Action | Program | Count | Fingerprint |\n"
    text += "| --- | --- | --- | ---: | --- |\n"
    var shown = 0
    for (alert, count) in alerts.prefix(rows) {
      let row =
        "| " + alert.priority.name + " | " + MarkdownText.cell(alert.message) + " | "
        + MarkdownText.cell(alert.process.exe, limit: 120) + " | \(count) | "
        + MarkdownText.cell(alert.fingerprint, limit: 40) + " |\n"
      guard text.utf8.count + row.utf8.count < room else { break }
      text += row
      shown += 1
    }
    return text + "\n"
      + omitted(alerts.count - shown, "alert", "The table shows the worst \(shown)")
  }

  private static func baseline(_ baseline: BaselineComparison?) -> String {
    guard let baseline else { return "" }
    var text = "### Baseline\n\n" + MarkdownText.code(baseline.file, limit: 200) + " accepts "
    text += plural(baseline.known, "alert") + " of this run"
    guard !baseline.gone.isEmpty else { return text + ".\n\n" }
    text += ". It contains \(plural(baseline.gone.count, "alert")) that this run did not raise:\n\n"
    let lines = baseline.gone.map { alert in
      "- " + MarkdownText.code(alert.id, limit: 80) + " by "
        + MarkdownText.code(alert.program, limit: 160)
        + (alert.object.isEmpty ? "" : ": " + MarkdownText.code(alert.object, limit: 160)) + "\n"
    }
    return text + list(lines, "")
  }

  private static func unused(_ exceptions: [ExceptionFacts]) -> String {
    let lines = exceptions.map { exception in
      "- " + MarkdownText.code(exception.alert, limit: 80) + " when "
        + MarkdownText.code(exception.condition, limit: 200) + ": "
        + MarkdownText.code(exception.reason, limit: 160) + "\n"
    }
    return list(lines, "### Unused exceptions\n\n")
  }

  private static func destinations(_ inventory: Inventory) -> String {
    guard !inventory.destinations.isEmpty else { return "" }
    var text = "### Destinations\n\n| Address | Country | Names | Count |\n"
    text += "| --- | --- | --- | ---: |\n"
    for item in inventory.destinations.prefix(100) {
      let hosts = item.hosts.prefix(4).map { MarkdownText.cell($0, limit: 80) }
      text += "| " + MarkdownText.cell(item.name, limit: 120) + " | "
      text += (item.country.map { MarkdownText.cell($0, limit: 20) } ?? "") + " | "
      text += hosts.joined(separator: ", ") + " | \(item.count) |\n"
    }
    return text + "\n"
      + omitted(inventory.destinations.count - 100, "destination", "The table shows 100")
  }

  /// Formats a list of at most 50 lines and the number of omitted ones.
  private static func list(_ lines: [String], _ title: String) -> String {
    guard !lines.isEmpty else { return "" }
    let rest = lines.count - 50
    return title + lines.prefix(50).joined() + (rest > 0 ? "- and \(rest) more\n" : "") + "\n"
  }

  static func times(_ count: Int) -> String { count > 1 ? " ×\(count)" : "" }

  /// Formats the number of omitted entries.
  static func omitted(_ count: Int, _ noun: String, _ what: String) -> String {
    guard count > 0 else { return "" }
    return what + "; \(plural(count, "more " + noun)) \(count == 1 ? "is" : "are") omitted. "
      + "`--report json=FILE` contains all.\n\n"
  }

  private func details(_ alerts: [(alert: Alert, count: Int)], room: Int) -> String {
    guard let run, !alerts.isEmpty else { return "" }
    return MarkdownDetails(run).text(alerts, room: room)
  }
}
