public import Events
internal import JSON
internal import Text

/// JSON lines: each alert when it is first raised, then the totals, then the summary.
///
/// Keys keep their order and meaning within a `schemaVersion`; later versions may add keys.
public struct JSONReport: Report {
  /// The schema version.
  static let schemaVersion = 1

  /// An empty report.
  public init() {}

  /// Writes nothing: the first line is the first alert.
  public mutating func begin(_ run: RunStart, into output: inout [UInt8]) {}

  /// Writes the alert's line.
  public mutating func alert(_ alert: Alert, into output: inout [UInt8]) {
    Self.line(into: &output) { $0.alert(alert) }
  }

  /// Writes a line for each total and the summary.
  public mutating func end(
    _ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8]
  ) {
    for total in totals {
      Self.line(into: &output) { line in
        line.member("type", "alertTotal")
        line.member("fingerprint", total.fingerprint)
        line.member("id", total.id)
        line.member("count", total.count)
      }
    }
    Self.line(into: &output) { $0.summary(summary) }
  }

  private static func line(
    into output: inout [UInt8], _ members: (inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter()
    writer.object(members)
    output += writer.bytes
    output.append(UInt8(ascii: "\n"))
  }
}

extension JSONWriter {
  fileprivate mutating func alert(_ alert: Alert) {
    member("type", "alert")
    member("schemaVersion", JSONReport.schemaVersion)
    member("id", alert.id)
    member("priority", alert.priority.name)
    member("category", alert.category.rawValue)
    member("title", alert.title)
    member("message", alert.message)
    member("time", iso8601(nanoseconds: alert.time))
    member("count", alert.count)
    member("fingerprint", alert.fingerprint)
    if alert.outcome != .done { member("outcome", alert.outcome.rawValue) }
    member("new", alert.isNew)
    member("suppressed", alert.suppression != nil)
    member("suppression", alert.suppression)
    member("policy", alert.policy)
    member("app", alert.app)
    member("component", alert.component)
    member("process") { $0.process(alert.process) }
    member("event") { $0.event(alert.event) }
    member("level", alert.event.level.rawValue)
    member("evidence") { $0.named(alert.evidence) }
    member("why") { writer in
      writer.array(alert.why) { writer, reason in
        writer.object {
          $0.member("check", reason.check)
          $0.member("value", reason.value)
        }
      }
    }
    member("tags") { writer in
      writer.object {
        $0.member("attack") { $0.texts(alert.tags.attack) }
        $0.member("cwe") { $0.texts(alert.tags.cwe) }
      }
    }
    if !alert.related.isEmpty {
      member("related") { writer in
        writer.array(alert.related) { writer, other in
          writer.object {
            $0.member("id", other.id)
            $0.member("fingerprint", other.fingerprint)
          }
        }
      }
    }
    if let exception = alert.exception {
      member("exception") { $0.object { $0.exception(exception) } }
    }
  }

  mutating func process(_ process: AlertProcess) {
    object { object in
      object.member("pid", process.pid)
      object.member("ppid", process.ppid)
      object.member("exe", process.exe)
      object.member("argv") { $0.texts(process.argv) }
      object.member("cwd", process.cwd)
      object.member("uid", process.uid)
      object.member("euid", process.euid)
      object.member("ancestors") { writer in
        writer.array(process.ancestors) { writer, ancestor in
          writer.object {
            $0.member("pid", ancestor.pid)
            $0.member("exe", ancestor.exe)
          }
        }
      }
    }
  }

  private mutating func event(_ event: AlertEvent) {
    object { object in
      object.member("type", event.type)
      object.member("result", event.result)
      object.member("errno", event.errno)
      object.member("args") { $0.named(event.arguments) }
    }
  }

  /// Writes an object of named values; keeps the first value of a repeated name.
  mutating func named(_ values: [NamedValue]) {
    object { object in
      var seen: Set<String> = []
      for value in values where seen.insert(value.name).inserted {
        switch value.value {
        case .text(let text): object.member(value.name, text)
        case .number(let number): object.member(value.name, number)
        case .boolean(let boolean): object.member(value.name, boolean)
        }
      }
    }
  }

