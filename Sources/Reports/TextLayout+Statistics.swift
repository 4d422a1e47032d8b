import Events
internal import Text

extension TextLayout {
  /// Writes what each kind of event has cost, as columns.
  mutating func statistics(_ summary: Summary) {
    guard !summary.statistics.isEmpty else { return }
    let total = summary.statistics.reduce(0) { $0 + $1.nanoseconds }
    line(
      "observed", .strong,
      " " + Self.observation(summary.traceMode ?? "") + "; looked for "
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

  /// How calls were observed, in words.
  static func observation(_ mode: String) -> String {
    switch mode {
    case "notify-synchronous": "by notification"
    case "notify": "by notification without synchronous wake-up"
    case "notify-interruptible": "by notification that signals interrupt"
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
