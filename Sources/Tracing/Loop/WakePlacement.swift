internal import Events
internal import Kernel

/// Decides on which CPU a thread goes on that has announced a call.
///
/// A synchronous notification takes dftrace to the CPU of the thread that announces, and the answer
/// takes the thread to dftrace's: for one thread after another that is the quickest there is. When
/// several are busy at once, they would end up on one CPU by and by, and the others idle: the kernel
/// asks for no idle CPU then. What can be known of that is which CPU dftrace has woken up on.
struct WakePlacement {
  /// Where a thread goes on.
  enum Place: Equatable {
    /// On dftrace's own CPU.
    case here
    /// Where the kernel would have it: mostly where it was.
    case asBefore
    /// On another CPU, which dftrace has to go to first.
    case on(Int)
  }

  private struct Seat {
    var thread = ThreadID(rawValue: 0)
    var time: Int64 = .min / 2
  }

  /// How long a thread counts as busy after it has announced a call, in nanoseconds.
  private static let busy: Int64 = 1_000_000
  /// How long nothing has been announced from a CPU that may be idle.
  private static let quiet: Int64 = 50_000
  /// How long it takes at least from one move to the next: a move costs more than an event.
  private static let pause: Int64 = 200_000

  private var seats: [Seat]
  /// The CPUs that dftrace may run on.
  let allowed: [Int]
  private var lastThread = ThreadID(rawValue: 0)
  private var lastChange: Int64 = .min / 2
  private var lastMove: Int64 = .min / 2

  /// Begins without knowing any thread.
  ///
  /// - Parameter cpus: those that dftrace may run on.
  init(cpus: [Int]) {
    allowed = cpus
    seats = Array(repeating: Seat(), count: (cpus.max() ?? 0) + 1)
  }

  /// Whether there is a choice at all.
  var hasChoice: Bool { allowed.count > 1 }

  /// Whether several threads have announced calls a moment ago, so that one may be waiting already.
  func isCrowded(at now: Int64) -> Bool { now - lastChange < 2 * Self.busy }

  /// Says where a thread goes on that has announced a call.
  ///
  /// - Parameters:
  ///   - cpu: the one that dftrace runs on.
  ///   - wasWaiting: whether the call had been announced before dftrace asked: then the thread was
  ///     on another CPU, or waits its turn on this one.
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
