internal import Events
internal import Kernel
public import Rules
public import Syscalls

/// Selects the syscalls to observe: those that rules need, those that run state needs, and those
/// that could blind the tracer.
public struct FilterAssembly: Sendable {
  /// The union of all selected syscalls.
  public private(set) var plan: FilterPlan
  /// Whether dftrace records opens for writing.
  let remembersWriters: Bool
  /// Whether dftrace records connected sockets.
  let remembersSockets: Bool
  /// Whether dftrace records the names in DNS answers.
  let remembersNames: Bool
  /// Whether dftrace counts connection attempts.
  let countsAttempts: Bool
  /// Whether dftrace counts deletions.
  let countsDeletions: Bool
  /// Whether dftrace counts listed directories.
  let countsDirectories: Bool
  /// Whether dftrace remembers the directories that the run creates.
  let remembersGround: Bool
  /// Whether dftrace watches files for encryption.
  let watchesEncryption: Bool
  /// Whether dftrace records which processes accepted connections.
  let remembersAccepts: Bool
  /// Whether dftrace records which programs are at the ends of pipes.
  let remembersPipes: Bool
  /// Whether dftrace records access checks of files.
  let remembersChecks: Bool
  /// Whether dftrace inspects connections to name servers.
  let listens: Bool
  /// Whether dftrace inspects all connections to other machines.
  let listensForGreetings: Bool
  /// Whether rules read the origin of syscalls.
  let asksForOrigins: Bool
  /// Whether dftrace records umasks.
  let remembersUmasks: Bool
  /// Whether the return of executions is observed: rules need failures, or a recording holds all.
  let awaitsExecutions: Bool
  /// Syscalls that are observed only because they may write to the terminal.
  private var unaskedOutput: Set<EventType> = []
  private let watchesTerminal: Bool

  /// Assembles the plan.
  ///
  /// - Parameters:
  ///   - recording: syscalls to observe with any arguments.
  ///   - watchesTerminal: whether to observe writes to descriptors 1 and 2.
  public init(
    _ program: RuleProgram, recording: Set<EventType> = [], watchesTerminal: Bool = false
  ) {
    self.watchesTerminal = watchesTerminal
    plan = program.filterPlan
    for event in recording { plan.add(event, .always) }
    // A recording holds all fields of its syscalls.
    if !recording.isEmpty { for event in plan.needs.keys { plan.add(event, .always) } }
    let fields = program.fields
    let writing: Set<Field> = [
      .procIsExeWrittenInRun, .procExeWriter, .libWriter, .libWrittenInRun, .fileWriter,
      .fileWrittenInRun, .runDeleted, .fileCreatedInRun, .fileIsOnOwnGround,
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
    remembersGround = asks(.fileIsOnOwnGround, .fileIsInOwnRepository)
    remembersAccepts = asks(.procParentHasAccepted)
    remembersPipes = asks(.procStdinWriters, .procStdoutReaders)
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

  /// The position of the output descriptor; nil except for the few syscalls with which programs
  /// write to terminals.
  static func outputDescriptor(_ event: EventType) -> Int? {
    switch event {
    case .write, .writev, .sendfile: 0
    default: nil
    }
  }

  /// Whether a syscall is observed because it may write to the terminal.
  func isOutput(_ event: EventType) -> Bool {
    watchesTerminal && Self.outputDescriptor(event) != nil
  }

  /// Whether rules or run state need a syscall.
  func isAsked(_ event: EventType) -> Bool { !unaskedOutput.contains(event) }

  private mutating func addOutput() {
    for event in [EventType.write, .writev, .sendfile] {
      guard let index = Self.outputDescriptor(event) else { continue }
      if plan.needs[event] == nil { unaskedOutput.insert(event) }
      // The kernel reads the lower half of the register.
      plan.add(
        event,
        .tests([1, 2].map { [ArgumentTest(index: index, mask: 0xFFFF_FFFF, value: $0)] }))
    }
  }

  /// Adds the syscalls that update the run state.
  private mutating func addMemory() {
    if remembersWriters { addWriters() }
    if remembersSockets { addConnections() }
    if remembersNames { addNames() }
    var events: [EventType] = []
    if remembersAccepts { events += [.accept, .accept4] }
    if remembersChecks { events += [.access, .faccessat, .faccessat2] }
    if remembersUmasks { events.append(.umask) }
    if remembersGround { events += [.mkdir, .mkdirat] }
    if watchesEncryption { events += [.unlink, .unlinkat] }
    for event in events { plan.add(event, .always) }
  }

  /// The syscalls that dftrace itself needs under some rules: to keep the run state, and to prevent
  /// blinding.
  public static func ownNeeds(_ program: RuleProgram) -> FilterPlan {
    var assembly = FilterAssembly(program)
    assembly.plan = FilterPlan()
    assembly.addMemory()
    assembly.addGuards()
    return assembly.plan
  }

  /// The lists of the inventory that the filter covers incompletely.
  var notCovered: [String] {
    var names: [String] = []
    func need(_ events: [EventType], for name: String) {
      // A syscall without an address has no destination.
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

  /// Whether the filter observes every syscall that can change the meaning of a directory's name.
  var seesDirectoriesMove: Bool {
    DirectoryCache.moving.allSatisfy { plan.needs[$0] == .always }
  }

  /// Whether the filter observes every mapping of code.
  private var looksAtLibraries: Bool {
    guard let index = EventType.mmap.position(of: .prot) else { return false }
    let arguments = (0..<6).map { $0 == index ? Protection.execute : 0 }
    return plan.needs[.mmap]?.letsThrough(arguments) ?? false
  }

  private mutating func addWriters() {
    // One conjunction for each bit, since a filter tests for all of some bits, but not for any.
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

  /// Resolvers read the sender's address; busy servers do not.
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
    // These syscalls may change the root file system of a process.
    for event in [EventType.chroot, .pivot_root, .setns] { plan.add(event, .always) }
    plan.add(.unshare, bit(0, CloneFlags.newMountNamespace))
    plan.add(.clone, bit(0, CloneFlags.newMountNamespace))
    // PTRACE_TRACEME, PTRACE_ATTACH, PTRACE_SEIZE, <linux/ptrace.h>.
    for request in [0, 16, 0x4206] as [UInt64] {
      plan.add(.ptrace, .tests([[ArgumentTest(index: 0, mask: ~0, value: request)]]))
    }
    plan.add(.io_uring_setup, .always)
    // SECCOMP_FILTER_FLAG_NEW_LISTENER: its USER_NOTIF precedes the TRACE of dftrace.
    plan.add(.seccomp, bit(1, 0x8))
  }

  /// Whether a syscall causes a notification instead of a ptrace stop, if notifications are
  /// available.
  ///
  /// Blocking syscalls cause ptrace stops, since the wait for their return would have to interrupt
  /// them. So do syscalls with registers to change (clone), and executions with an observed return,
  /// since the exec stop comes between.
  public func isAnnounced(_ event: EventType) -> Bool {
    if event.isExecution { return !awaitsExecutions }
    return !event.waitsForOthers && event != .clone
  }

  /// The rules of the filter for x86-64.
  ///
  /// - Parameter notifying: whether notifications are available.
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
