import Events
internal import JSON

/// The attributes of a record or of a value with members.
struct OTLPAttributes {
  /// The attributes as JSON, separated by commas.
  fileprivate var items: [[UInt8]] = []

  /// Adds a text unless it is nil.
  mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    item(key) { $0.member("stringValue", value) }
  }

  /// Adds a number unless it is nil; the encoding writes 64-bit numbers as text.
  mutating func add(_ key: String, _ value: (some BinaryInteger)?) {
    guard let value else { return }
    item(key) { $0.member("intValue", String(value)) }
  }

  /// Adds a boolean.
  mutating func add(_ key: String, _ value: Bool) { item(key) { $0.member("boolValue", value) } }

  /// Adds a list of texts unless it is empty.
  mutating func add(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    item(key) { object in
      object.member("arrayValue") { writer in
        writer.object {
          $0.member("values") { writer in
            writer.array(values) { writer, value in
              writer.object { $0.member("stringValue", value) }
            }
          }
        }
      }
    }
  }

  /// Adds named values as one value with members; keeps the first value of a repeated name.
  mutating func add(_ key: String, _ values: [NamedValue]) {
    guard !values.isEmpty else { return }
    var members = OTLPAttributes()
    var seen: Set<String> = []
    for value in values where seen.insert(value.name).inserted {
      switch value.value {
      case .text(let text): members.add(value.name, text)
      case .number(let number): members.add(value.name, number)
      case .boolean(let truth): members.add(value.name, truth)
      }
    }
    item(key) { object in
      object.member("kvlistValue") { writer in
        writer.object { $0.member("values") { $0.array(members.items) { $0.json($1) } } }
      }
    }
  }

  private mutating func item(_ key: String, _ value: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.object { item in
      item.member("key", key)
      item.member("value") { $0.object(value) }
    }
    items.append(writer.bytes)
  }
}

extension JSONWriter {
  /// Writes an object with attributes only.
  mutating func attributes(_ add: (inout OTLPAttributes) -> Void) {
    object { $0.attributeList(add) }
  }

  private mutating func attributeList(_ add: (inout OTLPAttributes) -> Void) {
    var list = OTLPAttributes()
    add(&list)
    member("attributes") { $0.array(list.items) { $0.json($1) } }
  }

  private mutating func header(
    _ name: String, time: Int64, severity: (number: Int, text: String), body: String
  ) {
    // The encoding writes 64-bit numbers as text, and 0 for an unknown time.
    member("timeUnixNano", String(max(0, time)))
    member("observedTimeUnixNano", String(max(0, time)))
    member("severityNumber", severity.number)
    member("severityText", severity.text)
    member("eventName", name)
    member("body") { $0.object { $0.member("stringValue", bounded(body)) } }
  }

  /// Writes the members of an alert's record.
  mutating func record(_ alert: Alert, _ count: Int) {
    // Alerts that do not count must not trigger monitoring by severity.
    let number =
      switch alert.priority {
      case .p1 where alert.counts: 21
      case .p2 where alert.counts: 17
      case .p3 where alert.counts: 13
      default: 9
      }
    header(
      "dftrace.alert", time: alert.time, severity: (number, alert.priority.name),
      body: alert.message)
    attributeList { list in
      list.add("security_rule.name", bounded(alert.id, limit: 80))
      list.add("security_rule.category", alert.category.rawValue)
      list.add("security_rule.ruleset.name", bounded(alert.policy, limit: 200))
      list.describe(alert, count)
      list.describe(alert.process)
      list.describe(alert.event)
      list.describe(subject: alert)
    }
  }

  /// Writes the members of a blind spot's record.
  mutating func record(_ spot: BlindSpot, time: Int64) {
    header("dftrace.blind_spot", time: time, severity: (13, "WARN"), body: spot.message)
    attributeList { list in
      list.add("dftrace.blind_spot.id", bounded(spot.id, limit: 80))
      list.add("dftrace.blind_spot.count", spot.count)
    }
  }

