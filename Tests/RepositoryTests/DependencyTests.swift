import Foundation
import Testing

/// Which module may import which. SwiftPM lets a target import whatever was built before it.
@Suite struct DependencyTests {
  /// All that a Swift target below Sources may import, the standard library apart.
  static let allowedImports: [String: Set<String>] = [
    // Synchronization is the standard library's: atomics for the writer beside the loop.
    "Kernel": [
      "Decoding", "Events", "Syscalls", "CTrace", "CSeccomp", "CMaxMind", "CZlib", "Glibc",
      "Synchronization",
    ],
    "Embedded": ["CEmbedded"],
    "Text": [],
    "JSON": ["Text"],
    "Syscalls": [],
    "Events": ["Syscalls", "Text"],
    "Geography": ["CGeography"],
    "Secrets": [],
    "Decoding": ["Syscalls", "Events", "Text"],
    "ProcessState": ["Events", "Text"],
    "Detection": [
      "Syscalls", "Events", "Decoding", "ProcessState", "Rules", "Geography", "Text",
    ],
    "Rules": ["Syscalls", "Events", "Text"],
    "Policies": [
      "Embedded", "Detection", "Events", "Rules", "Secrets", "Text", "JSON", "FoundationEssentials",
    ],
    "Catalogue": ["Embedded", "Events", "Rules", "Policies", "Text", "JSON"],
    "Reports": ["Events", "Syscalls", "Secrets", "Text", "JSON"],
    "Recordings": ["Events", "Syscalls", "Text", "JSON"],
    "Tracing": [
      "Detection", "Kernel", "Syscalls", "Events", "Decoding", "ProcessState", "Rules", "Geography",
      "Secrets", "Text",
    ],
    "dftrace": [
      "Kernel", "Syscalls", "Events", "Rules", "Policies", "Catalogue", "Reports", "Detection",
      "Tracing",
      "Geography", "Recordings", "Embedded", "Text", "JSON", "ArgumentParser",
    ],
  ]

  /// Targets without Swift.
  static let cTargets: Set<String> = [
    "CTrace", "CSeccomp", "CMaxMind", "CZlib", "CGeography", "CEmbedded",
  ]

  /// The modules that a file imports.
  static func modules(_ path: String) throws -> [String] {
    let line = try Regex(
      #"^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"#
        + #"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)"#,
      as: (Substring, Substring).self)
    return try Repository.code(path).compactMap { try line.firstMatch(in: $0).map { String($0.1) } }
  }

  @Test func everyTargetHasItsRow() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appendingPathComponent("Sources").path)
    #expect(Set(folders) == Set(Self.allowedImports.keys).union(Self.cTargets))
  }

  @Test(arguments: allowedImports.keys.sorted())
  func targetImportsOnlyWhatItMay(_ target: String) throws {
    let files = Repository.files("Sources/\(target)", ["swift"])
    #expect(!files.isEmpty)
    let allowed = Self.allowedImports[target, default: []]
    for file in files {
      for module in try Self.modules(file) where !allowed.contains(module) {
        Issue.record("\(file) imports \(module), which \(target) may not")
      }
    }
  }

  @Test(arguments: allowedImports.keys.sorted())
  func manifestDeclaresOnlyWhatItMay(_ target: String) throws {
    let manifest = try Repository.text("Package.swift")
    let pattern = try Regex(
      #"(?:module\(\s*|executableTarget\(\s*name:\s*)""# + target
        + #"",\s*(?:dependencies:\s*)?\[([^\]]*)\]"#, as: (Substring, Substring).self)
    let row = try #require(try pattern.firstMatch(in: manifest)?.1, "\(target) has no row")
    let names = try Regex(#""(\w+)""#, as: (Substring, Substring).self)
    let declared = row.matches(of: names).map { String($0.1) }
    #expect(Set(declared).subtracting(Self.allowedImports[target, default: []]).isEmpty)
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
    let seen = try Self.modules(".build/" + file.lastPathComponent)
    #expect(seen == ["A", "B", "C", "D", "I"])
  }
}
