public import Events
internal import Text

/// Workflow commands of GitHub Actions: the worst alerts as annotations, then the verdict.
///
/// Format: GitHub's page "Workflow commands for GitHub Actions". The escapes follow the runner's
/// parser (ActionCommand.cs).
public struct GitHubReport: Report {
  /// GitHub shows ten annotations of a kind per step and drops the rest.
  static let shown = 10

  private var places: [String: SourcePlace] = [:]
  private var place = SourcePlace(path: ".dftrace/policy.json", line: 1)
  /// The worst alerts so far, by priority and then in the order in which they were first raised.
  private var worst: [Alert] = []
  /// Number of alerts that count.
  private var counted = 0

  /// An empty report.
  public init() {}

  /// Writes nothing; stores the place of each alert.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {
    place = run.place
    for alert in run.alerts { places[alert.id] = alert.place }
  }

  /// Writes nothing: the worst alerts are known at the end.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    guard alert.counts else { return }
    counted += 1
    let index = worst.firstIndex { $0.priority < alert.priority } ?? worst.count
    guard index < Self.shown else { return }
    worst.insert(alert, at: index)
    if worst.count > Self.shown { worst.removeLast() }
  }

  /// Writes the annotations, the number of omitted alerts and the verdict.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    var lines: [String] = []
    if counted > 0 {
      // Ends an unfinished line of the program, which would hide a workflow command.
      let noun = plural(counted, summary.baseline == nil ? "alert" : "new alert")
      lines.append(Self.line("\(noun) by \(commandText(summary.command, limit: 160)):"))
    }
    let counts = totals.byFingerprint
    for alert in worst { lines.append(annotation(alert, counts[alert.fingerprint] ?? 1)) }
    lines += omitted(counted - worst.count, summary.overflow)
    if !summary.blindSpots.isEmpty {
      let spots = summary.blindSpots.map { spot in
        safeText(spot.id, limit: 40) + (spot.count > 1 ? " ×\(spot.count)" : "")
      }
      lines.append(Self.line("blind spots: " + safeText(spots.joined(separator: ", "))))
    }
    lines.append(Self.line(Verdict(summary).sentence))
    for line in lines { output += (line + "\n").utf8 }
  }

  private func omitted(_ rest: Int, _ overflow: Int) -> [String] {
    var lines: [String] = []
    if rest > 0 {
      lines.append(
        Self.line(
          "\(plural(rest, "more alert")) \(rest == 1 ? "is" : "are") only in other reports: "
            + "GitHub shows \(Self.shown) annotations per step"))
    }
    if overflow > 0 {
      lines.append(Self.line(plural(overflow, "more alert") + " over the limit of a run"))
    }
    return lines
  }

  private func annotation(_ alert: Alert, _ count: Int) -> String {
    let command =
      switch alert.priority {
      case .p1, .p2: "error"
      case .p3: "warning"
      case .p4: "notice"
      }
    let place = places[alert.id] ?? place
    let line = String(place.projectLine)
    let properties = [
      ("file", safeText(place.projectPath, limit: 200)), ("line", line), ("endLine", line),
      ("title", "dftrace \(alert.priority.name): " + safeText(alert.title, limit: 160)),
    ]
    let list = properties.map { $0.0 + "=" + Self.property($0.1) }.joined(separator: ",")
    return "::\(command) \(list)::" + Self.message(Self.text(alert, count))
  }

  /// The lines of an annotation; the runner accepts 4,096 characters.
  private static func text(_ alert: Alert, _ count: Int) -> [String] {
    let times = count > 1 ? " (\(count) times)" : ""
    // Each line has a label, so that none begins with untrusted text.
    var lines = ["action: " + safeText(alert.message) + times]
    lines.append("process: " + TextLayout.who(alert.process))
    lines += alert.why.prefix(4).map { reason in
      "matched: " + safeText(reason.check, limit: 200) + " ← " + safeText(reason.value, limit: 160)
    }
    lines.append("fix: " + safeText(alert.remedy, limit: 800))
    lines.append(
      "alert: \(safeText(alert.id, limit: 80)), fingerprint "
        + safeText(alert.fingerprint, limit: 40))
    return lines
  }

  /// A line of text that the runner does not read as a command.
  private static func line(_ text: String) -> String { "dftrace: " + inert(text) }

  private static func message(_ lines: [String]) -> String {
    lines.map { replacing(in: inert($0), ["%": "%25"]) }.joined(separator: "%0A")
  }

  private static func property(_ text: String) -> String {
    replacing(in: inert(text), ["%": "%25", ":": "%3A", ",": "%2C"])
  }

  /// Escapes text that the runner would read as a command: `##[` anywhere in a line, and `::` with
  /// a name at its beginning. An IPv6 address has `::` too, but no name after it.
  static func inert(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "#", scalars[index...].starts(with: "##[".unicodeScalars) {
        result.append(contentsOf: "\\u{23}".unicodeScalars)
      } else if scalar == ":", scalars[index...].starts(with: "::".unicodeScalars),
        isName(scalars[(index + 2)...])
      {
        result.append(contentsOf: "\\u{3a}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isName(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = rest.prefix { $0.isASCII && $0.properties.isAlphabetic || $0 == "-" || $0 == "_" }
    return word.contains { !$0.properties.isASCIIHexDigit }
  }
}
