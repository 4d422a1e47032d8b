public import Events
public import Rules

/// The alert of a policy's rule.
public struct AlertRule: Sendable {
  /// The alert's id.
  public let id: String
  /// The alert's priority under the policy.
  public let priority: Priority
  /// The alert's category.
  public let category: Category
  /// The alert's title.
  public let title: String
  /// The template of the message about one occurrence.
  public let message: MessageTemplate
  /// The template of the fingerprint's object.
  public let object: MessageTemplate
  /// Ids of the behaviour in other catalogues.
  public let tags: AlertTags
  /// How to fix the cause.
  public let remedy: String
  /// The kind of credentials of the alert, if any.
  public let credential: String?
  /// The exceptions, in the order of the rule.
  public let exceptions: [ExceptionFacts]
  /// The index of its rule in ``DetectionConfiguration/expiredExceptions``; nil without expired
  /// exceptions.
  public let expiredRule: Int?
  /// The expired exceptions, in the order of that rule.
  public let expired: [ExceptionFacts]

  /// Creates the alert of a rule.
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

/// The configuration of the detection.
public struct DetectionConfiguration: Sendable {
  /// The compiled rules.
  public let program: RuleProgram
  /// The alert of each rule, by the rule's index.
  public let rules: [AlertRule]
  /// The name of the policy in force.
  public let policy: String
  /// The application's name.
  public let app: String
  /// The component's name, if given.
  public let component: String?
  /// The project's directory; nil outside a project.
  public let workspace: [UInt8]?
  /// The capacity of distinct alerts; further ones are only counted.
  public let alertLimit: Int
  /// Rules with the expired exceptions; nil without any. They suppress nothing, but alerts mention
  /// them.
  public var expiredExceptions: RuleProgram?
  /// The last day of the exceptions that alerts suggest, as `YYYY-MM-DD`.
  public var suggestedExpiry: String?
  /// The baseline: its alerts are raised, but do not count.
  public var baseline = AcceptedAlerts()
  /// Whether suggested exceptions must match in other runs too, with patterns for names that
  /// change.
  public var isLearning = false

  /// Creates the configuration of the detection.
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
