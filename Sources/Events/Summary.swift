/// How the traced command, or dftrace for it, ended.
public enum CommandOutcome: Equatable, Sendable {
  /// It called exit with this status, 0 to 255.
  case exited(Int32)
  /// A signal ended it.
  case signaled(number: Int32, name: String)
}

/// Why dftrace ended a run before the command did.
public enum RunInterruption: Equatable, Sendable {
  /// It took longer than it may, in nanoseconds.
  case timeout(nanoseconds: Int64)
  /// An alert reached the threshold, and the first was to end it.
  case failFast
}

/// Something that dftrace knows that it could not see.
public struct BlindSpot: Equatable, Sendable {
  /// A stable name, such as `io-uring`.
  public let id: String
  /// One sentence for a person: what could not be seen and why.
  public let message: String
  /// How often it occurred.
  public var count: Int

  /// Names a blind spot that occurred once.
  public init(id: String, message: String, count: Int = 1) {
    self.id = id
    self.message = message
    self.count = count
  }
}

/// One thing of the run's inventory and how often it was seen.
public struct InventoryItem: Equatable, Sendable {
  /// A path, or an endpoint's text.
  public let name: String
  /// The two-letter country of a destination, when known.
  public let country: String?
  /// The names that DNS answers of the run gave for the address of a destination.
  public let hosts: [String]
  /// How often it was seen.
  public let count: Int

  /// Counts a thing.
  public init(name: String, country: String? = nil, hosts: [String] = [], count: Int) {
    self.name = name
    self.country = country
    self.hosts = hosts
    self.count = count
  }
}

/// What the run did, counted, bounded and sorted, as far as the policy's filter let it be seen.
public struct Inventory: Equatable, Sendable {
  /// Executables that were run.
  public var programs: [InventoryItem] = []
  /// Endpoints that were contacted.
  public var destinations: [InventoryItem] = []
  /// Endpoints that were listened on.
  public var listeners: [InventoryItem] = []
  /// Files whose code was mapped.
  public var libraries: [InventoryItem] = []
  /// Directories in which files were opened for writing.
  public var directoriesWritten: [InventoryItem] = []
  /// How many distinct things were left out because the lists are bounded.
  public var omitted: Int = 0
  /// The lists that the policy in force did not ask the kernel for, so that they are absent.
  public var notCovered: [String] = []

  /// An empty inventory.
  public init() {}
}

/// What looking at one kind of event has come to.
public struct EventStatistics: Equatable, Sendable {
  /// The call's name, or what else a thread was met for, in parentheses.
  public let name: String
  /// How often it was announced by a notification.
  public var notified = 0
  /// How often a thread stopped for it: at its entry, after it, or both.
  public var stopped = 0
  /// How often a rule was true of it.
  public var matched = 0
  /// How long its threads were held while dftrace looked at it, in nanoseconds in all. To wake up
  /// for it and to let the thread go on take time besides.
  public var nanoseconds: Int64 = 0

  /// A kind of event that has not been met.
  public init(name: String) { self.name = name }
}

/// The end of a run: what was run, what was seen, and why the exit status is what it is.
public struct Summary: Equatable, Sendable {
  /// The command and its arguments.
  public var command: [String]
  /// How the command ended.
  public var outcome: CommandOutcome
  /// The name of the policy in force.
  public var policy: String
  /// The application's name.
  public var app: String
  /// The component's name, when one was given.
  public var component: String?
  /// Nanoseconds from the launch to the last process's end.
  public var duration: Int64
  /// Processes that the run had.
  public var processes: Int
  /// Events by the name of their call, sorted by name.
  public var events: [(name: String, count: Int)]
  /// Distinct alerts that count, by priority; neither suppressed ones nor those of the baseline are
  /// among them.
  public var alerts: [Priority: Int]
  /// Distinct alerts that an exception excused.
  public var suppressed: Int
  /// Distinct alerts beyond the bound that are counted but not shown.
  public var overflow: Int
  /// From which priority on alerts change the exit status.
  public var threshold: FailThreshold
  /// The ids of the alerts that reached the threshold, the most urgent first, each once.
  public var failedBy: [String]
  /// The status that dftrace exits with; nil when it dies by the command's signal.
  public var exitStatus: Int32?
  /// How calls were observed: `notify-synchronous`, `notify`, `notify-interruptible` or `stop`; nil
  /// for a recording, which may have been made anyhow.
  public var traceMode: String?
  /// What each kind of event has cost; empty unless asked for.
  public var statistics: [EventStatistics] = []
  /// The exceptions in force that excused nothing.
  public var unusedExceptions: [ExceptionFacts] = []
  /// Why the run was ended before the command did; nil when it was not.
  public var interruption: RunInterruption?
  /// What the run has of its baseline; nil when it has none.
  public var baseline: BaselineComparison?
  /// The processes in the order of their beginning, each after the one that made it; bounded, and
  /// empty unless an output asks for them.
  public var processTree: [RunProcess] = []
  /// The largest resident size of dftrace itself, in bytes.
  public var peakMemory: Int64
  /// What the run did, as far as it could be seen.
  public var inventory: Inventory
  /// What could not be seen.
  public var blindSpots: [BlindSpot]

  /// Gathers a summary.
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

  /// Compares all that a report shows.
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

/// The final count of one alert, given before the summary.
public struct AlertTotal: Equatable, Sendable {
  /// The alert's fingerprint.
  public let fingerprint: String
  /// The alert's id.
  public let id: String
  /// How often it was raised.
  public let count: Int

  /// Counts an alert.
  public init(fingerprint: String, id: String, count: Int) {
    self.fingerprint = fingerprint
    self.id = id
    self.count = count
  }
}
