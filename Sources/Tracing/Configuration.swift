public import Events
public import Geography
public import Rules
public import Syscalls

/// What an alert's rule says when it matches; the tracer's view of a policy's entry.
public struct AlertKind: Sendable {
  /// The alert's id.
  public let id: String
  /// How urgent it is under the policy.
  public let priority: Priority
  /// What kind of insight it belongs to.
  public let category: Category
  /// The alert's title.
  public let title: String
  /// The sentence with this occurrence's facts.
  public let message: MessageTemplate
  /// What the fingerprint names.
  public let object: MessageTemplate
  /// Ids that others know the behaviour by.
  public let tags: AlertTags
  /// What to do about it.
  public let remedy: String
  /// Which kind of credentials the alert is about, if any.
  public let credential: String?
  /// The exceptions, in the order in which the rule has them.
  public let exceptions: [ExceptionFacts]
  /// Its rule among ``TraceConfiguration/expiredExceptions``; nil when it has no expired one.
  public let expiredRule: Int?
  /// The exceptions that have expired, in the order in which that rule has them.
  public let expired: [ExceptionFacts]

  /// Gathers what an alert says.
  public init(
    id: String, priority: Priority, category: Category, title: String, message: MessageTemplate,
    object: MessageTemplate, tags: AlertTags, remedy: String, exceptions: [ExceptionFacts] = [],
    expiredRule: Int? = nil, expired: [ExceptionFacts] = [], credential: String? = nil
  ) {
    self.credential = credential
    self.id = id
    self.priority = priority
    self.category = category
    self.title = title
    self.message = message
    self.object = object
    self.tags = tags
    self.remedy = remedy
    self.exceptions = exceptions
    self.expiredRule = expiredRule
    self.expired = expired
  }
}

/// What a run is judged by.
public struct TraceConfiguration: Sendable {
  /// The compiled rules.
  public let program: RuleProgram
  /// What each rule says, by the rule's index.
  public let kinds: [AlertKind]
  /// The name of the policy in force.
  public let policy: String
  /// The application's name.
  public let app: String
  /// The component's name, when one was given.
  public let component: String?
  /// The project's directory; nil when the run has none of its own.
  public let workspace: [UInt8]?
  /// Where addresses get their country from.
  public let countries: any CountrySource
  /// How many distinct alerts are kept; the rest is counted.
  public let alertLimit: Int
  /// Whether the kernel refuses io_uring to the run.
  public var deniesIoUring = false
  /// Where the files that tell of the machine are looked for: empty but in tests.
  public let nodeRoot: String
  /// The calls that a recording is to hold whatever the rules ask, wherever a rule could.
  public let recordedCalls: Set<EventType>
  /// Rules with the exceptions that have expired; they decide nothing, and are only looked at to
  /// say so. Nil when there are none.
  public var expiredExceptions: RuleProgram?
  /// The last day of the exceptions that alerts suggest, as `YYYY-MM-DD`.
  public var suggestedExpiry: String?
  /// Whether the run's processes are kept for a picture of it.
  public var keepsProcesses = false
  /// Whether the command's standard output goes where its standard error goes, since dftrace's own
  /// has another use.
  public var joinsOutput = false
  /// What is accepted because it was there before: such alerts are raised, but don't count.
  public var baseline: [KnownAlert] = []

  /// The fingerprints of ``baseline``.
  var baselineFingerprints: Set<String> { Set(baseline.map(\.fingerprint)) }

  /// Whether the exceptions that alerts suggest have to be true of other runs too, so that what each
  /// run names anew is written as a pattern.
  public var isLearning = false

  /// The calls that a recording made under the configuration holds all of, sorted by name.
  public var recordedNames: [String] {
    FilterAssembly(program, recording: recordedCalls).plan.needs
      .filter { $0.value == .always }.map(\.key.name).sorted()
  }

  /// Gathers what a run is judged by.
  public init(
    program: RuleProgram, kinds: [AlertKind], policy: String, app: String, component: String?,
    workspace: [UInt8]?, countries: any CountrySource = CountryTable.builtIn,
    alertLimit: Int = 10_000,
    recordedCalls: Set<EventType> = [], nodeRoot: String = ""
  ) {
    self.nodeRoot = nodeRoot
    self.program = program
    self.kinds = kinds
    self.policy = policy
    self.app = app
    self.component = component
    self.workspace = workspace
    self.countries = countries
    self.alertLimit = alertLimit
    self.recordedCalls = recordedCalls
  }
}

/// What a run has come to.
public struct TraceResult: Sendable {
  /// How the command ended.
  public let outcome: CommandOutcome
  /// Nanoseconds.
  public let duration: Int64
  /// How many processes the run had.
  public let processes: Int
  /// Events by the name of their call, sorted by name.
  public let events: [(name: String, count: Int)]
  /// What the alerts come to.
  public let alerts: AlertCounts
  /// How calls were observed.
  public let observation: Observation
  /// What each kind of event has cost; empty unless asked for.
  public let statistics: [EventStatistics]
  /// What the run did, as far as it could be seen.
  public let inventory: Inventory
  /// What could not be seen.
  public let blindSpots: [BlindSpot]
  /// The processes, if they were to be kept.
  public var processTree: [RunProcess] = []

  /// Gathers what a run has come to.
  public init(
    outcome: CommandOutcome, duration: Int64, processes: Int,
    events: [(name: String, count: Int)], alerts: AlertCounts,
    observation: Observation = .stops, statistics: [EventStatistics] = [],
    inventory: Inventory, blindSpots: [BlindSpot]
  ) {
    self.outcome = outcome
    self.duration = duration
    self.processes = processes
    self.events = events
    self.alerts = alerts
    self.observation = observation
    self.statistics = statistics
    self.inventory = inventory
    self.blindSpots = blindSpots
  }
}

/// Why a run could not be.
public enum TraceError: Error, Equatable, Sendable {
  /// A step of the launch failed; the words say which, the name is the kernel's error.
  case launch(step: String, errno: String, isNotFound: Bool, isExecution: Bool)
  /// The filter could not be built.
  case filter(String)
  /// Waiting for the traced threads failed.
  case wait(String)
}
