public import Events
public import Rules

/// What an alert of a policy says when its rule matches.
public struct AlertRule: Sendable {
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
  /// Its rule among ``DetectionConfiguration/expiredExceptions``; nil when it has no expired one.
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

/// What the events of a run are evaluated by.
public struct DetectionConfiguration: Sendable {
  /// The compiled rules.
  public let program: RuleProgram
  /// What each rule says, by the rule's index.
  public let rules: [AlertRule]
  /// The name of the policy in force.
  public let policy: String
  /// The application's name.
  public let app: String
  /// The component's name, when one was given.
  public let component: String?
  /// The project's directory; nil when the run has none of its own.
  public let workspace: [UInt8]?
  /// How many distinct alerts are kept; the others are counted.
  public let alertLimit: Int
  /// Rules with the exceptions that have expired; they decide nothing and are evaluated to say so. Nil
  /// when there are none.
  public var expiredExceptions: RuleProgram?
  /// The last day of the exceptions that alerts suggest, as `YYYY-MM-DD`.
  public var suggestedExpiry: String?
  /// What is accepted because it was there before: such alerts are raised, but do not count.
  public var baseline = AcceptedAlerts()
  /// Whether the exceptions that alerts suggest have to hold in other runs too, so that names that
  /// change from run to run are written as patterns.
  public var isLearning = false

  /// Gathers what events are evaluated by.
  public init(
    program: RuleProgram, rules: [AlertRule], policy: String, app: String, component: String?,
    workspace: [UInt8]?, alertLimit: Int = 10_000
  ) {
    self.program = program
    self.rules = rules
    self.policy = policy
    self.app = app
    self.component = component
    self.workspace = workspace
    self.alertLimit = alertLimit
  }
}
