// The questions are described in ProcessInspecting.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Decoding
public import Events
public import Syscalls

/// Processes and files that exist in tables alone.
///
/// The paths in tables are absolute and have no `.` or `..`. A link has the target that ``links`` names,
/// and is followed at the end of a path and on the way.
public final class FakeInspector: ProcessInspecting, @unchecked Sendable {
  /// The files by path.
  public var files: [String: FileStatus] = [:]
  /// The targets of symbolic links by path.
  public var links: [String: String] = [:]
  /// The contents of files by path, those below `/proc` included.
  public var texts: [String: [UInt8]] = [:]
  /// What descriptors refer to, by thread and number; -1 is the working directory.
  public var descriptors: [ThreadID: [Int32: String]] = [:]
  /// Sockets by process and number of the descriptor.
  public var sockets: [ProcessID: [Int32: SocketFacts]] = [:]
  /// The paths of the files that processes execute.
  public var executables: [ProcessID: String] = [:]
  /// The processes that descriptors refer to, by thread and number.
  public var processDescriptors: [ThreadID: [Int32: ProcessID]] = [:]
  /// When files were created, by path.
  public var births: [String: Int64] = [:]
  /// How often each question was asked.
  public var questions: [String: Int] = [:]
  private var nextInode: UInt64 = 100

  /// No processes and no files but the root directory.
  public init() { addDirectory("/") }

  /// Adds a regular file with the directories that it lies in.
  @discardableResult
  public func addFile(
    _ path: String, mode: UInt32 = 0o644, owner: UInt32 = 0, _ text: String = ""
  ) -> FileStatus {
    addParents(of: path)
    texts[path] = Array(text.utf8)
    return add(path, 0o100000 | mode, owner)
  }

  /// Adds a directory with those that it lies in.
  @discardableResult
  public func addDirectory(_ path: String, mode: UInt32 = 0o755, owner: UInt32 = 0) -> FileStatus {
    addParents(of: path)
    return add(path, 0o040000 | mode, owner)
  }

  /// Adds a symbolic link with the directories that it lies in.
  public func addLink(_ path: String, to target: String) {
    addParents(of: path)
    links[path] = target
    _ = add(path, 0o120777, 0)
  }

  private func add(_ path: String, _ mode: UInt32, _ owner: UInt32) -> FileStatus {
    nextInode += 1
    let status = FileStatus(
      identity: FileIdentity(device: 1, inode: nextInode), mode: mode, owner: owner,
      size: Int64(texts[path]?.count ?? 0))
    files[path] = status
    return status
  }

  private func addParents(of path: String) {
    var parent = path
    while let slash = parent.lastIndex(of: "/"), slash != parent.startIndex {
      parent = String(parent[..<slash])
      if files[parent] == nil { _ = add(parent, 0o040755, 0) }
    }
  }

  private func ask(_ question: String) { questions[question, default: 0] += 1 }

  /// The path without links, and how many were followed; at most forty are, as Linux does.
  private func walk(_ path: String, followingLink: Bool) -> (path: String, links: Int) {
    var done: [String] = []
    var rest = path.split(separator: "/").reversed().map { String($0) }
    var followed = 0
    while let part = rest.popLast() {
      if part == "." { continue }
      if part == ".." {
        _ = done.popLast()
        continue
      }
      let isLast = rest.isEmpty && !path.hasSuffix("/")
      guard let target = links["/" + (done + [part]).joined(separator: "/")],
        !isLast || followingLink, followed < 40
      else {
        done.append(part)
        continue
      }
      followed += 1
      if target.hasPrefix("/") { done = [] }
      rest += target.split(separator: "/").reversed().map { String($0) }
    }
    return ("/" + done.joined(separator: "/"), followed)
  }

  private func real(_ path: String, followingLink: Bool) -> String {
    walk(path, followingLink: followingLink).path
  }

  private static func text(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }

  public func link(_ path: String) -> [UInt8]? { links[path].map { Array($0.utf8) } }

