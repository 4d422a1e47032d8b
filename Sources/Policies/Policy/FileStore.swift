/// Why a file could not be read.
public enum FileError: Error, Equatable, Sendable {
  case missing
  case isDirectory
  case tooLarge
  /// Another reason, by the name of the error.
  case unreadable(String)

  var message: String {
    switch self {
    case .missing: "there is no such file; expected a policy file"
    case .isDirectory: "is a directory; expected a policy file"
    case .tooLarge: "is larger than \(JSONReader.sizeLimit >> 20) MiB; expected a policy file"
    case .unreadable(let reason): "can't be read: \(reason); expected a readable policy file"
    }
  }
}

/// Where policies are read from: handed in, so that this room touches no file system.
public protocol FileStore {
  /// Reads a whole file.
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// Whether there is a file or directory of that name.
  func exists(_ path: String) -> Bool
  /// The names in a directory, sorted; none when there is no such directory.
  func names(in directory: String) -> [String]
}
