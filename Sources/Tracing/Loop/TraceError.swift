public import Kernel
public import Syscalls

/// Why a run could not begin, or could not go on.
public enum TraceError: Error, Equatable, Sendable {
  /// A step of the launch failed.
  case launch(LaunchStep, Errno)
  /// Notifications were asked for, and the kernel has none.
  case noNotifications
  /// The filter could not be built; the call is libseccomp's or the kernel's.
  case filter(call: String, Errno)
  /// Waiting for the traced threads failed.
  case wait(Errno)

  init(_ error: LaunchError) { self = .launch(error.step, error.errno) }

  /// Whether a launch may succeed without notifications.
  var isAboutNotifications: Bool {
    switch self {
    case .filter, .launch(.filter, _), .launch(.listener, _): true
    default: false
    }
  }
}
