internal import Decoding
internal import Kernel

/// A file's content for the decoder.
private struct ElfContent: ~Copyable, ContentReading {
  let file: FileContent

  borrowing func read(at offset: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    file.read(at: offset, count: count, into: &buffer)
  }
}

/// What executables and libraries say of themselves, each read once. Bounded.
struct ElfMemory {
  /// A file as long as nobody changes it.
  private struct Key: Hashable {
    let file: FileStatus.Identity
    let size: Int64
    let changed: Int64
  }

  private static let limit = 4096
  private var known: [Key: ElfFacts?] = [:]

  /// The facts of a file; nil when it is no ELF file or can't be read.
  ///
  /// - Parameters:
  ///   - path: where dftrace can open it.
  ///   - status: what is known of it, so that one that was read need not be opened.
  mutating func facts(of path: String, _ status: FileStatus) -> ElfFacts? {
    guard status.isRegular else { return nil }
    let key = Key(file: status.identity, size: status.size, changed: status.changed)
    if let known = known[key] { return known }
    // A program that makes ever new libraries must not fill the memory.
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    var found: ElfFacts?
    if let file = FileContent(path) { found = ElfFacts(ElfContent(file: file)) }
    known[key] = .some(found)
    return found
  }
}
