internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// A file that a syscall maps as executable.
struct LibraryFacts {
  var path: [UInt8]
  /// The caller's descriptor of the file, used to open its content; nil when only the name is
  /// known.
  private(set) var descriptor: (number: Int32, thread: ThreadID)?
  private var found: FileStatus??

  /// A file behind a descriptor of the caller, read on demand.
  init(path: [UInt8], descriptor: Int32, of thread: ThreadID) {
    self.path = path
    self.descriptor = (descriptor, thread)
  }

  /// A file that is already mapped.
  init(path: [UInt8], _ status: FileStatus?) {
    self.path = path
    found = .some(status)
  }

  func status(_ inspector: any ProcessInspecting) -> FileStatus? {
    if let found { return found }
    return descriptor.flatMap { inspector.status(ofDescriptor: $0.number, of: $0.thread) }
  }

  /// Reads the file's status once, since the descriptor may be closed later.
  mutating func keepStatus(_ inspector: any ProcessInspecting) {
    if found == nil { found = .some(status(inspector)) }
  }
}

// Fields of the memory that a syscall maps or changes.
extension EventView {
  mutating func memoryValue(_ field: MemoryField, _ arena: inout ByteArena) -> FieldValue {
    let registers = facts.registers.arguments
    switch field {
    case .memProt: return .flags(protection, .protection)
    case .memIsWX:
      return .boolean(
        protection & (Protection.write | Protection.execute) == Protection.write
          | Protection.execute)
    case .memAddress:
      return .number(Int64(bitPattern: registers[facts.event == .shmat ? 1 : 0]))
    case .memLength:
      return facts.event == .shmat ? .absent : .number(Int64(bitPattern: registers[1]))
    case .memWasWritable: return .boolean(memory().wasWritable)
    case .memKind: return memory().kind.map { .text(arena.append($0.rawValue)) } ?? .absent
    }
  }

  /// The requested protection, `PROT_…`; shmat(2) has its own flags for it.
  private var protection: UInt64 {
    let registers = facts.registers.arguments
    guard facts.event == .shmat else { return registers[2] }
    // SHM_RDONLY and SHM_EXEC, <linux/shm.h>.
    let flags = registers[2]
    return Protection.read | (flags & 0o10000 == 0 ? Protection.write : 0)
      | (flags & 0o100000 != 0 ? Protection.execute : 0)
  }

  mutating func libraryValue(_ field: LibraryField, _ arena: inout ByteArena) -> FieldValue {
    guard mappedLibrary() != nil else { return .absent }
    if field != .libPath, field != .libDirectory { memoryFacts?.library?.keepStatus(run.inspector) }
    guard let library = memoryFacts?.library else { return .absent }
    func path(_ bytes: ArraySlice<UInt8>) -> FieldValue {
      let range = arena.append(bytes)
      return .path(given: range, resolved: range)
    }
    switch field {
    case .libPath: return path(library.path[...])
    case .libDirectory: return path(Paths.directory(library.path[...]))
    case .libIsInWorkspace: return .boolean(run.isInWorkspace(library.path))
    case .libIsBesideProgram: return .boolean(isBesideProgram(library.path))
    case .libIsDeleted: return .boolean(library.status(run.inspector)?.links == 0)
    case .libInWritableDir:
      return .boolean(run.isInWritableDirectory(library.path, of: facts.thread))
    case .libWriter: return writer(of: library).map { .text(arena.append($0)) } ?? .absent
    case .libWrittenInRun: return .boolean(writer(of: library) != nil)
    }
  }

  /// The file that the syscall maps as executable; nil without one.
  mutating func mappedLibrary() -> LibraryFacts? {
    guard protection & Protection.execute != 0 else { return nil }
    return memory().library
  }

  func writer(of library: LibraryFacts) -> String? {
    library.status(run.inspector).flatMap { run.writer(of: $0) }
  }
}

/// The facts of a syscall's memory range.
struct MemoryFacts {
  /// `mem.kind`.
  var kind: MemoryMapping.Kind?
  /// The mapped file.
  var library: LibraryFacts?
  /// Whether the memory was writable before the syscall.
  var wasWritable = false
}

extension EventView {
  /// The memory that the syscall maps or changes.
  mutating func memory() -> MemoryFacts {
    if let known = memoryFacts { return known }
    let found =
      switch facts.event {
      case .mmap: mapped()
      case .shmat: MemoryFacts(kind: .shared)
      default: changed()
      }
    memoryFacts = found
    return found
  }

  /// The content of a new mapping, from its flags and descriptor; `<linux/mman.h>`.
  private func mapped() -> MemoryFacts {
    let flags = facts.registers.arguments[3]
    let isAnonymous = flags & 0x20 != 0
    guard !isAnonymous else {
      // MAP_STACK and MAP_GROWSDOWN state the purpose; MAP_FIXED may replace part of a stack.
      if flags & 0x20100 != 0 { return MemoryFacts(kind: .stack) }
      if flags & 0x10 != 0, existing()?.kind == .stack { return MemoryFacts(kind: .stack) }
      return MemoryFacts(kind: flags & 1 != 0 ? .shared : .anonymous)
    }
    var link = run.buffers.take()
    guard let number = facts.descriptor,
      run.inspector.appendLink(ofDescriptor: number, of: facts.thread, to: &link)
    else { return MemoryFacts() }
    let isMemory = link.starts(with: "/memfd:".utf8)
    return MemoryFacts(
      kind: isMemory ? .memfd : .file,
      library: LibraryFacts(path: link, descriptor: number, of: facts.thread))
  }

  /// The memory whose protection the syscall changes.
  private func changed() -> MemoryFacts {
    guard let mapping = existing() else { return MemoryFacts() }
    guard mapping.kind == .file || mapping.kind == .memfd else {
      return MemoryFacts(kind: mapping.kind, wasWritable: mapping.isWritable)
    }
    let file = run.resolve(mapping.path, of: facts.thread, followingLink: true)
    return MemoryFacts(
      kind: mapping.kind, library: LibraryFacts(path: mapping.path, file?.status),
      wasWritable: mapping.isWritable)
  }

  /// The mapping at the syscall's address argument.
  private func existing() -> MemoryMapping? {
    Mappings.mapping(
      at: facts.registers.arguments[0], of: facts.process, stackPointer: facts.stackPointer,
      run.inspector)
  }
}
