/// Which way of observing calls is asked for.
public enum TraceMode: String, CaseIterable, Sendable {
  /// The quickest that the kernel has.
  case auto
  /// By seccomp notifications, where a call may be announced, or not at all.
  case notify
  /// By ptrace stops alone.
  case stop
}

/// What a kernel may have, and a run may be told to do without: to test each way of observing.
public enum TraceFeature: String, CaseIterable, Sendable {
  /// Seccomp notifications at all.
  case notifications
  /// Notifications that only deadly signals interrupt once they were received (Linux 5.19).
  case killable
  /// Notifications that wake dftrace on the caller's CPU (Linux 6.6).
  case synchronous
}

/// How the calls of a run were observed.
public struct Observation: Equatable, Sendable {
  /// Whether calls were announced by seccomp notifications, where that is possible.
  public let isNotified: Bool
  /// Whether only deadly signals interrupted a notification once it was received.
  public let isKillable: Bool
  /// Whether a notification woke dftrace on the caller's own CPU.
  public let isSynchronous: Bool

  /// Names a way.
  public init(isNotified: Bool, isKillable: Bool, isSynchronous: Bool) {
    self.isNotified = isNotified
    self.isKillable = isKillable
    self.isSynchronous = isSynchronous
  }

  /// By ptrace stops alone.
  public static let stops = Observation(isNotified: false, isKillable: false, isSynchronous: false)

  /// A stable name, as the summary has it.
  public var name: String {
    guard isNotified else { return "stop" }
    if !isKillable { return "notify-interruptible" }
    return isSynchronous ? "notify-synchronous" : "notify"
  }
}
