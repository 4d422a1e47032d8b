/// The exit status or signal of the traced command.
public enum CommandOutcome: Equatable, Sendable {
  /// An exit with this status, 0 to 255.
  case exited(Int32)
  /// A death by signal.
  case signaled(number: Int32, name: String)
}

/// Why dftrace ended a run.
public enum RunInterruption: Equatable, Sendable {
  /// The run exceeded the timeout, in nanoseconds.
  case timeout(nanoseconds: Int64)
  /// An alert reached the threshold under `--fail-fast`.
  case failFast
}

/// A blind spot: behaviour that dftrace knows it could not observe.
public struct BlindSpot: Equatable, Sendable {
  /// A stable name, such as `io-uring`.
  public let id: String
  /// One sentence: what was not observed and why.
  public let message: String
  /// Number of occurrences.
  public var count: Int

  /// Creates a blind spot with one occurrence.
  public init(id: String, message: String, count: Int = 1) {
    self.id = id
    self.message = message
    self.count = count
  }
}

/// An entry of the run's inventory with its count.
public struct InventoryItem: Equatable, Sendable {
  /// A path or the text of an endpoint.
  public let name: String
  /// The two-letter country code of a destination; nil if unknown.
  public let country: String?
  /// The names that DNS answers of the run gave for the address of a destination.
  public let hosts: [String]
  /// Number of occurrences.
  public let count: Int

  /// Creates an entry.
  public init(name: String, country: String? = nil, hosts: [String] = [], count: Int) {
    self.name = name
    self.country = country
    self.hosts = hosts
    self.count = count
  }
}

/// The inventory of a run: counted, limited in size and sorted; covers what the policy's filter
/// observes.
public struct Inventory: Equatable, Sendable {
  /// Executed programs.
  public var programs: [InventoryItem] = []
  /// Contacted endpoints.
  public var destinations: [InventoryItem] = []
  /// Listening endpoints.
  public var listeners: [InventoryItem] = []
  /// Files mapped as executable code.
  public var libraries: [InventoryItem] = []
  /// Directories of files opened for writing.
  public var directoriesWritten: [InventoryItem] = []
  /// Number of distinct entries dropped at capacity.
  public var omitted: Int = 0
  /// The lists that the policy's filter does not observe.
  public var notCovered: [String] = []

  /// An empty inventory.
  public init() {}
}

/// The cost of observing one kind of event.
public struct EventStatistics: Equatable, Sendable {
  /// The syscall's name, or another reason of a stop in parentheses.
  public let name: String
  /// Number of seccomp notifications.
  public var notified = 0
  /// Number of ptrace stops, at the entry and at the return of the syscall.
  public var stopped = 0
  /// Number of matches of a rule.
  public var matched = 0
  /// Total time that threads were held for inspection, in nanoseconds, without the time to wake
  /// dftrace and to resume the thread.
  public var nanoseconds: Int64 = 0

  /// Creates statistics without events.
  public init(name: String) { self.name = name }
}

/// The summary of a run: its command, observations and exit status.
public struct Summary: Equatable, Sendable {
  /// The command and its arguments.
  public var command: [String]
  /// The exit status or signal of the command.
  public var outcome: CommandOutcome
  /// The name of the policy in force.
  public var policy: String
  /// The application's name.
  public var app: String
  /// The component's name; nil without one.
  public var component: String?
  /// Duration in nanoseconds from the launch to the end of the last process.
  public var duration: Int64
  /// Number of processes of the run.
  public var processes: Int
  /// Numbers of events by type, sorted by name.
  public var events: [(name: String, count: Int)]
  /// Numbers of distinct alerts by priority, without suppressed ones and those of the baseline.
  public var alerts: [Priority: Int]
  /// Number of distinct suppressed alerts.
  public var suppressed: Int
  /// Number of distinct alerts over the limit, counted but not reported.
  public var overflow: Int
  /// Lowest priority that fails the run.
  public var threshold: FailThreshold
  /// The distinct ids of the alerts that reached the threshold, the most urgent first.
  public var failedBy: [String]
  /// The exit status of dftrace; nil when it ends by the command's signal.
  public var exitStatus: Int32?
  /// The observation mode: `notify-synchronous`, `notify`, `notify-interruptible` or `stop`; nil
  /// for a recording.
  public var traceMode: String?
  /// The cost of each kind of event; empty without `--stats`.
  public var statistics: [EventStatistics] = []
  /// The active exceptions that suppressed nothing.
  public var unusedExceptions: [ExceptionFacts] = []
  /// Why dftrace ended the run; nil if it did not.
  public var interruption: RunInterruption?
  /// The comparison with the baseline; nil without one.
  public var baseline: BaselineComparison?
  /// The processes in the order of their start, each after its parent; limited in number, and empty
  /// unless an output needs them.
  public var processTree: [RunProcess] = []
  /// Peak resident memory of dftrace, in bytes.
  public var peakMemory: Int64
  /// The inventory of the run, as far as observed.
  public var inventory: Inventory
  /// The blind spots.
  public var blindSpots: [BlindSpot]

  /// Creates a summary.
  public init(
    command: [String], outcome: CommandOutcome, policy: String, app: String, component: String?,
    duration: Int64, processes: Int, events: [(name: String, count: Int)],
    alerts: [Priority: Int], suppressed: Int, overflow: Int, threshold: FailThreshold,
    failedBy: [String], exitStatus: Int32?, peakMemory: Int64, inventory: Inventory,
    blindSpots: [BlindSpot]
  ) {
    self.command = command
    self.outcome = outcome
    self.policy = policy
    self.app = app
    self.component = component
    self.duration = duration
    self.processes = processes
    self.events = events
    self.alerts = alerts
    self.suppressed = suppressed
    self.overflow = overflow
    self.threshold = threshold
    self.failedBy = failedBy
    self.exitStatus = exitStatus
    self.peakMemory = peakMemory
    self.inventory = inventory
    self.blindSpots = blindSpots
  }

  /// Compares all members that a report shows.
  public static func == (a: Summary, b: Summary) -> Bool {
    a.command == b.command && a.outcome == b.outcome && a.policy == b.policy && a.app == b.app
      && a.component == b.component && a.duration == b.duration && a.processes == b.processes
      && a.events.elementsEqual(b.events, by: ==) && a.alerts == b.alerts
      && a.suppressed == b.suppressed && a.overflow == b.overflow && a.threshold == b.threshold
      && a.failedBy == b.failedBy && a.exitStatus == b.exitStatus && a.peakMemory == b.peakMemory
      && a.inventory == b.inventory && a.blindSpots == b.blindSpots
      && a.traceMode == b.traceMode && a.statistics == b.statistics
      && a.unusedExceptions == b.unusedExceptions && a.baseline == b.baseline
      && a.interruption == b.interruption
      && a.processTree == b.processTree
  }
}

/// The final count of one alert.
public struct AlertTotal: Equatable, Sendable {
  /// The alert's fingerprint.
  public let fingerprint: String
  /// The alert's id.
  public let id: String
  /// Number of occurrences.
  public let count: Int

  /// Creates a total.
  public init(fingerprint: String, id: String, count: Int) {
    self.fingerprint = fingerprint
    self.id = id
    self.count = count
  }
}
