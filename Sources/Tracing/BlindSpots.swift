internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

/// What dftrace knows that it could not see, each kind said once and counted.
struct BlindSpots {
  /// The kinds.
  enum Kind: Hashable {
    case foreignABI(String)
    case setuidIgnored
    case untracedClone
    case ownListener(isRefused: Bool)
    case ioUring
    case nestedTracer
    case unheardNames
    case unnamedFiles
    case unreadableMemory

    var id: String {
      switch self {
      case .foreignABI: "foreign-abi"
      case .setuidIgnored: "setuid-ignored"
      case .untracedClone: "clone-untraced"
      case .ownListener: "seccomp-listener"
      case .ioUring: "io-uring"
      case .nestedTracer: "nested-tracer"
      case .unheardNames: "names-unheard"
      case .unnamedFiles: "files-unnamed"
      case .unreadableMemory: "memory-unreadable"
      }
    }

    var message: String {
      switch self {
      case .foreignABI(let name):
        "\(name) system calls were made, which this version does not decode"
      case .setuidIgnored:
        "set-user-id programs ran without their privileges, as they do under a tracer without root "
          + "or with no_new_privs"
      case .untracedClone:
        "a program asked for a child that no tracer sees (CLONE_UNTRACED); the child was traced "
          + "all the same"
      case .ownListener(isRefused: true):
        "a program asked for a seccomp listener of its own, which the kernel refuses while dftrace "
          + "has one"
      case .ownListener(isRefused: false):
        "a program set up its own seccomp listener, which may answer calls before they are seen"
      case .ioUring: "what is done through an io_uring passes by every system-call tracer"
      case .nestedTracer:
        "a program tried to trace another, which the kernel refuses while dftrace does"
      case .unheardNames:
        "a name server was connected to, and what was asked could not be seen"
      case .unnamedFiles:
        "files were used below directories whose names are longer than the kernel shows and that "
          + "dftrace may not list"
      case .unreadableMemory:
        "processes whose memory the kernel keeps from an unprivileged tracer made calls whose names "
          + "and addresses are not known"
      }
    }
  }

  private var found: [Kind: Int] = [:]

  /// Counts occurrences; none makes no blind spot.
  mutating func add(_ kind: Kind, count: Int = 1) {
    if count > 0 { found[kind, default: 0] += count }
  }

  /// All that occurred, sorted by id.
  ///
  /// - Parameter lost: how many files, names and sockets could not be remembered.
  func list(lost: Int) -> [BlindSpot] {
    var list = found.map { BlindSpot(id: $0.key.id, message: $0.key.message, count: $0.value) }
    if lost > 0 {
      list.append(
        BlindSpot(
          id: "memory-bound",
          message: "more was done than dftrace remembers: files written or given other names, "
            + "connections, names answered, or addresses, ports and directories tried",
          count: lost))
    }
    return list.sorted { ($0.id, $0.message) < ($1.id, $1.message) }
  }
}

// Calls that would blind the tracer if they went on unseen.
extension Session {
  mutating func guardAgainstBlinding(_ facts: CallFacts) {
    let registers = facts.registers.arguments
    // CLONE_UNTRACED and CLONE_NEWNS, <linux/sched.h>.
    let untraced: UInt64 = 0x80_0000
    let newMounts: UInt64 = 0x2_0000
    noteRoot(facts.event, registers)
    switch facts.event {
    case .clone where registers[0] & untraced != 0:
      source.setArgument(0, to: registers[0] & ~untraced)
      blindSpots.add(.untracedClone)
    case .clone3:
      // The flags are the first member of `struct clone_args`.
      guard let flags = facts.memory.readNumber(registers[0], bytes: 8) else { return }
      if flags & newMounts != 0 { context.mayDifferInRoot = true }
      guard flags & untraced != 0 else { return }
      facts.memory.write(flags & ~untraced, at: registers[0])
      blindSpots.add(.untracedClone)
    case .seccomp where registers[0] == 1 && registers[1] & 8 != 0:
      blindSpots.add(.ownListener(isRefused: observation.isNotified))
    case .io_uring_setup:
      blindSpots.add(.ioUring)
      context.directories.distrust()
    // PTRACE_TRACEME, PTRACE_ATTACH, PTRACE_SEIZE.
    case .ptrace where [0, 16, 0x4206].contains(registers[0]): blindSpots.add(.nestedTracer)
    default: return
    }
  }

  /// Notes that a process may see other files than dftrace from now on.
  private func noteRoot(_ event: EventType, _ registers: CallRegisters.Arguments) {
    switch event {
    case .chroot, .pivot_root, .setns: context.mayDifferInRoot = true
    // CLONE_NEWNS; clone3 keeps its flags in memory.
    case .unshare where registers[0] & 0x2_0000 != 0: context.mayDifferInRoot = true
    case .clone where registers[0] & 0x2_0000 != 0: context.mayDifferInRoot = true
    default: return
    }
  }
}
