internal import Decoding
internal import Events
internal import Kernel

/// Finds the mapping of an address in a process's memory.
enum Mappings {
  /// The mapping that contains an address; nil without one.
  ///
  /// - Parameter stackPointer: a thread's stack pointer. It marks its mapping as a stack, since the
  ///   kernel marks only the first thread's.
  static func mapping(
    at address: UInt64, of process: ProcessID, stackPointer: UInt64? = nil,
    _ inspector: any ProcessInspecting
  ) -> MemoryMapping? {
    do throws(MappingFailure) {
      let found = try inspector.mapping(at: address, of: process)
      var mapping = MemoryMapping(
        found.range, offset: found.offset, protection: found.protection,
        hasInode: found.inode != 0, name: found.name)
      if let stackPointer { mapping.noteStack(stackPointer) }
      return mapping
    } catch {
      guard error == .unanswered, let text = inspector.maps(of: process) else { return nil }
      return ProcMaps.mapping(containing: address, in: text, stackPointer: stackPointer)
    }
  }
}
