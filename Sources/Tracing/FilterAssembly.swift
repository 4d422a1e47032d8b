internal import Events
internal import Kernel
public import Rules
internal import Syscalls

/// Which calls have to stop: what the rules ask for, what their memory needs, and what would
/// blind the tracer if it were not looked at.
public struct FilterAssembly: Sendable {
  /// The union of all.
  public private(set) var plan: FilterPlan
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
    if remembersSockets { plan.add(.connect, .always) }
    addGuards()
  }

  /// Whether all of some calls are looked at, whatever their arguments.
  func covers(_ events: [EventType]) -> Bool { events.allSatisfy { plan.needs[$0] == .always } }

  private mutating func addWriters() {
    // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC: one bit a conjunction, since a filter can test for all
    // of some bits, but not for any.
    let bits: [UInt64] = [0x1, 0x2, 0x40, 0x200]
    for event in [EventType.open, .openat, .open_by_handle_at] {
      guard let index = event.position(of: .flags) else { continue }
      let tests = bits.map { [ArgumentTest(index: index, mask: $0, value: $0)] }
      plan.add(event, .tests(tests))
    }
    plan.add(.openat2, .always)
    plan.add(.creat, .always)
  }

  private mutating func addGuards() {
    func bit(_ index: Int, _ mask: UInt64) -> FilterNeed {
      .tests([[ArgumentTest(index: index, mask: mask, value: mask)]])
    }
    plan.add(.execve, .always)
    plan.add(.execveat, .always)
    // CLONE_UNTRACED; clone3 keeps its flags in memory.
    plan.add(.clone, bit(0, 0x80_0000))
    plan.add(.clone3, .always)
    plan.add(.ptrace, .always)
    plan.add(.io_uring_setup, .always)
    // SECCOMP_FILTER_FLAG_NEW_LISTENER: its USER_NOTIF goes before our TRACE.
    plan.add(.seccomp, bit(1, 0x8))
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
