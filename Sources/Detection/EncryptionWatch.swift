internal import Decoding
public import Events

/// Detects files whose plain content is replaced by apparently encrypted content, as by ransomware.
///
/// It reads the beginning of a file when a program opens it for writing, and again on demand.
/// Compressed files and new files do not count, since neither was plain before.
public struct EncryptionWatch {
  private static let limit = 512
  private static let sample = 4096
  /// The beginnings of files that were plain when a program opened them for writing, by identity.
  private var plain: [FileIdentity: [UInt8]] = [:]
  private var encrypted = 0
  private var lastLook: Int64 = 0
  private let inspector: any ProcessInspecting

  /// A watch without files.
  init(_ inspector: any ProcessInspecting) { self.inspector = inspector }

  /// Notes a file that a program opens for writing.
  ///
  /// - Parameter path: a path at which dftrace can open the file.
  public mutating func note(_ path: [UInt8], _ status: FileStatus) {
    guard plain.count < Self.limit, plain[status.identity] == nil, status.isRegular,
      status.size >= 64, let content = beginning(of: path),
      !Randomness.looksEncrypted(content), Randomness.entropy(content) < 7
    else { return }
    plain[status.identity] = path
  }

  /// Notes the new name of a file; ransomware often renames a file last.
  public mutating func move(_ status: FileStatus?, to path: [UInt8]) {
    guard let file = status?.identity, let former = plain[file] else { return }
    plain[file] = path
    look(at: file, former)
  }

  /// Reads the noted files again and counts those that are no longer plain.
  ///
  /// - Parameters:
  ///   - now: nanoseconds since 1970; the watch reads at most five times a second.
  ///   - isLast: whether a process has ended, so that this may be the last chance.
  public mutating func look(now: Int64, isLast: Bool) -> Int {
    let pause: Int64 = isLast ? 20_000_000 : 200_000_000
    guard !plain.isEmpty, now - lastLook >= pause || now < lastLook else { return encrypted }
    lastLook = now
    for (file, path) in plain {
      look(at: file, path)
    }
    return encrypted
  }

  private mutating func look(at file: FileIdentity, _ path: [UInt8]) {
    guard let status = inspector.status(path, followingLink: false), status.identity == file,
      let content = beginning(of: path), Randomness.looksEncrypted(content)
    else { return }
    plain[file] = nil
    encrypted += 1
  }

  private func beginning(of path: [UInt8]) -> [UInt8]? {
    guard let file = inspector.file(path) else { return nil }
    var content: [UInt8] = []
    _ = file.read(at: 0, count: Self.sample, into: &content)
    return content
  }
}
