/// An exception of a policy, as shown in alerts and summaries.
public struct ExceptionFacts: Equatable, Sendable {
  /// The id of the alert that it suppresses.
  public var alert: String
  /// The condition.
  public var condition: String
  /// Why the behaviour is allowed.
  public var reason: String
  /// The last day on which it applies, `YYYY-MM-DD`; nil for no expiry.
  public var expires: String?
  /// The owner.
  public var owner: String?

  /// Creates an exception.
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
