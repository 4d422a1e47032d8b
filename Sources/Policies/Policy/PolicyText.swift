internal import Events
internal import JSON
internal import Rules

/// A policy as read from its file, before it is resolved.
struct PolicyText {
  /// The settings of one alert.
  struct Entry {
    let id: String
    let place: TextPlace
    var enabled: Bool?
    var priority: Priority?
    var criteria: [JSONMember]
    var exceptions: [PolicyException]
  }

  /// A custom alert.
  struct Custom {
    let definition: AlertDefinition
    let place: TextPlace
    let isEnabled: Bool
    let priority: Priority
    /// Its criteria as in the file.
    let values: [JSONMember]
  }

  let file: String
  let name: String
  let place: TextPlace
  var version: Int64?
  var description: String
  var extends: JSONText?
  var failOn: FailThreshold?
  /// Whether programs may use io_uring.
  var ioUring: IoUringRule?
  var entries: [Entry]
  var customs: [Custom]
}

/// A policy's setting for io_uring, whose operations bypass syscalls and so the tracer.
public enum IoUringRule: String, CaseIterable, Sendable {
  /// Programs may create rings, which the report lists as a blind spot.
  case allow
  /// io_uring_setup fails with ENOSYS, as on kernels without io_uring, so that programs fall back
  /// to ordinary syscalls.
  case deny
}

/// The policies of one file.
struct PolicyFile {
  let file: String
  var policies: [PolicyText]
  /// The name of the default policy of the file.
  var defaultName: String?
}
