import Syscalls
import Testing

@testable import Kernel

/// Words as wait4(2) gives them: a stop's low byte is 0x7f, its signal the next byte, its event
/// the one above.
@Suite struct WaitStatusTests {
  @Test(
    arguments: [
      (0x0000, WaitStatus.exited(0)), (0x0300, .exited(3)), (0xFF00, .exited(255)),
      (0x000F, .signaled(Signal(rawValue: 15), coreDumped: false)),
      (0x008B, .signaled(Signal(rawValue: 11), coreDumped: true)),
      (0x0040, .signaled(Signal(rawValue: 64), coreDumped: false)),
      (0x057F, .signalDelivery(.trap)), (0x857F, .call), (0x137F, .signalDelivery(.stop)),
      (0x227F, .signalDelivery(Signal(rawValue: 34))),
      (0x407F, .signalDelivery(Signal(rawValue: 64))),
      (0x1057F, .fork), (0x2057F, .vfork), (0x3057F, .clone), (0x4057F, .exec),
      (0x5057F, .vforkDone), (0x6057F, .exit), (0x7057F, .seccomp), (0x80057F, .trap),
      (0x80137F, .groupStop(.stop)), (0x80147F, .groupStop(.terminalStop)),
      (0x99057F, .unknown(0x99057F)),
    ] as [(Int32, WaitStatus)])
  func word(_ word: Int32, means status: WaitStatus) {
    #expect(WaitStatus(word: word) == status)
  }

  /// Only a low byte of 0x7f is a stop; taking one for an end would lose a running thread.
  @Test func onlyStopsAreStops() {
    for word in Int32(0)...0x1FFFF {
      let isEnd =
        switch WaitStatus(word: word) {
        case .exited, .signaled: true
        default: false
        }
      #expect(isEnd == (word & 0xFF != 0x7F), "word \(word)")
    }
  }

  @Test(
    arguments: [
      (15, "SIGTERM"), (9, "SIGKILL"), (34, "SIGRTMIN+0"), (64, "SIGRTMIN+30"), (65, "signal 65"),
    ] as [(Int32, String)])
  func signal(_ number: Int32, isCalled name: String) {
    #expect(Signal(rawValue: number).name == name)
  }

  @Test func errorsHaveTheirNames() {
    #expect(Errno.noSuchFile.name == "ENOENT")
    #expect(Errno(rawValue: 4095).name == "errno 4095")
  }
}
