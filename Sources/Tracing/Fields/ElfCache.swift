internal import Decoding
internal import Events
internal import Kernel

/// The facts of an ELF file. Each list of names is a text in which a NUL byte follows every name,
/// as conditions compare it.
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

/// A cache of the ELF facts of executables and libraries. Bounded.
struct ElfCache {
  /// The identity of an unmodified file.
  private struct Key: Hashable {
    let file: FileIdentity
    let size: Int64
    let changed: Int64
  }

  private static let limit = 4096
  /// Capacity in names of all files together: one file may import 150,000 functions.
  private static let mostNames = 400_000
  private var known: [Key: KnownElf?] = [:]
  private var names = 0
  private let inspector: any ProcessInspecting

  /// An empty cache.
  init(_ inspector: any ProcessInspecting) { self.inspector = inspector }

  /// The ELF facts of a file; nil when the file is no ELF file or unreadable.
  ///
  /// - Parameters:
  ///   - status: the file's status, the key of the cache.
  ///   - path: a path at which dftrace can open the file.
  mutating func facts(_ status: FileStatus, at path: () -> [UInt8]) -> KnownElf? {
    guard status.isRegular else { return nil }
    let key = Key(file: status.identity, size: status.size, changed: status.changed)
    if let known = known[key] { return known }
    // A program that keeps creating libraries must not exhaust the memory.
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
