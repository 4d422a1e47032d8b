import Catalogue
import Detection
import Embedded
import Foundation
import Policies
import Rules
import Testing
import Tracing

@testable import dftrace

@Suite("Built-in policies that are compiled in advance") struct CompiledPolicyTests {
  private static let names = [
    "standard", "max-alert", "strict", "compiled-languages", "interpreted-languages",
  ]

  private static func compiled(_ name: String) throws -> CompiledPolicy {
    let policy = try PolicyStore.standard().load(name)
    return try LoadedPolicy(policy, threshold: nil).compiled
  }

  /// The image of the policy that most runs are evaluated by; each takes a quarter of a megabyte.
  @Test("are what reading and compiling gives") func isFresh() throws {
    let bytes = try Self.compiled("standard").packed(texts: CompiledPolicies.madeFrom)
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CEmbedded/standard.image")
    let isFresh = try Array(Data(contentsOf: file)) == bytes
    if ProcessInfo.processInfo.environment["DFTRACE_RECORD"] == "1" {
      try Data(bytes).write(to: file, options: .atomic)
      Issue.record("recorded; build and run again")
    } else {
      #expect(isFresh, "stale; run the tests with DFTRACE_RECORD=1")
      #expect(EmbeddedFile.standardImage.bytes == bytes)
    }
  }

  @Test("are read back as they were", arguments: names) func isReadBack(_ name: String) throws {
    let policy = try Self.compiled(name)
    let bytes = policy.packed(texts: 7)
    let back = try #require(CompiledPolicy(packed: bytes, texts: 7))
    #expect(back.packed(texts: 7) == bytes)
    #expect(back.program.filterPlan == policy.program.filterPlan)
    #expect(back.rules.map(\.id) == policy.rules.map(\.id))
    #expect(CompiledPolicy(packed: bytes, texts: 8) == nil)
  }

  @Test("do not trap when they are cut short or changed") func isRobust() throws {
    let bytes = try Self.compiled("strict").packed(texts: 7)
    for length in stride(from: 0, to: bytes.count, by: 997) {
      #expect(CompiledPolicy(packed: Array(bytes.prefix(length)), texts: 7) == nil)
    }
  }
}
