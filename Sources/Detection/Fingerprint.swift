internal import Events
internal import Text

/// Identifies an alert so that the same behaviour has the same fingerprint in every run.
///
/// The hash excludes process ids, ephemeral ports, the names of temporary files and the path of the
/// checkout.
public struct Fingerprint: Sendable {
  /// The version of the fingerprint's input. A release that changes the input increments the
  /// version. Baselines of earlier versions are compared by id, program and object.
  ///
  /// Version 2 includes the outcome of an attempt.
  public static let version = 2

  private let workspace: [UInt8]?

  /// Fingerprints of a run.
  ///
  /// - Parameter workspace: the project's directory.
  public init(workspace: [UInt8]?) { self.workspace = workspace }

  /// An alert with its fingerprint: sixteen hexadecimal digits (FNV-1a, 64 bits) of id, program,
  /// object and, unless it is ``Outcome/done``, outcome.
  ///
  /// - Parameter behaviour: the text to distinguish alerts by in place of the object.
  func of(
    id: String, exe: String, object: String, outcome: Outcome, behaviour: String? = nil
  ) -> KnownAlert {
    let program = normalized(exe)
    let object = normalized(object)
    var parts = [id, program, behaviour.map { normalized($0) } ?? object]
    if outcome != .done { parts.append(outcome.rawValue) }
    var hash = FNV1a()
    for text in parts {
      hash.add(text.utf8)
      hash.add(0)
    }
    return KnownAlert(
      fingerprint: hash.hexadecimal, id: id, program: program, object: object, outcome: outcome)
  }

  /// A text of blank-separated words without the parts that change between runs.
  public func normalized(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { normalizedWord(String($0)) }.joined(separator: " ")
  }

  private func normalizedWord(_ word: String) -> String {
    guard word.hasPrefix("/") else { return withoutEphemeralPort(word) }
    func text(_ bytes: some Sequence<UInt8>) -> String {
      String(decoding: Array(bytes), as: UTF8.self)
    }
    switch StablePath.place(of: Array(word.utf8)[...], workspace: workspace) {
    case .workspace(let rest): return "$WORKSPACE" + text(rest)
    case .temporary(let directory, let parts):
      // Each run chooses new names directly below; deeper names usually differ in numbers.
      let rest = parts.dropFirst().map {
        text(StablePath.replacingNumbers(in: $0, with: UInt8(ascii: "#")) { [$0] })
      }
      return directory + "/" + (["*"] + rest).joined(separator: "/")
    case .numbered(let parts):
      return parts.map { StablePath.isNumber($0) ? "#" : text($0) }.joined(separator: "/")
    case .fixed: return word
    }
  }

  private func withoutEphemeralPort(_ word: String) -> String {
    guard let colon = word.lastIndex(of: ":"), let port = Int(word[word.index(after: colon)...]),
      EphemeralPorts.contains(port)
    else { return word }
    return word[..<colon] + ":*"
  }
}
