/// Writes paths as patterns that are true of the same behaviour in other runs and other checkouts.
///
/// What ``Fingerprint`` takes out becomes `*`: the names of temporary files, process ids. A path in
/// the project begins with `*/` and the name of the project's directory, wherever that lies.
public struct PathPattern: Sendable {
  /// A pattern as fnmatch(3) has it.
  struct Pattern: Equatable {
    /// The pattern, with a backslash before what would mean something in it.
    var glob: [UInt8] = []
    /// Whether it is true of one path alone.
    var isExact = true
  }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  private let workspace: [UInt8]?

  /// Knows the project's directory; nil when there is none.
  public init(workspace: [UInt8]?) {
    self.workspace = workspace.flatMap { $0.first == Self.slash && $0.count > 1 ? $0 : nil }
  }

  /// Whether a path lies in the project.
  public func isInWorkspace(_ path: String) -> Bool { rest(of: Array(path.utf8)) != nil }

  /// Whether a file's own name is one that each run gives anew.
  func isTemporary(_ path: String) -> Bool {
    let pattern = pattern(of: Array(path.utf8)[...])
    return pattern.glob.last == Self.star && !pattern.isExact
  }

  /// The pattern of a path.
  public func text(of path: String) -> String {
    String(decoding: pattern(of: Array(path.utf8)[...]).glob, as: UTF8.self)
  }

  func pattern(of path: ArraySlice<UInt8>) -> Pattern {
    let path = Array(path)
    if let rest = rest(of: path), let workspace {
      let name = workspace.split(separator: Self.slash).last ?? []
      return Pattern(
        glob: Array("*/".utf8) + Self.escaped(name) + Self.escaped(rest), isExact: false)
    }
    for directory in ["/tmp/", "/var/tmp/", "/dev/shm/"] where path.starts(with: directory.utf8) {
      var parts = path.dropFirst(directory.utf8.count).split(separator: Self.slash)
        .map { Self.withoutNumbers($0) }
      guard !parts.isEmpty else { break }
      parts[0] = [Self.star]
      return Pattern(
        glob: Array(directory.utf8) + parts.joined(separator: [Self.slash]), isExact: false)
    }
    let numbered = ["/proc/", "/dev/pts/", "/run/user/"]
    guard numbered.contains(where: { path.starts(with: $0.utf8) }) else {
      return Pattern(glob: Self.escaped(path[...]))
    }
    let parts = path.split(separator: Self.slash, omittingEmptySubsequences: false)
    let named = parts.map { Self.isNumber($0) ? [Self.star] : Self.escaped($0) }
    return Pattern(
      glob: Array(named.joined(separator: [Self.slash])),
      isExact: !parts.contains { Self.isNumber($0) })
  }

  /// What stands behind the project's directory in a path of it.
  private func rest(of path: [UInt8]) -> ArraySlice<UInt8>? {
    guard let workspace, path.starts(with: workspace) else { return nil }
    let rest = path[workspace.count...]
    return rest.isEmpty || rest.first == Self.slash ? rest : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isNumber(_ part: ArraySlice<UInt8>) -> Bool {
    !part.isEmpty && part.allSatisfy(isDigit)
  }

  private static func withoutNumbers(_ part: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var wasDigit = false
    for byte in part {
      if !isDigit(byte) { text += escaped([byte]) } else if !wasDigit { text.append(star) }
      wasDigit = isDigit(byte)
    }
    return text
  }

  private static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case star, UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"):
        [UInt8(ascii: "\\"), byte]
      default: [byte]
      }
    }
  }
}
