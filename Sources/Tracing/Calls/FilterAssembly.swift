internal import Events
internal import Kernel
public import Rules
public import Syscalls

/// Which calls have to stop: what the rules ask for, what their memory needs, and what would
/// blind the tracer if it were not looked at.
public struct FilterAssembly: Sendable {
  /// The union of all.
  public private(set) var plan: FilterPlan
  /// Whether opens for writing are remembered.
  let remembersWriters: Bool
  /// Whether connected sockets are remembered.
  let remembersSockets: Bool
  /// Whether the names that DNS answers give are remembered.
  let remembersNames: Bool
  /// Whether attempts to reach addresses are counted.
  let countsAttempts: Bool
  /// Whether deletions are counted.
  let countsDeletions: Bool
  /// Whether directories that are listed are counted.
  let countsDirectories: Bool
  /// Whether files are watched for being encrypted.
  let watchesEncryption: Bool
  /// Whether it is remembered who accepted connections.
  let remembersAccepts: Bool
  /// Whether it is remembered who asked for access to a file.
  let remembersChecks: Bool
  /// Whether connections to name servers are listened to.
  let listens: Bool
  /// Whether all connections that leave this machine are.
  let listensForGreetings: Bool
  /// Whether it matters where calls are made.
  let asksForOrigins: Bool
  /// Whether umasks are remembered.
  let remembersUmasks: Bool
  /// Whether an execution's return is waited for: one that fails matters, or all is recorded.
  let awaitsExecutions: Bool
  /// Calls that are looked at for no other reason than that they may write to the terminal.
  private var unaskedOutput: Set<EventType> = []
  private let watchesTerminal: Bool

  /// Puts the plan together.
  ///
  /// - Parameters:
  ///   - recording: calls that are looked at whatever their arguments.
  ///   - watchesTerminal: whether writing to descriptors 1 and 2 is looked at.
  public init(
    _ program: RuleProgram, recording: Set<EventType> = [], watchesTerminal: Bool = false
  ) {
    self.watchesTerminal = watchesTerminal
    plan = program.filterPlan
    for event in recording { plan.add(event, .always) }
    // A recording tells of every call that it holds all there is to tell.
    if !recording.isEmpty { for event in plan.needs.keys { plan.add(event, .always) } }
    let fields = program.fields
    let writing: Set<Field> = [
      .procIsExeWrittenInRun, .procExeWriter, .libWriter, .libWrittenInRun, .fileWriter,
      .fileWrittenInRun, .runDeleted,
    ]
    remembersWriters = !recording.isEmpty || !fields.isDisjoint(with: writing)
    let outgoing: [Field] = [.procStdinIsOutgoing, .procStdoutIsOutgoing, .fdIsOutgoing]
    remembersSockets = !recording.isEmpty || !fields.isDisjoint(with: outgoing)
    remembersNames = !recording.isEmpty || fields.contains(.fdSipName)
    func asks(_ wanted: Field...) -> Bool {
      !recording.isEmpty || !fields.isDisjoint(with: wanted)
    }
    countsAttempts = asks(.runDestinations, .runPortsTried, .runHostsTried)
    countsDeletions = asks(.runDeleted)
    countsDirectories = asks(.runDirectoriesListed)
    watchesEncryption = asks(.runEncrypted)
    remembersAccepts = asks(.procParentHasAccepted)
    remembersChecks = asks(.fileWasChecked)
    listensForGreetings = asks(.netProtocol)
    listens =
      remembersNames || listensForGreetings
      || asks(.dnsName, .dnsType, .dnsUnusualNames, .dnsBulkNames)
    asksForOrigins = asks(.evtIPBacking, .evtSPOutsideStack)
    remembersUmasks = asks(.fileCreationMode)
    awaitsExecutions = !recording.isEmpty || program.needsFailedExecutions
    addMemory()
    addGuards()
    if watchesTerminal { addOutput() }
  }

  /// Which argument of a call is the descriptor that it writes to; nil for all but the few calls that
  /// programs write to terminals with.
  static func outputDescriptor(_ event: EventType) -> Int? {
    switch event {
    case .write, .writev, .sendfile: 0
    default: nil
    }
  }

  /// Whether a call is looked at since it may write to the terminal.
  func isOutput(_ event: EventType) -> Bool {
    watchesTerminal && Self.outputDescriptor(event) != nil
  }

  /// Whether a call is looked at for the rules or what they have remembered.
  func isAsked(_ event: EventType) -> Bool { !unaskedOutput.contains(event) }

  private mutating func addOutput() {
    for event in [EventType.write, .writev, .sendfile] {
      guard let index = Self.outputDescriptor(event) else { continue }
      if plan.needs[event] == nil { unaskedOutput.insert(event) }
      // The kernel takes the lower half of the register.
      plan.add(
        event,
        .tests([1, 2].map { [ArgumentTest(index: index, mask: 0xFFFF_FFFF, value: $0)] }))
    }
  }

  /// What has to be seen so that it can be asked for later.
  private mutating func addMemory() {
    if remembersWriters { addWriters() }
    if remembersSockets { addConnections() }
    if remembersNames { addNames() }
    var events: [EventType] = []
    if remembersAccepts { events += [.accept, .accept4] }
    if remembersChecks { events += [.access, .faccessat, .faccessat2] }
    if remembersUmasks { events.append(.umask) }
    for event in events { plan.add(event, .always) }
  }

