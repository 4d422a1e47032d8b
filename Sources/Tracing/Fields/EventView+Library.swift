internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

// What is known of a file whose code is mapped: where it belongs, and what it says of itself.
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

  /// Whether a file lies below the directory of the executable, or the one above a `bin`.
  func isBesideProgram(_ path: [UInt8]) -> Bool {
    var home = Paths.directory(image.facts.path[...])
    let name = Paths.filename(home)
    if name.elementsEqual("bin".utf8) || name.elementsEqual("sbin".utf8) {
      home = Paths.directory(home)
    }
    return home.count > 1 && Paths.isBelow(path, Array(home))
  }

  // MARK: Where the call was made

  /// Where the instruction lies that makes the call, and whether the stack lies where none can be.
  mutating func originValue(_ field: OriginField, _ arena: inout ByteArena) -> FieldValue {
    guard phase != .happened else { return .absent }
    guard let origin = callOrigin() else { return .absent }
    if field == .evtIPBacking { return .text(arena.append(origin.code.rawValue)) }
    return .boolean(origin.isStackElsewhere)
  }

  /// Looked up before the call: an execution takes the memory away.
  mutating func callOrigin() -> CallOrigin? {
    if let origin { return origin }
    guard phase == .entry, facts.registers.instructionPointer != 0 else { return nil }
    origin = run.origins.origin(of: facts)
    return origin
  }
}
