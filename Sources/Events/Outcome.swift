public import Syscalls

/// What became of an attempt.
///
/// Part of an alert's fingerprint: who accepted a refused attempt has not accepted a successful one.
public enum Outcome: String, Sendable, CaseIterable {
  /// It succeeded, or its result is not known.
  case done
  /// The kernel refused it.
  case refused
  /// There was nothing to read.
  case absent
  /// It was no attempt, since an argument was invalid.
  case none

  /// The outcome of a syscall.
  ///
  /// - Parameters:
  ///   - event: the syscall.
  ///   - isReading: whether an open only reads.
  ///   - result: the return value, a negative errno included.
  public init(_ event: EventType, isReading: Bool, result: Int64) {
    guard result < 0 else {
      self = .done
      return
    }
    // A recording may have any number.
    let error = Errno(rawValue: Int32(truncatingIfNeeded: 0 &- result))
    let isOpen = event.isOpen
    switch error {
    case .badDescriptor where isOpen || event.hasDescriptor,
      .badAddress where isOpen || event.hasDescriptor:
      self = .none
    case .noSuchFile, .notDirectory:
      if isOpen {
        self = isReading ? .absent : .none
      } else {
        // The file of a local socket.
        self = event == .connect ? .absent : .done
      }
    case .permissionDenied, .notPermitted, .textFileBusy, .readOnlyFileSystem: self = .refused
    // An open that fails gives nothing, whatever the reason; an attempt on the network counts.
    default: self = isOpen ? .refused : .done
    }
  }
}

extension EventType {
  /// Whether the call is one of the network or of an open descriptor, and has no meaning without it.
  fileprivate var hasDescriptor: Bool {
    switch self {
    case .connect, .bind, .listen, .accept, .accept4, .sendto, .sendmsg, .sendmmsg, .recvfrom,
      .recvmsg, .recvmmsg, .read, .readv, .write, .writev, .setsockopt:
      true
    default: false
    }
  }
}
