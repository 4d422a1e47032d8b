import ArgumentParser
import Events
import Policies
import Rules
import Syscalls
import Tracing

/// Shows which syscalls of a traced process are observed, when, and for which alerts.
struct ExplainFilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-filter",
    abstract: "Show which syscalls a policy observes, with which arguments, and why.",
    discussion: """
      All other syscalls run at full speed: the kernel's seccomp filter allows them. A syscall with \
      tests is observed only when one of its lines is true. The kernel reports a syscall by a \
      notification, which is fast, or by a stop of the traced process.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp(
      "Policy name or file (default: the policy in force).", valueName: "name-or-file"))
  var policy: String?

  func run() throws {
    let policy = try loadPolicy(policy)
    let assembly = FilterAssembly(policy.program)
    let plan = assembly.plan
    var page = Page()
    page.line("Syscalls that dftrace observes under policy \(policy.name):")
    for (event, need) in plan.needs.sorted(by: { $0.key.name < $1.key.name }) {
      page.line()
      let tests = need.texts(for: event)
      let means = assembly.isAnnounced(event) ? "notification" : "stop"
      page.line(event.name + ": \(means) " + (tests.isEmpty ? "at each call" : "when"))
      for test in tests { page.line("  " + test) }
      page.paragraph(reasons(for: event, policy), label: "  for", indent: 6)
    }
    page.line()
    page.line("\(plan.needs.count) syscalls. Exits and signals are always observed.")
    try page.show()
  }

  /// The alerts that need the syscall, and whether dftrace itself needs it.
  private func reasons(for event: EventType, _ policy: ResolvedPolicy) -> String {
    let ids = policy.alerts.indices.filter {
      policy.program.filterPlan(ofRule: $0).needs[event] != nil
    }.map { policy.alerts[$0].definition.id }
    // dftrace needs some syscalls to keep its process table correct.
    let own = FilterAssembly.ownNeeds(policy.program).needs[event] != nil
    return (ids + (own ? ["dftrace itself"] : [])).joined(separator: ", ")
  }
}
