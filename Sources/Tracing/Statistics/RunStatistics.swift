internal import Events
internal import Kernel
internal import Syscalls

/// The cost of each kind of event, on request.
struct RunStatistics {
  /// The kinds of stops that are no syscalls.
  private enum Other: Int, CaseIterable {
    case starts, executions, signals, ends, rest

    var name: String {
      switch self {
      case .starts: "(processes and threads made)"
      case .executions: "(programs started)"
      case .signals: "(signals)"
      case .ends: "(ends)"
      case .rest: "(other stops)"
      }
    }
  }

  private var kinds =
    EventType.allCases.map { EventStatistics(name: $0.name) }
    + Other.allCases.map { EventStatistics(name: $0.name) }
  private var start: Int64 = 0
  private var end: Int64 = 0

  /// Starts the measurement of an event.
  mutating func begin() { start = Machine.monotonicNow }

  /// Marks the end of the work that the event's thread waits for.
  mutating func decide() { end = Machine.monotonicNow }

  /// Counts a rule match of a syscall.
  mutating func match(_ event: EventType) { kinds[Int(event.rawValue)].matched += 1 }

  /// Ends the measurement of an event, after its thread has resumed.
  ///
  /// - Parameter returned: the syscall whose return is this stop.
  mutating func end(_ stop: TaskStop, returned: EventType?) {
    let place: Int
    switch stop {
    case .called(let registers, let isNotified):
      let event = SyscallTable.x86_64.row(number: registers.number)?.event
      place = event.map { Int($0.rawValue) } ?? index(.rest)
      if isNotified { kinds[place].notified += 1 } else { kinds[place].stopped += 1 }
    case .returned, .interrupted:
      place = returned.map { Int($0.rawValue) } ?? index(.rest)
      kinds[place].stopped += 1
    case .appeared, .created: place = other(.starts)
    case .executed: place = other(.executions)
    case .signal: place = other(.signals)
    case .ended: place = other(.ends)
    case .trap, .groupStop, .entering: place = other(.rest)
    }
    kinds[place].nanoseconds += end - start
  }

  private func index(_ other: Other) -> Int { EventType.allCases.count + other.rawValue }

  private mutating func other(_ other: Other) -> Int {
    kinds[index(other)].stopped += 1
    return index(other)
  }

  /// The kinds of events, the costliest first.
  var list: [EventStatistics] {
    kinds.filter { $0.notified + $0.stopped > 0 }
      .sorted { ($1.nanoseconds, $0.name) < ($0.nanoseconds, $1.name) }
  }
}
