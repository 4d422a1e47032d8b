internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

/// Where a call comes from.
struct CallOrigin: Equatable {
  /// What kind of memory the calling instruction lies in.
  var code: MemoryMapping.Kind
  /// Whether the stack pointer lies where no stack can be.
  var isStackElsewhere: Bool
}

/// Which parts of the processes' memory are code of files, so that mappings need not be read at each
/// call. Bounded.
struct CallOrigins {
  private struct Span {
    let start: UInt64
    let end: UInt64
  }

  private static let mostProcesses = 1024
  /// A program has some tens of files with code; one that maps ever new ones must not fill the memory.
  private static let mostSpans = 256
  private var code: [ProcessID: [Span]] = [:]

  /// Forgets a process that has ended, runs another program, or gives up memory.
  mutating func forget(_ process: ProcessID) { code[process] = nil }

  /// Where a call comes from.
  mutating func origin(of facts: CallFacts) -> CallOrigin? {
    let address = facts.registers.instructionPointer
    let isKnown = code[facts.process]?.contains { $0.start <= address && address < $0.end } ?? false
    // A stack is never far from where it was, but only the mappings say what it lies in.
    guard !isKnown || facts.event.asksForStack else {
      return CallOrigin(code: .file, isStackElsewhere: false)
    }
    var kind = MemoryMapping.Kind.file
    if !isKnown {
      let mapping = Mappings.mapping(at: address, of: facts.process, facts.run.inspector)
      // Code that is not there any more was taken away by another thread, unless all is gone: a process
      // that has been killed has no memory, and nothing is known of where it was.
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

  /// Whether the stack pointer lies in a file's mapping, or for a call that matters much in the heap.
  ///
  /// Stacks of threads and coroutines are anonymous memory; those of some coroutines come from the
  /// heap, from which no program is executed.
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
  /// Whether it is a call by which an attack on a program's stack would go on.
  var asksForStack: Bool {
    switch self {
    case .execve, .execveat, .mprotect, .pkey_mprotect, .socket, .connect: true
    default: false
    }
  }
}
