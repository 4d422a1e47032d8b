public import Events
public import Rules
public import Text

/// An exception: a condition that suppresses an alert, and the reason.
public struct PolicyException: Equatable, Sendable {
  /// The condition.
  public let when: SourceText
  /// Why the behaviour is allowed.
  public let reason: String
  /// The last day on which it applies; nil for no expiry.
  public let expires: CalendarDate?
  /// The owner.
  public let owner: String?
  /// Whether it has expired, so that it suppresses nothing.
  public let isExpired: Bool
}

/// An alert with its resolved settings.
public struct ResolvedAlert: Sendable {
  /// The names of the policies that set each value.
  public struct Origins: Equatable, Sendable {
    /// The policy that enabled or disabled it.
    public internal(set) var enabled: String
    /// The policy that set the priority.
    public internal(set) var priority: String
    /// The policy that set each criterion; others have the catalogue's default.
    public internal(set) var criteria: [String: String]
  }

  /// The definition.
  public let definition: AlertDefinition
  /// Whether it is a custom alert.
  public let isCustom: Bool
  /// Whether it is enabled.
  public internal(set) var isEnabled: Bool
  /// The priority.
  public internal(set) var priority: Priority
  /// The resolved values of all criteria.
  public internal(set) var criteria: [String: CriterionValue]
  /// All exceptions, expired ones included.
  public internal(set) var exceptions: [PolicyException]
  /// The origins of the settings.
  public internal(set) var origins: Origins

  /// The active exceptions, in the order of the compiled rule.
  public var activeExceptions: [PolicyException] { exceptions.filter { !$0.isExpired } }

  /// The expired exceptions, in the order of ``expiredRuleText``.
  public var expiredExceptions: [PolicyException] { exceptions.filter(\.isExpired) }

  /// The rule with the expired exceptions instead of the active ones, to report when one would have
  /// suppressed an alert; nil without expired exceptions.
  var expiredRuleText: RuleText? {
    guard !expiredExceptions.isEmpty else { return nil }
    return RuleText(
      id: definition.id, condition: definition.condition, criteria: criteria,
      exceptions: expiredExceptions.map(\.when.text))
  }

  /// The source texts of the rule.
  public var ruleText: RuleText {
    RuleText(
      id: definition.id, condition: definition.condition, criteria: criteria,
      exceptions: activeExceptions.map(\.when.text))
  }
}

/// A policy with all inherited settings.
public struct ResolvedPolicy: Sendable {
  /// Its name.
  public let name: String
  /// The description.
  public let description: String
  /// `built-in`, or the policy's file.
  public let origin: String
  /// The names of its parents, the nearest first.
  public let parents: [String]
  /// Lowest priority that fails a run.
  public let failOn: FailThreshold
  /// Whether programs may use io_uring.
  public let ioUring: IoUringRule
  /// The policy that set ``failOn``.
  public let failOnOrigin: String
  /// All alerts, disabled ones included: the catalogue's in its order, then custom ones.
  public let allAlerts: [ResolvedAlert]
  /// The compiled rules of ``alerts``, by the same index.
  public let program: RuleProgram

  /// The rules of those ``alerts`` with expired exceptions, with these exceptions, in order; nil
  /// when no alert has any.
  public let expiredProgram: RuleProgram?

  /// The enabled alerts.
  public var alerts: [ResolvedAlert] { allAlerts.filter(\.isEnabled) }
}
