internal import Kernel
internal import Rules
internal import Syscalls

/// Starts the command under the fastest filter that the kernel supports.
struct Launcher {
  private let options: TraceOptions
  private let assembly: FilterAssembly

  init(_ options: TraceOptions, _ assembly: FilterAssembly) {
    self.options = options
    self.assembly = assembly
  }

  /// Starts the command and creates the source of its stops.
  ///
  /// - Parameters:
  ///   - arguments: the command and its arguments as raw bytes.
  ///   - source: receives the source of stops.
  ///   - observation: receives the observation mode.
  func launch(
    _ arguments: [[UInt8]], _ source: inout StopSource, _ observation: inout Observation
  ) throws(TraceError) -> LaunchedCommand {
    if let notifications {
      do {
        return try launch(arguments, notifications, &source, &observation)
      } catch {
        // The process that loads the filter may have a listener already, or may be forbidden one.
        guard options.mode == .auto, error.isAboutNotifications else { throw error }
      }
    } else if options.mode == .notify {
      throw .noNotifications
    }
    return try launch(arguments, nil, &source, &observation)
  }

  /// The options of notifications; nil without notifications.
  private var notifications: NotificationOptions? {
    guard options.mode != .stop, !options.missing.contains(.notifications),
      var available = NotificationOptions.available
    else { return nil }
    if options.missing.contains(.killable) { available.remove(.killable) }
    if options.missing.contains(.synchronous) { available.remove(.synchronous) }
    return available
  }

  private func launch(
    _ arguments: [[UInt8]], _ notifications: NotificationOptions?, _ source: inout StopSource,
    _ observation: inout Observation
  ) throws(TraceError) -> LaunchedCommand {
    let filter = try filter(notifying: notifications != nil)
    var command: LaunchedCommand
    do {
      command = try LaunchedCommand(
        arguments: arguments, filter: filter, joinsOutput: options.configuration.joinsOutput,
        notifications: notifications)
    } catch { throw TraceError(error) }
    guard let notifications else { return command }
    guard let listener = command.takeListener() else {
      // The child ends with its tracer, which cannot continue.
      throw .launch(.wait, .tooManyOpenFiles)
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

  private func filter(notifying: Bool) throws(TraceError) -> SyscallFilter {
    let ring: [EventType] = [.io_uring_setup, .io_uring_enter, .io_uring_register]
    let denied = options.configuration.deniesIoUring ? ring : []
    do {
      return try SyscallFilter(
        stopping: assembly.rules(notifying: notifying),
        denying: denied.compactMap { SyscallTable.x86_64.row(of: $0).map { Int32($0.number) } })
    } catch { throw .filter(call: error.call, error.errno) }
  }
}
