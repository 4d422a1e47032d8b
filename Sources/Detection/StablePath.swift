internal import Events

/// Finds the parts of a path that change between runs or checkouts.
enum StablePath {
  /// The kind of a path.
  enum Place: Equatable {
    /// Below the project's directory. The rest follows that directory: empty or with a leading
    /// slash.
    case workspace(rest: ArraySlice<UInt8>)
    /// Below a directory for temporary files. Each run chooses a new first part; the others may
    /// contain numbers that change.
    case temporary(directory: String, parts: [ArraySlice<UInt8>])
    /// Numeric parts are ids of processes, terminals or users. The first part of an absolute path
    /// is empty.
    case numbered(parts: [ArraySlice<UInt8>])
    /// Any other path, equal in all runs.
    case fixed
  }

  static let slash = UInt8(ascii: "/")
  private static let numbered = ["/proc/", "/dev/pts/", "/run/user/"]

  /// Determines the kind of a path.
  ///
  /// - Parameter workspace: the project's directory; nil outside a project.
  static func place(of path: ArraySlice<UInt8>, workspace: [UInt8]?) -> Place {
    if let workspace, path.starts(with: workspace) {
      let rest = path.dropFirst(workspace.count)
      if rest.isEmpty || rest.first == slash { return .workspace(rest: rest) }
    }
    for directory in WellKnownPaths.temporaryDirectories
    where path.starts(with: directory.utf8) && path.dropFirst(directory.utf8.count).first == slash {
      let parts = path.dropFirst(directory.utf8.count + 1).split(separator: slash)
      return .temporary(directory: directory, parts: parts)
    }
    if numbered.contains(where: { path.starts(with: $0.utf8) }) {
      return .numbered(parts: path.split(separator: slash, omittingEmptySubsequences: false))
    }
    return .fixed
  }

  /// Whether a part of a path is a number.
  static func isNumber(_ part: ArraySlice<UInt8>) -> Bool {
    !part.isEmpty && part.allSatisfy(isDigit)
  }

  /// A name with each run of digits replaced.
  ///
  /// - Parameter transform: the replacement for a byte that is no digit.
  static func replacingNumbers(
    in part: ArraySlice<UInt8>, with replacement: UInt8, _ transform: (UInt8) -> [UInt8]
  ) -> [UInt8] {
    var text: [UInt8] = []
    var wasDigit = false
    for byte in part {
      if !isDigit(byte) { text += transform(byte) } else if !wasDigit { text.append(replacement) }
      wasDigit = isDigit(byte)
    }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
