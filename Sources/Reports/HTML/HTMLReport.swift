public import Events

/// One HTML page that needs no server, no other file and no network.
///
/// The page begins with the verdict, so it is written at the end of the run. The page's script
/// never evaluates texts of the run. The Content-Security-Policy allows the page's style sheet and
/// script by their hashes and forbids everything else.
public struct HTMLReport: Report {
  private var start: RunStart?
  private var alerts = HTMLAlerts()

  /// An empty report.
  public init() {}

  /// Writes nothing: the page begins with the verdict.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) { start = run }

  /// Stores an alert until the end.
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
