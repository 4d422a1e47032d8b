internal import Text

/// Names an alert so that the same behaviour has the same name in every run.
///
/// Process ids, ephemeral ports, the names of temporary files and the place of the checkout are
/// taken out before hashing.
public struct Fingerprint: Sendable {
  private let workspace: String?

  /// Fingerprints of a run.
  ///
  /// - Parameter workspace: the project's directory.
  public init(workspace: [UInt8]?) {
    self.workspace = workspace.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Sixteen hexadecimal digits (FNV-1a, 64 bits) of an alert's id, program and object.
  func of(id: String, exe: String, object: String) -> String {
    var hash = FNV1a()
    for text in [id, normalized(exe), normalized(object)] {
      hash.add(text.utf8)
      hash.add(0)
    }
    return hash.hexadecimal
  }

  /// A text of blank-separated words without what changes from run to run.
  public func normalized(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { normalizedWord(String($0)) }.joined(separator: " ")
  }

  private func normalizedWord(_ word: String) -> String {
    guard word.hasPrefix("/") else { return withoutEphemeralPort(word) }
    if let workspace, word == workspace || word.hasPrefix(workspace + "/") {
      return "$WORKSPACE" + word.dropFirst(workspace.count)
    }
    for directory in ["/tmp/", "/var/tmp/", "/dev/shm/"] where word.hasPrefix(directory) {
      let rest = word.dropFirst(directory.count).split(separator: "/")
      // What lies directly below is named anew by each run; what lies deeper mostly is numbered.
      return directory + (["*"] + rest.dropFirst().map(withoutNumbers)).joined(separator: "/")
    }
    if word.hasPrefix("/proc/") || word.hasPrefix("/dev/pts/") || word.hasPrefix("/run/user/") {
      return word.split(separator: "/", omittingEmptySubsequences: false)
        .map { $0.allSatisfy(\.isNumber) && !$0.isEmpty ? "#" : String($0) }
        .joined(separator: "/")
    }
    return word
  }

  private func withoutNumbers(_ name: Substring) -> String {
    var text = ""
    for character in name {
      if !character.isNumber { text.append(character) } else if text.last != "#" { text += "#" }
    }
    return text
  }

  private func withoutEphemeralPort(_ word: String) -> String {
    guard let colon = word.lastIndex(of: ":"), let port = Int(word[word.index(after: colon)...]),
      // The kernel's default net.ipv4.ip_local_port_range begins here.
      port >= 32768
    else { return word }
    return word[..<colon] + ":*"
  }
}
