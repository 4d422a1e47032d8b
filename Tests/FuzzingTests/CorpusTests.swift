import Foundation
import Fuzzing
import Testing

/// The inputs that fuzzing has kept, and one for each mistake that it has found.
@Suite("Hostile bytes") struct CorpusTests {
  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpora")

  /// The inputs of a target: those in its archive, and one file for each mistake that was found.
  private static func inputs(_ target: FuzzTarget) throws -> [URL] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "corpus-\(target.rawValue)-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = [
      "tar", "-xf", corpora.appending(path: target.rawValue + ".tar").path, "-C", folder.path,
    ]
    try tar.run()
    tar.waitUntilExit()
    #expect(tar.terminationStatus == 0)
    let findings = corpora.appending(path: target.rawValue)
    return try [folder, findings].filter { FileManager.default.fileExists(atPath: $0.path) }
      .flatMap {
        try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
      }
  }

  @Test("are read without a mistake", arguments: FuzzTarget.allCases)
  func areRead(_ target: FuzzTarget) throws {
    let files = try Self.inputs(target)
    defer {
      let folder = files.first { !$0.path.hasPrefix(Self.corpora.path) }
      if let folder { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    }
    #expect(files.count > 10)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(throws: Never.self, "\(file.lastPathComponent)") { try target.run(bytes) }
    }
  }
}
