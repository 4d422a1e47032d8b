import Events
internal import JSON
internal import Text

/// The properties of a run besides its results.
struct SARIFRun {
  let start: RunStart
  let summary: Summary
  /// Number of omitted results.
  let omitted: Int
  /// Number of results without details.
  let brief: Int

  /// The tool and its rules.
  func driver(_ rules: SARIFRules) -> [UInt8] {
    var head = JSONWriter.value { writer in
      writer.object { driver in
        driver.member("name", "dftrace")
        if !start.version.isEmpty {
          driver.member("version", safeText(start.version, limit: 40))
          driver.member("semanticVersion", safeText(start.version, limit: 40))
        }
        driver.member("notifications") { notifications in
          var seen: Set<String> = []
          let ids = notes.map(\.id) + unused.map(\.id)
          notifications.array(ids.filter { seen.insert($0).inserted }) { writer, id in
            writer.object { $0.member("id", id) }
          }
        }
      }
    }
    head.removeLast()
    return head + Array(",\"rules\":".utf8) + lines(rules.written) + [UInt8(ascii: "}")]
  }

  /// The other members of the run, in order.
  var members: KeyValuePairs<String, [UInt8]> {
    [
      "automationDetails": JSONWriter.value { $0.object { $0.member("id", category) } },
      "originalUriBaseIds": JSONWriter.value { $0.object { bases(&$0) } },
      "invocations": JSONWriter.value {
        $0.array([summary]) { writer, _ in writer.object { invocation(&$0) } }
      },
      "properties": JSONWriter.value { $0.object { properties(&$0) } },
    ]
  }

  /// The category, up to the last slash: GitHub compares a run with the previous one of its
  /// category.
  private var category: String {
    let names = ["dftrace", summary.app, summary.component ?? ""].filter { !$0.isEmpty }
    return names.map { name in
      uriPath(safeText(name, limit: 80)).split(separator: "/").joined(separator: "-") + "/"
    }.joined()
  }

  private func bases(_ writer: inout JSONWriter) {
    writer.member("%SRCROOT%") { base in
      base.object {
        $0.member("uri", start.workspace.flatMap(directoryURI))
        $0.message("description", "The root directory of the project.")
      }
    }
  }

  /// The traced command with its exit status, and whether dftrace succeeded.
  private func invocation(_ writer: inout JSONWriter) {
    writer.member("commandLine", commandText(summary.command, limit: 1_000))
    writer.member("arguments") { arguments in
      arguments.texts(summary.command.dropFirst().prefix(200).map { safeText($0) })
    }
    if let exe = summary.processTree.first?.exe, exe.hasPrefix("/") {
      writer.member("executableLocation") { location in
        location.object { $0.member("uri", "file://" + uriPath(exe)) }
      }
    }
    if let directory = start.workingDirectory.flatMap(directoryURI) {
      writer.member("workingDirectory") { $0.object { $0.member("uri", directory) } }
    }
    if let time = start.time {
      writer.member("startTimeUtc", iso8601(nanoseconds: time))
      writer.member("endTimeUtc", iso8601(nanoseconds: time &+ summary.duration))
    }
    switch summary.outcome {
    case .exited(let status): writer.member("exitCode", status)
    case .signaled(let number, let name):
      writer.member("exitSignalName", safeText(name, limit: 20))
      writer.member("exitSignalNumber", number)
    }
    writer.member("executionSuccessful", Verdict(summary).reason != .dftrace)
    writer.member("toolExecutionNotifications") { $0.array(notes) { $0.notification($1) } }
    writer.member("toolConfigurationNotifications") { $0.array(unused) { $0.notification($1) } }
  }

  private func properties(_ writer: inout JSONWriter) {
    let verdict = Verdict(summary)
    writer.member("policy", safeText(summary.policy, limit: 80))
    writer.member("threshold", summary.threshold.name)
    writer.member("app", safeText(summary.app, limit: 80))
    writer.member("component", summary.component.map { safeText($0, limit: 80) })
    writer.member("verdict", verdict.sentence)
    writer.member("reason", verdict.reason.rawValue)
    writer.member("exitStatus", summary.exitStatus)
    writer.member("failedBy") {
      $0.texts(summary.failedBy.prefix(100).map { safeText($0, limit: 200) })
    }
    writer.member("processes", summary.processes)
    writer.member("durationNanoseconds", summary.duration)
    writer.member("excused", summary.suppressed)
    if let baseline = summary.baseline {
      writer.member("baseline") { $0.object { $0.baseline(baseline) } }
    }
  }
}

/// A notification about the tool itself.
struct SARIFNote {
  let id: String
  let level: String
  let text: String
}

extension SARIFRun {
  /// Blind spots, and dropped or omitted alerts.
  var notes: [SARIFNote] {
    var notes = summary.blindSpots.prefix(100).map { spot in
      SARIFNote(
        id: safeText(spot.id, limit: 40), level: "warning",
        text: safeText(spot.message) + (spot.count > 1 ? " (×\(spot.count))" : ""))
    }
    func add(_ id: String, _ count: Int, _ text: String) {
      guard count > 0 else { return }
      notes.append(SARIFNote(id: id, level: "warning", text: "\(plural(count, "alert")) \(text)"))
    }
    add("alerts-not-kept", summary.overflow, "over the limit of a run: counted, not shown.")
    add("results-omitted", omitted, "omitted, since GitHub limits the size of the file.")
    add("results-brief", brief, "without details, since GitHub limits the size of the file.")
    return notes
  }

  /// Unused exceptions of the policy.
  var unused: [SARIFNote] {
    summary.unusedExceptions.prefix(100).map { exception in
      SARIFNote(
        id: "unused-exception", level: "note",
        text: "Unused exception: \(safeText(exception.alert, limit: 80)) when "
          + "\(safeText(exception.condition, limit: 200)).")
    }
  }
}

extension JSONWriter {
  fileprivate mutating func notification(_ note: SARIFNote) {
    object {
      $0.member("descriptor") { $0.object { $0.member("id", note.id) } }
      $0.member("level", note.level)
      $0.message("message", note.text)
    }
  }

  /// Alerts of the baseline that were not raised are listed here, not as absent results: GitHub
  /// ignores `baselineState` and would open an alert for each.
  fileprivate mutating func baseline(_ baseline: BaselineComparison) {
    member("file", safeText(baseline.file))
    member("known", baseline.known)
    member("goneCount", baseline.gone.count)
    member("gone") { gone in
      gone.array(baseline.gone.prefix(SARIFLimits.gone)) { writer, known in
        writer.object {
          $0.member("fingerprint", safeText(known.fingerprint, limit: 100))
          $0.member("id", SARIFRules.id(known.id))
          $0.member("program", safeText(known.program, limit: 200))
          $0.member("object", safeText(known.object, limit: 200))
        }
      }
    }
  }
}
