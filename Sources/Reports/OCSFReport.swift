public import Events
internal import JSON

/// The Open Cybersecurity Schema Framework: a Detection Finding (class 2004) for each distinct
/// alert and for each blind spot, one JSON object a line.
///
/// Findings are written at the end, when the counts are known. Alerts that exceptions suppress or
/// the baseline contains have the status Suppressed.
public struct OCSFReport: Report {
  /// The version of the schema, <https://schema.ocsf.io/1.5.0/classes/detection_finding>.
  static let version = "1.5.0"

  private var product = ""
  private var start: Int64?
  private var texts: [String: String] = [:]
  private var collection = AlertCollection()

  /// An empty report.
  public init() {}

  /// Writes nothing; stores the descriptions of alerts.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {
    product = run.version
    start = run.time
    for alert in run.alerts where !alert.description.isEmpty { texts[alert.id] = alert.description }
  }

  /// Stores an alert until its count is known.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) { collection.add(alert) }

  /// Writes the findings.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    for (alert, count) in collection.counted(totals) {
      line(into: &output) { $0.finding(alert, count, description: texts[alert.id], product) }
    }
    let time = start ?? collection.alerts.first?.time ?? 0
    var spots = summary.blindSpots
    if summary.overflow > 0 {
      spots.append(
        BlindSpot(
          id: "alerts-beyond-limit", message: "Distinct alerts over the limit were dropped.",
          count: summary.overflow))
    }
    for spot in spots { line(into: &output) { $0.finding(spot, summary, time: time, product) } }
  }

  private func line(into output: inout [UInt8], _ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.object(members)
    output += writer.bytes
    output.append(UInt8(ascii: "\n"))
  }
}

extension JSONWriter {
  fileprivate mutating func finding(
    _ alert: Alert, _ count: Int, description: String?, _ product: String
  ) {
    let severity = Self.severity(alert.priority)
    let time = milliseconds(alert.time)
    classification(severity: severity, time: time, count: count, message: alert.message)
    member("status_id", alert.counts ? 1 : 3)
    member("status", alert.counts ? "New" : "Suppressed")
    member("status_detail", alert.suppressionReason.map { bounded($0) })
    member("is_alert", alert.counts)
    // Another thread may have changed arguments that were read at the entry of the syscall.
    member("confidence_id", alert.event.level == .requested ? 2 : 3)
    member("confidence", alert.event.level == .requested ? "Medium" : "High")
    metadata(product, uid: alert.fingerprint + "-\(max(0, alert.time))")
    member("finding_info") { $0.object { $0.information(alert, description, time: time) } }
    member("evidences") { $0.array([alert]) { $0.evidence($1) } }
    member("remediation") { $0.object { $0.member("desc", bounded(alert.remedy, limit: 2_048)) } }
    resource(alert.app, alert.component)
    member("unmapped") { $0.object { $0.unmapped(alert) } }
  }

  fileprivate mutating func finding(
    _ spot: BlindSpot, _ summary: Summary, time: Int64, _ product: String
  ) {
    let time = milliseconds(time)
    classification(
      severity: (1, "Informational"), time: time, count: spot.count, message: spot.message)
    member("status_id", 1)
    member("status", "New")
    member("is_alert", false)
    metadata(product, uid: "blind-spot-" + bounded(spot.id, limit: 80) + "-\(time)")
    member("finding_info") { writer in
      writer.object {
        $0.member("uid", "blind-spot-" + bounded(spot.id, limit: 80))
        $0.member("title", "Blind spot: " + bounded(spot.id, limit: 80))
        $0.member("desc", bounded(spot.message))
        $0.member("types") { $0.texts(["blind spot"]) }
        $0.member("created_time", time)
      }
    }
    resource(summary.app, summary.component)
  }

  private static func severity(_ priority: Priority) -> (Int, String) {
    switch priority {
    case .p1: (5, "Critical")
    case .p2: (4, "High")
    case .p3: (3, "Medium")
    case .p4: (2, "Low")
    }
  }

  private mutating func classification(
    severity: (Int, String), time: Int64, count: Int, message: String
  ) {
    member("activity_id", 1)
    member("activity_name", "Create")
    member("category_uid", 2)
    member("category_name", "Findings")
    member("class_uid", 2004)
    member("class_name", "Detection Finding")
    member("type_uid", 200401)
    member("type_name", "Detection Finding: Create")
    member("severity_id", severity.0)
    member("severity", severity.1)
    member("time", time)
    member("count", count)
    member("message", bounded(message))
  }

  private mutating func metadata(_ product: String, uid: String) {
    member("metadata") { writer in
      writer.object {
        $0.member("version", OCSFReport.version)
        $0.member("uid", uid)
        // The real and the effective user of a process differ on Linux.
        $0.member("profiles") { $0.texts(["linux/linux_users"]) }
        $0.member("product") { writer in
          writer.object {
            $0.member("name", "dftrace")
            $0.member("vendor_name", "dftrace")
            $0.member("version", product)
          }
        }
      }
    }
  }

  private mutating func resource(_ app: String, _ component: String?) {
    let name = [app, component].compactMap(\.self).joined(separator: "/")
    guard !name.isEmpty else { return }
    member("resources") { writer in
      writer.array([name]) { writer, name in
        writer.object {
          $0.member("name", bounded(name, limit: 200))
          $0.member("type", "application")
        }
      }
    }
  }

  /// Converts nanoseconds to the milliseconds of a `timestamp_t`.
  private func milliseconds(_ nanoseconds: Int64) -> Int64 { max(0, nanoseconds) / 1_000_000 }
}
