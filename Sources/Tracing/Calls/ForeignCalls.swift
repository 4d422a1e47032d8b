internal import Decoding
internal import Kernel
internal import Syscalls

/// Converts syscalls of other interfaces (i386, x32) to native ones.
enum ForeignCalls {
  /// The native syscall and its arguments in the native order; nil for an unknown number.
  ///
  /// On i386, `socketcall`, `ipc` and the old `mmap` have their arguments in memory. Another thread
  /// may change them after the read, like any path.
  static func native(
    _ registers: CallRegisters, _ abi: Architecture, in memory: ProcessMemory
  ) -> (event: EventType, registers: CallRegisters)? {
    if abi == .i386, let found = multiplexed(registers, in: memory) { return found }
    guard let event = ForeignTable.table(of: abi)?.event(number: registers.number) else {
      return nil
    }
    var registers = registers
    // On i386, umount has no flags.
    if abi == .i386, registers.number == 22 {
      registers.arguments = .init(registers.arguments[0])
    }
    return (event, registers)
  }

  private static func multiplexed(
    _ registers: CallRegisters, in memory: ProcessMemory
  ) -> (event: EventType, registers: CallRegisters)? {
    let arguments = registers.arguments
    var registers = registers
    switch registers.number {
    // socketcall(call, args).
    case 102:
      guard let event = ForeignTable.socketCall(arguments[0]) else { return nil }
      let words = words(at: arguments[1], in: memory)
      // send and recv have no address.
      let hasAddress = arguments[0] != 9 && arguments[0] != 10
      registers.arguments = .init(
        words[0], words[1], words[2], words[3], hasAddress ? words[4] : 0,
        hasAddress ? words[5] : 0)
      return (event, registers)
    // The old mmap: `struct mmap_arg_struct`.
    case 90:
      let words = words(at: arguments[0], in: memory)
      registers.arguments = .init(words[0], words[1], words[2], words[3], words[4], words[5])
      return (.mmap, registers)
    // ipc(SHMAT, id, flags, result, address).
    case 117 where arguments[0] & 0xFFFF == 21:
      registers.arguments = .init(arguments[1], arguments[4], arguments[2])
      return (.shmat, registers)
    default: return nil
    }
  }

  private static func words(
    at address: UInt64, in memory: ProcessMemory
  ) -> [UInt64] {
    (0..<6).map { memory.readNumber(address &+ UInt64($0 * 4), bytes: 4) ?? 0 }
  }
}
