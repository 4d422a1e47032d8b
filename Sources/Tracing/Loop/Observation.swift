/// The requested mode of observation.
public enum TraceMode: String, CaseIterable, Sendable {
  /// The fastest mode that the kernel supports.
  case auto
  /// Seccomp notifications; the run fails without them.
  case notify
  /// Ptrace stops only.
  case stop
}

/// Kernel features that tests can disable, to cover each mode of observation.
public enum TraceFeature: String, CaseIterable, Sendable {
  /// Seccomp notifications.
  case notifications
  /// Only fatal signals interrupt a received notification (Linux 5.19).
  case killable
  /// Notifications wake dftrace on the caller's CPU (Linux 6.6).
  case synchronous
}

/// The mode of observation of a run.
public struct Observation: Equatable, Sendable {
  /// Whether seccomp notifications announced syscalls where possible.
  public let isNotified: Bool
  /// Whether only fatal signals interrupted a received notification.
  public let isKillable: Bool
  /// Whether notifications woke dftrace on the caller's CPU.
  public let isSynchronous: Bool

  /// A mode of observation.
  public init(isNotified: Bool, isKillable: Bool, isSynchronous: Bool) {
    self.isNotified = isNotified
    self.isKillable = isKillable
    self.isSynchronous = isSynchronous
  }

  /// Ptrace stops only.
  public static let stops = Observation(isNotified: false, isKillable: false, isSynchronous: false)

  /// The stable name in the summary.
  public var name: String {
    guard isNotified else { return "stop" }
    if !isKillable { return "notify-interruptible" }
    return isSynchronous ? "notify-synchronous" : "notify"
  }
}
