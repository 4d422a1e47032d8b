import Foundation
import Glibc
import Kernel
import Synchronization
import Syscalls
import Testing

/// How often a signal has interrupted a writer; a handler can reach nothing but a global.
private let interruptions = Atomic(0)

/// What is written arrives whole, whatever interrupts it.
@Suite struct OutputTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("output-\(UUID().uuidString)")

  /// What a reader in another thread has read.
  private final class Total: Sendable {
    let bytes = Mutex(0)
  }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A FIFO, and a descriptor that reads it.
  private func fifo() throws -> (path: String, reader: Int32) {
    let path = folder.appendingPathComponent("fifo").path
    try #require(unsafe mkfifo(path, 0o600) == 0)
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    try #require(reader >= 0)
    _ = fcntl(reader, F_SETFL, 0)
    return (path, reader)
  }

  private static func count(readFrom descriptor: Int32) -> Int {
    var total = 0
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let got = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return total }
      total += got
    }
  }

  /// A full pipe holds the writer up; a handler without SA_RESTART makes write(2) fail with EINTR.
  @Test func signalEndsNoWrite() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (path, reader) = try fifo()
    let output = try Output.file(path)
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in
      interruptions.add(1, ordering: .relaxed)
    }
    var before = sigaction()
    #expect(unsafe sigaction(SIGUSR2, &action, &before) == 0)
    // The threads that tests run in block all signals.
    var signals = sigset_t()
    var mask = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGUSR2)
    #expect(unsafe pthread_sigmask(SIG_UNBLOCK, &signals, &mask) == 0)
    let writer = pthread_self()
    let bytes = 1 << 20
    let done = DispatchSemaphore(value: 0)
    let total = Total()
    Thread.detachNewThread {
      // The pipe is full long before the last of these.
      for _ in 0..<100 {
        usleep(2_000)
        pthread_kill(writer, SIGUSR2)
      }
      total.bytes.withLock { $0 = Self.count(readFrom: reader) }
      done.signal()
    }
    output.write([UInt8](repeating: 0x61, count: bytes))
    #expect(output.failure == nil)
    // Closes the pipe's only writing end.
    _ = consume output
    done.wait()
    #expect(total.bytes.withLock { $0 } == bytes)
    #expect(interruptions.load(ordering: .relaxed) > 0)
    _ = unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
    _ = unsafe sigaction(SIGUSR2, &before, nil)
    close(reader)
  }

  /// A reader that is slow is waited for, on a descriptor that does not block too. Descriptor 1
  /// belongs to a whole process, so that the test has one of its own.
  @Test func fullPipeIsWaitedFor() async {
    await #expect(processExitsWith: .success) {
      var ends: [Int32] = [0, 0]
      #expect(unsafe pipe(&ends) == 0)
      _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
      dup2(ends[1], 1)
      close(ends[1])
      let output = Output.standardOutput()
      #expect(output.isStream && !output.isTerminal && output.columns == nil)
      close(1)
      let reader = ends[0]
      let done = DispatchSemaphore(value: 0)
      let total = Total()
      Thread.detachNewThread {
        usleep(100_000)
        total.bytes.withLock { $0 = Self.count(readFrom: reader) }
        done.signal()
      }
      output.write([UInt8](repeating: 0x61, count: 300_000))
      #expect(output.failure == nil)
      _ = consume output
      done.wait()
      #expect(total.bytes.withLock { $0 } == 300_000)
    }
  }

  @Test func firstFailureIsKept() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = try Output.file("/dev/full")
    output.write([1])
    #expect(output.failure?.errno.name == "ENOSPC" && output.failure?.output == "/dev/full")
    #expect(output.failure?.description == "/dev/full could not be written: ENOSPC")
    output.write([2])
    #expect(output.failure?.errno.name == "ENOSPC")
  }

  @Test func fileIsEmptiedOrAddedTo() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("file").path
    try Output.file(path).write([1, 2])
    #expect(try Files.read(path, limit: 9) == [1, 2])
    try Output.appending(to: path).write([3])
    #expect(try Files.read(path, limit: 9) == [1, 2, 3])
    let file = try Output.file(path)
    #expect(try Files.read(path, limit: 9) == [] && !file.isStream)
  }

  /// A report that is read as a whole stays as it was until the new one is there.
  @Test func documentIsReplacedAtTheEnd() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("file").path
    try Output.file(path).write([1])
    let output = try Output.document(path)
    output.write([2])
    output.write([3])
    #expect(try Files.read(path, limit: 9) == [1])
    output.finish()
    #expect(try Files.read(path, limit: 9) == [2, 3])
    output.finish()
    #expect(output.failure == nil)
  }

  @Test func filesAreReadUpToALimit() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("file").path
    try Output.file(path).write([1, 2, 3])
    #expect(try Files.read(path, limit: 3) == [1, 2, 3])
    #expect(throws: Errno.tooLarge) { try Files.read(path, limit: 2) }
    #expect(throws: Errno.isDirectory) { try Files.read(folder.path, limit: 2) }
    #expect(throws: Errno.noSuchFile) { try Files.read(path + "x", limit: 2) }
    try Output.file(folder.appendingPathComponent("b").path).write([1])
    #expect(try Files.names(in: folder.path) == ["b", "file"])
  }
}
