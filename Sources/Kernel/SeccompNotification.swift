internal import CTrace
public import Events
public import Syscalls

/// The options of a filter's notifications.
public struct NotificationOptions: OptionSet, Sendable {
  /// The options as bits.
  public let rawValue: Int
  /// Options by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Only fatal signals interrupt a received notification:
  /// `SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV`, since Linux 5.19.
  public static let killable = NotificationOptions(rawValue: 1)
  /// A notification wakes its receiver on the caller's own CPU:
  /// `SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP`, since Linux 6.6.
  public static let synchronous = NotificationOptions(rawValue: 2)

  /// The options that this kernel supports; nil without usable notifications.
  ///
  /// Notifications are usable if a syscall can continue: `SECCOMP_USER_NOTIF_FLAG_CONTINUE`, since
  /// Linux 5.5.
  public static var available: NotificationOptions? {
    guard dft_knows_filter_flags(newListener), Machine.kernelVersion >= (5, 5) else { return nil }
    var options: NotificationOptions = []
    if dft_knows_filter_flags(newListener | waitKillable) { options.insert(.killable) }
    // Only a listener knows: ``NotificationListener/isSynchronous``.
    options.insert(.synchronous)
    return options
  }

  /// `SECCOMP_FILTER_FLAG_NEW_LISTENER` and `…_WAIT_KILLABLE_RECV`, `<linux/seccomp.h>`.
  private static let newListener: UInt = 0x8
  private static let waitKillable: UInt = 0x20

  var flags: UInt { Self.newListener | (contains(.killable) ? Self.waitKillable : 0) }
}

/// A notification of a filter; its thread waits for the answer.
public struct SeccompNotification: Sendable {
  /// The kernel's id of the notification.
  public let id: UInt64
  /// The thread.
  public let thread: ThreadID
  /// The syscall's registers; the kernel omits the stack pointer, so it is 0.
  public let registers: CallRegisters
}

/// The listener for a filter's notifications.
///
/// After its end, syscalls that would cause a notification fail with ENOSYS.
public struct NotificationListener: ~Copyable {
  private let descriptor: OwnedDescriptor
  /// Readable while SIGCHLD is pending, which announces reports of traced threads.
  private let signals: OwnedDescriptor
  /// Whether notifications wake the receiver on the caller's own CPU.
  public let isSynchronous: Bool

  init?(_ descriptor: Int32, synchronizing: Bool) {
    guard descriptor >= 0 else { return nil }
    let signals = dft_child_signals()
    guard signals >= 0 else { return nil }
    self.descriptor = OwnedDescriptor(descriptor)
    self.signals = OwnedDescriptor(signals)
    isSynchronous = synchronizing && dft_listener_synchronize(descriptor, true) >= 0
  }

  /// Selects whether notifications and answers wake the other side on the caller's own CPU;
  /// requires ``isSynchronous``.
  ///
  /// The corresponding Linux call is `ioctl(2)`, `SECCOMP_IOCTL_NOTIF_SET_FLAGS`, since Linux 6.6.
  public func synchronize(_ isWanted: Bool) {
    _ = dft_listener_synchronize(descriptor.rawValue, isWanted)
  }

  /// Takes the next notification; nil when its thread has ended or was interrupted.
  ///
  /// Blocks without a pending notification, so call ``wait(block:)`` first.
  ///
  /// The corresponding Linux call is `ioctl(2)`, `SECCOMP_IOCTL_NOTIF_RECV`, since Linux 5.0.
  public func receive() -> SeccompNotification? {
    var found = dft_notification()
    guard unsafe dft_listener_receive(descriptor.rawValue, &found) >= 0 else { return nil }
    return SeccompNotification(
      id: found.id, thread: ThreadID(rawValue: found.tid),
      registers: CallRegisters(
        architecture: found.arch, number: found.number,
        instructionPointer: found.instruction_pointer,
        arguments: .init(
          found.args.0, found.args.1, found.args.2, found.args.3, found.args.4, found.args.5)))
  }

  /// Lets a syscall continue.
  ///
  /// - Returns: false when the thread has ended, or a signal has interrupted its wait.
  ///
  /// The corresponding Linux call is `ioctl(2)`, `SECCOMP_IOCTL_NOTIF_SEND` with
  /// `SECCOMP_USER_NOTIF_FLAG_CONTINUE`, since Linux 5.5.
  public func letGo(_ notification: SeccompNotification) -> Bool {
    dft_listener_continue(descriptor.rawValue, notification.id) >= 0
  }

  /// Whether a notification's thread still waits, so that its memory belonged to its syscall.
  ///
  /// The corresponding Linux call is `ioctl(2)`, `SECCOMP_IOCTL_NOTIF_ID_VALID`, since Linux 5.0.
  public func isWaiting(_ notification: SeccompNotification) -> Bool {
    dft_listener_is_waiting(descriptor.rawValue, notification.id)
  }

  /// The kind of pending event.
  public enum Ready: Sendable {
    /// A notification.
    case notification
    /// A report of a traced thread, possibly with a notification too.
    case child
    /// All threads under the filter have ended.
    case hungUp
  }

  /// Waits for a notification or a report of a traced thread. Reports from before the listener's
  /// creation do not count.
  ///
  /// - Parameter block: whether to wait when nothing is pending.
  /// - Returns: nil when nothing is pending.
  /// - Throws: `EINTR` when a signal to this process arrived.
  ///
  /// The corresponding Linux calls are `poll(2)` and `signalfd(2)`.
  public func wait(block: Bool) throws(Errno) -> Ready? {
    let ready = try Errno.check(
      dft_wait_readable(descriptor.rawValue, signals.rawValue, block))
    if ready & 2 != 0 {
      dft_take_child_signal(signals.rawValue)
      return .child
    }
    if ready & 1 != 0 { return .notification }
    return ready & 4 != 0 ? .hungUp : nil
  }
}
