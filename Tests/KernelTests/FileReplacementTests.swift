import Foundation
import Kernel
import Synchronization
import Testing

/// Files that are replaced at once, and the lock that those who change them take.
@Suite struct FileReplacementTests {
  /// A directory of a test's own.
  private final class Folder {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.path + "/dftrace-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
  }

  private let folder: Folder

  init() throws { folder = try Folder() }

  private func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test func aFileIsCreatedAndReplaced() throws {
    let file = folder.path + "/a"
    try Files.replace(file, with: [1, 2], mode: 0o600)
    #expect(try Files.read(file, limit: 10) == [1, 2] && mode("a") == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try Files.replace(file, with: [3], isDurable: false)
    #expect(try Files.read(file, limit: 10) == [3] && mode("a") == 0o640)
    #expect(folder.names == ["a"])
  }

  @Test func aLinkStays() throws {
    try Files.replace(folder.path + "/real", with: [1])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "real")
    try Files.replace(folder.path + "/link", with: [2])
    #expect(try Files.read(folder.path + "/real", limit: 10) == [2])
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link")
    #expect(target == "real")
  }

  @Test func whatCanNotBeReplacedLeavesNothingBehind() throws {
    try Files.makeDirectory(folder.path + "/full")
    try Files.replace(folder.path + "/full/x", with: [])
    #expect(throws: Errno.self) { try Files.replace(folder.path + "/full", with: [1]) }
    #expect(throws: Errno.noSuchFile) { try Files.replace(folder.path + "/no/x", with: [1]) }
    #expect(folder.names == ["full"])
  }

  @Test func directoriesAreMadeForTheUserAlone() throws {
    try Files.makeDirectory(folder.path + "/a/b/c")
    try Files.makeDirectory(folder.path + "/a/b/c")
    #expect(try mode("a/b/c") == 0o700)
    try Files.replace(folder.path + "/file", with: [])
    #expect(throws: Errno.exists) { try Files.makeDirectory(folder.path + "/file") }
  }

  /// How many are inside at once.
  private final class Gate: Sendable {
    private let counts = Mutex((inside: 0, most: 0))
    var most: Int { counts.withLock { $0.most } }

    func enter() {
      counts.withLock {
        $0.inside += 1
        $0.most = max($0.most, $0.inside)
      }
    }

    func leave() { counts.withLock { $0.inside -= 1 } }
  }

  @Test func oneAtATimeHoldsALock() async throws {
    let lock = folder.path + "/lock"
    let gate = Gate()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try? Files.locked(lock) {
            gate.enter()
            gate.leave()
          }
        }
      }
    }
    #expect(gate.most == 1)
    let taken = try Files.locked(lock) {
      // Another open of the file is another holder.
      (try? Files.locked(lock, milliseconds: 10) { true }) ?? false
    }
    #expect(taken == false)
  }
}
