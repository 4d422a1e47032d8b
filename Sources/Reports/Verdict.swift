import Events
internal import Text

/// The exit status of a run and its reason, in the same words in every format.
struct Verdict: Equatable {
  /// What determined the exit status.
  enum Reason: String {
    /// Alerts at or above the threshold.
    case alerts
    /// The command's own status.
    case command
    /// A signal killed the command, and dftrace ends by the same signal.
    case signal
    /// dftrace failed or reached `--timeout`.
    case dftrace
  }

  /// What determined the exit status.
  let reason: Reason
  /// One sentence without a full stop that begins with the exit status.
  let sentence: String

  /// Determines the reason from a summary.
  init(_ summary: Summary) {
    let alerts = Self.alerts(summary)
    if case .timeout(let limit) = summary.interruption, summary.exitStatus == 124 {
      reason = .dftrace
      sentence =
        "exit 124: --timeout ended the run after \(durationText(nanoseconds: limit)); \(alerts)"
      return
    }
    guard let status = summary.exitStatus else {
      reason = .signal
      sentence = "\(Self.signal(summary.outcome)) like the command; \(alerts)"
      return
    }
    if status == 125, summary.outcome != .exited(125) || !summary.failedBy.isEmpty {
      reason = .dftrace
      sentence = "exit 125: dftrace failed; \(alerts)"
    } else if !summary.failedBy.isEmpty {
      reason = .alerts
      let end = summary.interruption == .failFast ? "; --fail-fast ended the run" : ""
      sentence = "exit \(status): \(alerts)\(end)"
    } else if summary.outcome == .exited(status) {
      reason = .command
      sentence = "exit \(status): the command's status; \(alerts)"
    } else {
      reason = .dftrace
      sentence = "exit \(status): dftrace's status, not the command's; \(alerts)"
    }
  }

  private static func signal(_ outcome: CommandOutcome) -> String {
    switch outcome {
    case .exited: "ends by a signal"
    case .signaled(let number, let name): "ends by \(safeText(name, limit: 20)) (\(number))"
    }
  }

  private static func alerts(_ summary: Summary) -> String {
    let counted = summary.alerts.values.reduce(0, +)
    let noun = summary.baseline == nil ? "alert" : "new alert"
    if counted == 0, summary.failedBy.isEmpty {
      var parts: [String] = []
      if let known = summary.baseline?.known, known > 0 { parts.append("\(known) in the baseline") }
      if summary.suppressed > 0 { parts.append("\(summary.suppressed) suppressed") }
      return "no \(noun)s" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }
    guard case .at(let threshold) = summary.threshold else {
      return "\(plural(counted, noun)), threshold never"
    }
    guard !summary.failedBy.isEmpty else {
      return "no \(noun) at or above \(threshold.name)"
    }
    let reached = summary.alerts.reduce(0) { $0 + ($1.key >= threshold ? $1.value : 0) }
    let ids = summary.failedBy.prefix(8).map { safeText($0, limit: 80) }
    let rest = summary.failedBy.count - ids.count
    return "\(plural(max(reached, ids.count), noun)) at or above \(threshold.name): "
      + ids.joined(separator: ", ") + (rest > 0 ? " and \(plural(rest, "other kind"))" : "")
  }
}

/// Formats a count with its noun.
func plural(_ count: Int, _ noun: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : many ?? noun + "s")"
}
