public import Events
internal import Text

/// For a person at a terminal: each alert as it happens, then a summary and why it ended so.
///
/// A run without alerts and blind spots is one line.
public struct TextReport: Report {
  private let style: TextStyle
  private var threshold = FailThreshold.never
  private var policyOption: String?
  private var hasBaseline = false
  /// The priorities of the alerts that were shown or left to the summary, by fingerprint.
  private var counted: [String: Priority] = [:]
  /// The ids of alerts whose remedy has been written.
  private var advised: Set<String> = []
  /// Alerts that were in the baseline already.
  private var known = 0

  /// A report that has written nothing.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Writes nothing: a run that raises nothing is not announced.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {
    threshold = run.threshold
    policyOption = run.policyOption
    hasBaseline = run.baseline != nil
  }

  /// Writes an alert; known ones are only counted, and so are suppressed ones unless asked for.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    guard alert.suppression == nil else {
      guard style.showsSuppressed, !style.quiet else { return }
      var layout = TextLayout(style)
      layout.alert(
        alert, policyOption, isAdvised: advised.contains(alert.id), mark: "excused")
      advised.insert(alert.id)
      output += layout.text.utf8
      return
    }
    guard alert.isNew else {
      known += 1
      return
    }
    counted[alert.fingerprint] = alert.priority
    guard !style.quiet || threshold.isReached(by: alert.priority) else { return }
    var layout = TextLayout(style)
    layout.alert(
      alert, policyOption, isAdvised: advised.contains(alert.id), mark: hasBaseline ? "new" : nil)
    advised.insert(alert.id)
    output += layout.text.utf8
  }

  /// Writes the summary if there is something to sum up, and always the reason of the status.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    var layout = TextLayout(style)
    let verdict = Verdict(summary)
    let hasGone = summary.baseline.map { !$0.gone.isEmpty } ?? false
    let hasAlerts = !counted.isEmpty || known > 0 || summary.overflow > 0 || hasGone
    if style.quiet {
      layout.unseenLine(summary)
      if verdict.reason == .alerts || verdict.reason == .dftrace { layout.verdict(verdict) }
    } else {
      if hasAlerts || !summary.blindSpots.isEmpty || !summary.unusedExceptions.isEmpty {
        layout.summary(summary, alerts: repeats(totals), known: known)
      }
      layout.statistics(summary)
      layout.verdict(verdict)
    }
    output += layout.text.utf8
  }

  /// For each priority, the ids of its alerts and how often they happened, the most frequent first.
  private func repeats(_ totals: [AlertTotal]) -> [Priority: [(id: String, count: Int)]] {
    var counts: [Priority: [String: Int]] = [:]
    for total in totals {
      guard let priority = counted[total.fingerprint] else { continue }
      counts[priority, default: [:]][total.id, default: 0] += total.count
    }
    return counts.mapValues { ids in
      ids.map { (id: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    }
  }
}

extension TextLayout {
  /// Writes an alert.
  ///
  /// - Parameters:
  ///   - isAdvised: whether the same alert was written before, about something else; what to do is the
  ///     same then, and need not be read again.
  ///   - mark: what the alert is besides, in a word.
  fileprivate mutating func alert(
    _ alert: Alert, _ policyOption: String?, isAdvised: Bool, mark: String?
  ) {
    let isExcused = alert.suppression != nil
    line(
      alert.priority.name, isExcused ? .faint : Tone(alert.priority),
      " " + safeText(alert.title, limit: 160) + (mark.map { " (\($0))" } ?? ""))
    row("excused", safeText(alert.suppression ?? "", limit: 400))
    facts(of: alert)
    if !isAdvised { row("do", safeText(alert.remedy, limit: 1_000)) }
    // An alert of a policy's own is only explained by that policy.
    let option = policyOption.map { ["-p", $0] } ?? []
    row("more", commandText(["dftrace", "alerts", "explain", alert.id] + option))
    if let exception = alert.exception { whole("excuse", pasteText(exception)) }
  }

  /// Writes what happened: who did what, by which call, and the checks that were true.
  mutating func facts(of alert: Alert) {
    row("who", Self.who(alert.process))
    row("what", safeText(alert.message))
    row("ran", commandText(alert.process.argv))
    row(
      "where",
      safeText(alert.process.exe, limit: 200) + ", in " + safeText(alert.process.cwd, limit: 200))
    row("call", Self.call(alert.event))
    row("facts", Self.named(alert.evidence))
    for (index, reason) in alert.why.enumerated() {
      row(
        index == 0 ? "why" : "",
        safeText(reason.check, limit: 200) + " ← " + safeText(reason.value, limit: 160))
    }
  }

  /// The way from the command down to the program, as `make → sh → curl`.
  static func who(_ process: AlertProcess) -> String {
    var names = (process.ancestors.reversed().map(\.exe) + [process.exe]).map { path in
      safeText(String(path.split(separator: "/").last ?? Substring(path)), limit: 40)
    }
    if names.count > 7 { names.replaceSubrange(3..<(names.count - 3), with: ["…"]) }
    let user =
      process.uid == process.euid
      ? "uid \(process.uid)" : "uid \(process.uid), acting as \(process.euid)"
    return names.joined(separator: " → ") + " (pid \(process.pid), \(user))"
  }

  /// The call as a program would write it, with its result.
  static func call(_ event: AlertEvent) -> String {
    let call = safeText(event.type, limit: 40) + "(" + named(event.arguments) + ")"
    // A signal and the end of a process are facts without a result.
    if event.level == .verified, event.result == nil { return call }
    let result = event.errno ?? event.result.map { String($0) } ?? "?"
    let level =
      switch event.level {
      case .requested: " (as requested; the result is not known)"
      case .returned: ""
      case .verified: " (verified)"
      }
    return call + " = " + safeText(result, limit: 40) + level
  }

  static func named(_ values: [NamedValue]) -> String {
    values.prefix(16).map { value in
      let text =
        switch value.value {
        case .text(let text): safeText(text, limit: 120)
        case .number(let number): String(number)
        case .boolean(let boolean): String(boolean)
        }
      return safeText(value.name, limit: 40) + "=" + text
    }.joined(separator: ", ")
  }
}
