public import Kernel
public import Syscalls

/// Why a run could not start or continue.
public enum TraceError: Error, Equatable, Sendable {
  /// A step of the launch failed.
  case launch(LaunchStep, Errno)
  /// The notify mode was requested, but the kernel lacks notifications.
  case noNotifications
  /// The filter could not be built; the function is libseccomp's or the kernel's.
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
