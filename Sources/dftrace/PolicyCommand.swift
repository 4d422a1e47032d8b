import ArgumentParser
import Events
import JSON
import Kernel
import Policies

/// The subcommands for policies.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Show, create, change and compare policies.",
    discussion: """
      EXAMPLES
        dftrace policy list
        dftrace policy show strict
        dftrace policy new gate --extends strict --fail-on P1
        dftrace policy set gate network-restricted-country.countries=RU,KP
        dftrace policy diff strict gate
        dftrace policy validate .dftrace/policy.json
        dftrace policy explain-filter standard
      """,
    subcommands: [
      List.self, Show.self, New.self, Clone.self, Enable.self, Disable.self, Set.self,
      Validate.self, Diff.self, Default.self, Apps.self, ExplainFilterCommand.self,
    ])

  /// Lists the policies, one line each.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the built-in, saved and project policies.")

    func run() throws {
      let store = PolicyStore.standard()
      var rows = [["NAME", "FROM", "ALERTS", "FAILS ON", "DESCRIPTION"]]
      var problems: [DocumentProblem] = []
      let references =
        store.builtInNames.map { ($0, "built-in") } + store.savedNames.map { ($0, "saved") }
        + (store.projectPath.map { [($0, "project")] } ?? [])
      for (reference, origin) in references {
        do {
          let policy = try store.load(reference)
          rows.append([
            policy.name, origin, "\(policy.alerts.count) of \(policy.allAlerts.count)",
            policy.failOn.name, policy.description,
          ])
        } catch {
          problems += error.problems
        }
      }
      var page = Page()
      page.table(rows)
      try page.show()
      if !problems.isEmpty { throw fail(DocumentError(problems)) }
    }
  }

  /// Shows a policy.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the enabled alerts of a policy and their priorities.")

    @Argument(
      help: ArgumentHelp(
        "Policy name or file (default: the policy in force).", valueName: "name-or-file"))
    var policy: String?

    @Flag(help: "Show all resolved settings and the policy that each comes from.")
    var resolved = false

    func run() throws {
      let policy = try loadPolicy(policy)
      var page = Page()
      page.line("\(policy.name) (\(policy.origin))")
      if !policy.description.isEmpty { page.paragraph(policy.description) }
      if !policy.parents.isEmpty {
        page.line("extends " + policy.parents.joined(separator: ", which extends "))
      }
      page.line(
        "fails on \(policy.failOn.name)" + (resolved ? " (from \(policy.failOnOrigin))" : ""))
      page.line()
      if resolved {
        for alert in policy.allAlerts { Self.add(alert, to: &page) }
      } else {
        page.table(
          policy.alerts.map { [$0.priority.name, $0.definition.id, $0.definition.title] })
        let off = policy.allAlerts.count - policy.alerts.count
        if off > 0 { page.line("\(off) more \(off == 1 ? "alert is" : "alerts are") off") }
      }
      try page.show()
    }

    private static func add(_ alert: ResolvedAlert, to page: inout Page) {
      page.line(alert.definition.id)
      let state = alert.isEnabled ? "on" : "off"
      page.line("  \(state) (from \(alert.origins.enabled))")
      page.line("  priority \(alert.priority.name) (from \(alert.origins.priority))")
      for (name, value) in alert.criteria.sorted(by: { $0.key < $1.key }) {
        let origin = alert.origins.criteria[name] ?? (alert.isCustom ? "the alert" : "catalogue")
        page.paragraph("\(value.words) (from \(origin))", label: "  $\(name) =", indent: 20)
      }
      for exception in alert.exceptions {
        let end = exception.expires.map {
          exception.isExpired ? ", expired \($0)" : ", until \($0)"
        }
        page.paragraph(
          "\(exception.when.text): \(exception.reason)\(end ?? "")", label: "  exception",
          indent: 20)
      }
    }
  }

  /// Validates policy files.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Report every error in policy files (exit status: 0 valid, 1 invalid).")

    @Argument(help: "Policy files.")
    var files: [String] = []

    func validate() throws {
      if files.isEmpty {
        throw ValidationError("Missing policy file: dftrace policy validate FILE")
      }
    }

    func run() throws {
      let store = PolicyStore.standard()
      var isValid = true
      let output = Output.standardOutput()
      for file in files {
        do {
          for policy in try store.loadAll(file) {
            let text = "\(file): \(policy.name) is valid, \(policy.alerts.count) alerts enabled\n"
            output.write(Array(text.utf8))
          }
        } catch {
          isValid = false
          _ = fail(error)
        }
      }
      if let failure = output.failure { throw fail("\(failure)") }
      if !isValid { throw ExitCode(1) }
    }
  }
}
