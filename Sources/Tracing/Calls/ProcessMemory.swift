internal import Decoding
internal import Events
internal import Kernel

/// The memory of one process. This base class is unreadable: ``OpenMemory`` reads a traced process,
/// and tests have a subclass.
class ProcessMemory: MemoryReading {
  /// Whether the kernel refuses access to the memory.
  var isRefused: Bool { true }

  func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int { 0 }

  func readNumber(_ address: UInt64, bytes: Int) -> UInt64? { nil }

  /// Writes eight bytes at an address.
  func write(_ word: UInt64, at address: UInt64) {}
}

/// The memory of a traced process, open until the process executes another program.
final class OpenMemory: ProcessMemory {
  private let memory: TraceeMemory

  /// Opens the memory of a process.
  init(of process: ProcessID) { memory = TraceeMemory(of: process.leader) }

  override var isRefused: Bool { memory.isRefused }

  override func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    memory.read(address, count: count, into: &buffer)
  }

  override func readNumber(_ address: UInt64, bytes: Int) -> UInt64? {
    memory.readNumber(address, bytes: bytes)
  }

  override func write(_ word: UInt64, at address: UInt64) { memory.write(word, at: address) }
}
