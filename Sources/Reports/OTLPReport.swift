public import Events
internal import JSON

/// Log records of the OpenTelemetry protocol in the format of the OTLP file exporter: JSON lines,
/// each a complete `LogsData`, which is also an `ExportLogsServiceRequest`.
///
/// One line holds a run; a long run takes several lines, since readers limit their length.
public struct OTLPReport: Report {
  /// Maximum bytes of records in a line; the collector's file receiver accepts 1 MiB by default.
  static let lineLength = 800_000

  private var run: RunStart?
  private var collection = AlertCollection()

  /// An empty report.
  public init() {}

  /// Writes nothing; stores the facts of the run.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) { self.run = run }

  /// Stores an alert until its count is known.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) { collection.add(alert) }

  /// Writes a record for each alert, each blind spot, and the summary.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    var batch: [[UInt8]] = []
    var length = 0
    func add(_ members: (inout JSONWriter) -> Void) {
      var writer = JSONWriter()
      writer.object(members)
      if length + writer.bytes.count > Self.lineLength, !batch.isEmpty {
        line(batch, summary, into: &output)
        (batch, length) = ([], 0)
      }
      batch.append(writer.bytes)
      length += writer.bytes.count
    }
    for (alert, count) in collection.counted(totals) { add { $0.record(alert, count) } }
    let end = run?.time.map { $0 &+ summary.duration }
    let time = max(end ?? 0, collection.alerts.map(\.time).max() ?? 0)
    for spot in summary.blindSpots { add { $0.record(spot, time: time) } }
    add { $0.record(summary, time: time) }
    line(batch, summary, into: &output)
  }

  private func line(_ records: [[UInt8]], _ summary: Summary, into output: inout [UInt8]) {
    var writer = JSONWriter()
    writer.object { line in
      line.member("resourceLogs") { writer in
        writer.array([records]) { writer, records in
          writer.object { $0.resourceLogs(records, summary, run) }
        }
      }
    }
    output += writer.bytes
    output.append(UInt8(ascii: "\n"))
  }
}

extension JSONWriter {
  /// The release of the semantic conventions that define the attributes' names.
  private static let conventions = "https://opentelemetry.io/schemas/1.41.0"

  fileprivate mutating func resourceLogs(
    _ records: [[UInt8]], _ summary: Summary, _ run: RunStart?
  ) {
    member("resource") { writer in
      writer.attributes { list in
        list.add("service.name", bounded(summary.app, limit: 200))
        list.add("dftrace.component", summary.component.map { bounded($0, limit: 200) })
        list.add("dftrace.policy", bounded(summary.policy, limit: 200))
        list.add("process.command_args", bounded(summary.command))
        list.add("process.working_directory", run?.workingDirectory.map { bounded($0) })
      }
    }
    member("scopeLogs") { writer in
      writer.array([records]) { writer, records in
        writer.object { scope in
          scope.member("scope") { writer in
            writer.object {
              $0.member("name", "dftrace")
              $0.member("version", run?.version)
            }
          }
          scope.member("logRecords") { $0.array(records) { $0.json($1) } }
          scope.member("schemaUrl", Self.conventions)
        }
      }
    }
    member("schemaUrl", Self.conventions)
  }
}