  fileprivate mutating func summary(_ summary: Summary) {
    member("type", "summary")
    member("schemaVersion", JSONReport.schemaVersion)
    member("command") { $0.texts(summary.command) }
    outcome(summary.outcome)
    member("policy", summary.policy)
    member("app", summary.app)
    member("component", summary.component)
    member("durationNanoseconds", summary.duration)
    member("processes", summary.processes)
    member("traceMode", summary.traceMode)
    switch summary.interruption {
    case .timeout: member("interruption", "timeout")
    case .failFast: member("interruption", "fail-fast")
    case nil: break
    }
    counts(summary)
    member("threshold", summary.threshold.name)
    verdict(summary)
    if !summary.statistics.isEmpty {
      member("statistics") { $0.kinds(summary.statistics) }
    }
    member("peakMemoryBytes", summary.peakMemory)
    member("inventory") { $0.inventory(summary.inventory) }
    blindSpots(summary.blindSpots)
  }

  private mutating func kinds(_ statistics: [EventStatistics]) {
    array(statistics) { writer, kind in
      writer.object {
        $0.member("name", kind.name)
        $0.member("notified", kind.notified)
        $0.member("stopped", kind.stopped)
        $0.member("matched", kind.matched)
        $0.member("nanoseconds", kind.nanoseconds)
      }
    }
  }

  mutating func outcome(_ outcome: CommandOutcome) {
    switch outcome {
    case .exited(let status):
      member("outcome", "exited")
      member("exitStatus", status)
    case .signaled(let number, let name):
      member("outcome", "signaled")
      member("signal") { writer in
        writer.object {
          $0.member("number", number)
          $0.member("name", name)
        }
      }
    }
  }

  mutating func blindSpots(_ spots: [BlindSpot]) {
    member("blindSpots") { writer in
      writer.array(spots) { writer, spot in
        writer.object {
          $0.member("id", spot.id)
          $0.member("message", spot.message)
          $0.member("count", spot.count)
        }
      }
    }
  }

  private mutating func counts(_ summary: Summary) {
    member("events") { writer in
      writer.object { for event in summary.events { $0.member(event.name, event.count) } }
    }
    member("alerts") { writer in
      writer.object {
        for priority in Priority.allCases {
          $0.member(priority.name, summary.alerts[priority, default: 0])
        }
      }
    }
    member("suppressed", summary.suppressed)
    member("unusedExceptions") { writer in
      writer.array(summary.unusedExceptions) { writer, exception in
        writer.object {
          $0.member("alert", exception.alert)
          $0.exception(exception)
        }
      }
    }
    member("overflow", summary.overflow)
    if let baseline = summary.baseline {
      member("baseline") { $0.object { $0.baseline(baseline) } }
    }
  }

  private mutating func baseline(_ baseline: BaselineComparison) {
    member("file", baseline.file)
    member("known", baseline.known)
    member("earlierFingerprintVersion", baseline.earlierVersion)
    member("gone") { writer in
      writer.array(baseline.gone) { writer, alert in
        writer.object {
          $0.member("id", alert.id)
          $0.member("program", alert.program)
          $0.member("object", alert.object)
          $0.member("fingerprint", alert.fingerprint)
        }
      }
    }
  }

  private mutating func verdict(_ summary: Summary) {
    let verdict = Verdict(summary)
    member("verdict") { writer in
      writer.object {
        $0.member("reason", verdict.reason.rawValue)
        $0.member("exitStatus", summary.exitStatus)
        $0.member("failedBy") { $0.texts(summary.failedBy) }
        $0.member("message", verdict.sentence)
      }
    }
  }

  mutating func inventory(_ inventory: Inventory) {
    object { object in
      object.member("programs") { $0.items(inventory.programs) }
      object.member("destinations") { $0.items(inventory.destinations) }
      object.member("listeners") { $0.items(inventory.listeners) }
      object.member("libraries") { $0.items(inventory.libraries) }
      object.member("directoriesWritten") { $0.items(inventory.directoriesWritten) }
      object.member("omitted", inventory.omitted)
      object.member("notCovered") { $0.texts(inventory.notCovered) }
    }
  }

  private mutating func items(_ items: [InventoryItem]) {
    array(items) { writer, item in
      writer.object {
        $0.member("name", item.name)
        $0.member("country", item.country)
        if !item.hosts.isEmpty { $0.member("hosts") { $0.texts(item.hosts) } }
        $0.member("count", item.count)
      }
    }
  }
}
