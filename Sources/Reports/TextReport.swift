public import Events
internal import Text

/// The text report: each alert as it happens, then a summary and the exit status with its reason.
///
/// A run without alerts and blind spots takes one line.
public struct TextReport: Report {
  private let style: TextStyle
  private var threshold = FailThreshold.never
  private var policyOption: String?
  private var hasBaseline = false
  /// The priorities of the counted alerts, by fingerprint.
  private var counted: [String: Priority] = [:]
  /// The ids of the alerts whose fix has been written.
  private var advised: Set<String> = []
  /// Number of alerts in the baseline.
  private var known = 0

  /// An empty report.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Writes nothing, so that a run without alerts takes one line.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {
    threshold = run.threshold
    policyOption = run.policyOption
    hasBaseline = run.baseline != nil
  }

  /// Writes an alert. Known alerts are only counted, suppressed ones too without
  /// `--show-suppressed`.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    guard alert.suppression == nil else {
      guard style.showsSuppressed, !style.quiet else { return }
      var layout = TextLayout(style)
      layout.alert(
        alert, policyOption, isAdvised: advised.contains(alert.id), mark: "suppressed")
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

  /// Writes the summary when anything was raised or missed, and always the exit status.
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
      if let baseline = summary.baseline { layout.earlierBaseline(baseline) }
      layout.verdict(verdict)
    }
    output += layout.text.utf8
  }

  /// For each priority, the ids and counts of its alerts, the most frequent first.
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
  ///   - isAdvised: whether an alert with this id was written before; the fix is not repeated then.
  ///   - mark: a word after the title, such as `new`.
  fileprivate mutating func alert(
    _ alert: Alert, _ policyOption: String?, isAdvised: Bool, mark: String?
  ) {
    let isSuppressed = alert.suppression != nil
    line(
      alert.priority.name, isSuppressed ? .faint : Tone(alert.priority),
      " " + safeText(alert.title, limit: 160) + (mark.map { " (\($0))" } ?? ""))
    row("reason", safeText(alert.suppression ?? "", limit: 400))
    facts(of: alert)
    // A custom alert's id is the policy's, so it may be of any length.
    row("related", alert.related.map { safeText($0.id, limit: 60) }.joined(separator: ", "))
    if !isAdvised { row("fix", safeText(alert.remedy, limit: 1_000)) }
    // Only the policy that defines a custom alert can explain it.
    let option = policyOption.map { ["-p", $0] } ?? []
    row("details", commandText(["dftrace", "alerts", "explain", alert.id] + option))
    if let exception = alert.exception { whole("allow", pasteText(exception)) }
  }

  /// Writes the process, its action, the syscall and the checks that matched.
  mutating func facts(of alert: Alert) {
    row("process", Self.who(alert.process))
    row("action", safeText(alert.message))
    row("command", commandText(alert.process.argv))
    row(
      "program",
      safeText(alert.process.exe, limit: 200) + ", in " + safeText(alert.process.cwd, limit: 200))
    row("call", Self.call(alert.event))
    row("facts", Self.named(alert.evidence))
    for (index, reason) in alert.why.enumerated() {
      row(
        index == 0 ? "matched" : "",
        safeText(reason.check, limit: 200) + " ← " + safeText(reason.value, limit: 160))
    }
  }

  /// The chain of processes from the command to the program, such as `make → sh → curl`.
  static func who(_ process: AlertProcess) -> String {
    var names = (process.ancestors.reversed().map(\.exe) + [process.exe]).map { path in
      safeText(String(path.split(separator: "/").last ?? Substring(path)), limit: 40)
    }
    if names.count > 7 { names.replaceSubrange(3..<(names.count - 3), with: ["…"]) }
    let user =
      process.uid == process.euid
      ? "uid \(process.uid)" : "uid \(process.uid), euid \(process.euid)"
    return names.joined(separator: " → ") + " (pid \(process.pid), \(user))"
  }

  /// Formats the call like source code, with its result.
  static func call(_ event: AlertEvent) -> String {
    let call = safeText(event.type, limit: 40) + "(" + named(event.arguments) + ")"
    // Signals and exits have no result.
    if event.level == .verified, event.result == nil { return call }
    let result = event.errno ?? event.result.map { String($0) } ?? "?"
    let level =
      switch event.level {
      case .requested: " (requested; result unknown)"
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
