internal import CTrace

/// A signal number.
public struct Signal: Hashable, Sendable {
  /// The number, 1 to 64.
  public let rawValue: Int32

  /// A signal by its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// `SIGTRAP`.
  public static let trap = Signal(rawValue: 5)
  /// `SIGABRT`.
  public static let abort = Signal(rawValue: 6)
  /// `SIGKILL`.
  public static let kill = Signal(rawValue: 9)
  /// `SIGTERM`.
  public static let terminate = Signal(rawValue: 15)
  /// `SIGSTOP`.
  public static let stop = Signal(rawValue: 19)
  /// `SIGTSTP`: the terminal's stop key.
  public static let terminalStop = Signal(rawValue: 20)
  /// `SIGTTIN`: a background job read from the terminal.
  public static let terminalInput = Signal(rawValue: 21)
  /// `SIGTTOU`: a background job wrote to the terminal.
  public static let terminalOutput = Signal(rawValue: 22)

  /// Whether the signal reports a fault of the program, from the kernel or the program itself:
  /// SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS.
  public var isFault: Bool { [4, 5, 6, 7, 8, 11, 31].contains(rawValue) }

  /// Whether the kernel reports the faulting address: SIGILL, SIGBUS, SIGFPE, SIGSEGV.
  public var hasAddress: Bool { [4, 7, 8, 11].contains(rawValue) }

  /// The name, such as `SIGTERM`; real-time signals count from `SIGRTMIN`.
  public var name: String {
    if let short = unsafe dft_signal_name(rawValue) { return unsafe "SIG" + String(cString: short) }
    return rawValue >= 34 && rawValue <= 64 ? "SIGRTMIN+\(rawValue - 34)" : "signal \(rawValue)"
  }
}
