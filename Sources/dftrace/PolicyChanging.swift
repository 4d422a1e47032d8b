import ArgumentParser
import JSON
import Kernel
import Policies

extension PolicyCommand {
  /// Switches alerts on.
  struct Enable: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Switch alerts of a policy on.",
      discussion: "EXAMPLE\n  dftrace policy enable gate 'network-*' file-persistence")

    @OptionGroup var switching: Switching

    func run() throws { try switching.run(isOn: true) }
  }

  /// Switches alerts off.
  struct Disable: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Switch alerts of a policy off.",
      discussion: "EXAMPLE\n  dftrace policy disable .dftrace/policy.json process-shell-spawned")

    @OptionGroup var switching: Switching

    func run() throws { try switching.run(isOn: false) }
  }

  /// Which alerts of which policy are switched.
  struct Switching: ParsableArguments {
    @Argument(help: ArgumentHelp("The policy to change.", valueName: "name-or-file"))
    var policy: String

    @Argument(help: "The alerts, by id or by a pattern such as 'network-*'.")
    var alerts: [String]

    func run(isOn: Bool) throws {
      try change(policy, alerts.map { .enable($0, isOn) })
    }
  }

  /// Changes settings.
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change settings of a policy.",
      discussion: """
        A setting is one of
          ALERT.priority=P1           ALERT may be a pattern such as 'network-*'
          ALERT.enabled=false
          ALERT.CRITERION=VALUE,…     nothing after = empties a list; a JSON array is taken too
          failOn=P2, description=TEXT, extends=POLICY

        EXAMPLES
          dftrace policy set gate network-restricted-country.countries=RU,KP
          dftrace policy set gate 'file-*.priority=P2' failOn=P2
        """)

    @Argument(help: ArgumentHelp("The policy to change.", valueName: "name-or-file"))
    var policy: String

    @Argument(help: ArgumentHelp("The settings.", valueName: "setting=value"))
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

  /// What is different between two policies.
  struct Diff: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    static let configuration = CommandConfiguration(
      abstract: "Show what is different between two policies, alert by alert.",
      discussion: """
        The settings in force are compared, with all that is inherited. The exit status is 0, \
        whether there are differences or not.

        EXAMPLE
          dftrace policy diff standard .dftrace/policy.json
        """)

    @Argument(help: ArgumentHelp("The policy to compare from.", valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp("The policy to compare to.", valueName: "to"))
    var to: String

    @Option(name: [.short, .long], help: "What is printed: text or json.")
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

/// Changes a policy and says what has come of it.
private func change(_ policy: String, _ edits: [PolicyEdit]) throws {
  let store = PolicyStore.standard()
  let path = try refusing { () throws(PolicyRefusal) in try store.edit(policy, edits) }
  var page = Page()
  page.line(path.map { "changed \($0)" } ?? "nothing to change: the policy says so already")
  try page.show()
}
