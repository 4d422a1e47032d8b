import Embedded
import Text
import Catalogue
import Foundation
import Synchronization

@testable import Policies

/// Files that are nowhere but here, and that can be written.
final class WritableFiles: FileStore {
  private let texts: Mutex<[String: String]>

  init(_ texts: [String: String] = [:]) { self.texts = Mutex(texts) }

  /// A file's text.
  subscript(path: String) -> String? { texts.withLock { $0[path] } }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let text = self[path] else { throw .missing }
    return Array(text.utf8)
  }

  func exists(_ path: String) -> Bool { self[path] != nil }

  func names(in directory: String) -> [String] {
    texts.withLock { texts in
      let below = texts.keys.filter { $0.hasPrefix(directory + "/") }
        .map { $0.dropFirst(directory.count + 1).prefix { $0 != "/" } }
      return Set(below.map(String.init)).sorted()
    }
  }

  func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    if path.hasPrefix("/read-only/") { throw .unwritable("EROFS") }
    texts.withLock { $0[path] = String(decoding: bytes, as: UTF8.self) }
  }
}

/// The built-in policies, read once.
private let builtInPolicies = PolicyStore.readBuiltIn(EmbeddedFile.policies.bytes, today: testDay)
private let testDay = CalendarDate(secondsSinceEpoch: 1_795_478_400)

/// A store of policies over files of a test's own; today is 2026-11-24.
func testStore(
  _ files: any FileStore, directory: String = "/work/shop/src", builtIn: String? = nil
) -> PolicyStore {
  PolicyStore(
    catalogue: Catalogue.definitions, files: files, today: testDay, workingDirectory: directory,
    savedDirectory: "/home/me/policies", configurationFile: "/home/me/config.json",
    builtIn: builtIn.map { PolicyStore.readBuiltIn(Array(($0).utf8), today: testDay) }
      ?? builtInPolicies)
}