  /// What is looked at for dftrace's own sake under some rules: to remember what they ask for
  /// later, and not to be blinded.
  public static func ownNeeds(_ program: RuleProgram) -> FilterPlan {
    var assembly = FilterAssembly(program)
    assembly.plan = FilterPlan()
    assembly.addMemory()
    assembly.addGuards()
    return assembly.plan
  }

  /// The lists of the inventory that the filter asks the kernel too little for.
  var notCovered: [String] {
    var names: [String] = []
    func need(_ events: [EventType], for name: String) {
      // A call that passes no address has no destination.
      let arguments = [UInt64](repeating: 1, count: 6)
      let isSeen = events.allSatisfy { plan.needs[$0]?.letsThrough(arguments) ?? false }
      if !isSeen { names.append(name) }
    }
    need([.connect, .sendto, .sendmsg, .sendmmsg], for: "destinations")
    need([.listen], for: "listeners")
    if !looksAtLibraries { names.append("libraries") }
    if !remembersWriters { names.append("directoriesWritten") }
    return names
  }

  /// Whether every call is looked at that can make a directory's name mean another one.
  var seesDirectoriesMove: Bool {
    DirectoryCache.moving.allSatisfy { plan.needs[$0] == .always }
  }

  /// Whether every mapping of code is looked at.
  private var looksAtLibraries: Bool {
    guard let index = EventType.mmap.position(of: .prot) else { return false }
    let arguments = (0..<6).map { $0 == index ? Protection.execute : 0 }
    return plan.needs[.mmap]?.letsThrough(arguments) ?? false
  }

  private mutating func addWriters() {
    // One bit a conjunction, since a filter can test for all of some bits, but not for any.
    let bits = OpenFlags.writing.map(\.rawValue)
    for event in [EventType.open, .openat, .open_by_handle_at] {
      guard let index = event.position(of: .flags) else { continue }
      let tests = bits.map { [ArgumentTest(index: index, mask: $0, value: $0)] }
      plan.add(event, .tests(tests))
    }
    plan.add(.openat2, .always)
    plan.add(.creat, .always)
  }

  private mutating func addConnections() {
    plan.add(.connect, .always)
    for event in EventType.sending {
      guard let index = event.position(of: .flags) else { continue }
      let flag = CallFacts.fastOpen
      plan.add(event, .tests([[ArgumentTest(index: index, mask: flag, value: flag)]]))
    }
  }

  /// Resolvers want to know who answered; a busy server does not.
  private mutating func addNames() {
    if let index = EventType.recvfrom.position(of: .addr) {
      plan.add(.recvfrom, .tests([[ArgumentTest(index: index, not: 0)]]))
    }
    plan.add(.recvmsg, .always)
    plan.add(.recvmmsg, .always)
  }

  private mutating func addGuards() {
    func bit(_ index: Int, _ mask: UInt64) -> FilterNeed {
      .tests([[ArgumentTest(index: index, mask: mask, value: mask)]])
    }
    plan.add(.execve, .always)
    plan.add(.execveat, .always)
    // clone3 keeps its flags in memory.
    plan.add(.clone, bit(0, CloneFlags.untraced))
    plan.add(.clone3, .always)
    // What may make a process see other files than dftrace does.
    for event in [EventType.chroot, .pivot_root, .setns] { plan.add(event, .always) }
    plan.add(.unshare, bit(0, CloneFlags.newMountNamespace))
    plan.add(.clone, bit(0, CloneFlags.newMountNamespace))
    // PTRACE_TRACEME, PTRACE_ATTACH, PTRACE_SEIZE, <linux/ptrace.h>.
    for request in [0, 16, 0x4206] as [UInt64] {
      plan.add(.ptrace, .tests([[ArgumentTest(index: 0, mask: ~0, value: request)]]))
    }
    plan.add(.io_uring_setup, .always)
    // SECCOMP_FILTER_FLAG_NEW_LISTENER: its USER_NOTIF goes before our TRACE.
    plan.add(.seccomp, bit(1, 0x8))
  }

  /// Whether a call is announced rather than stopped at, where there are notifications.
  ///
  /// Those that wait for others are stopped at: to be stopped again after them they would have to
  /// be interrupted. So are those whose registers may have to be changed (clone), and executions
  /// whose return matters, since another program's stop comes between.
  public func isAnnounced(_ event: EventType) -> Bool {
    if event.isExecution { return !awaitsExecutions }
    return !event.waitsForOthers && event != .clone
  }

  /// The rules that the filter is built from, for x86-64.
  ///
  /// - Parameter notifying: whether there are notifications.
  func rules(notifying: Bool) -> [FilterRule] {
    var rules: [FilterRule] = []
    for (event, need) in plan.needs {
      guard let row = SyscallTable.x86_64.row(of: event) else { continue }
      let number = Int32(row.number)
      let isNotified = notifying && isAnnounced(event)
      switch need {
      case .always: rules.append(FilterRule(number: number, isNotified: isNotified))
      case .tests(let conjunctions):
        for tests in conjunctions {
          rules.append(
            FilterRule(
              number: number,
              tests: tests.map {
                .init(
                  index: $0.index, mask: $0.mask, value: $0.value, isDifferent: $0.isDifferent)
              }, isNotified: isNotified))
        }
      }
    }
    return rules.sorted { $0.number < $1.number }
  }
}
