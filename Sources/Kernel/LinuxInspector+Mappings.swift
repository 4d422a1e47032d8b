public import Decoding
public import Events
internal import CTrace
internal import Glibc

extension LinuxInspector {
  /// The mapping that contains an address, without reading the others.
  ///
  /// The corresponding Linux call is `ioctl(2)` with `PROCMAP_QUERY`, since Linux 6.11.
  public func mapping(
    at address: UInt64, of id: ProcessID
  ) throws(MappingFailure) -> RawMapping {
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
    return RawMapping(
      range: found.start..<found.end, offset: found.offset, inode: found.inode,
      protection: found.protection, name: name)
  }
}
