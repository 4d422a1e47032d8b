internal import Decoding
public import Events

/// Detects files whose plain content is replaced by apparently encrypted content, as by ransomware.
///
/// It reads the beginning of a file when a program opens it for writing, and again on demand. It
/// also compares a deleted file with the new files beside it whose names begin like its own:
/// ransomware that writes a copy deletes the original. Compressed files do not count, since their
/// formats are recognized.
public struct EncryptionWatch {
  /// A file that may come to look encrypted, and the program that writes it.
  private struct Suspect {
    var path: [UInt8]
    let program: String
    /// Whether it is a copy, which a compressor makes too.
    var isCopy = false
  }

  private static let limit = 512
  private static let sample = 4096
  private static let mostCreated = 4096
  private static let mostPrograms = 4096
  /// The files that were plain when a program opened them for writing, by identity.
  private var plain: [FileIdentity: Suspect] = [:]
  /// The newest file of this run for each ``stem(_:)``.
  private var created: [ArraySlice<UInt8>: Suspect] = [:]
  /// The number of files that look encrypted, by program.
  private var encrypted: [String: Int] = [:]
  /// The number of files or programs dropped at capacity.
  public private(set) var lost = 0
  private var lastLook: Int64 = 0
  private let inspector: any ProcessInspecting

  /// A watch without files.
  init(_ inspector: any ProcessInspecting) { self.inspector = inspector }

  /// Notes a file that a program opens for writing.
  ///
  /// - Parameter path: a path at which dftrace can open the file.
  public mutating func note(_ path: [UInt8], _ status: FileStatus, by program: String) {
    guard plain.count < Self.limit, plain[status.identity] == nil, status.isRegular,
      status.size >= 64, let content = beginning(of: path), isPlain(content)
    else { return }
    plain[status.identity] = Suspect(path: path, program: program)
  }

  /// Notes a file that a program creates.
  public mutating func noteCreated(_ path: [UInt8], by program: String) {
    if created.count >= Self.mostCreated {
      lost += created.count
      created.removeAll()
    }
    created[Self.stem(path)] = Suspect(path: path, program: program, isCopy: true)
  }

  /// Notes that a file is about to be deleted.
  public mutating func noteDeletion(_ path: [UInt8], _ status: FileStatus) {
    guard !created.isEmpty, status.isRegular, status.size > 0 else { return }
    let stem = Self.stem(path)
    guard let copy = created[stem], copy.path != path, let former = beginning(of: path),
      isPlain(former)
    else { return }
    created[stem] = nil
    // A copy that the program still writes is read again with the others.
    guard let status = inspector.status(copy.path, followingLink: false), status.isRegular else {
      return
    }
    if plain.count < Self.limit { plain[status.identity] = copy }
    look(at: status.identity, copy)
  }

  /// A file's directory and its name up to the first dot that does not begin it.
  private static func stem(_ path: [UInt8]) -> ArraySlice<UInt8> {
    let name = Paths.filename(path[...])
    guard let dot = name.dropFirst().firstIndex(of: 0x2E) else { return path[...] }
    return path[..<dot]
  }

  /// Notes the new name of a file; ransomware often renames a file last.
  public mutating func move(_ status: FileStatus?, to path: [UInt8]) {
    guard let file = status?.identity, var suspect = plain[file] else { return }
    let former = suspect
    suspect.path = path
    plain[file] = suspect
    look(at: file, former)
  }

  /// Reads the noted files again and counts those that are no longer plain.
  ///
  /// - Parameters:
  ///   - now: nanoseconds since 1970; the watch reads at most five times a second.
  ///   - isLast: whether a process has ended, so that this may be the last chance.
  public mutating func look(now: Int64, isLast: Bool) {
    let pause: Int64 = isLast ? 20_000_000 : 200_000_000
    guard !plain.isEmpty, now - lastLook >= pause || now < lastLook else { return }
    lastLook = now
    for (file, suspect) in plain { look(at: file, suspect) }
  }

  /// The number of files that a program has replaced with data that looks encrypted.
  public func count(by program: String) -> Int { encrypted[program] ?? 0 }

  private mutating func look(at file: FileIdentity, _ suspect: Suspect) {
    guard let status = inspector.status(suspect.path, followingLink: false),
      status.identity == file, let content = beginning(of: suspect.path),
      Self.hasCipherHeader(content)
        || Randomness.looksEncrypted(content) && !(suspect.isCopy && Self.isCompressed(content))
    else { return }
    plain[file] = nil
    guard encrypted.count < Self.mostPrograms || encrypted[suspect.program] != nil else {
      lost += 1
      return
    }
    encrypted[suspect.program, default: 0] += 1
  }

  private func isPlain(_ content: [UInt8]) -> Bool {
    !Randomness.looksEncrypted(content) && Randomness.entropy(content) < 7
      && !Self.hasCipherHeader(content)
  }

  /// The first bytes of compressed files: gzip, bzip2, xz, zstd, lz4, zip, 7z, rar, PNG, JPEG,
  /// compress(1).
  private static let compressed: [[UInt8]] = [
    [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD],
    [0x04, 0x22, 0x4D, 0x18], [0x50, 0x4B, 0x03, 0x04], [0x37, 0x7A, 0xBC, 0xAF],
    [0x52, 0x61, 0x72, 0x21], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x1F, 0x9D],
  ]

  /// The first bytes of encrypted files: `openssl enc`, age, OpenPGP with a password and with keys,
  /// ccrypt.
  private static let ciphers: [[UInt8]] =
    ["Salted__", "age-encryption.org/", "-----BEGIN AGE", "-----BEGIN PGP MESSAGE", "c051"].map {
      Array($0.utf8)
    } + [
      [0x8C, 0x0D, 0x04], [0x85, 0x01, 0x0C], [0x85, 0x01, 0x8C], [0x85, 0x02, 0x0C],
      [0x84, 0x5E, 0x03],
    ]

  private static func hasCipherHeader(_ content: [UInt8]) -> Bool {
    ciphers.contains { content.starts(with: $0) }
  }

  private static func isCompressed(_ content: [UInt8]) -> Bool {
    compressed.contains { content.starts(with: $0) }
  }

  private func beginning(of path: [UInt8]) -> [UInt8]? {
    guard let file = inspector.file(path) else { return nil }
    var content: [UInt8] = []
    _ = file.read(at: 0, count: Self.sample, into: &content)
    return content
  }
}
