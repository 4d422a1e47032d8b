/// An exception of a policy as alerts and summaries tell of it.
public struct ExceptionFacts: Equatable, Sendable {
  /// The alert that it excuses.
  public var alert: String
  /// When it does, in the condition language.
  public var condition: String
  /// Why the behaviour is accepted.
  public var reason: String
  /// The last day on which it excuses, as `YYYY-MM-DD`; nil for ever.
  public var expires: String?
  /// Who answers for it.
  public var owner: String?

  /// Describes an exception.
  public init(
    alert: String, condition: String, reason: String, expires: String? = nil, owner: String? = nil
  ) {
    self.alert = alert
    self.condition = condition
    self.reason = reason
    self.expires = expires
    self.owner = owner
  }
}
