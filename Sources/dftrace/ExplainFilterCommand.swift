import ArgumentParser
import Events
import Policies
import Rules
import Syscalls
import Tracing

/// What a policy costs: which calls stop the traced program, when, and for which alerts.
struct ExplainFilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-filter",
    abstract: "Show which system calls a policy looks at, with which arguments, and why.",
    discussion: """
      Every other call runs at full speed: the kernel lets it pass without asking. A call with \
      tests is looked at only when one of its lines is true: announced by a notification where \
      the kernel has them, which is quick, or stopped at.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp(
      "The policy; the one in force here unless told.", valueName: "name-or-file"))
  var policy: String?

  func run() throws {
    let policy = try loadPolicy(policy)
    let assembly = FilterAssembly(policy.program)
    let plan = assembly.plan
    var page = Page()
    page.line("Calls that leave the kernel's fast path under policy \(policy.name):")
    for (event, need) in plan.needs.sorted(by: { $0.key.name < $1.key.name }) {
      page.line()
      let tests = need.texts(for: event)
      let means = assembly.isAnnounced(event) ? "announced" : "stopped at"
      page.line(event.name + ": \(means) " + (tests.isEmpty ? "each time" : "when"))
      for test in tests { page.line("  " + test) }
      page.paragraph(reasons(for: event, policy), label: "  for", indent: 6)
    }
    page.line()
    page.line("\(plan.needs.count) calls; a process's end and its signals are always seen.")
    try page.show()
  }

  /// The alerts that need the call, or dftrace itself.
  private func reasons(for event: EventType, _ policy: ResolvedPolicy) -> String {
    let ids = policy.alerts.indices.filter {
      policy.program.filterPlan(ofRule: $0).needs[event] != nil
    }.map { policy.alerts[$0].definition.id }
    // What keeps the tracer's own knowledge right.
    let own = FilterAssembly.ownNeeds(policy.program).needs[event] != nil
    return (ids + (own ? ["dftrace itself"] : [])).joined(separator: ", ")
  }
}
