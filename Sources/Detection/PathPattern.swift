/// Writes paths as patterns that match the same behaviour in other runs and checkouts.
///
/// `*` replaces the parts that ``Fingerprint`` excludes: the names of temporary files, process ids.
/// A path in the project begins with `*/` and the name of the project's directory.
public struct PathPattern: Sendable {
  /// A pattern of fnmatch(3).
  struct Pattern: Equatable {
    /// The pattern, with a backslash before special characters.
    var glob: [UInt8] = []
    /// Whether the pattern matches only one path.
    var isExact = true
  }

  private static let slash = StablePath.slash
  private static let star = UInt8(ascii: "*")

  private let workspace: [UInt8]?

  /// Patterns relative to the project's directory; nil without a project.
  public init(workspace: [UInt8]?) {
    self.workspace = workspace.flatMap { $0.first == Self.slash && $0.count > 1 ? $0 : nil }
  }

  /// Whether a path lies in the project.
  public func isInWorkspace(_ path: String) -> Bool {
    if case .workspace = StablePath.place(of: Array(path.utf8)[...], workspace: workspace) {
      return true
    }
    return false
  }

  /// Whether each run chooses a new name for a file.
  func isTemporary(_ path: String) -> Bool {
    let pattern = pattern(of: Array(path.utf8)[...])
    return pattern.glob.last == Self.star && !pattern.isExact
  }

  /// The pattern of a path.
  public func text(of path: String) -> String {
    String(decoding: pattern(of: Array(path.utf8)[...]).glob, as: UTF8.self)
  }

  func pattern(of path: ArraySlice<UInt8>) -> Pattern {
    switch StablePath.place(of: path, workspace: workspace) {
    case .workspace(let rest):
      let name = (workspace ?? []).split(separator: Self.slash).last ?? []
      return Pattern(
        glob: Array("*/".utf8) + Self.escaped(name) + Self.escaped(rest), isExact: false)
    case .temporary(let directory, let parts):
      guard !parts.isEmpty else { return Pattern(glob: Self.escaped(path)) }
      let rest = parts.dropFirst().map {
        StablePath.replacingNumbers(in: $0, with: Self.star) { Self.escaped([$0]) }
      }
      return Pattern(
        glob: Array(directory.utf8) + [Self.slash]
          + Array(([[Self.star]] + rest).joined(separator: [Self.slash])),
        isExact: false)
    case .numbered(let parts):
      let named = parts.map { StablePath.isNumber($0) ? [Self.star] : Self.escaped($0) }
      return Pattern(
        glob: Array(named.joined(separator: [Self.slash])),
        isExact: !parts.contains { StablePath.isNumber($0) })
    case .fixed: return Pattern(glob: Self.escaped(path))
    }
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
