import ArgumentParser
import Catalogue
import Events
import Kernel
import Policies
import Rules
import Text

/// The catalogue of alerts.
struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "List and explain the alerts that dftrace can raise.",
    discussion: """
      EXAMPLES
        dftrace alerts list
        dftrace alerts list --policy .dftrace/policy.json
        dftrace alerts explain network-reverse-shell
        dftrace alerts fields proc
      """,
    subcommands: [List.self, Explain.self, Fields.self])

  /// Lists the alerts, one line each.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List all alerts with their priorities under a policy.")

    @Option(
      name: [.short, .long],
      help: ArgumentHelp(
        "Policy name or file (default: the policy in force).", valueName: "name-or-file"))
    var policy: String?

    func run() throws {
      let policy = try loadPolicy(policy)
      var page = Page()
      page.table(
        policy.allAlerts.map {
          [$0.definition.id, $0.isEnabled ? $0.priority.name : "off", $0.definition.title]
        })
      page.line()
      page.line("Priorities: policy \(policy.name). Details: dftrace alerts explain ALERT")
      try page.show()
    }
  }

  /// Lists the fields of conditions.
  struct Fields: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the fields of conditions, with type, meaning and an example.")

    @Argument(help: "Prefix of the field names to list, such as proc (default: all fields).")
    var prefix: String = ""

    func run() throws {
      let fields = Field.table.filter { $0.name.hasPrefix(prefix) }
      guard !fields.isEmpty else {
        let names = Field.table.map(\.name)
        let guess = nearestName(to: prefix, among: names).map { "; did you mean \($0)?" } ?? ""
        throw fail("no field name begins with \(prefix)\(guess)", status: 64)
      }
      var page = Page()
      for field in fields {
        page.line(field.shownName)
        page.paragraph(field.meaning, indent: 4)
        page.paragraph("Type: \(field.type.words). Available for: \(field.scope.words).", indent: 4)
        page.paragraph("Example: \(field.example)", indent: 4)
      }
      try page.show()
    }
  }

  /// Explains one alert.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Explain what an alert means, when it is raised and how to fix the cause.")

    @Argument(help: "Id of the alert, as alerts list shows it.")
    var alert: String

    @Option(
      name: [.short, .long],
      help: ArgumentHelp(
        "Policy name or file (default: the policy in force).", valueName: "name-or-file"))
    var policy: String?

    func run() throws {
      let policy = try loadPolicy(policy)
      guard let found = policy.allAlerts.first(where: { $0.definition.id == alert }) else {
        throw unknown(policy.allAlerts.map(\.definition.id))
      }
      try page(found, policy).show()
    }

    private func unknown(_ known: [String]) -> ExitCode {
      let guess = nearestName(to: alert, among: known).map { "; did you mean \($0)?" } ?? ";"
      return fail(
        "unknown alert \(alert)\(guess) `dftrace alerts list` lists all alerts", status: 64)
    }

    private func page(_ alert: ResolvedAlert, _ policy: ResolvedPolicy) -> Page {
      let definition = alert.definition
      var page = Page()
      page.line(definition.id)
      page.paragraph(definition.title)
      page.line()
      func section(_ label: String, _ text: String) {
        guard !text.isEmpty else { return }
        page.paragraph(text, label: label, indent: 13)
        page.line()
      }
      section("Meaning", definition.description)
      section("Raised when", definition.trigger)
      section("Condition", definition.condition)
      for criterion in definition.criteria {
        let value = alert.criteria[criterion.name] ?? criterion.defaultValue
        section("$\(criterion.name)", Self.meaning(criterion) + value.words)
      }
      section("Priority", Self.priorities(alert, policy))
      if let example = definition.example {
        section("Example", "\(example.text) (\(example.date)) \(example.reference)")
      }
      section("Fix", definition.remedy)
      section("References", Self.names(definition.tags))
      tune(alert, policy, &page)
      return page
    }

    /// Adds the commands that tune the alert, one a line so that they can be copied.
    private func tune(
      _ alert: ResolvedAlert, _ policy: ResolvedPolicy, _ page: inout Page
    ) {
      let id = alert.definition.id
      let isOwn = policy.origin != "built-in"
      let name = isOwn ? Self.shellWord(self.policy ?? policy.origin) : "NAME"
      page.line("Tuning")
      if !isOwn {
        page.paragraph(
          "Built-in policies are read-only. Create a policy that extends \(policy.name):", indent: 2
        )
        page.line("    dftrace policy new NAME --extends \(policy.name)")
      }
      page.line("    dftrace policy \(alert.isEnabled ? "disable" : "enable") \(name) \(id)")
      page.line("    dftrace policy set \(name) \(id).priority=\(alert.priority.name)")
      for criterion in alert.definition.criteria {
        let value = alert.criteria[criterion.name] ?? criterion.defaultValue
        let word = Self.shellWord(id + "." + criterion.name + "=" + value.assignment)
        page.line("    dftrace policy set \(name) \(word)")
      }
      page.line()
      page.paragraph(
        "An exception suppresses the alert for one program or object and keeps it for all others. "
          + "Each alert in a report suggests one. Add it to the policy file, in \"alerts\":",
        indent: 2)
      page.line(
        "    \"\(id)\": { \"exceptions\": [ { \"when\": \"proc.program = NAME\", "
          + "\"reason\": \"WHY\", \"expires\": \"\(CalendarDate.now.nextYear)\" } ] }")
    }

    /// Quotes a word for a shell.
    private static func shellWord(_ text: String) -> String {
      let isPlain = text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || "-_./=,:+@".unicodeScalars.contains($0)
      }
      return isPlain ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
    }

    private static func names(_ tags: AlertTags) -> String {
      let version = tags.attackVersion.map { " (ATT&CK \($0))" } ?? ""
      let attack = tags.attack.joined(separator: ", ")
      return ((attack.isEmpty ? [] : [attack + version]) + tags.cwe).joined(separator: ", ")
    }

    private static func meaning(_ criterion: CriterionDefinition) -> String {
      criterion.meaning.isEmpty ? "" : criterion.meaning + " Value: "
    }

    private static func priorities(_ alert: ResolvedAlert, _ policy: ResolvedPolicy) -> String {
      let store = PolicyStore.standard()
      var texts: [String] = []
      for name in store.builtInNames {
        guard
          let found = (try? store.load(name))?.allAlerts.first(where: {
            $0.definition.id == alert.definition.id
          })
        else { continue }
        texts.append("\(found.isEnabled ? found.priority.name : "off") in \(name)")
      }
      if !store.builtInNames.contains(policy.name) {
        texts.append("\(alert.isEnabled ? alert.priority.name : "off") in \(policy.name)")
      }
      return texts.joined(separator: ", ")
    }
  }
}

/// Loads a policy; prints the errors and throws exit status 125 when it is invalid.
func loadPolicy(_ reference: String?) throws -> ResolvedPolicy {
  do { return try PolicyStore.standard().load(reference) } catch {
    throw fail(error)
  }
}
