public import Events

/// One page for a browser that needs nothing else: no server, no other file, no network.
///
/// The verdict stands at the top, so that nothing is written before the end of the run. Texts of
/// the run are never handed to the page's script as code; its Content-Security-Policy allows the
/// one style sheet and the one script of this program, by their hashes, and forbids all else.
public struct HTMLReport: Report {
  private var start: RunStart?
  private var alerts = HTMLAlerts()

  /// A report that has written nothing.
  public init() {}

  /// Writes nothing: the page begins with the verdict.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) { start = run }

  /// Writes nothing.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) { alerts.add(alert) }

  /// Writes the page.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    let start =
      self.start
      ?? RunStart(command: summary.command, policy: summary.policy, threshold: summary.threshold)
    var page = HTMLPage(start: start, summary: summary, alerts: alerts, totals: totals)
    page.write()
    output += page.html.bytes
  }
}
