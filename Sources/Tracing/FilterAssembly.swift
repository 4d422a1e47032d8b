internal import Events
internal import Kernel
public import Rules
public import Syscalls

/// Which calls have to stop: what the rules ask for, what their memory needs, and what would
/// blind the tracer if it were not looked at.
public struct FilterAssembly: Sendable {
  /// Why a call is looked at although no rule names it.
  public enum Reason: String, Sendable {
    /// A rule asks who wrote a file, or which sockets were connected.
    case memory = "remembered for a rule"
    /// Unseen, it would hide what comes after it.
    case guarded = "always looked at"
  }

  /// The union of all.
  public private(set) var plan: FilterPlan
  /// What is in the plan for another reason than a rule.
  public private(set) var extra: [(event: EventType, reason: Reason)] = []
  /// Whether opens for writing are remembered.
  let remembersWriters: Bool
  /// Whether connected sockets are remembered.
  let remembersSockets: Bool

  /// Puts the plan together.
  public init(_ program: RuleProgram) {
    plan = program.filterPlan
    let fields = program.fields
    remembersWriters = fields.contains(.procIsExeWrittenInRun) || fields.contains(.procExeWriter)
    let outgoing: [Field] = [.procStdinIsOutgoing, .procStdoutIsOutgoing, .fdIsOutgoing]
    remembersSockets = !fields.isDisjoint(with: outgoing)
    if remembersWriters { addWriters() }
    if remembersSockets { add(.connect, .always, .memory) }
    addGuards()
  }

  /// Whether all of some calls are looked at, whatever their arguments.
  func covers(_ events: [EventType]) -> Bool { events.allSatisfy { plan.needs[$0] == .always } }

  private mutating func add(_ event: EventType, _ need: FilterNeed, _ reason: Reason) {
    plan.add(event, need)
    extra.append((event, reason))
  }

  private mutating func addWriters() {
    // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC: one bit a conjunction, since a filter can test for all
    // of some bits, but not for any.
    let bits: [UInt64] = [0x1, 0x2, 0x40, 0x200]
    for event in [EventType.open, .openat, .open_by_handle_at] {
      guard let index = event.position(of: .flags) else { continue }
      let tests = bits.map { [ArgumentTest(index: index, mask: $0, value: $0)] }
      add(event, .tests(tests), .memory)
    }
    add(.openat2, .always, .memory)
    add(.creat, .always, .memory)
  }

  private mutating func addGuards() {
    func bit(_ index: Int, _ mask: UInt64) -> FilterNeed {
      .tests([[ArgumentTest(index: index, mask: mask, value: mask)]])
    }
    add(.execve, .always, .guarded)
    add(.execveat, .always, .guarded)
    // CLONE_UNTRACED; clone3 keeps its flags in memory.
    add(.clone, bit(0, 0x80_0000), .guarded)
    add(.clone3, .always, .guarded)
    add(.ptrace, .always, .guarded)
    add(.io_uring_setup, .always, .guarded)
    // SECCOMP_FILTER_FLAG_NEW_LISTENER: its USER_NOTIF goes before our TRACE.
    add(.seccomp, bit(1, 0x8), .guarded)
  }

  /// The rules that the filter is built from, for x86-64.
  var rules: [FilterRule] {
    var rules: [FilterRule] = []
    for (event, need) in plan.needs {
      guard let row = SyscallTable.x86_64.row(of: event) else { continue }
      let number = Int32(row.number)
      switch need {
      case .always: rules.append(FilterRule(number: number))
      case .tests(let conjunctions):
        for tests in conjunctions {
          rules.append(
            FilterRule(
              number: number,
              tests: tests.map { .init(index: $0.index, mask: $0.mask, value: $0.value) }))
        }
      }
    }
    return rules.sorted { $0.number < $1.number }
  }
}
