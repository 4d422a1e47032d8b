/// What a seccomp filter answers: enough of classic BPF to run what libseccomp exports.
///
/// The instruction set is that of the kernel's `seccomp_check_filter`.
struct BPFInterpreter {
  static let allow: UInt32 = 0x7FFF_0000
  static let trace: UInt32 = 0x7FF0_0DF7
  static let notify: UInt32 = 0x7FC0_0000

  let program: [UInt64]

  /// Runs the program on `struct seccomp_data`; nil when it runs out of its instructions.
  ///
  /// - Parameter readsArguments: whether it may; if not, a program that does gives nil.
  func run(
    number: UInt32, architecture: UInt32 = 0xC000_003E, arguments: [UInt64] = [],
    readsArguments: Bool = true
  ) -> UInt32? {
    var data = [UInt32](repeating: 0, count: 16)
    data[0] = number
    data[1] = architecture
    for (index, argument) in arguments.enumerated() {
      data[4 + 2 * index] = UInt32(truncatingIfNeeded: argument)
      data[5 + 2 * index] = UInt32(argument >> 32)
    }
    var accumulator: UInt32 = 0
    var counter = 0
    while program.indices.contains(counter) {
      let instruction = program[counter]
      let code = UInt16(truncatingIfNeeded: instruction)
      let yes = Int(instruction >> 16 & 0xFF)
      let no = Int(instruction >> 24 & 0xFF)
      let operand = UInt32(instruction >> 32)
      counter += 1
      switch code {
      case 0x20:  // LD W ABS; behind the number and the architecture come pointer and arguments
        guard readsArguments || operand < 8 else { return nil }
        accumulator = data[Int(operand / 4)]
      case 0x54: accumulator &= operand  // ALU AND K
      case 0x05: counter += Int(operand)  // JMP JA
      case 0x15: counter += accumulator == operand ? yes : no  // JEQ
      case 0x25: counter += accumulator > operand ? yes : no  // JGT
      case 0x35: counter += accumulator >= operand ? yes : no  // JGE
      case 0x45: counter += accumulator & operand != 0 ? yes : no  // JSET
      case 0x06: return operand  // RET K
      default: return nil
      }
    }
    return nil
  }
}
