public import Events
internal import JSON
internal import Text

/// GitLab's Code Quality report: an array of the alerts that count, with their places in the
/// project.
///
/// Omits known and suppressed alerts, since GitLab shows every entry. Omits counts, which would
/// change the entries from run to run.
public struct GitLabReport: Report {
  private var fallback = SourcePlace(path: "", line: 1)
  private var places: [String: SourcePlace] = [:]
  /// GitLab keeps only the last entry of a fingerprint.
  private var written: Set<String> = []

  /// An empty report.
  public init() {}

  /// Opens the array.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {
    fallback = run.place
    for alert in run.alerts { places[alert.id] = alert.place }
    output.append(UInt8(ascii: "["))
  }

  /// Writes an alert that counts.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    guard alert.suppression == nil, alert.isNew else { return }
    let fingerprint = safeText(alert.fingerprint, limit: 100)
    guard written.insert(fingerprint).inserted else { return }
    let place = places[alert.id] ?? fallback
    var writer = JSONWriter()
    writer.object { entry in
      entry.member(
        "description", safeText(alert.title, limit: 160) + ": " + safeText(alert.message))
      entry.member("check_name", safeText(alert.id, limit: 160))
      entry.member("fingerprint", fingerprint)
      entry.member("severity", alert.priority.gitLabSeverity)
      entry.member("location") { location in
        location.object {
          $0.member("path", safeText(place.projectPath, limit: 1_000))
          $0.member("lines") { $0.object { $0.member("begin", place.projectLine) } }
        }
      }
    }
    output += written.count == 1 ? "\n".utf8 : ",\n".utf8
    output += writer.bytes
  }

  /// Closes the array.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    output += written.isEmpty ? "]\n".utf8 : "\n]\n".utf8
  }
}

extension Priority {
  fileprivate var gitLabSeverity: String {
    switch self {
    case .p1: "blocker"
    case .p2: "critical"
    case .p3: "major"
    case .p4: "minor"
    }
  }
}
