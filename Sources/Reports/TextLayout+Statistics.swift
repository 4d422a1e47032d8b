import Events
internal import Text

extension TextLayout {
  /// Writes a table of the cost of each kind of event.
  mutating func statistics(_ summary: Summary) {
    guard !summary.statistics.isEmpty else { return }
    let total = summary.statistics.reduce(0) { $0 + $1.nanoseconds }
    line(
      "observed", .strong,
      " " + Self.observation(summary.traceMode ?? "") + "; inspection took "
        + durationText(nanoseconds: total))
    row("", Self.columns("notified", "stopped", "matched", "µs each", "event"))
    for kind in summary.statistics {
      let count = max(1, kind.notified + kind.stopped)
      let tenths = (kind.nanoseconds / Int64(count) + 50) / 100
      row(
        "",
        Self.columns(
          String(kind.notified), String(kind.stopped), String(kind.matched),
          "\(tenths / 10).\(tenths % 10)", safeText(kind.name, limit: 60)))
    }
  }

  /// The observation mode in words.
  static func observation(_ mode: String) -> String {
    switch mode {
    case "notify-synchronous": "by notification"
    case "notify": "by asynchronous notification"
    case "notify-interruptible": "by interruptible notification"
    default: "by stops"
    }
  }

  private static func columns(
    _ first: String, _ second: String, _ third: String, _ fourth: String, _ last: String
  ) -> String {
    let cells = [first, second, third, fourth].map { text in
      String(repeating: " ", count: max(0, 10 - text.count)) + text
    }
    return cells.joined() + "  " + last
  }
}
