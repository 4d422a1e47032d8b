import Foundation
import Testing

/// Which room may know of which: SwiftPM lets a target import whatever was built before it.
@Suite struct ArrowTests {
  /// All that a Swift target below Sources may import, the standard library apart.
  static let arrows: [String: Set<String>] = [
    // Synchronization is the standard library's: atomics for the writer beside the loop.
    "Kernel": ["CTrace", "CSeccomp", "CMaxMind", "CZlib", "Glibc", "Synchronization"],
    "Syscalls": [],
    "Events": ["Syscalls"],
    "Geography": ["CGeography"],
    "Secrets": [],
    "Decoding": ["Syscalls", "Events"],
    "ProcessState": ["Events"],
    "Rules": ["Syscalls", "Events"],
    "Policies": ["Events", "Rules", "FoundationEssentials"],
    "Catalogue": ["Events", "Rules", "Policies"],
    "Reports": ["Events", "Syscalls", "Secrets"],
    // Policies has the JSON reader that knows its places.
    "Recordings": ["Events", "Syscalls", "Policies"],
    "Tracing": [
      "Kernel", "Syscalls", "Events", "Decoding", "ProcessState", "Rules", "Geography",
      "Secrets",
    ],
    "dftrace": [
      "Kernel", "Syscalls", "Events", "Rules", "Policies", "Catalogue", "Reports", "Tracing",
      "Geography", "Recordings", "ArgumentParser",
    ],
  ]

  /// Targets without Swift.
  static let cTargets: Set<String> = ["CTrace", "CSeccomp", "CMaxMind", "CZlib", "CGeography"]

  /// The modules that a file imports.
  static func imports(_ path: String) throws -> [String] {
    let line = try Regex(
      #"^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"#
        + #"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)"#,
      as: (Substring, Substring).self)
    return try Repository.code(path).compactMap { try line.firstMatch(in: $0).map { String($0.1) } }
  }

  @Test func everyTargetHasItsRow() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appendingPathComponent("Sources").path)
    #expect(Set(folders) == Set(Self.arrows.keys).union(Self.cTargets))
  }

  @Test(arguments: arrows.keys.sorted())
  func targetImportsOnlyWhatItMay(_ target: String) throws {
    let files = Repository.files("Sources/\(target)", ["swift"])
    #expect(!files.isEmpty)
    let allowed = Self.arrows[target, default: []]
    for file in files {
      for module in try Self.imports(file) where !allowed.contains(module) {
        Issue.record("\(file) imports \(module), which \(target) may not")
      }
    }
  }

  @Test(arguments: arrows.keys.sorted())
  func manifestDeclaresOnlyWhatItMay(_ target: String) throws {
    let manifest = try Repository.text("Package.swift")
    let pattern = try Regex(
      #"(?:room\(\s*|executableTarget\(\s*name:\s*)""# + target
        + #"",\s*(?:dependencies:\s*)?\[([^\]]*)\]"#, as: (Substring, Substring).self)
    let row = try #require(try pattern.firstMatch(in: manifest)?.1, "\(target) has no row")
    let names = try Regex(#""(\w+)""#, as: (Substring, Substring).self)
    let declared = row.matches(of: names).map { String($0.1) }
    #expect(Set(declared).subtracting(Self.arrows[target, default: []]).isEmpty)
  }

  @Test func importsAreSeenInEveryForm() throws {
    let file = Repository.root.appendingPathComponent(".build/imports-\(UUID().uuidString).swift")
    try Data(
      """
      import A
      public import B
      @testable internal import C
      @_exported import struct D.E
      // import F
      /* import G
      import H */ import I
      let text = "import J"
      """.utf8
    ).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let seen = try Self.imports(".build/" + file.lastPathComponent)
    #expect(seen == ["A", "B", "C", "D", "I"])
  }
}
