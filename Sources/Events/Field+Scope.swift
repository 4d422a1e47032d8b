public import Syscalls

extension Field {
  /// Whether an event of a type can have a value for the field.
  ///
  /// The filter relies on this: false positives only cost time, false negatives lose events.
  public func applies(to event: EventType, _ parameter: FieldKey.Parameter = .none) -> Bool {
    func has(_ test: (ArgumentKind) -> Bool) -> Bool {
      event.arguments.contains { test($0.kind) }
    }
    var paths: Int { event.arguments.count { $0.kind.isPath } }
    switch description.scope {
    case .any: return true
    case .calls: return event != .procexit && event != .procstart && event != .signaldeliver
    case .opens: return event.isOpen
    case .files: return paths > 0 || has(\.isDescriptor)
    case .descriptors:
      return paths > 0
        || has { $0.isDescriptor || $0.isAddress }
    case .addresses:
      return event == .listen
        || has(\.isAddress)
    case .memory: return event.changesProtection || event == .shmat
    case .libraries: return event.changesProtection
    case .targets:
      return has { if case .pid = $0 { true } else { false } } || event.isOpen
        || event == .pidfd_send_signal
    case .endings: return event == .procexit
    case .credentials:
      return event == .setuid || event == .setreuid || event == .setresuid || event.isExecution
    case .onePath: return paths == 1
    case .twoPaths: return paths == 2 || event.arguments.contains { $0.name == .target }
    case .argument:
      guard case .argument(let name) = parameter else { return true }
      return event.position(of: name) != nil
    default: return event.belongs(to: description.scope)
    }
  }

  /// Whether the value is the host's, and the same for every event.
  public var isOfHost: Bool {
    rawValue >= Field.osId.rawValue && rawValue <= Field.nodeVulnerableCPU.rawValue
  }

  /// Whether ``needsResult(in:)`` is true for any event.
  public var mayNeedResult: Bool {
    switch self {
    case .evtRes, .evtRawres, .evtFailed, .procGainedRoot, .procCapabilitiesGained,
      .procKeptPrivileges, .dnsName, .dnsType, .dnsUnusualNames, .dnsBulkNames, .netProtocol,
      .fdNum, .procStdinType,
      .procStdoutType, .procStderrType, .procStdinName, .procStdoutName, .procStderrName,
      .procStdinIsOutgoing, .procStdoutIsOutgoing:
      true
    default: false
    }
  }

  /// Whether the value is known only after the return of the call.
  public func needsResult(in event: EventType) -> Bool {
    switch self {
    case .evtRes, .evtRawres, .evtFailed, .procGainedRoot, .procCapabilitiesGained,
      .procKeptPrivileges:
      true
    case .dnsName, .dnsType, .dnsUnusualNames, .dnsBulkNames, .netProtocol:
      event == .recvfrom || event == .recvmsg || event == .recvmmsg || event == .read
        || event == .readv
    case .fdNum: event.isOpen
    case .procStdinType, .procStdoutType, .procStderrType, .procStdinName, .procStdoutName,
      .procStderrName, .procStdinIsOutgoing, .procStdoutIsOutgoing:
      event == .dup || event == .dup2 || event == .dup3 || event == .fcntl
        || event == .pidfd_getfd || event == .recvmsg || event == .recvmmsg
    default: false
    }
  }
}

// Pattern matching, since `==` compiles to a long comparison of enumerations.
extension ArgumentKind {
  fileprivate var isPath: Bool {
    switch self {
    case .path, .pathNoFollow: true
    default: false
    }
  }

  fileprivate var isDescriptor: Bool {
    if case .descriptor = self { true } else { false }
  }

  /// Whether the call can carry an internet address.
  fileprivate var isAddress: Bool {
    switch self {
    case .socketAddress, .message, .messages: true
    default: false
    }
  }
}

extension EventType {
  /// Whether the call belongs to a scope that lists calls.
  fileprivate func belongs(to scope: FieldScope) -> Bool {
    switch (scope, self) {
    case (.capabilities, .capset), (.capabilities, .prctl), (.naming, .prctl),
      (.options, .setsockopt), (.options, .ioctl), (.creations, .mkdir), (.creations, .mkdirat),
      (.creations, .mknod), (.creations, .mknodat), (.times, .utimensat), (.times, .utimes),
      (.times, .futimesat), (.times, .utime), (.netlink, .sendto), (.netlink, .sendmsg),
      (.netlink, .sendmmsg), (.options, .sendto), (.options, .sendmsg), (.options, .sendmmsg),
      (.conversations, .read), (.conversations, .readv), (.conversations, .write),
      (.conversations, .writev), (.names, .read), (.names, .readv), (.names, .write),
      (.names, .writev):
      true
    case (.creations, _): isOpen
    case (.names, _), (.conversations, _):
      [.sendto, .sendmsg, .sendmmsg, .recvfrom, .recvmsg, .recvmmsg].contains(self)
    default: false
    }
  }

  /// Whether the call opens a file by name or handle.
  public var isOpen: Bool {
    switch self {
    case .open, .openat, .openat2, .creat, .open_by_handle_at: true
    default: false
    }
  }

  /// Whether the call sets memory protection.
  public var changesProtection: Bool {
    self == .mmap || self == .mprotect || self == .pkey_mprotect
  }

  /// Whether the call replaces the program.
  public var isExecution: Bool { self == .execve || self == .execveat }
}
