import Events
internal import Text

extension TextLayout {
  /// Writes the summary of the run.
  mutating func summary(
    _ summary: Summary, alerts: [Priority: [(id: String, count: Int)]], known: Int
  ) {
    line("summary", .strong, " of " + commandText(summary.command, limit: 160))
    row("result", Self.ending(summary))
    let app = [summary.app, summary.component].compactMap(\.self).joined(separator: "/")
    row(
      "policy",
      safeText(summary.policy, limit: 80) + " for " + safeText(app, limit: 80) + ", "
        + Self.failing(summary.threshold))
    row("traced", Self.traced(summary))
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

  /// Lists the baseline's alerts that the run did not raise, which can be removed from it.
  private mutating func gone(_ alerts: [KnownAlert]) {
    for (index, alert) in alerts.prefix(20).enumerated() {
      let object = alert.object.isEmpty ? "" : ": " + safeText(alert.object, limit: 160)
      row(
        index == 0 ? "gone" : "",
        safeText(alert.id, limit: 80) + " by " + safeText(alert.program, limit: 160) + object)
    }
    if alerts.count > 20 { row("", "and \(alerts.count - 20) more") }
  }

  /// Says that a baseline has fingerprints of an earlier release, and how it is rewritten.
  mutating func earlierBaseline(_ baseline: BaselineComparison) {
    guard let version = baseline.earlierVersion else { return }
    let file = safeText(baseline.file, limit: 200)
    line(
      "baseline", .plain,
      ": \(file) has fingerprints of version \(version); its alerts are compared by id, program and "
        + "object (rewrite it with --write-baseline \(file))")
  }

  /// Lists the exceptions that suppressed no alert, which can be removed from the policy.
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

  /// Writes the blind spots in one line, for `--quiet`.
  mutating func unseenLine(_ summary: Summary) {
    guard !summary.blindSpots.isEmpty else { return }
    let spots = summary.blindSpots.map { safeText($0.id, limit: 40) + Self.times($0.count) }
    line("blind spots", .plain, ": " + safeText(spots.joined(separator: ", ")))
  }

  /// Writes the exit status and its reason.
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

  private static func traced(_ summary: Summary) -> String {
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

  /// When alerts fail the run, in words.
  static func failing(_ threshold: FailThreshold) -> String {
    threshold == .never
      ? "never fails the run"
      : "fails the run at \(threshold.name)"
        + (threshold == .at(.p1) ? "" : " or above")
  }

  private static func uncounted(_ summary: Summary, known: Int) -> String {
    var parts: [String] = []
    if summary.suppressed > 0 { parts.append("\(summary.suppressed) suppressed by exceptions") }
    if known > 0 { parts.append("\(known) in the baseline") }
    if summary.overflow > 0 { parts.append("\(summary.overflow) over the limit, not shown") }
    return parts.joined(separator: ", ")
  }

  private static func times(_ count: Int) -> String { count > 1 ? " ×\(count)" : "" }
}
