import Foundation
import Testing

/// Code rules of the repository that no compiler setting enforces.
@Suite struct CodeTests {
  /// Tables: one row after another, with nothing to understand between them.
  static let tables: Set<String> = [
    "Sources/Syscalls/EventType.swift", "Sources/Syscalls/SyscallTable+x86_64.swift",
  ]
  /// Where the keyword `unsafe` may stand: next to the kernel, and where C tables are read.
  static let unsafePlaces = [
    "Sources/Kernel/", "Sources/Geography/CountryTable.swift", "Sources/Embedded/",
  ]

  static let swiftFiles = Repository.files("Sources", ["swift"])
  static let allFiles =
    Repository.files("Sources", ["swift", "c", "h"]) + Repository.files("Tests", ["swift", "c"])

  /// What no person writes lies in a folder of its own.
  private static func isGenerated(_ path: String) -> Bool { path.contains("/Generated/") }

  @Test(arguments: allFiles)
  func fileIsShort(_ path: String) throws {
    guard !Self.tables.contains(path), !Self.isGenerated(path) else { return }
    #expect(try Repository.text(path).count { $0 == "\n" } <= 300)
  }

  @Test(arguments: tables)
  func exceptionIsStillNeeded(_ path: String) throws {
    #expect(try Repository.text(path).count { $0 == "\n" } > 300)
  }

  @Test(arguments: swiftFiles)
  func unsafeStaysInItsPlace(_ path: String) throws {
    guard !Self.unsafePlaces.contains(where: path.hasPrefix) else { return }
    let word = try Regex(#"\bunsafe\b|@unchecked\b|\bnonisolated\(unsafe\)"#)
    let lines = try Repository.code(path).filter { $0.contains(word) }
    #expect(lines.isEmpty)
  }

  @Test(arguments: swiftFiles)
  func nothingIsForced(_ path: String) throws {
    let word = try Regex(#"\btry!|\bas!|\bTODO\b|\bFIXME\b"#)
    let lines = try Repository.code(path).filter { $0.contains(word) }
    #expect(lines.isEmpty)
    #expect(try !Repository.text(path).contains(try Regex(#"\b(TODO|FIXME)\b"#)))
  }

  @Test(arguments: allFiles)
  func endsWithOneLineFeedAndHasNoTabs(_ path: String) throws {
    let text = try Repository.text(path)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(!text.contains("\t") && !text.contains("\r"))
  }
}
