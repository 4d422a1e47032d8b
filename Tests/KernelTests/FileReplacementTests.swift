import Foundation
import Glibc
import Kernel
import Syscalls
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

  /// `/dev/null` would be taken from the whole machine; a pipe stands for it here.
  @Test func whatIsNoFileIsWrittenTo() throws {
    let pipe = folder.path + "/pipe"
    let made = unsafe mkfifo(pipe, 0o600)
    #expect(made == 0)
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/cat")
    reader.arguments = [pipe]
    let read = Pipe()
    reader.standardOutput = read
    try reader.run()
    try Files.checkReplaceable(pipe)
    try Files.replace(pipe, with: Array("text".utf8))
    #expect(read.fileHandleForReading.readDataToEndOfFile() == Data("text".utf8))
    reader.waitUntilExit()
    let attributes = try FileManager.default.attributesOfItem(atPath: pipe)
    // FileManager has no name for a FIFO; what it is not is enough.
    #expect(attributes[.type] as? FileAttributeType != .typeRegular)
    #expect(folder.names == ["pipe"])
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

  /// The older content is there until the end, and nothing else meanwhile.
  @Test func aDocumentTakesItsPlaceAtTheEnd() throws {
    let file = folder.path + "/page"
    try Files.replace(file, with: [1])
    let output = try Output.document(file)
    output.write([2])
    output.write([3])
    #expect(try Files.read(file, limit: 10) == [1] && folder.names == ["page"])
    output.finish()
    #expect(try Files.read(file, limit: 10) == [2, 3] && folder.names == ["page"])
    output.finish()
    #expect(output.failure == nil)
    #expect(throws: Errno.noSuchFile) { try Output.document(folder.path + "/none/page") }
    let lost = try Output.document(file)
    try FileManager.default.removeItem(atPath: folder.path)
    lost.finish()
    #expect(lost.failure?.errno == .noSuchFile)
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
  private final class Gate: @unchecked Sendable {
    // The thread sanitizer knows this lock, and does not know that Swift's `Mutex` is one.
    private let lock = NSLock()
    private var inside = 0
    private var highest = 0
    var most: Int { lock.withLock { highest } }

    func enter() {
      lock.withLock {
        inside += 1
        highest = max(highest, inside)
      }
    }

    func leave() { lock.withLock { inside -= 1 } }
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
