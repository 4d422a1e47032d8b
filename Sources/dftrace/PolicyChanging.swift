import ArgumentParser
import JSON
import Kernel
import Policies

extension PolicyCommand {
  /// Enables alerts.
  struct Enable: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enable alerts in a policy.",
      discussion: "EXAMPLE\n  dftrace policy enable gate 'network-*' file-persistence")

    @OptionGroup var switching: Switching

    func run() throws { try switching.run(isOn: true) }
  }

  /// Disables alerts.
  struct Disable: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Disable alerts in a policy.",
      discussion: "EXAMPLE\n  dftrace policy disable .dftrace/policy.json process-shell-spawned")

    @OptionGroup var switching: Switching

    func run() throws { try switching.run(isOn: false) }
  }

  /// The policy and the alerts to enable or disable.
  struct Switching: ParsableArguments {
    @Argument(help: ArgumentHelp("Policy to change, a name or a file.", valueName: "name-or-file"))
    var policy: String

    @Argument(help: "Alert ids, or patterns such as 'network-*'.")
    var alerts: [String]

    func run(isOn: Bool) throws {
      try change(policy, alerts.map { .enable($0, isOn) })
    }
  }

  /// Changes settings.
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change the settings of a policy.",
      discussion: """
        SETTINGS
          ALERT.priority=P1         ALERT: an id or a pattern such as 'network-*'
          ALERT.enabled=false
          ALERT.CRITERION=VALUE,…   an empty value empties a list; or a JSON array
          failOn=P2, description=TEXT, extends=POLICY

        EXAMPLES
          dftrace policy set gate network-restricted-country.countries=RU,KP
          dftrace policy set gate 'file-*.priority=P2' failOn=P2
        """)

    @Argument(help: ArgumentHelp("Policy to change, a name or a file.", valueName: "name-or-file"))
    var policy: String

    @Argument(help: ArgumentHelp("Settings to change.", valueName: "setting=value"))
    var settings: [String]

    func run() throws {
      let edits = try edits { () throws(EditMistake) in
        var edits: [PolicyEdit] = []
        for text in settings { edits.append(try PolicyEdit(assignment: text)) }
        return edits
      }
      try change(policy, edits)
    }
  }

  /// Compares two policies.
  struct Diff: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    static let configuration = CommandConfiguration(
      abstract: "Compare two policies, alert by alert.",
      discussion: """
        Compares the resolved settings, inherited ones included. The exit status is 0 with or \
        without differences.

        EXAMPLE
          dftrace policy diff standard .dftrace/policy.json
        """)

    @Argument(help: ArgumentHelp("Policy to compare from, a name or a file.", valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp("Policy to compare to, a name or a file.", valueName: "to"))
    var to: String

    @Option(name: [.short, .long], help: "Output format.")
    var format: Format = .text

    func run() throws {
      let difference = PolicyDifference(try loadPolicy(from), try loadPolicy(to))
      var page = Page()
      switch format {
      case .text: for line in difference.lines { page.line(line) }
      case .json: page.line(difference.tree.line)
      }
      try page.show()
    }
  }
}

/// Changes a policy and prints the result.
private func change(_ policy: String, _ edits: [PolicyEdit]) throws {
  let store = PolicyStore.standard()
  let path = try refusing { () throws(PolicyRefusal) in try store.edit(policy, edits) }
  var page = Page()
  page.line(
    path.map { "changed \($0)" } ?? "nothing to change: the policy has these settings already")
  try page.show()
}
