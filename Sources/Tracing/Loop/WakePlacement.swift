internal import Events
internal import Kernel

/// Selects the CPU on which a thread continues after its notification.
///
/// A synchronous notification moves dftrace to the thread's CPU, and the answer moves the thread to
/// dftrace's. That is the fastest way for one thread at a time. Several busy threads would gather
/// on one CPU while the others idle, since the kernel searches no idle CPU then. The only available
/// measure is the CPU on which dftrace wakes up.
struct WakePlacement {
  /// The CPU on which a thread continues.
  enum Place: Equatable {
    /// On dftrace's own CPU.
    case here
    /// The kernel's choice: usually the previous CPU.
    case asBefore
    /// Another CPU, to which dftrace moves first.
    case on(Int)
  }

  private struct Seat {
    var thread = ThreadID(rawValue: 0)
    var time: Int64 = .min / 2
  }

  /// How long a thread counts as busy after its notification, in nanoseconds.
  private static let busy: Int64 = 1_000_000
  /// A CPU without a notification for this time may be idle, in nanoseconds.
  private static let quiet: Int64 = 50_000
  /// The minimum time between two moves, in nanoseconds: a move costs more than an event.
  private static let pause: Int64 = 200_000

  private var seats: [Seat]
  /// The CPUs that dftrace may run on.
  let allowed: [Int]
  private var lastThread = ThreadID(rawValue: 0)
  private var lastChange: Int64 = .min / 2
  private var lastMove: Int64 = .min / 2

  /// A placement without known threads.
  ///
  /// - Parameter cpus: the CPUs that dftrace may run on.
  init(cpus: [Int]) {
    allowed = cpus
    seats = Array(repeating: Seat(), count: (cpus.max() ?? 0) + 1)
  }

  /// Whether several CPUs are allowed.
  var hasChoice: Bool { allowed.count > 1 }

  /// Whether several threads sent notifications recently, so that one may be waiting.
  func isCrowded(at now: Int64) -> Bool { now - lastChange < 2 * Self.busy }

  /// Selects the CPU of a thread that sent a notification.
  ///
  /// - Parameters:
  ///   - cpu: the CPU that dftrace runs on.
  ///   - wasWaiting: whether the notification preceded dftrace's request. Then the thread ran on
  ///     another CPU, or waits for this one.
  mutating func place(
    _ thread: ThreadID, cpu: Int, wasWaiting: Bool, now: Int64
  ) -> Place {
    guard hasChoice, seats.indices.contains(cpu) else { return .here }
    if thread != lastThread {
      if lastThread.rawValue != 0 { lastChange = now }
      lastThread = thread
    }
    if wasWaiting { return .asBefore }
    var seat = cpu
    if seats[cpu].thread != thread, now - seats[cpu].time < Self.busy,
      now - lastMove > Self.pause,
      let other = allowed.first(where: { $0 != cpu && now - seats[$0].time > Self.quiet })
    {
      lastMove = now
      seats[cpu] = Seat()
      seat = other
    }
    seats[seat] = Seat(thread: thread, time: now)
    return seat == cpu ? .here : .on(seat)
  }
}
