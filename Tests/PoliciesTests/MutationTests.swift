import JSON
import Text
import Catalogue
import Testing

@testable import Policies

/// Whatever is done to a policy, loading it answers, and refuses with a reason.
@Suite struct MutationTests {
  private static let valid = #"""
    {"default": "b", "policies": [
      {"name": "a", "version": 1, "extends": "standard", "failOn": "P2", "alerts": {
        "*": {"priority": "P3"}, "network-restricted-country": {"criteria": {"countries": ["IR"]}},
        "file-ssh-key-read": {"enabled": true, "exceptions": [{"when":
          "proc.name = \"\u0061b\" and not fd.name glob anyof ($paths)", "reason": "r",
          "expires": "2099-12-31", "owner": "o"}]}}},
      {"name": "b", "extends": "a", "customAlerts": [{"id": "x-y", "title": "t", "tags": {"cwe": []},
        "category": "network", "priority": "P1", "message": "%proc.program %fd.sip",
        "condition": "fd.sip in ($hosts) or fd.sport = 1", "criteria": {"hosts": ["10.0.0.1"]}}]}]}
    """#

  /// xorshift64*, so that a failure can be had again.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 0x2545_F491_4F6C_DD1D
    }
  }

  private func answers(_ bytes: [UInt8]) -> Bool {
    let store = PolicyStore(
      catalogue: Catalogue.definitions,
      files: MemoryFiles(texts: ["/p": String(decoding: bytes, as: UTF8.self)]),
      today: CalendarDate(secondsSinceEpoch: 0), workingDirectory: "/", savedDirectory: nil)
    do {
      _ = try store.loadAll("/p")
      return true
    } catch {
      let shown = error.description.unicodeScalars
      return !error.problems.isEmpty && !shown.contains { $0.value < 32 && $0 != "\n" }
    }
  }

  @Test func theBeginningIsRight() throws {
    #expect(throws: Never.self) {
      try PolicyStore(
        catalogue: Catalogue.definitions, files: MemoryFiles(texts: ["/p": Self.valid]),
        today: CalendarDate(secondsSinceEpoch: 0), workingDirectory: "/", savedDirectory: nil
      ).loadAll("/p")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func mutation(seed: UInt64) {
    var random = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let source = Array(Self.valid.utf8)
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", "\\u001b", "\\n", ",", ":", "null", "-1", "$", "%",
    ]
    for _ in 0..<40 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
        let piece = pieces.randomElement(using: &random) ?? ""
        bytes.replaceSubrange(place..<end, with: Array(piece.utf8))
        if bytes.isEmpty { break }
      }
      #expect(answers(bytes), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