  public func appendLink(
    ofDescriptor number: Int32?, of id: ThreadID, to buffer: inout [UInt8]
  ) -> Bool {
    guard let link = descriptors[id]?[number ?? -1] else { return false }
    buffer += link.utf8
    return true
  }

  public func status(ofDescriptor number: Int32, of id: ThreadID) -> FileStatus? {
    ask("descriptor")
    return descriptors[id]?[number].flatMap { files[$0] }
  }

  public func isLink(_ path: [UInt8]) -> Bool {
    ask("isLink")
    return links[Self.text(path)] != nil
  }

  public func root(of id: ThreadID) -> [UInt8]? { [0x2F] }

  public func executable(of id: ProcessID) -> [UInt8]? { executables[id].map { Array($0.utf8) } }

  public func text(_ name: String, of id: ThreadID, limit: Int) -> [UInt8]? {
    contents("/proc/\(id.rawValue)/\(name)", limit: limit)
  }

  public func maps(of id: ProcessID) -> [UInt8]? { texts["/proc/\(id.rawValue)/maps"] }

  public func mapping(at address: UInt64, of id: ProcessID) throws(MappingFailure) -> RawMapping {
    throw .unanswered
  }

  public func contents(_ path: String, limit: Int) -> [UInt8]? {
    texts[path].map { Array($0.prefix(limit)) }
  }

  public func file(_ path: [UInt8]) -> (any ContentReading)? {
    ask("file")
    return texts[real(Self.text(path), followingLink: true)].map { FakeContent(bytes: $0) }
  }

  public func names(in directory: String) -> [String] {
    let names = (Array(files.keys) + Array(links.keys)).compactMap { path -> String? in
      guard path.hasPrefix(directory + "/") else { return nil }
      let name = path.dropFirst(directory.utf8.count + 1)
      return name.isEmpty || name.contains("/") ? nil : String(name)
    }
    return names.sorted()
  }

  public func status(_ path: String, followingLink: Bool) -> FileStatus? {
    ask("status")
    return files[real(path, followingLink: followingLink)]
  }

  public func status(_ path: [UInt8], followingLink: Bool) -> FileStatus? {
    status(Self.text(path), followingLink: followingLink)
  }

  public func birth(of path: [UInt8]) -> Int64? { births[Self.text(path)] }

  public func isPlain(_ path: [UInt8], followingLink: Bool) -> Bool {
    ask("isPlain")
    return walk(Self.text(path), followingLink: followingLink).links == 0
  }

  public func resolve(
    _ path: [UInt8], of id: ThreadID?, followingLink: Bool
  ) throws(Errno) -> (name: [UInt8], status: FileStatus) {
    ask("resolve")
    let name = real(Self.text(path), followingLink: followingLink)
    guard let status = files[name] else { throw .noSuchFile }
    return (Array(name.utf8), status)
  }

  public func socket(_ descriptor: Int32, of process: ProcessID) -> SocketFacts? {
    sockets[process]?[descriptor]
  }

  public func peer(_ descriptor: Int32, of process: ProcessID) -> [UInt8]? { nil }

  public func processOfDescriptor(_ number: Int32, of id: ThreadID) -> ProcessID? {
    processDescriptors[id]?[number]
  }

  public func givesCapabilities(_ path: String) -> Bool { false }
}

private struct FakeContent: ContentReading {
  let bytes: [UInt8]

  func read(at offset: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    guard offset < UInt64(bytes.count) else { return 0 }
    let part = bytes[Int(offset)...].prefix(count)
    buffer += part
    return part.count
  }
}

extension ProcessID: ExpressibleByIntegerLiteral {
  /// A process by its number.
  public init(integerLiteral value: Int32) { self.init(rawValue: value) }
}

extension ThreadID: ExpressibleByIntegerLiteral {
  /// A thread by its number.
  public init(integerLiteral value: Int32) { self.init(rawValue: value) }
}
