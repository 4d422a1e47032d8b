internal import Events
internal import Kernel
internal import Syscalls

/// What looking at each kind of event costs, when somebody wants to know.
struct RunStatistics {
  /// What a thread is met for that is no call.
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

  /// Begins with an event.
  mutating func begin() { start = Machine.monotonicNow }

  /// Notes that all is known of an event that its thread waits for.
  mutating func decide() { end = Machine.monotonicNow }

  /// Notes that a rule is true of a call.
  mutating func match(_ event: EventType) { kinds[Int(event.rawValue)].matched += 1 }

  /// Ends with an event, whose thread has been let go.
  ///
  /// - Parameter returned: the call that the stop is the end of.
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

  /// What has been met, the costliest first.
  var list: [EventStatistics] {
    kinds.filter { $0.notified + $0.stopped > 0 }
      .sorted { ($1.nanoseconds, $0.name) < ($0.nanoseconds, $1.name) }
  }
}
