import Decoding
import Kernel
import Testing

@testable import Tracing

/// Which calls are made again since only the tracer let an ignored signal end them.
@Suite struct DisturbanceTests {
  private static let native: UInt32 = 0xC000_003E

  private func isDisturbed(
    by signal: Int32, number: UInt64 = 232, result: Int64 = -4, architecture: UInt32 = Self.native,
    ignoring: [Int32] = [], catching: [Int32] = []
  ) -> Bool {
    func bits(_ signals: [Int32]) -> UInt64 {
      signals.reduce(0) { $0 | 1 << UInt64($1 - 1) }
    }
    var status = ProcTexts.Status()
    status.ignored = bits(ignoring)
    status.caught = bits(catching)
    let call = InterruptedCall(
      registers: CallRegisters(architecture: architecture, number: number), result: result)
    return call.isDisturbed(by: Signal(rawValue: signal), status)
  }

  /// SIGCHLD, SIGCONT, SIGURG, SIGWINCH.
  @Test(arguments: [17, 18, 23, 28] as [Int32])
  func aSignalThatDoesNothingByItself(_ signal: Int32) {
    #expect(isDisturbed(by: signal))
    #expect(isDisturbed(by: signal, ignoring: [signal]))
    // A handler ends the call without a tracer as well.
    #expect(!isDisturbed(by: signal, catching: [signal]))
    #expect(isDisturbed(by: signal, catching: [10, signal + 1, signal - 1]))
  }

  /// SIGHUP, SIGUSR1, SIGTERM, the last signal, and the neighbours of those above.
  @Test(arguments: [1, 10, 15, 16, 19, 22, 24, 27, 29, 64] as [Int32])
  func anotherSignalWhenItIsIgnored(_ signal: Int32) {
    #expect(isDisturbed(by: signal, ignoring: [signal]))
    #expect(!isDisturbed(by: signal))
    #expect(!isDisturbed(by: signal, catching: [signal]))
  }

  @Test(arguments: [0, 1, -1, -512, -514, -516, -11] as [Int64])
  func anotherResultIsLeft(_ result: Int64) {
    #expect(!isDisturbed(by: 17, result: result))
  }

  @Test(arguments: [65, 128, 208, 220, 232, 281, 333, 441] as [UInt64])
  func aCallThatAnswersInterruptions(_ number: UInt64) {
    #expect(isDisturbed(by: 17, number: number))
    // The same number means another call elsewhere: AUDIT_ARCH_I386.
    #expect(!isDisturbed(by: 17, number: number, architecture: 0x4000_0003))
  }

  /// read, poll, nanosleep, accept, futex.
  @Test(arguments: [0, 7, 35, 43, 202] as [UInt64])
  func anotherCallIsLeft(_ number: UInt64) {
    #expect(!isDisturbed(by: 17, number: number))
  }

  /// The status of a thread is a file of `/proc`, and most signals interrupt nothing.
  @Test func theStatusIsAskedForWhenItMatters() {
    func status() -> ProcTexts.Status {
      Issue.record("was asked for")
      return ProcTexts.Status()
    }
    let call = InterruptedCall(
      registers: CallRegisters(architecture: Self.native, number: 0), result: -4)
    // Evaluated here, since an expectation evaluates arguments by itself.
    let isDisturbed = call.isDisturbed(by: Signal(rawValue: 17), status())
    #expect(!isDisturbed)
  }
}
