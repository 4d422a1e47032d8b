import Events
internal import Text

extension HTMLPage {
  /// Writes the verdict and the facts of the run.
  mutating func header() {
    let verdict = Verdict(summary)
    let (tone, words, sign) = Self.outcome(verdict, summary)
    html.open("header", ["class": "top"])
    html.embed("\n")
    html.line("p", ["class": "brand"], "dftrace report")
    html.block("h1") { $0.inline("code", commandText(summary.command, limit: 300), limit: 300) }
    html.block("div", ["class": "verdict \(tone)"]) { block in
      block.line("span", ["class": "sign", "aria-hidden": "true"], sign)
      block.block("p") {
        $0.inline("strong", words, limit: 40)
        $0.embed(" ")
        let sentence = verdict.sentence
        $0.text(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".", limit: 1_200)
      }
    }
    blindSpotNotice()
    priorityCounts()
    facts()
    contents()
    html.close("header")
    html.embed("\n")
  }

  /// The verdict in words, its colour class, and a sign for readers who do not see colours.
  private static func outcome(
    _ verdict: Verdict, _ summary: Summary
  ) -> (tone: String, words: String, sign: String) {
    switch verdict.reason {
    case .alerts: ("bad", "Failed.", "✕")
    case .dftrace: ("bad", "Incomplete.", "!")
    case .signal: ("warn", "The command was killed.", "!")
    case .command where summary.outcome != .exited(0): ("warn", "The command failed.", "!")
    case .command: ("good", "Passed.", "✓")
    }
  }

  /// Writes a notice about blind spots with a link to their section.
  private mutating func blindSpotNotice() {
    guard !summary.blindSpots.isEmpty else { return }
    let count = plural(summary.blindSpots.count, "blind spot")
    html.block("p", ["class": "notice"]) {
      $0.inline("span", ["aria-hidden": "true"], "◌ ")
      $0.inline("a", ["href": "#unseen"], count)
      $0.text(": " + summary.blindSpots.prefix(6).map(\.id).joined(separator: ", "))
    }
  }

  private mutating func priorityCounts() {
    html.block("ul", ["class": "counts", "aria-label": "Alerts that count, by priority"]) { list in
      for priority in Priority.allCases {
        let count = summary.alerts[priority, default: 0]
        list.block("li", ["class": count > 0 ? priority.tone : "none"]) {
          $0.line("span", ["class": "number"], String(count))
          $0.line("span", ["class": "label"], "\(priority.name) \(priority.word)")
        }
      }
    }
  }

  private mutating func facts() {
    let app = [summary.app, summary.component].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: " / ")
    let events = total(summary.events.map(\.count))
    let mode = summary.traceMode.map { ", " + TextLayout.observation($0) } ?? ""
    let seen = "\(plural(summary.processes, "process", "processes")), \(plural(events, "event"))"
    let version = start.version.isEmpty ? nil : "dftrace " + start.version
    let gate = TextLayout.failing(summary.threshold)
    let rows: [(String, String?)] = [
      ("Policy", safeText(summary.policy, limit: 200) + ", " + gate),
      ("Application", app.isEmpty ? nil : app),
      ("Started", start.time.map { Self.instant($0) }),
      ("Duration", durationText(nanoseconds: summary.duration)),
      ("Result", Self.ending(summary.outcome)),
      ("Traced", seen + mode),
      ("Directory", start.workingDirectory),
      ("Version", version),
    ]
    html.block("dl", ["class": "facts"]) { list in
      for case (let name, let value?) in rows { list.fact(name, value) }
    }
  }

  /// Formats a time to the second: `2026-11-23 10:00:00 UTC`.
  private static func instant(_ time: Int64) -> String {
    let text = iso8601(nanoseconds: time)
    return text.prefix { $0 != "." }.replacing("T", with: " ") + " UTC"
  }

  /// Formats the exit status or signal of a process.
  static func ending(_ outcome: CommandOutcome) -> String {
    switch outcome {
    case .exited(let status): "exited with \(status)"
    case .signaled(let number, let name): "killed by \(safeText(name, limit: 20)) (\(number))"
    }
  }

  private mutating func contents() {
    var entries = [
      ("#alerts", "Alerts"), ("#timeline", "Timeline"), ("#processes", "Processes"),
      ("#inventory", "Inventory"),
    ]
    if alerts.marks.isEmpty { entries.removeAll { $0.0 == "#timeline" } }
    if summary.baseline != nil { entries.append(("#baseline", "Baseline")) }
    if hasExceptions { entries.append(("#exceptions", "Exceptions")) }
    entries.append(("#unseen", "Blind spots"))
    if !start.alerts.isEmpty { entries.append(("#silent", "Not raised")) }
    html.block("nav", ["aria-label": "Contents"]) { nav in
      nav.block("ul") { list in
        for (address, words) in entries {
          list.block("li") { $0.inline("a", ["href": address], words) }
        }
      }
    }
  }
}

extension HTMLWriter {
  /// Writes a name and its value.
  mutating func fact(_ name: String, _ value: String, limit: Int = 400) {
    block("div") {
      $0.line("dt", name)
      $0.line("dd", value, limit: limit)
    }
  }

  /// Writes a name and its value as markup.
  mutating func fact(_ name: String, _ value: (inout HTMLWriter) -> Void) {
    block("div") {
      $0.line("dt", name)
      $0.block("dd", value)
    }
  }

  /// Writes a block element without attributes.
  mutating func block(_ name: StaticString, _ content: (inout HTMLWriter) -> Void) {
    block(name, [:], content)
  }

  /// Writes an element with text and without attributes on its own line.
  mutating func line(_ name: StaticString, _ content: String, limit: Int = 400) {
    line(name, [:], content, limit: limit)
  }
}

extension Priority {
  /// The colour class of a priority.
  var tone: String { "p\(rawValue)" }

  /// The priority as a word.
  var word: String {
    switch self {
    case .p1: "critical"
    case .p2: "high"
    case .p3: "medium"
    case .p4: "low"
    }
  }
}
