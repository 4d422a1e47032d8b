import Events

/// The folded part of a Markdown report: for each kind of alert its meaning, the fix and the
/// occurrences.
struct MarkdownDetails {
  /// Maximum number of alerts of one kind; the table lists more.
  static let shown = 10

  private let texts: [String: AlertText]

  /// Uses the alert texts of a run.
  init(_ run: RunStart) {
    texts = Dictionary(run.alerts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes the kinds in the order of their worst alert, up to a size in bytes.
  func text(_ alerts: [(alert: Alert, count: Int)], room: Int) -> String {
    var order: [String] = []
    var kinds: [String: [(alert: Alert, count: Int)]] = [:]
    for entry in alerts {
      if kinds[entry.alert.id] == nil { order.append(entry.alert.id) }
      kinds[entry.alert.id, default: []].append(entry)
    }
    var text = "### Details and fixes\n\n"
    var written = 0
    for id in order {
      let part = kind(id, kinds[id, default: []])
      // Reserve space for the sentence about omitted kinds.
      guard text.utf8.count + part.utf8.count + 200 < room else { break }
      text += part
      written += 1
    }
    return text
      + MarkdownReport.omitted(
        order.count - written, "kind", "This section shows \(plural(written, "kind")) of alert")
  }

  private func kind(_ id: String, _ alerts: [(alert: Alert, count: Int)]) -> String {
    guard let first = alerts.first?.alert else { return "" }
    let total = alerts.reduce(0) { $0 + $1.count }
    let often = total > alerts.count ? ", \(total) times" : ""
    var text = "<details><summary><b>\(first.priority.name)</b> " + MarkdownText.html(first.title)
    text += ": \(plural(alerts.count, "alert"))\(often)</summary>\n\n"
    text += "**Alert:** " + MarkdownText.code(id, limit: 80) + "\n\n"
    if let known = texts[id], !known.description.isEmpty {
      text += "**Meaning:** " + MarkdownText.prose(known.description) + "\n\n"
    }
    text += "**Fix:** " + MarkdownText.prose(first.remedy) + "\n\n"
    for (alert, count) in alerts.prefix(Self.shown) { text += occurrence(alert, count) }
    let rest = alerts.count - Self.shown
    if rest > 0 { text += "\(plural(rest, "more alert")) of this kind.\n\n" }
    return text + "</details>\n\n"
  }

  private func occurrence(_ alert: Alert, _ count: Int) -> String {
    let process = alert.process
    var rows = [
      ("Process", MarkdownText.code(TextLayout.who(process))),
      (
        "Command",
        MarkdownText.code(commandText(process.argv)) + " in "
          + MarkdownText.code(process.cwd, limit: 200)
      ),
      ("Call", MarkdownText.code(TextLayout.call(alert.event))),
    ]
    if !alert.evidence.isEmpty {
      rows.append(("Facts", MarkdownText.code(TextLayout.named(alert.evidence))))
    }
    if !alert.related.isEmpty {
      rows.append(
        ("Related", MarkdownText.code(alert.related.map(\.id).joined(separator: ", "), limit: 200)))
    }
    rows += alert.why.prefix(8).map { reason in
      (
        "Matched",
        MarkdownText.code(reason.check, limit: 200) + " ← "
          + MarkdownText.code(reason.value, limit: 160)
      )
    }
    rows.append(("Fingerprint", MarkdownText.code(alert.fingerprint, limit: 40)))
    var text = "- " + MarkdownText.code(alert.message) + MarkdownReport.times(count) + "\n"
    for (label, value) in rows { text += "  - **\(label):** \(value)\n" }
    if let exception = alert.exception {
      text += "\n  To allow this action only, add this exception to `\"alerts\"` of the policy:\n\n"
      text += MarkdownText.block(pasteText(exception), language: "json", indent: "  ")
    }
    return text + "\n"
  }
}
