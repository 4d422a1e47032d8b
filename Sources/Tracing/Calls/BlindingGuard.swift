internal import Detection
internal import Events
internal import Kernel
internal import Syscalls

/// Changes or counts syscalls that would hide a thread or a file from the tracer.
struct BlindingGuard {
  private let run: RunState
  private let observation: Observation

  init(_ run: RunState, _ observation: Observation) {
    self.run = run
    self.observation = observation
  }

  /// Checks a syscall at its entry.
  func guardAgainstBlinding(_ facts: CallFacts, _ source: inout StopSource) {
    let registers = facts.registers.arguments
    let untraced = CloneFlags.untraced
    noteRoot(facts.event, registers)
    switch facts.event {
    case .clone where registers[0] & untraced != 0:
      source.setArgument(0, to: registers[0] & ~untraced)
      run.blindSpots.add(.untracedClone)
    case .clone3:
      // The flags are the first member of `struct clone_args`.
      guard let flags = facts.memory.readNumber(registers[0], bytes: 8) else { return }
      if flags & CloneFlags.newMountNamespace != 0 { run.mayDifferInRoot = true }
      guard flags & untraced != 0 else { return }
      facts.memory.write(flags & ~untraced, at: registers[0])
      run.blindSpots.add(.untracedClone)
    case .seccomp where registers[0] == 1 && registers[1] & 8 != 0:
      run.blindSpots.add(.ownListener(isRefused: observation.isNotified))
    case .io_uring_setup:
      run.blindSpots.add(.ioUring)
      run.directories.distrust()
    // PTRACE_TRACEME, PTRACE_ATTACH, PTRACE_SEIZE.
    case .ptrace where [0, 16, 0x4206].contains(registers[0]): run.blindSpots.add(.nestedTracer)
    default: return
    }
  }

  /// Notes that a process may have another root file system than dftrace from now on.
  private func noteRoot(_ event: EventType, _ registers: CallRegisters.Arguments) {
    switch event {
    case .chroot, .pivot_root, .setns: run.mayDifferInRoot = true
    // clone3 keeps its flags in memory.
    case .unshare where registers[0] & CloneFlags.newMountNamespace != 0: run.mayDifferInRoot = true
    case .clone where registers[0] & CloneFlags.newMountNamespace != 0: run.mayDifferInRoot = true
    default: return
    }
  }
}
