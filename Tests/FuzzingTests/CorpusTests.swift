import Foundation
import Fuzzing
import Testing

/// The inputs that fuzzing has kept, and one for each mistake that it has found.
@Suite("Hostile bytes") struct CorpusTests {
  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpora")

  @Test("are read without a mistake", arguments: FuzzTarget.allCases)
  func areRead(_ target: FuzzTarget) throws {
    let folder = Self.corpora.appending(path: target.rawValue)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(throws: Never.self, "\(file.lastPathComponent)") { try target.run(bytes) }
    }
  }
}
