/// A memory mapping: a line of `/proc/PID/maps`.
public struct MemoryMapping: Equatable, Sendable {
  /// The kind of memory.
  public enum Kind: String, Sendable {
    case file, stack, heap, anonymous, memfd, shared, vdso
  }

  /// The first address.
  public var start: UInt64
  /// The end address (exclusive).
  public var end: UInt64
  /// Whether it is executable.
  public var isExecutable: Bool
  /// Whether it is writable.
  public var isWritable: Bool
  /// Offset in the file in bytes.
  public var offset: UInt64
  /// The file's path as the process sees it, without the suffix of deleted files; the kernel's name
  /// in brackets for other mappings; empty for anonymous memory.
  public var path: [UInt8]
  /// Whether the file was deleted.
  public var isDeleted: Bool
  /// The kind of memory.
  public var kind: Kind

  /// Creates a mapping from the kernel's data.
  ///
  /// - Parameters:
  ///   - protection: readable 1, writable 2, executable 4, shared 8.
  ///   - name: the path, with the suffix ` (deleted)` for a deleted file; or the kernel's name in
  ///     brackets.
  public init(
    _ range: Range<UInt64>, offset: UInt64, protection: UInt32, hasInode: Bool, name: [UInt8]
  ) {
    let mark = Array(" (deleted)".utf8)
    var path = name
    isDeleted = path.suffix(mark.count).elementsEqual(mark)
    if isDeleted { path.removeLast(mark.count) }
    start = range.lowerBound
    end = range.upperBound
    isExecutable = protection & 4 != 0
    isWritable = protection & 2 != 0
    self.offset = offset
    self.path = path
    kind = Self.kind(path, isShared: protection & 8 != 0, hasInode: hasInode)
  }

  private static func kind(_ path: [UInt8], isShared: Bool, hasInode: Bool) -> Kind {
    func begins(_ text: String) -> Bool { path.starts(with: text.utf8) }
    if path.isEmpty { return isShared ? .shared : .anonymous }
    if path.first == 0x5B, !hasInode {
      if begins("[stack") { return .stack }
      if begins("[heap]") { return .heap }
      if begins("[vdso]") || begins("[vvar") || begins("[vsyscall]") { return .vdso }
      return .anonymous
    }
    if begins("/memfd:") { return .memfd }
    // System V shared memory, and anonymous shared memory, which maps /dev/zero.
    if begins("/SYSV") || path.elementsEqual("/dev/zero".utf8) { return .shared }
    return .file
  }

  /// Classifies anonymous memory with a stack pointer as a stack; the kernel marks only the main
  /// thread's.
  public mutating func noteStack(_ pointer: UInt64) {
    if contains(pointer), kind == .anonymous { kind = .stack }
  }

  /// Whether it contains an address.
  public func contains(_ address: UInt64) -> Bool { start <= address && address < end }
}

/// The text of `/proc/PID/maps`; `proc_pid_maps(5)`.
public enum ProcMaps {
  /// The mapping that contains an address.
  ///
  /// - Parameter stackPointer: a thread's stack pointer; its mapping is classified as a stack,
  ///   which the kernel marks only for the main thread.
  public static func mapping(
    containing address: UInt64, in text: [UInt8], stackPointer: UInt64? = nil
  ) -> MemoryMapping? {
    for line in Lines(text) {
      guard let range = range(line), range.start <= address, address < range.end,
        let found = mapping(line, range, stackPointer)
      else { continue }
      return found
    }
    return nil
  }

  /// All executable mappings.
  public static func executable(in text: [UInt8]) -> [MemoryMapping] {
    Lines(text).compactMap { line in
      guard let range = range(line), let found = mapping(line, range, nil), found.isExecutable
      else { return nil }
      return found
    }
  }

  /// The first mapping of each loaded file.
  public static func beginnings(in text: [UInt8]) -> [MemoryMapping] {
    Lines(text).compactMap { line in
      guard let range = range(line), let found = mapping(line, range, nil), found.kind == .file,
        found.offset == 0
      else { return nil }
      return found
    }
  }

  /// Iterates over the lines without an array, since a process may have 65,530.
  private struct Lines: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>

    init(_ text: [UInt8]) { rest = text[...] }

    mutating func next() -> ArraySlice<UInt8>? {
      guard !rest.isEmpty else { return nil }
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...].dropFirst()
      return line
    }
  }

  private static func range(
    _ line: ArraySlice<UInt8>
  ) -> (start: UInt64, end: UInt64, rest: ArraySlice<UInt8>)? {
    guard let dash = line.firstIndex(of: 0x2D), let start = hexadecimal(line[..<dash]),
      let blank = line.firstIndex(of: 0x20), dash < blank,
      let end = hexadecimal(line[(dash + 1)..<blank]), start < end
    else { return nil }
    return (start, end, line[(blank + 1)...])
  }

  private static func mapping(
    _ line: ArraySlice<UInt8>, _ range: (start: UInt64, end: UInt64, rest: ArraySlice<UInt8>),
    _ stackPointer: UInt64?
  ) -> MemoryMapping? {
    // perms offset dev inode, then blanks and a path that may contain blanks.
    let words = range.rest.split(separator: 0x20, maxSplits: 3, omittingEmptySubsequences: true)
    guard words.count == 4, words[0].count == 4, let offset = hexadecimal(words[1]) else {
      return nil
    }
    let permissions = Array(words[0])
    let inode = words[3].prefix { $0 != 0x20 }
    let shown = words[3].dropFirst(inode.count).drop { $0 == 0x20 }
    let protection: UInt32 =
      (permissions[0] == 0x72 ? 1 : 0) | (permissions[1] == 0x77 ? 2 : 0)
      | (permissions[2] == 0x78 ? 4 : 0) | (permissions[3] == 0x73 ? 8 : 0)
    var found = MemoryMapping(
      range.start..<range.end, offset: offset, protection: protection,
      hasInode: !inode.elementsEqual([0x30]), name: unescaped(shown))
    if let stackPointer { found.noteStack(stackPointer) }
    return found
  }

  /// The kernel escapes only line feeds in names, as `\012`.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let escape = Array("\\012".utf8)
    guard text.contains(0x5C) else { return Array(text) }
    var path: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      if rest.starts(with: escape) {
        path.append(0x0A)
        rest = rest.dropFirst(escape.count)
      } else {
        path.append(byte)
        rest = rest.dropFirst()
      }
    }
    return path
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard (1...16).contains(digits.count) else { return nil }
    var value: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(digit - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}
