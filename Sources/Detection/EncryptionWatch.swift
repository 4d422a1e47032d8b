internal import Decoding
public import Events

/// Finds files whose plain content is replaced by what looks encrypted, as extortion does it.
///
/// The beginning of a file is read when a program opens it for writing, and again when something
/// asks. A compressed file looked so before, and a new one was never plain: neither counts.
public struct EncryptionWatch {
  private static let limit = 512
  private static let sample = 4096
  /// Files that were plain when they were opened for writing, by what they are.
  private var plain: [FileIdentity: [UInt8]] = [:]
  private var encrypted = 0
  private var lastLook: Int64 = 0
  private let inspector: any ProcessInspecting

  /// Watches no file yet.
  init(_ inspector: any ProcessInspecting) { self.inspector = inspector }

  /// Notes that a file is being opened for writing.
  ///
  /// - Parameter path: as dftrace can open it.
  public mutating func note(_ path: [UInt8], _ status: FileStatus) {
    guard plain.count < Self.limit, plain[status.identity] == nil, status.isRegular,
      status.size >= 64, let content = beginning(of: path),
      !Randomness.looksEncrypted(content), Randomness.entropy(content) < 7
    else { return }
    plain[status.identity] = path
  }

  /// Notes that a file is being given another name, which often is the last that is done to it.
  public mutating func move(_ status: FileStatus?, to path: [UInt8]) {
    guard let file = status?.identity, let former = plain[file] else { return }
    plain[file] = path
    look(at: file, former)
  }

  /// Looks at the noted files again and counts those that are plain no more.
  ///
  /// - Parameters:
  ///   - now: nanoseconds since 1970; five looks a second have to do.
  ///   - isLast: whether a process has ended, so that it may be the last chance.
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
