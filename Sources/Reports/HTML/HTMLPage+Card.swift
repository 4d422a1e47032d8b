import Events
internal import Text

extension HTMLPage {
  /// Writes one alert: a line with the action, and all facts when opened.
  func card(_ alert: Alert, mark: Int, isOpen: Bool, into card: inout HTMLWriter) {
    let state = alerts.marks[mark].state
    let attributes: HTMLWriter.Attributes = [
      "class": "alert \(state.rawValue)", "id": "alert-\(mark + 1)",
      "data-priority": alert.priority.name, "data-category": alert.category.rawValue,
      "data-state": state.rawValue, "data-process": String(alert.process.pid),
      "data-program": programs[alert.process.program].map { String($0) },
      "open": isOpen ? "" : nil,
    ]
    card.block("details", attributes) { details in
      details.block("summary") { summary in
        summary.line("span", ["class": "message"], alert.message, limit: 300)
        summary.block("span", ["class": "side"]) {
          if state == .suppressed { $0.line("span", ["class": "state"], "suppressed") }
          if state == .known { $0.line("span", ["class": "state"], "in the baseline") }
          if state == .new, self.summary.baseline != nil {
            $0.line("span", ["class": "state new"], "new")
          }
          let count = counts[alert.fingerprint] ?? alert.count
          if count > 1 { $0.line("span", ["class": "times"], "\(count) times") }
          $0.line("span", ["class": "when"], clock.text(alert.time))
        }
      }
      details.block("dl") { body(&$0, alert) }
    }
  }

  private func body(_ list: inout HTMLWriter, _ alert: Alert) {
    if let reason = alert.suppression { list.fact("Suppressed", reason) }
    list.fact("Process") { $0.ancestry(alert.process) }
    list.code("Command", commandText(alert.process.argv))
    list.fact("Program") {
      $0.inline("code", alert.process.exe, limit: 300)
      $0.embed(" in ")
      $0.inline("code", alert.process.cwd, limit: 300)
    }
    list.fact("Call") { $0.call(alert.event) }
    if !alert.evidence.isEmpty { list.fact("Facts") { $0.values(alert.evidence) } }
    if !alert.why.isEmpty { list.fact("Matched") { $0.reasons(alert.why) } }
    if !alert.related.isEmpty {
      list.fact("Related", alert.related.map(\.id).joined(separator: ", "))
    }
    tags(&list, alert)
    if let exception = alert.exception { list.paste(exception) }
    list.fact("First raised", "\(iso8601(nanoseconds: alert.time)) (\(clock.text(alert.time)))")
    list.code("Fingerprint", safeText(alert.fingerprint, limit: 80))
  }

  /// Writes the ids that this alert has in addition to its kind.
  private func tags(_ list: inout HTMLWriter, _ alert: Alert) {
    let known = texts[alert.id]?.tags ?? AlertTags()
    let attack = alert.tags.attack.filter { !known.attack.contains($0) }
    let cwe = alert.tags.cwe.filter { !known.cwe.contains($0) }
    list.tags("ATT&CK", attack, version: alert.tags.attackVersion) { HTMLLinks.attack($0) }
    list.tags("CWE", cwe, version: nil) { HTMLLinks.cwe($0) }
  }
}

extension HTMLWriter {
  /// Writes a name and a text as code.
  mutating func code(_ name: String, _ value: String) {
    fact(name) { $0.inline("code", value, limit: 400) }
  }

  /// Writes the chain of processes from the command to the program.
  fileprivate mutating func ancestry(_ process: AlertProcess) {
    let above = process.ancestors.reversed().map { (name: fileName($0.exe), pid: $0.pid) }
    let isLong = above.count > 8
    let shown = isLong ? Array(above.prefix(4) + above.suffix(4)) : Array(above)
    block("ol", ["class": "chain"]) { list in
      for (index, step) in shown.enumerated() {
        if isLong, index == 4 { list.line("li", "\(above.count - 8) more") }
        list.step(step.name, step.pid)
      }
      list.step(process.program, process.pid)
    }
    let isOther = process.uid != process.euid
    line(
      "span", ["class": "faint"],
      isOther ? "uid \(process.uid), euid \(process.euid)" : "uid \(process.uid)")
  }

  private mutating func step(_ name: String, _ pid: Int32) {
    block("li") {
      $0.inline("code", name, limit: 60)
      $0.embed(" ")
      $0.inline("span", ["class": "faint"], String(pid))
    }
  }

  fileprivate mutating func call(_ event: AlertEvent) {
    inline("code") {
      $0.text(event.type, limit: 40)
      $0.embed("(")
      for (index, value) in event.arguments.prefix(16).enumerated() {
        if index > 0 { $0.embed(", ") }
        $0.text(value.name, limit: 40)
        $0.embed("=")
        $0.text(value.value.plainText, limit: 160)
      }
      $0.embed(event.arguments.count > 16 ? ", …)" : ")")
      // Signals and exits have no result.
      guard event.level != .verified || event.result != nil else { return }
      $0.embed(" = ")
      $0.text(event.errno ?? event.result.map { String($0) } ?? "?", limit: 40)
    }
    switch event.level {
    case .requested: text(" requested; result unknown")
    case .returned: break
    case .verified: text(" verified")
    }
  }

  fileprivate mutating func values(_ values: [NamedValue]) {
    block("ul", ["class": "values"]) { list in
      for value in values.prefix(20) {
        list.block("li") {
          $0.inline("span", ["class": "faint"], value.name, limit: 40)
          $0.embed(" ")
          $0.inline("code", value.value.plainText, limit: 200)
        }
      }
      if values.count > 20 { list.line("li", "\(values.count - 20) more") }
    }
  }

  fileprivate mutating func reasons(_ reasons: [Reason]) {
    block("ul", ["class": "why"]) { list in
      for reason in reasons.prefix(24) {
        list.block("li") {
          $0.inline("code", reason.check, limit: 240)
          $0.inline("span", ["class": "faint"], " ← ")
          $0.inline("code", ["class": "value"], reason.value, limit: 200)
        }
      }
      if reasons.count > 24 { list.line("li", "\(reasons.count - 24) more checks") }
    }
  }

  /// Writes the exception that suppresses only this alert. Omits it when it is too long, since a
  /// shortened exception could suppress more.
  fileprivate mutating func paste(_ exception: ExceptionFacts) {
    let text = pasteText(exception)
    fact("Allow") {
      guard text.unicodeScalars.count <= 4_000 else {
        $0.line("p", "The exception is too long for this page; a text report contains it.")
        return
      }
      $0.line(
        "p", ["class": "faint"], "To allow this action, add this to \"alerts\" of the policy:")
      $0.block("div", ["class": "paste"]) {
        $0.inline("pre") { $0.inline("code", text, limit: 4_000) }
        $0.embed("\n")
        $0.line(
          "button",
          [
            "type": "button", "class": "copy", "hidden": "",
            "aria-label": "Copy the exception for \(safeText(exception.alert, limit: 80))",
          ], "Copy")
      }
    }
  }

  /// Writes an inline element without attributes.
  mutating func inline(_ name: StaticString, _ content: (inout HTMLWriter) -> Void) {
    inline(name, [:], content)
  }
}
