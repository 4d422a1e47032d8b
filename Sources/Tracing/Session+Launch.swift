internal import Events
internal import Kernel
internal import Rules
internal import Syscalls

// The start of a run: how calls are observed depends on what the kernel has.
extension Session {
  /// Starts the command under the best filter that there is, and sets the source up.
  mutating func launch(_ arguments: [[UInt8]]) throws(TraceError) -> LaunchedCommand {
    if let notifications = notifications() {
      do {
        return try launch(arguments, notifications)
      } catch {
        // Whoever loads the filter may have a listener already, or may not take one.
        guard mode == .auto, error.isAboutNotifications else { throw TraceError(error) }
      }
    } else if mode == .notify {
      throw .launch(
        step: "could not use notifications (--trace-mode notify)", errno: "ENOSYS",
        isNotFound: false, isExecution: false)
    }
    do { return try launch(arguments, nil) } catch { throw TraceError(error) }
  }

  /// What of notifications is used; nil for none.
  private func notifications() -> NotificationOptions? {
    guard mode != .stop, !missing.contains(.notifications),
      var options = NotificationOptions.available
    else { return nil }
    if missing.contains(.killable) { options.remove(.killable) }
    if missing.contains(.synchronous) { options.remove(.synchronous) }
    return options
  }

  private mutating func launch(
    _ arguments: [[UInt8]], _ notifications: NotificationOptions?
  ) throws(LaunchFailure) -> LaunchedCommand {
    let filter: SyscallFilter
    do {
      let ring: [EventType] = [.io_uring_setup, .io_uring_enter, .io_uring_register]
      let denied = configuration.deniesIoUring ? ring : []
      filter = try SyscallFilter(
        stopping: assembly.rules(notifying: notifications != nil),
        denying: denied.compactMap { SyscallTable.x86_64.row(of: $0).map { Int32($0.number) } })
    } catch { throw .filter(error.description) }
    var command: LaunchedCommand
    do {
      command = try LaunchedCommand(
        arguments: arguments, filter: filter, joinsOutput: configuration.joinsOutput,
        notifications: notifications)
    } catch { throw .launch(error) }
    guard let notifications else { return command }
    guard let listener = command.takeListener() else {
      // The child dies with its tracer, which can't go on.
      throw .launch(LaunchError(stage: .wait, errno: Errno(rawValue: 24)))
    }
    observation = Observation(
      isNotified: true, isKillable: notifications.contains(.killable),
      isSynchronous: listener.isSynchronous)
    let announced = SyscallTable.x86_64.rows.filter {
      assembly.plan.needs[$0.event] != nil && assembly.isAnnounced($0.event)
    }
    let numbers = Set(announced.map { UInt64($0.number) })
    source = StopSource(listener: listener) { numbers.contains($0) }
    return command
  }
}

/// Why a launch failed.
private enum LaunchFailure: Error {
  case filter(String)
  case launch(LaunchError)

  /// Whether it may succeed without notifications.
  var isAboutNotifications: Bool {
    switch self {
    case .filter: true
    case .launch(let error): error.stage == .filter || error.stage == .listener
    }
  }
}

extension TraceError {
  fileprivate init(_ failure: LaunchFailure) {
    switch failure {
    case .filter(let reason): self = .filter(reason)
    case .launch(let error): self.init(error)
    }
  }

  init(_ error: LaunchError) {
    self = .launch(
      step: error.step, errno: error.errno.name, isNotFound: error.errno == .noSuchFile,
      isExecution: error.stage == .exec)
  }
}
