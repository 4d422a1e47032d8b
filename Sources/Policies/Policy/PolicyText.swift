internal import Events
internal import JSON
internal import Rules

/// A policy as its file has it, before anything is inherited or looked up.
struct PolicyText {
  /// What a policy says of one alert.
  struct Entry {
    let id: String
    let place: TextPlace
    var enabled: Bool?
    var priority: Priority?
    var criteria: [JSONMember]
    var exceptions: [PolicyException]
  }

  /// An alert of the policy's own.
  struct Custom {
    let definition: AlertDefinition
    let place: TextPlace
    let isEnabled: Bool
    let priority: Priority
    /// Its criteria as the file has them.
    let values: [JSONMember]
  }

  let file: String
  let name: String
  let place: TextPlace
  var version: Int64?
  var description: String
  var extends: JSONText?
  var failOn: FailThreshold?
  /// Whether io_uring is refused to the program.
  var ioUring: IoUringRule?
  var entries: [Entry]
  var customs: [Custom]
}

/// What a policy says of io_uring, whose operations no tracer of system calls sees.
public enum IoUringRule: String, CaseIterable, Sendable {
  /// Programs may set rings up: a blind spot of the report.
  case allow
  /// The kernel answers ENOSYS, as one without io_uring does, so that programs that can do without
  /// make ordinary calls.
  case deny
}

/// The policies of one file.
struct PolicyFile {
  let file: String
  var policies: [PolicyText]
  /// The name of the one that is meant when none is named.
  var defaultName: String?
}
