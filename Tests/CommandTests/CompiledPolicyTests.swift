import Detection
import Catalogue
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

  @Test("are what reading and compiling gives") func isFresh() throws {
    var text = """
      // Written by the tests from the catalogue and policies.json. Run them with DFTRACE_RECORD=1.
      // swift-format-ignore-file

      extension CompiledPolicies {
        static let texts: [String: StaticString] = [

      """
    // The one that most runs are judged by; each takes a quarter of a megabyte.
    for name in ["standard"] {
      let bytes = try Self.compiled(name).packed(texts: CompiledPolicies.madeFrom)
      let encoded = Data(bytes).base64EncodedString(options: [
        .lineLength76Characters, .endLineWithLineFeed,
      ]).replacing("=", with: "")
      text += "\"\(name)\": \"\"\"\n\(encoded)\n\"\"\",\n"
    }
    text += "  ]\n}\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources/dftrace/Generated/CompiledPolicies+Texts.swift")
    let isFresh = try String(contentsOf: file, encoding: .utf8) == text
    if ProcessInfo.processInfo.environment["DFTRACE_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded; run again")
    } else {
      #expect(isFresh, "stale; run the tests with DFTRACE_RECORD=1")
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
