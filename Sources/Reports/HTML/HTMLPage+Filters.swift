import Events
internal import Text

extension HTMLPage {
  /// Writes the filter controls, which the page's script unhides.
  mutating func filters() {
    html.open(
      "form", ["id": "filter", "role": "search", "aria-label": "Filter the alerts", "hidden": ""])
    html.embed("\n")
    html.open("div", ["class": "row"])
    html.block("div", ["class": "grow"]) {
      $0.line("label", ["for": "words"], "Search")
      $0.void(
        "input",
        [
          "id": "words", "type": "search", "autocomplete": "off", "spellcheck": "false",
          "placeholder": "path, address, program …",
        ])
    }
    categoryChoice()
    processChoice()
    html.close("div")
    html.open("div", ["class": "row"])
    priorityButtons()
    stateButtons()
    html.close("div")
    html.block("div", ["class": "row end"]) {
      $0.line("p", ["id": "shown", "role": "status", "aria-live": "polite"], "")
      $0.line("button", ["type": "button", "id": "expand"], "Open all")
      $0.line("button", ["type": "button", "id": "collapse"], "Close all")
      $0.line("button", ["type": "reset"], "Reset")
    }
    html.close("form")
    html.embed("\n")
  }

  /// The alerts on the page.
  private var described: [(mark: Int, alert: Alert)] {
    alerts.kinds.flatMap { $0.kept.filter { shown.contains($0.mark) } }
  }

  private mutating func priorityButtons() {
    let counts = Dictionary(grouping: described, by: \.alert.priority).mapValues(\.count)
    html.block("fieldset") { fields in
      fields.line("legend", "Priority")
      fields.block("div", ["class": "buttons"]) { buttons in
        for priority in Priority.allCases {
          guard let count = counts[priority] else { continue }
          buttons.toggle("priority", priority.name, "\(priority.name) (\(count))")
        }
      }
    }
  }

  private mutating func stateButtons() {
    let counts = Dictionary(grouping: described) { alerts.marks[$0.mark].state }
      .mapValues(\.count)
    guard counts.count > 1 else { return }
    let hasBaseline = summary.baseline != nil
    html.block("fieldset") { fields in
      fields.line("legend", "State")
      fields.block("div", ["class": "buttons"]) { buttons in
        for state in HTMLAlerts.State.allCases {
          guard let count = counts[state] else { continue }
          buttons.toggle("state", state.rawValue, "\(Self.words(state, hasBaseline)) (\(count))")
        }
      }
    }
  }

  private static func words(_ state: HTMLAlerts.State, _ hasBaseline: Bool) -> String {
    switch state {
    case .new: hasBaseline ? "New" : "Counted"
    case .known: "In the baseline"
    case .suppressed: "Suppressed"
    }
  }

  private mutating func categoryChoice() {
    let counts = Dictionary(grouping: described, by: \.alert.category).mapValues(\.count)
    html.block("div") { field in
      field.line("label", ["for": "category"], "Category")
      field.block("select", ["id": "category"]) { choice in
        choice.line("option", ["value": ""], "all")
        for category in Category.allCases {
          guard let count = counts[category] else { continue }
          choice.line("option", ["value": category.rawValue], "\(category.rawValue) (\(count))")
        }
      }
    }
  }

  /// Writes the choice of programs, with the processes of programs that ran more than once.
  private mutating func processChoice() {
    let byProgram = Dictionary(grouping: described, by: \.alert.process.program)
    var room = HTMLLimits.choices
    html.block("div") { field in
      field.line("label", ["for": "process"], "Process")
      field.block("select", ["id": "process"]) { choice in
        choice.line("option", ["value": ""], "all")
        for (name, found) in byProgram.sorted(by: { $0.key < $1.key }) {
          guard room > 0, let number = programs[name] else { break }
          let processes = Dictionary(grouping: found, by: \.alert.process.pid).mapValues(\.count)
            .sorted { $0.key < $1.key }
          choice.line(
            "option", ["value": "program \(number)"],
            safeText(name, limit: 40) + " (\(found.count))")
          room -= 1
          guard processes.count > 1 else { continue }
          for (pid, count) in processes.prefix(room) {
            choice.line(
              "option", ["value": "process \(pid)"],
              "– " + safeText(name, limit: 40) + " \(pid) (\(count))")
          }
          room -= min(room, processes.count)
        }
      }
    }
  }
}

extension HTMLWriter {
  fileprivate mutating func toggle(_ filter: StaticString, _ value: String, _ words: String) {
    line(
      "button",
      [
        "type": "button", "aria-pressed": "false", "data-filter": filter.description,
        "data-value": value,
      ], words)
  }
}
