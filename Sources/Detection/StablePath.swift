internal import Events

/// Where in a path names stand that change from run to run, or from checkout to checkout.
enum StablePath {
  /// What kind of place a path names.
  enum Place: Equatable {
    /// Below the project's directory: what follows that directory, empty or with a slash in front.
    case workspace(rest: ArraySlice<UInt8>)
    /// Below a directory for temporary files. The first part is chosen anew in each run; the others
    /// may hold numbers that change.
    case temporary(directory: String, parts: [ArraySlice<UInt8>])
    /// Where parts that are numbers are ids of processes, terminals or users. An absolute path's
    /// first part is empty.
    case numbered(parts: [ArraySlice<UInt8>])
    /// Anywhere else: the path is the same in every run.
    case fixed
  }

  static let slash = UInt8(ascii: "/")
  private static let numbered = ["/proc/", "/dev/pts/", "/run/user/"]

  /// Finds the kind of place that a path names.
  ///
  /// - Parameter workspace: the project's directory; nil when there is none.
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
  /// - Parameter transform: what is written for a byte that is no digit.
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
