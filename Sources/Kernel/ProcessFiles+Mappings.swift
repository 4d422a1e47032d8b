internal import CTrace
internal import Glibc

extension ProcessFiles {
  /// A mapping of a process's memory, as the kernel describes it.
  public struct Mapping: Sendable {
    /// The first address, and the one after the last.
    public let range: Range<UInt64>
    /// Where in the file it begins, in bytes.
    public let offset: UInt64
    /// The file's inode; 0 for what is no file.
    public let inode: UInt64
    /// Readable 1, writable 2, executable 4, shared 8.
    public let protection: UInt32
    /// The file's path, with ` (deleted)` after it when it has no name any more; the kernel's own
    /// name in brackets for what is no file; empty without either.
    public let name: [UInt8]
  }

  /// Why the kernel does not say what an address lies in.
  public enum MappingFailure: Error {
    /// Nothing is mapped there.
    case nothingThere
    /// It can't be asked for a single mapping, or this one has too long a name.
    case unanswered
  }

  /// The mapping that holds an address, without a look at the others.
  ///
  /// The corresponding Linux call is `ioctl(2)` with `PROCMAP_QUERY`, since Linux 6.11.
  public static func mapping(
    at address: UInt64, of id: ThreadID
  ) throws(MappingFailure) -> Mapping {
    var found = dft_mapping()
    var name: [UInt8] = []
    let length = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { text in
      guard let base = text.baseAddress else { return -Int(ENOMEM) }
      let length = unsafe dft_mapping(id.rawValue, address, &found, base, text.count)
      name = unsafe text.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
      return length
    }
    guard length != -Int(ENOENT) else { throw .nothingThere }
    guard length >= 0, found.start < found.end else { throw .unanswered }
    return Mapping(
      range: found.start..<found.end, offset: found.offset, inode: found.inode,
      protection: found.protection, name: name)
  }
}
