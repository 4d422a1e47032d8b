internal import Decoding
internal import Events
internal import Kernel

/// What a file says of itself, with its lists of names as conditions compare them: each followed by a
/// NUL byte.
final class KnownElf: Sendable {
  let facts: ElfFacts
  let imports: [UInt8]
  let overrides: [UInt8]
  let missingHardening: [UInt8]

  init(_ facts: ElfFacts) {
    self.facts = facts
    imports = Self.list(facts.imports.sorted())
    overrides = Self.list(facts.overrides.sorted())
    missingHardening = Self.list(facts.missingHardening)
  }

  private static func list(_ names: [String]) -> [UInt8] { names.flatMap { Array($0.utf8) + [0] } }
}

/// What executables and libraries say of themselves, each read once. Bounded.
struct ElfCache {
  /// A file as long as nobody changes it.
  private struct Key: Hashable {
    let file: FileIdentity
    let size: Int64
    let changed: Int64
  }

  private static let limit = 4096
  /// Names in all of them together: a file may say that it takes 150,000 functions from others.
  private static let mostNames = 400_000
  private var known: [Key: KnownElf?] = [:]
  private var names = 0
  private let inspector: any ProcessInspecting

  /// No file read yet.
  init(_ inspector: any ProcessInspecting) { self.inspector = inspector }

  /// The facts of a file; nil when it is no ELF file or can't be read.
  ///
  /// - Parameters:
  ///   - status: what is known of it, so that one that was read need not be opened.
  ///   - path: where dftrace can open it.
  mutating func facts(_ status: FileStatus, at path: () -> [UInt8]) -> KnownElf? {
    guard status.isRegular else { return nil }
    let key = Key(file: status.identity, size: status.size, changed: status.changed)
    if let known = known[key] { return known }
    // A program that makes ever new libraries must not fill the memory.
    if known.count >= Self.limit || names >= Self.mostNames {
      known.removeAll()
      names = 0
    }
    var found: ElfFacts?
    if let file = inspector.file(path()) { found = ElfFacts(file) }
    names += found.map { $0.imports.count + $0.overrides.count } ?? 0
    known[key] = .some(found.map { KnownElf($0) })
    return known[key] ?? nil
  }
}
