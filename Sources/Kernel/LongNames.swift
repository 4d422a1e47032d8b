internal import Events
internal import CTrace
internal import Glibc
internal import Syscalls

// Names of more than 4,095 bytes. Syscalls do not accept such a path, and links of `/proc` do not
// show one. A program creates such a file by descending from directory to directory.
extension LinuxInspector {
  /// Capacity of a path argument in bytes, without its NUL; `PATH_MAX`.
  static let longestPath = 4095
  /// Capacity of an assembled name in bytes. Without it a program could keep dftrace busy.
  private static let longestName = 65_536
  /// `O_PATH`, <fcntl.h>, which the Glibc module does not import.
  private static let placeOnly: Int32 = 0x20_0000

  /// The file behind an absolute path of any length, in dftrace's own view.
  func longStatus(_ path: [UInt8], followingLink: Bool) -> FileStatus? {
    guard let file = openLong(path, of: nil, followingLink: followingLink) else { return nil }
    return ownStatus(file.rawValue)
  }

  /// The name and the file of an absolute path whose text or name exceeds `PATH_MAX`.
  ///
  /// - Throws: `ERANGE` when the file exists but its name is unreadable.
  func resolveLong(
    _ path: [UInt8], of id: ThreadID?, followingLink: Bool
  ) throws(Errno) -> (name: [UInt8], status: FileStatus) {
    guard let file = openLong(path, of: id, followingLink: followingLink),
      let status = ownStatus(file.rawValue)
    else { throw .noSuchFile }
    guard let name = name(of: file.rawValue) else { throw .outOfRange }
    return (name, status)
  }

  /// The target of a link of `/proc` that exceeds the kernel's limit.
  func longLink(_ path: String) -> [UInt8]? {
    let found = unsafe dft_open_path(0, path, true)
    guard found >= 0 else { return nil }
    let file = OwnedDescriptor(found)
    return name(of: file.rawValue)
  }

  /// Opens a path in pieces. An absolute link after the first piece starts at dftrace's own root.
  func openLong(
    _ path: [UInt8], of id: ThreadID?, followingLink: Bool
  ) -> OwnedDescriptor? {
    var rest = path[...]
    var found: Int32 = -1
    while true {
      let isLast = rest.count <= Self.longestPath
      var piece = rest
      if !isLast {
        guard let slash = rest.prefix(Self.longestPath).lastIndex(of: 0x2F), slash > rest.startIndex
        else { return nil }
        piece = rest[..<slash]
      }
      rest = rest[piece.endIndex...].drop { $0 == 0x2F }
      let text = piece.map { CChar(bitPattern: $0) } + [0]
      let follows = !isLast || followingLink
      let next = unsafe text.withUnsafeBufferPointer { text -> Int32 in
        guard let base = text.baseAddress else { return -1 }
        guard found >= 0 else { return unsafe dft_open_path(id?.rawValue ?? 0, base, follows) }
        return unsafe openat(found, base, Self.placeOnly | O_CLOEXEC | (follows ? 0 : O_NOFOLLOW))
      }
      if found >= 0 { close(found) }
      guard next >= 0 else { return nil }
      found = next
      if isLast { return OwnedDescriptor(found) }
    }
  }

  private func ownStatus(_ descriptor: Int32) -> FileStatus? {
    status(ofDescriptor: descriptor, of: ThreadID(rawValue: getpid()))
  }

  /// The name of an open file, of any length.
  private func name(of descriptor: Int32) -> [UInt8]? {
    if let link = shownName(of: descriptor) { return link }
    guard let status = ownStatus(descriptor) else { return nil }
    if status.isDirectory { return directoryName(of: descriptor, status) }
    return status.isRegular ? mappedName(of: descriptor) : nil
  }

  /// The name in `/proc`, if it is short enough.
  private func shownName(of descriptor: Int32) -> [UInt8]? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4352) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let length = unsafe dft_own_link(descriptor, base, buffer.count)
      guard length > 0 else { return nil }
      return unsafe buffer.prefix(length).map { UInt8(bitPattern: $0) }
    }
  }

  /// Ascends until the name is short enough, and looks up each directory's name in its parent.
  private func directoryName(of descriptor: Int32, _ status: FileStatus) -> [UInt8]? {
    var below: [[UInt8]] = []
    var length = 0
    var current = dup(descriptor)
    var identity = status.identity
    defer { if current >= 0 { close(current) } }
    while length < Self.longestName {
      let parent = unsafe openat(current, "..", Self.placeOnly | O_DIRECTORY | O_CLOEXEC)
      guard parent >= 0 else { return nil }
      close(current)
      current = parent
      guard let name = entry(identity, in: parent), let status = ownStatus(parent) else {
        return nil
      }
      below.append(name)
      length += name.count + 1
      identity = status.identity
      if let top = shownName(of: parent) {
        return below.reversed().reduce(into: top) { $0 += [0x2F] + $1 }
      }
    }
    return nil
  }

  /// The name of a directory in its parent.
  private func entry(_ identity: FileIdentity, in directory: Int32) -> [UInt8]? {
    let readable = unsafe openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard readable >= 0 else { return nil }
    guard let list = unsafe fdopendir(readable) else {
      close(readable)
      return nil
    }
    defer { unsafe closedir(list) }
    // Below a mount point, the entry has the inode number of the covered directory.
    for looksClosely in [false, true] {
      unsafe rewinddir(list)
      while let next = unsafe readdir(list) {
        let isCandidate = unsafe looksClosely || next.pointee.d_ino == identity.inode
        guard isCandidate else { continue }
        var status = stat()
        let name = unsafe withUnsafePointer(to: &next.pointee.d_name) { field in
          unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { text -> [UInt8]? in
            guard unsafe fstatat(directory, text, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
              return nil
            }
            return unsafe (0..<strlen(text)).map { unsafe UInt8(bitPattern: text[$0]) }
          }
        }
        if let name, status.st_dev == identity.device, status.st_ino == identity.inode,
          name != [0x2E], name != [0x2E, 0x2E]
        {
          return name
        }
      }
    }
    return nil
  }

  /// Maps a file, since only the list of mappings shows a name of any length.
  private func mappedName(of descriptor: Int32) -> [UInt8]? {
    let readable = unsafe open(
      "/proc/self/fd/\(descriptor)", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard readable >= 0 else { return nil }
    defer { close(readable) }
    let size = 4096
    guard let place = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, readable, 0),
      unsafe place != MAP_FAILED
    else { return nil }
    defer { unsafe munmap(place, size) }
    let text = maps(of: ProcessID(rawValue: getpid())) ?? []
    let start = Array((String(UInt(bitPattern: place), radix: 16) + "-").utf8)
    guard let line = text.split(separator: 0x0A).first(where: { $0.starts(with: start) }),
      let slash = line.firstIndex(of: 0x2F)
    else { return nil }
    return Array(line[slash...])
  }
}
