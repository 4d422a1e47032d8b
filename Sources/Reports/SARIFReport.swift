public import Events
internal import JSON

/// SARIF 2.1.0 (OASIS), within what GitHub's code scanning accepts.
///
/// A result without a place in the project has the whole file refused, so that each is given one. Texts
/// are made safe to show, since whoever reads a result is shown the text and not its escapes.
public struct SARIFReport: Report {
  private var start = RunStart(command: [], policy: "", threshold: .never)
  private var alerts: [Alert] = []
  private var omitted = 0

  /// A report that has written nothing.
  public init() {}

  /// Writes nothing: what a result says depends on the end of the run.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {
    start = run
  }

  /// Keeps an alert until the end.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    if alerts.count < SARIFLimits.results { alerts.append(alert) } else { omitted += 1 }
  }

  /// Writes the document.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    var rules = SARIFRules(start.alerts)
    // What is cut is what comes last, so that the urgent come first.
    let sorted = alerts.enumerated()
      .sorted { ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset) }
      .map { (alert: $0.element, rule: rules.index(of: $0.element)) }
    let results = SARIFResults(
      sorted, rules, start.place, totals, hasBaseline: summary.baseline != nil,
      bytes: SARIFLimits.bytes - rules.bytes)
    let run = SARIFRun(
      start: start, summary: summary, omitted: omitted + results.omitted, brief: results.brief)
    output +=
      "{\"$schema\":\"\(Self.schema)\",\"version\":\"2.1.0\",\"runs\":[{\n\"tool\":{\"driver\":"
      .utf8
    output += run.driver(rules)
    output += "},\n".utf8
    for (key, value) in run.members {
      output += "\"\(key)\":".utf8
      output += value
      output += ",\n".utf8
    }
    output += "\"columnKind\":\"unicodeCodePoints\",\n\"results\":".utf8
    output += lines(results.written)
    output += "\n}]}\n".utf8
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
}

/// What GitHub refuses a file for, and what keeps a file below it.
enum SARIFLimits {
  /// The most results of a run.
  static let results = 25_000
  /// The most tags of a rule.
  static let tags = 20
  /// What rules and results may take together. GitHub refuses ten million after compression, which
  /// names chosen at random would not let do anything; some is left for the rest of the document.
  static let bytes = 8_500_000
  /// The most that a result without its details takes, ordinarily.
  static let briefResult = 900
  /// The most locations on the way from the command to the call; GitHub takes ten thousand.
  static let steps = 40
  /// The most that is told of what is gone from a baseline.
  static let gone = 300
}

/// The SARIF `level` and the score by which GitHub sorts.
extension Priority {
  var sarifLevel: String {
    switch self {
    case .p1, .p2: "error"
    case .p3: "warning"
    case .p4: "note"
    }
  }

  var securitySeverity: String {
    switch self {
    case .p1: "9.0"
    case .p2: "7.0"
    case .p3: "5.0"
    case .p4: "3.0"
    }
  }

  /// How often who reads a result finds that it mattered. The behaviour itself was seen to happen.
  var precision: String {
    switch self {
    case .p1, .p2: "high"
    case .p3, .p4: "medium"
    }
  }
}

/// An array with a line for each item.
func lines(_ items: [[UInt8]]) -> [UInt8] {
  guard !items.isEmpty else { return Array("[]".utf8) }
  return Array("[\n".utf8) + items.joined(separator: ",\n".utf8) + Array("\n]".utf8)
}

extension JSONWriter {
  /// The bytes of one value, to be put together with others.
  static func value(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    write(&writer)
    return writer.bytes
  }

  /// Writes a SARIF message. `](` would make a link of what a program chose (3.11.6).
  mutating func message(_ name: String, _ text: String) {
    member(name) { $0.object { $0.member("text", unlinked(text)) } }
  }

  /// Writes where a result is shown.
  mutating func physicalLocation(_ place: SourcePlace) {
    member("physicalLocation") { location in
      location.object { location in
        location.member("artifactLocation") { artifact in
          artifact.object {
            $0.member("uri", uriPath(place.projectPath))
            $0.member("uriBaseId", "%SRCROOT%")
          }
        }
        location.member("region") { region in
          region.object {
            $0.member("startLine", place.projectLine)
            $0.member("startColumn", 1)
            $0.member("endLine", place.projectLine)
            $0.member("endColumn", 1)
          }
        }
      }
    }
  }
}

/// A text in which nothing is a link.
func unlinked(_ text: String) -> String {
  text.split(separator: "](", omittingEmptySubsequences: false).joined(separator: "] (")
}
