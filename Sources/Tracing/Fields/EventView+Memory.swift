internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// A file whose content a call maps executable.
struct LibraryFacts {
  var path: [UInt8]
  /// The caller's descriptor of it, by which its content is found; nil when only its name is known.
  private(set) var descriptor: (number: Int32, thread: ThreadID)?
  private var found: FileStatus??

  /// A file that a descriptor of the caller's refers to, looked at when something asks.
  init(path: [UInt8], descriptor: Int32, of thread: ThreadID) {
    self.path = path
    self.descriptor = (descriptor, thread)
  }

  /// A file that is mapped already.
  init(path: [UInt8], _ status: FileStatus?) {
    self.path = path
    found = .some(status)
  }

  func status(_ inspector: any ProcessInspecting) -> FileStatus? {
    if let found { return found }
    return descriptor.flatMap { inspector.status(ofDescriptor: $0.number, of: $0.thread) }
  }

  /// Looks at the file now, once for all that ask, and since the descriptor may be gone later.
  mutating func keepStatus(_ inspector: any ProcessInspecting) {
    if found == nil { found = .some(status(inspector)) }
  }
}

// The values that come from the memory that a call maps or changes.
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

  /// The protection that is asked for, `PROT_…`; shmat(2) says it in flags of its own.
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

  /// The file whose content the call maps executable; nil when it maps none so.
  mutating func mappedLibrary() -> LibraryFacts? {
    guard protection & Protection.execute != 0 else { return nil }
    return memory().library
  }

  func writer(of library: LibraryFacts) -> String? {
    library.status(run.inspector).flatMap { run.writer(of: $0) }
  }
}

/// What is known of the memory that a call is about.
struct MemoryFacts {
  /// `mem.kind`.
  var kind: MemoryMapping.Kind?
  /// The file behind it.
  var library: LibraryFacts?
  /// Whether it was writable before the call.
  var wasWritable = false
}

extension EventView {
  /// What the call maps, or what the memory is that it changes.
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

  /// What a new mapping is of, by its flags and descriptor; `<linux/mman.h>`.
  private func mapped() -> MemoryFacts {
    let flags = facts.registers.arguments[3]
    let isAnonymous = flags & 0x20 != 0
    guard !isAnonymous else {
      // MAP_STACK and MAP_GROWSDOWN say what the memory is for; MAP_FIXED may lie on a stack.
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

  /// What the memory is whose protection is changed.
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

  /// The mapping at the address that the call names.
  private func existing() -> MemoryMapping? {
    Mappings.mapping(
      at: facts.registers.arguments[0], of: facts.process, stackPointer: facts.stackPointer,
      run.inspector)
  }
}
