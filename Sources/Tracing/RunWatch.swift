public import Events
internal import Decoding
internal import Kernel
internal import ProcessState
internal import Syscalls

/// How far a run has come.
public struct RunProgress: Equatable, Sendable {
  /// Nanoseconds since the launch.
  public let elapsed: Int64
  /// Processes that the run has had.
  public let processes: Int
  /// Events that were looked at.
  public let events: Int
  /// Distinct alerts that count, by priority.
  public let alerts: [Priority: Int]
}

/// What whoever watches a run wants of it.
public enum RunRequest: Equatable, Sendable {
  /// Nothing.
  case goOn
  /// That the command be asked to end: SIGTERM to all its processes.
  case terminate
  /// That all its processes be ended at once: SIGKILL.
  case kill
}

/// Whoever watches a run while it goes on, from the tracer's own thread.
public protocol RunWatch: AnyObject {
  /// How often ``tick(_:)`` is called, in milliseconds.
  var interval: Int { get }
  /// Called about every ``interval``.
  func tick(_ progress: RunProgress) -> RunRequest
  /// Called with each distinct alert once, when it is first seen.
  func raised(_ alert: Alert) -> RunRequest
  /// Whether writing to a terminal on descriptors 1 and 2 is to be told of.
  var watchesTerminal: Bool { get }
  /// Called before the command writes to a terminal.
  ///
  /// - Parameter endsLine: whether what it writes ends with a line feed; false when that is not known.
  func writes(endsLine: Bool)
  /// Called before dftrace stops with the command, so that a shell has the terminal to itself.
  func pauses()
  /// Called when the command takes the terminal by its name, so that what it writes there is not told.
  func takesTerminal()
}

// A run that is watched.
extension Session {
  /// Begins to call ``RunWatch/tick(_:)``.
  mutating func beginWatch(at start: Int64) {
    started = start
    guard let watch else { return }
    nextTick = start
    Signals.alarm(every: watch.interval)
  }

  /// Tells of the progress when it is time.
  mutating func tickIfDue() {
    guard let watch else { return }
    let now = Machine.monotonicNow
    guard now >= nextTick else { return }
    // An alarm that comes a little early is meant for this one all the same.
    nextTick = now + Int64(watch.interval) * 900_000
    follow(
      watch.tick(
        RunProgress(
          elapsed: now - started, processes: context.tree.total, events: eventCount,
          alerts: ledger.byPriority)))
  }

  /// Shows an alert, and does what is wanted then.
  mutating func show(_ alert: Alert) {
    emit(alert)
    if let watch { follow(watch.raised(alert)) }
  }

  /// Ends what was made while the run was being ended.
  mutating func endNewcomer() {
    if isEnding { killAll() }
  }

  private mutating func follow(_ request: RunRequest) {
    switch request {
    case .goOn: break
    case .terminate:
      for thread in table.threads where table.process(of: thread) == thread {
        Machine.kill(thread, .terminate)
      }
    case .kill:
      isEnding = true
      killAll()
    }
  }

  func killAll() {
    for thread in table.threads { Machine.kill(thread, .kill) }
  }
}

// The command's own output on the terminal, which a status line must not mix with.
extension Session {
  /// Says that a call is about to write to a terminal.
  func noteOutput(_ facts: CallFacts) {
    guard let watch, watch.watchesTerminal,
      let descriptor = FilterAssembly.outputDescriptor(facts.event).map({
        Int32(truncatingIfNeeded: facts.registers.arguments[$0])
      }),
      let status = ProcessFiles.status(ofDescriptor: descriptor, of: facts.thread),
      status.isCharacterDevice, status.identity != Self.nullDevice
    else { return }
    watch.writes(endsLine: endsLine(facts))
  }

  private static let nullDevice = ProcessFiles.status("/dev/null")?.identity

  private func endsLine(_ facts: CallFacts) -> Bool {
    let address = facts.registers.arguments[1]
    let length = facts.registers.arguments[2]
    func lastByte(_ address: UInt64, _ length: UInt64) -> Bool {
      guard length > 0 else { return false }
      return facts.memory.readNumber(address &+ length &- 1, bytes: 1) == 0x0A
    }
    switch facts.event {
    case .write: return lastByte(address, length)
    case .writev:
      // struct iovec of <sys/uio.h>: the address and the length, eight bytes each.
      guard length > 0, length <= 1024,
        let base = facts.memory.readNumber(address &+ (length - 1) * 16, bytes: 8),
        let count = facts.memory.readNumber(address &+ (length - 1) * 16 &+ 8, bytes: 8)
      else { return false }
      return lastByte(base, count)
    default: return false
    }
  }

  /// Says that a call opens the terminal by its name.
  func noteTerminal(_ view: inout EventView) {
    guard let watch, watch.watchesTerminal, view.facts.event.isOpen else { return }
    let position = view.facts.event == .open ? 0 : 1
    guard let path = view.facts.path(at: position)?.given else { return }
    if path == Array("/dev/tty".utf8) || path.starts(with: Array("/dev/pts/".utf8)) {
      watch.takesTerminal()
    }
  }
}
