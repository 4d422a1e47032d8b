public import Events
internal import JSON

/// SARIF 2.1.0 (OASIS), within the limits of GitHub's code scanning.
///
/// GitHub rejects a file with a result without a place in the project, so each result has one.
/// Texts are sanitised, since viewers show the unescaped text.
public struct SARIFReport: Report {
  private var start = RunStart(command: [], policy: "", threshold: .never)
  private var alerts: [Alert] = []
  private var omitted = 0

  /// An empty report.
  public init() {}

  /// Writes nothing: results depend on the end of the run.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {
    start = run
  }

  /// Stores an alert until the end.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    if alerts.count < SARIFLimits.results { alerts.append(alert) } else { omitted += 1 }
  }

  /// Writes the document.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    var rules = SARIFRules(start.alerts)
    // The size limit omits the last results, so urgent ones come first.
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

/// The limits of GitHub's code scanning.
enum SARIFLimits {
  /// Maximum number of results of a run.
  static let results = 25_000
  /// Maximum number of tags of a rule.
  static let tags = 20
  /// Maximum bytes of rules and results. GitHub accepts ten million bytes after compression, but
  /// random names do not compress; the rest of the document needs some space too.
  static let bytes = 8_500_000
  /// Usual maximum bytes of a result without details.
  static let briefResult = 900
  /// Maximum number of locations from the command to the call; GitHub accepts ten thousand.
  static let steps = 40
  /// Maximum number of listed alerts of the baseline that were not raised.
  static let gone = 300
}

/// The SARIF `level` and GitHub's score for sorting.
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

  /// The `precision` of the rule: how often a result is relevant. The behaviour itself was
  /// observed.
  var precision: String {
    switch self {
    case .p1, .p2: "high"
    case .p3, .p4: "medium"
    }
  }
}

/// Formats an array with one item a line.
func lines(_ items: [[UInt8]]) -> [UInt8] {
  guard !items.isEmpty else { return Array("[]".utf8) }
  return Array("[\n".utf8) + items.joined(separator: ",\n".utf8) + Array("\n]".utf8)
}

extension JSONWriter {
  /// Formats one value as bytes.
  static func value(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    write(&writer)
    return writer.bytes
  }

  /// Writes a SARIF message; escapes `](`, which would make a link of untrusted text (3.11.6).
  mutating func message(_ name: String, _ text: String) {
    member(name) { $0.object { $0.member("text", unlinked(text)) } }
  }

  /// Writes the place of a result.
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

/// Breaks up links in a text.
func unlinked(_ text: String) -> String {
  text.split(separator: "](", omittingEmptySubsequences: false).joined(separator: "] (")
}
