public import Events
public import Rules
public import Text

/// A condition that excuses an alert, and why.
public struct PolicyException: Equatable, Sendable {
  /// The condition.
  public let when: SourceText
  /// Why the behaviour is accepted.
  public let reason: String
  /// The last day on which it holds; nil for ever.
  public let expires: CalendarDate?
  /// Who answers for it.
  public let owner: String?
  /// Whether its last day has passed, so that it excuses nothing any more.
  public let isExpired: Bool
}

/// One alert as a policy in force has it.
public struct ResolvedAlert: Sendable {
  /// The names of the policies that the settings come from.
  public struct Origins: Equatable, Sendable {
    /// Which policy enabled or disabled it.
    public internal(set) var enabled: String
    /// Which policy set the priority.
    public internal(set) var priority: String
    /// Which policy set each criterion; those not named have the catalogue's default.
    public internal(set) var criteria: [String: String]
  }

  /// What the alert is.
  public let definition: AlertDefinition
  /// Whether it is a policy's own and not of the catalogue.
  public let isCustom: Bool
  /// Whether it can be raised.
  public internal(set) var isEnabled: Bool
  /// How urgent it is.
  public internal(set) var priority: Priority
  /// The values in force of all criteria.
  public internal(set) var criteria: [String: CriterionValue]
  /// All exceptions, expired ones included.
  public internal(set) var exceptions: [PolicyException]
  /// Which policies the settings come from.
  public internal(set) var origins: Origins

  /// The exceptions that hold today, in the order in which the compiled rule has them.
  public var activeExceptions: [PolicyException] { exceptions.filter { !$0.isExpired } }

  /// The exceptions whose last day has passed, in the order in which ``expiredRuleText`` has them.
  public var expiredExceptions: [PolicyException] { exceptions.filter(\.isExpired) }

  /// The rule with the exceptions that have expired in place of those that hold, so that it can be
  /// said when one would have excused; nil when there are none.
  var expiredRuleText: RuleText? {
    guard !expiredExceptions.isEmpty else { return nil }
    return RuleText(
      id: definition.id, condition: definition.condition, criteria: criteria,
      exceptions: expiredExceptions.map(\.when.text))
  }

  /// The rule's texts, for the compiler.
  public var ruleText: RuleText {
    RuleText(
      id: definition.id, condition: definition.condition, criteria: criteria,
      exceptions: activeExceptions.map(\.when.text))
  }
}

/// A policy with all that it inherits.
public struct ResolvedPolicy: Sendable {
  /// Its name.
  public let name: String
  /// What it is for.
  public let description: String
  /// `built-in`, or the file that it comes from.
  public let origin: String
  /// The names of the policies that it inherits from, the nearest first.
  public let parents: [String]
  /// From which priority on alerts change the exit status.
  public let failOn: FailThreshold
  /// Whether programs may use io_uring.
  public let ioUring: IoUringRule
  /// Which policy set ``failOn``.
  public let failOnOrigin: String
  /// All alerts, disabled ones included: the catalogue's in its order, then custom ones.
  public let allAlerts: [ResolvedAlert]
  /// The compiled rules of ``alerts``, by the same index.
  public let program: RuleProgram

  /// The rules of those of ``alerts`` that have expired exceptions, in their order, with these
  /// exceptions; nil when there are none.
  public let expiredProgram: RuleProgram?

  /// The alerts that are enabled.
  public var alerts: [ResolvedAlert] { allAlerts.filter(\.isEnabled) }
}
