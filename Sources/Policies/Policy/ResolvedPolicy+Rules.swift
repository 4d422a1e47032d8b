public import Detection
public import Rules
internal import Events
internal import Text

extension ResolvedPolicy {
  /// The alerts of the rules in ``program``, by rule index.
  ///
  /// - Throws: the mistake in the message or the object of an alert.
  public func alertRules() throws(ConditionProblem) -> [AlertRule] {
    var rules: [AlertRule] = []
    var expiredRules = 0
    for alert in alerts {
      let hasExpired = !alert.expiredExceptions.isEmpty
      rules.append(try Self.rule(of: alert, expiredRule: hasExpired ? expiredRules : nil))
      if hasExpired { expiredRules += 1 }
    }
    return rules
  }

  private static func rule(
    of alert: ResolvedAlert, expiredRule: Int?
  ) throws(ConditionProblem) -> AlertRule {
    let definition = alert.definition
    func facts(_ exception: PolicyException) -> ExceptionFacts {
      ExceptionFacts(
        alert: definition.id, condition: exception.when.text, reason: exception.reason,
        expires: exception.expires?.description, owner: exception.owner)
    }
    return AlertRule(
      id: definition.id, priority: alert.priority, category: definition.category,
      title: definition.title, message: try MessageTemplate(definition.message),
      object: try MessageTemplate(definition.object), tags: definition.tags,
      remedy: definition.remedy, exceptions: alert.activeExceptions.map(facts),
      expiredRule: expiredRule, expired: alert.expiredExceptions.map(facts),
      credential: definition.credential)
  }
}
