internal import JSON

/// Why a file could not be read or written.
public enum FileError: Error, Equatable, Sendable {
  case missing
  case isDirectory
  case tooLarge
  /// Another read error, by errno name.
  case unreadable(String)
  /// A write error, by errno name.
  case unwritable(String)

  var message: String {
    switch self {
    case .missing: "no such file; expected a policy file"
    case .isDirectory: "is a directory; expected a policy file"
    case .tooLarge: "is larger than \(JSONReader.sizeLimit >> 20) MiB; expected a policy file"
    case .unreadable(let reason): "cannot be read: \(reason); expected a readable policy file"
    case .unwritable(let reason): "cannot be written: \(reason); expected a writable path"
    }
  }
}

/// The file system of policies, injected so that this module does no I/O.
public protocol FileStore {
  /// Reads a whole file.
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// Whether a file or directory exists.
  func exists(_ path: String) -> Bool
  /// Type and permission bits of a file, as `st_mode` of `stat(2)`; nil when no file is there.
  func mode(of path: String) -> UInt32?
  /// The names in a directory, sorted; empty for a missing directory.
  func names(in directory: String) -> [String]
  /// Creates or replaces a file atomically, with its parent directories.
  func replace(_ path: String, with bytes: [UInt8]) throws(FileError)
}

extension FileStore {
  /// Nothing: a store that does not know permissions has no projects.
  public func mode(of path: String) -> UInt32? { nil }

  /// Throws: a store is read-only by default.
  public func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    throw .unwritable("EROFS")
  }
}

/// A file store with one file replaced in memory.
struct OverlaidFiles: FileStore {
  let base: any FileStore
  let path: String
  let bytes: [UInt8]

  func read(_ path: String) throws(FileError) -> [UInt8] {
    path == self.path ? bytes : try base.read(path)
  }

  func exists(_ path: String) -> Bool { path == self.path || base.exists(path) }

  func mode(of path: String) -> UInt32? { base.mode(of: path) }

  func names(in directory: String) -> [String] {
    var names = base.names(in: directory)
    guard path.hasPrefix(directory + "/") else { return names }
    let name = String(path.dropFirst(directory.utf8.count + 1))
    if !name.contains("/"), !names.contains(name) { names.append(name) }
    return names.sorted()
  }
}
