import Events
internal import JSON
internal import Text

/// The results of a run, up to the size limit; the first ones have all details.
struct SARIFResults {
  private(set) var written: [[UInt8]] = []
  /// Number of results with place and message only.
  private(set) var brief = 0
  /// Number of omitted results.
  private(set) var omitted = 0

  init(
    _ alerts: [(alert: Alert, rule: Int)], _ rules: SARIFRules, _ fallback: SourcePlace,
    _ totals: [AlertTotal], hasBaseline: Bool, bytes: Int
  ) {
    var counts: [String: Int] = [:]
    for total in totals { counts[total.fingerprint] = total.count }
    var left = bytes
    for (position, (alert, rule)) in alerts.enumerated() {
      let result = SARIFResult(
        alert: alert, rule: rule, place: rules.places[rule] ?? fallback,
        count: max(1, counts[alert.fingerprint] ?? alert.count), hasBaseline: hasBaseline)
      let reserved = (alerts.count - position - 1) * SARIFLimits.briefResult
      var bytes = brief == 0 ? result.bytes(isBrief: false) : []
      if brief > 0 || bytes.count > left - reserved {
        brief += 1
        bytes = result.bytes(isBrief: true)
      }
      guard bytes.count <= left else {
        brief -= 1
        omitted = alerts.count - position
        return
      }
      left -= bytes.count
      written.append(bytes)
    }
  }
}

/// One alert as a result.
struct SARIFResult {
  let alert: Alert
  let rule: Int
  let place: SourcePlace
  let count: Int
  let hasBaseline: Bool

  func bytes(isBrief: Bool) -> [UInt8] {
    JSONWriter.value { writer in
      writer.object { result in
        result.member("ruleId", SARIFRules.id(alert.id))
        result.member("ruleIndex", rule)
        result.member("kind", "fail")
        result.member("level", alert.priority.sarifLevel)
        result.message("message", message)
        result.member("locations") {
          $0.array([place]) { writer, _ in writer.object { location(&$0) } }
        }
        fingerprints(&result)
        result.member("occurrenceCount", count)
        if hasBaseline { result.member("baselineState", alert.isNew ? "new" : "unchanged") }
        // An empty list means "not suppressed"; a missing list means "unknown".
        result.member("suppressions") { $0.array(suppressions) { $0.suppression($1) } }
        guard !isBrief else { return }
        result.member("codeFlows") { $0.array([alert]) { flow(&$0, $1) } }
        result.member("properties") { $0.object { $0.details(of: alert) } }
      }
    }
  }

  /// Replaces an empty message, for which GitHub rejects the file.
  private var message: String {
    let text = alert.message.isEmpty ? alert.title : alert.message
    return text.isEmpty ? SARIFRules.id(alert.id) : safeText(text)
  }

  private var suppressions: [String] {
    alert.suppression.map { [safeText($0, limit: 400)] } ?? []
  }

  private func fingerprints(_ result: inout JSONWriter) {
    let fingerprint = safeText(alert.fingerprint, limit: 100)
    result.member("partialFingerprints") { fingerprints in
      fingerprints.object {
        $0.member("dftraceFingerprint/v1", fingerprint)
        // GitHub uses only this key. Computed from the line, it would merge all results of a rule.
        $0.member("primaryLocationLineHash", fingerprint + ":1")
      }
    }
  }

  private func location(_ location: inout JSONWriter) {
    location.physicalLocation(place)
    location.member("logicalLocations") { locations in
      let process = (safeText(alert.process.exe, limit: 200), "process")
      let object = (safeText(alert.object, limit: 200), "resource")
      locations.array([process, object].filter { !$0.0.isEmpty }) { writer, item in
        writer.object {
          $0.member("name", item.0.split(separator: "/").last.map(String.init) ?? item.0)
          $0.member("fullyQualifiedName", item.0)
          $0.member("kind", item.1)
        }
      }
    }
  }

  /// The chain from the command to the call. GitHub requires a place for each step, so all share
  /// one.
  private func flow(_ writer: inout JSONWriter, _ alert: Alert) {
    var steps = alert.process.ancestors.reversed().map { safeText($0.exe, limit: 160) }
    if steps.count > SARIFLimits.steps {
      let half = SARIFLimits.steps / 2
      steps.replaceSubrange(half..<(steps.count - half), with: ["…"])
    }
    steps.append(safeText(alert.process.exe, limit: 160) + ": " + commandText(alert.process.argv))
    steps.append(TextLayout.call(alert.event))
    writer.object { flow in
      flow.member("threadFlows") { flows in
        flows.array([steps]) { writer, steps in
          writer.object { flow in
            flow.member("locations") { locations in
              locations.array(steps.enumerated()) { writer, step in
                writer.object { self.step(&$0, step.element, step.offset, of: steps.count) }
              }
            }
          }
        }
      }
    }
  }

  private func step(_ writer: inout JSONWriter, _ text: String, _ index: Int, of count: Int) {
    writer.member("location") { location in
      location.object {
        $0.physicalLocation(place)
        $0.message("message", text.isEmpty ? "?" : text)
      }
    }
    writer.member("nestingLevel", index)
    writer.member("executionOrder", index + 1)
    writer.member("importance", index == count - 1 ? "essential" : "important")
  }
}

extension JSONWriter {
  fileprivate mutating func suppression(_ reason: String) {
    object {
      $0.member("kind", "external")
      $0.member("status", "accepted")
      $0.member("justification", reason)
    }
  }

  fileprivate mutating func details(of alert: Alert) {
    member("priority", alert.priority.name)
    member("category", alert.category.rawValue)
    member("time", iso8601(nanoseconds: alert.time))
    member("program", safeText(alert.process.exe))
    member("command", commandText(alert.process.argv))
    member("workingDirectory", safeText(alert.process.cwd))
    member("pid", alert.process.pid)
    member("user", alert.process.uid)
    member("actingAs", alert.process.euid)
    member("call", TextLayout.call(alert.event))
    member("certainty", alert.event.level.rawValue)
    member("evidence") { writer in
      writer.array(alert.evidence.prefix(16)) { writer, value in
        writer.object {
          $0.member("name", safeText(value.name, limit: 40))
          $0.member("value", safeText(value.value.plainText, limit: 160))
        }
      }
    }
    if !alert.related.isEmpty {
      member("related") { $0.texts(alert.related.prefix(16).map { safeText($0.id, limit: 160) }) }
    }
    member("why") { writer in
      writer.array(alert.why.prefix(16)) { writer, reason in
        writer.object {
          $0.member("check", safeText(reason.check, limit: 200))
          $0.member("value", safeText(reason.value, limit: 160))
        }
      }
    }
  }
}
