import Foundation
import Testing

/// The list of `Scripts/mutate` fits the source: a mutation whose text is gone would test nothing.
@Suite struct MutationListTests {
  private struct List: Decodable {
    let mutations: [Mutation]
  }

  private struct Mutation: Decodable, Hashable {
    let layer: String
    let file: String
    let text: String
    let replacement: String
  }

  private static func mutations() throws -> [Mutation] {
    let text = try Repository.text("Scripts/mutations.json")
    return try JSONDecoder().decode(List.self, from: Data(text.utf8)).mutations
  }

  @Test func textsOccurOnce() throws {
    for (index, mutation) in try Self.mutations().enumerated() {
      let name = "mutation \(index + 1) of \(mutation.file)"
      #expect(mutation.file.hasPrefix("Sources/\(mutation.layer)/"), "\(name)")
      #expect(mutation.text != mutation.replacement, "\(name)")
      let source = try? Repository.text(mutation.file)
      let count = source.map { $0.ranges(of: mutation.text).count }
      #expect(count == 1, "\(name): \(mutation.text)")
    }
  }

  @Test func listIsLongAndWithoutRepeats() throws {
    let mutations = try Self.mutations()
    #expect(mutations.count >= 80)
    #expect(Set(mutations).count == mutations.count)
  }
}
