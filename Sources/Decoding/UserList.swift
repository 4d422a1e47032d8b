/// The home directories of `passwd(5)`.
public struct UserList: Sendable {
  /// A user's home directory.
  public struct Home: Equatable, Sendable {
    /// The user's id.
    public let user: UInt32
    /// The directory.
    public let path: [UInt8]
  }

  /// The homes of real users: below /home, root's, and those of user ids from 1000.
  public let homes: [Home]

  /// Parses `/etc/passwd`.
  public init(_ text: [UInt8]) {
    homes = text.split(separator: 0x0A).prefix(10_000).compactMap { line in
      let words = line.split(separator: 0x3A, omittingEmptySubsequences: false)
      guard words.count >= 6, let user = UInt32(String(decoding: words[2], as: UTF8.self)) else {
        return nil
      }
      let path = Array(words[5])
      let isOwn = path.starts(with: "/home/".utf8) || user == 0 || user >= 1000
      // Skip users such as `nobody`, whose home is / or missing.
      guard isOwn, path.first == 0x2F, path.count > 2, user < 60_000 || user >= 100_000 else {
        return nil
      }
      return Home(user: user, path: path)
    }
  }
}

/// The names of users or groups by their ids: `passwd(5)`, `group(5)`.
public struct IDNames: Sendable {
  private let names: [UInt32: [UInt8]]

  /// Parses `/etc/passwd` or `/etc/group`; the first of several names for an id applies.
  public init(_ text: [UInt8]) {
    names = Dictionary(
      text.split(separator: 0x0A).prefix(10_000).compactMap { line in
        let words = line.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard words.count >= 3, !words[0].isEmpty,
          let id = UInt32(String(decoding: words[2], as: UTF8.self))
        else { return nil }
        return (id, Array(words[0]))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of an id; nil without one.
  public func name(of id: UInt32) -> [UInt8]? { names[id] }
}
