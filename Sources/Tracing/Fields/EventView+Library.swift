internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

// Fields of a file mapped as code: its location and its ELF facts.
extension EventView {
  mutating func elfValue(_ field: ElfField, _ arena: inout ByteArena) -> FieldValue {
    guard mappedLibrary() != nil else { return .absent }
    memoryFacts?.library?.keepStatus(run.inspector)
    guard let library = memoryFacts?.library else { return .absent }
    guard let known = elf(of: library) else {
      return field == .libHasTextRelocations ? .boolean(false) : .absent
    }
    switch field {
    case .libExecutableStack: return .boolean(known.facts.hasExecutableStack)
    case .libRpath: return list(known.facts.runPaths, &arena)
    case .libRpathIsUnsafe: return .boolean(isUnsafe(known.facts.runPaths))
    case .libImports: return list(known.imports, &arena)
    case .libOverrides: return list(known.overrides, &arena)
    case .libHasTextRelocations: return .boolean(known.facts.hasTextRelocations)
    }
  }

  private func elf(of library: LibraryFacts) -> KnownElf? {
    guard let status = library.status(run.inspector), status.isRegular else { return nil }
    if let descriptor = library.descriptor {
      return run.elf.facts(status) {
        Array("/proc/\(descriptor.thread.rawValue)/fd/\(descriptor.number)".utf8)
      }
    }
    return run.elf.facts(status) {
      run.own(library.path, of: facts.thread)
    }
  }

  /// Whether a file lies below the executable's directory, or below the parent of a `bin`.
  func isBesideProgram(_ path: [UInt8]) -> Bool {
    var home = Paths.directory(image.facts.path[...])
    let name = Paths.filename(home)
    if name.elementsEqual("bin".utf8) || name.elementsEqual("sbin".utf8) {
      home = Paths.directory(home)
    }
    return home.count > 1 && Paths.isBelow(path, Array(home))
  }

  // MARK: Where the call was made

  /// The memory of the syscall instruction, and whether the stack pointer is outside any stack.
  mutating func originValue(_ field: OriginField, _ arena: inout ByteArena) -> FieldValue {
    guard phase != .happened else { return .absent }
    guard let origin = callOrigin() else { return .absent }
    if field == .evtIPBacking { return .text(arena.append(origin.code.rawValue)) }
    return .boolean(origin.isStackElsewhere)
  }

  /// Read before the syscall: an execution discards the memory.
  mutating func callOrigin() -> CallOrigin? {
    if let origin { return origin }
    guard phase == .entry, facts.registers.instructionPointer != 0 else { return nil }
    origin = run.origins.origin(of: facts)
    return origin
  }
}
