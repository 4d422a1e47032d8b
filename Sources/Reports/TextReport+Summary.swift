import Events
internal import Text

extension TextLayout {
  /// Writes what the run was and did.
  mutating func summary(
    _ summary: Summary, alerts: [Priority: [(id: String, count: Int)]], known: Int
  ) {
    line("summary", .strong, " of " + commandText(summary.command, limit: 160))
    row("ended", Self.ending(summary))
    let app = [summary.app, summary.component].compactMap(\.self).joined(separator: "/")
    row(
      "policy",
      safeText(summary.policy, limit: 80) + " for " + safeText(app, limit: 80) + ", fails on "
        + summary.threshold.name)
    row("seen", Self.seen(summary))
    for priority in Priority.allCases {
      let count = summary.alerts[priority, default: 0]
      let ids = alerts[priority, default: []]
      guard count > 0 || !ids.isEmpty else { continue }
      row(priority.name, Self.kinds(count, ids), Tone(priority))
    }
    row("also", Self.uncounted(summary, known: known))
    gone(summary.baseline?.gone ?? [])
    unused(summary.unusedExceptions)
    for (index, spot) in summary.blindSpots.enumerated() {
      row(
        index == 0 ? "unseen" : "",
        safeText(spot.id, limit: 40) + Self.times(spot.count) + ": " + safeText(spot.message))
    }
  }

  /// Names what the baseline has and the run did not do, which a baseline may be rid of.
  private mutating func gone(_ alerts: [KnownAlert]) {
    for (index, alert) in alerts.prefix(20).enumerated() {
      let object = alert.object.isEmpty ? "" : ": " + safeText(alert.object, limit: 160)
      row(
        index == 0 ? "gone" : "",
        safeText(alert.id, limit: 80) + " by " + safeText(alert.program, limit: 160) + object)
    }
    if alerts.count > 20 { row("", "and \(alerts.count - 20) more") }
  }

  /// Names the exceptions that excused nothing, which a policy may be rid of.
  private mutating func unused(_ exceptions: [ExceptionFacts]) {
    for (index, exception) in exceptions.prefix(20).enumerated() {
      row(
        index == 0 ? "unused" : "",
        "exception of \(safeText(exception.alert, limit: 80)) when "
          + safeText(exception.condition, limit: 200) + ": "
          + safeText(exception.reason, limit: 160))
    }
    if exceptions.count > 20 { row("", "and \(exceptions.count - 20) more") }
  }

  /// Names the blind spots in one line, for who wants few.
  mutating func unseenLine(_ summary: Summary) {
    guard !summary.blindSpots.isEmpty else { return }
    let spots = summary.blindSpots.map { safeText($0.id, limit: 40) + Self.times($0.count) }
    line("not seen", .plain, ": " + safeText(spots.joined(separator: ", ")))
  }

  /// Writes why the status is what it is.
  mutating func verdict(_ verdict: Verdict) {
    let isBad = verdict.reason == .alerts || verdict.reason == .dftrace
    line(verdict.sentence, isBad ? .p1 : .plain, "")
  }

  static func ending(_ summary: Summary) -> String {
    let how =
      switch summary.outcome {
      case .exited(let status): "exited with \(status)"
      case .signaled(let number, let name):
        "killed by \(safeText(name, limit: 20)) (\(number))"
      }
    return how + " after " + durationText(nanoseconds: summary.duration)
  }

  private static func seen(_ summary: Summary) -> String {
    let events = summary.events.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let total = events.reduce(0) { $0 + $1.count }
    var text =
      plural(summary.processes, "process", "processes") + ", " + plural(total, "event")
      + (summary.traceMode.map { " " + observation($0) } ?? "")
    guard !events.isEmpty else { return text }
    text += ": " + events.prefix(6).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    if events.count > 6 { text += " and \(plural(events.count - 6, "other kind"))" }
    return safeText(text)
  }

  private static func kinds(_ count: Int, _ ids: [(id: String, count: Int)]) -> String {
    var text = plural(count, "alert")
    if !ids.isEmpty {
      text +=
        ": "
        + ids.prefix(12).map { safeText($0.id, limit: 80) + times($0.count) }
        .joined(separator: ", ")
    }
    if ids.count > 12 { text += " and \(plural(ids.count - 12, "other kind"))" }
    return text
  }

  private static func uncounted(_ summary: Summary, known: Int) -> String {
    var parts: [String] = []
    if summary.suppressed > 0 { parts.append("\(summary.suppressed) excused by exceptions") }
    if known > 0 { parts.append("\(known) in the baseline") }
    if summary.overflow > 0 { parts.append("\(summary.overflow) beyond the limit, not shown") }
    return parts.joined(separator: ", ")
  }

  private static func times(_ count: Int) -> String { count > 1 ? " ×\(count)" : "" }
}