  /// Writes the members of the summary's record.
  mutating func record(_ summary: Summary, time: Int64) {
    let verdict = Verdict(summary)
    let isBad = verdict.reason == .alerts || verdict.reason == .dftrace
    header(
      "dftrace.summary", time: time, severity: isBad ? (17, "ERROR") : (9, "INFO"),
      body: verdict.sentence)
    attributeList { list in
      list.add("dftrace.verdict.reason", verdict.reason.rawValue)
      list.add("dftrace.verdict.exit_status", summary.exitStatus)
      list.add("dftrace.verdict.failed_by", bounded(summary.failedBy))
      list.add("dftrace.verdict.threshold", summary.threshold.name)
      list.describe(summary)
    }
  }
}

extension OTLPAttributes {
  fileprivate mutating func describe(_ summary: Summary) {
    switch summary.outcome {
    case .exited(let status): add("process.exit.code", status)
    case .signaled(let number, let name):
      add("dftrace.signal.number", number)
      add("dftrace.signal.name", bounded(name, limit: 40))
    }
    for priority in Priority.allCases {
      add("dftrace.alerts." + priority.name.lowercased(), summary.alerts[priority, default: 0])
    }
    add("dftrace.alerts.suppressed", summary.suppressed)
    add("dftrace.alerts.known", summary.baseline?.known)
    add("dftrace.alerts.gone", summary.baseline?.gone.count)
    add("dftrace.alerts.overflow", summary.overflow)
    add("dftrace.blind_spots", summary.blindSpots.count)
    add("dftrace.exceptions.unused", summary.unusedExceptions.count)
    add("dftrace.processes", summary.processes)
    add("dftrace.events", summary.events.reduce(0) { $0 + $1.count })
    add("dftrace.duration_ns", summary.duration)
  }

  fileprivate mutating func describe(_ alert: Alert, _ count: Int) {
    add("dftrace.alert.title", bounded(alert.title, limit: 200))
    add("dftrace.alert.priority", alert.priority.name)
    add("dftrace.alert.count", count)
    add("dftrace.alert.fingerprint", bounded(alert.fingerprint, limit: 80))
    add("dftrace.alert.new", alert.isNew)
    add("dftrace.alert.suppressed", alert.suppression != nil)
    add("dftrace.alert.suppression", alert.suppression.map { bounded($0) })
    if !alert.object.isEmpty { add("dftrace.alert.object", bounded(alert.object)) }
    add("dftrace.alert.remedy", bounded(alert.remedy, limit: 2_048))
    add(
      "dftrace.alert.why",
      alert.why.prefix(16).map {
        bounded($0.check, limit: 512) + " ← " + bounded($0.value, limit: 512)
      })
    add("dftrace.alert.attack", bounded(alert.tags.attack))
    add("dftrace.alert.attack_version", alert.tags.attackVersion)
    add("dftrace.alert.cwe", bounded(alert.tags.cwe))
    add("dftrace.alert.evidence", bounded(alert.evidence))
  }

  fileprivate mutating func describe(_ process: AlertProcess) {
    add("process.pid", process.pid)
    add("process.parent_pid", process.ppid)
    add("process.executable.path", bounded(process.exe))
    add("process.executable.name", bounded(lastName(process.exe), limit: 255))
    add("process.command_args", bounded(process.argv))
    add("process.working_directory", bounded(process.cwd))
    add("process.real_user.id", process.uid)
    add("process.user.id", process.euid)
    add("dftrace.process.ancestors", bounded(process.ancestors.map(\.exe)))
  }

  fileprivate mutating func describe(_ event: AlertEvent) {
    add("dftrace.call.name", bounded(event.type, limit: 80))
    add("dftrace.call.result", event.result)
    add("dftrace.call.errno", event.errno.map { bounded($0, limit: 80) })
    add("dftrace.call.level", event.level.rawValue)
    add("dftrace.call.args", bounded(event.arguments))
  }

  fileprivate mutating func describe(subject alert: Alert) {
    guard let endpoint = alert.endpoint else {
      add("file.path", alert.filePath.map { bounded($0) })
      return
    }
    let side = endpoint.isOwn ? "network.local." : "destination."
    add(side + "address", bounded(endpoint.address))
    add(side + "port", endpoint.port)
    add("network.type", endpoint.network)
    if endpoint.network == nil { add("network.transport", "unix") }
    if !endpoint.isOwn { add("geo.country.iso_code", alert.country) }
  }
}
