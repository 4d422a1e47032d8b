internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

/// The memory from which a syscall was made.
struct CallOrigin: Equatable {
  /// The kind of memory of the syscall instruction.
  var code: MemoryMapping.Kind
  /// Whether the stack pointer points to memory that cannot be a stack.
  var isStackElsewhere: Bool
}

/// A cache of the processes' file-backed code, so that syscalls need no read of the mappings.
/// Bounded.
struct CallOrigins {
  private struct Span {
    let start: UInt64
    let end: UInt64
  }

  private static let mostProcesses = 1024
  /// Capacity: a program maps some tens of code files, but a hostile one may map new ones forever.
  private static let mostSpans = 256
  private var code: [ProcessID: [Span]] = [:]

  /// Removes a process that has ended, executes another program, or unmaps memory.
  mutating func forget(_ process: ProcessID) { code[process] = nil }

  /// The memory from which a syscall was made.
  mutating func origin(of facts: CallFacts) -> CallOrigin? {
    let address = facts.registers.instructionPointer
    let isKnown = code[facts.process]?.contains { $0.start <= address && address < $0.end } ?? false
    // A stack pointer rarely moves far, but only the mappings tell the kind of its memory.
    guard !isKnown || facts.event.asksForStack else {
      return CallOrigin(code: .file, isStackElsewhere: false)
    }
    var kind = MemoryMapping.Kind.file
    if !isKnown {
      let mapping = Mappings.mapping(at: address, of: facts.process, facts.run.inspector)
      // Code without a mapping was unmapped by another thread. A killed process has no mappings at
      // all, and then the origin is unknown.
      if mapping == nil,
        Mappings.mapping(
          at: facts.stackPointer, of: facts.process, facts.run.inspector) == nil
      {
        return nil
      }
      kind = mapping?.kind ?? .anonymous
      if let mapping, kind == .file || kind == .vdso, !mapping.isWritable {
        if code.count >= Self.mostProcesses { code.removeAll() }
        if code[facts.process]?.count ?? 0 >= Self.mostSpans { forget(facts.process) }
        code[facts.process, default: []].append(Span(start: mapping.start, end: mapping.end))
      }
    }
    return CallOrigin(code: kind, isStackElsewhere: isStackElsewhere(facts))
  }

  /// Whether the stack pointer points into a file's mapping or, for critical syscalls, into the
  /// heap.
  ///
  /// Threads and most coroutines have stacks in anonymous memory. Some coroutines have stacks on
  /// the heap, but execute no programs from there.
  private func isStackElsewhere(_ facts: CallFacts) -> Bool {
    let event = facts.event
    guard facts.stackPointer != 0, event.asksForStack else { return false }
    switch Mappings.mapping(
      at: facts.stackPointer, of: facts.process, facts.run.inspector)?.kind
    {
    case .file: return true
    case .heap: return event.isExecution || event.changesProtection
    default: return false
    }
  }
}

extension EventType {
  /// Whether an attack by stack pivoting would continue with this syscall.
  var asksForStack: Bool {
    switch self {
    case .execve, .execveat, .mprotect, .pkey_mprotect, .socket, .connect: true
    default: false
    }
  }
}
