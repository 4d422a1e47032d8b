internal import Events
internal import Rules

/// Writes alerts: collects the process, the event and the reasons while the caller is stopped.
///
/// Only matches cost this time; ordinary syscalls do not.
struct AlertWriter {
  let configuration: DetectionConfiguration
  private let fingerprint: Fingerprint

  init(_ configuration: DetectionConfiguration) {
    self.configuration = configuration
    fingerprint = Fingerprint(workspace: configuration.workspace)
  }

  /// Drafts the alert of a rule that has matched.
  ///
  /// - Parameters:
  ///   - index: the rule's index.
  ///   - isKnown: whether an alert with a fingerprint was emitted before, suppressed or not.
  func draft<Subject: AlertSubject>(
    _ index: Int, _ subject: inout Subject, _ evaluator: inout RuleEvaluator,
    isKnown: (String, _ isSuppressed: Bool) -> Bool
  ) -> AlertDraft {
    let rule = configuration.rules[index]
    let suppression = evaluator.suppression(rule: index, &subject)
    let object = evaluator.render(rule.object, &subject)
    let learned = configuration.isLearning ? exception(rule, &subject)?.condition : nil
    // In learning mode, each behaviour that needs its own exception is an alert of its own.
    let name = fingerprint.of(id: rule.id, exe: subject.executable, object: learned ?? object)
    guard !isKnown(name, suppression != nil) else {
      return .again(fingerprint: name, rule: index, suppression: suppression)
    }
    var evidence = subject.evidence()
    // Only alerts about processes need the target process of a syscall.
    if rule.category != .process { evidence.removeAll { $0.name == "target" } }
    if suppression == nil, let note = expiredException(rule, &subject) { evidence.append(note) }
    let known = KnownAlert(
      fingerprint: name, id: rule.id, program: fingerprint.normalized(subject.executable),
      object: fingerprint.normalized(object))
    var alert = Alert(
      id: rule.id, priority: rule.priority, category: rule.category, title: rule.title,
      message: evaluator.render(rule.message, &subject), time: subject.time, count: 1,
      fingerprint: name, isNew: !configuration.baseline.contains(known),
      suppression: suppression.map {
        rule.exceptions.indices.contains($0) ? rule.exceptions[$0].reason : ""
      },
      policy: configuration.policy, app: configuration.app, component: configuration.component,
      process: subject.alertProcess(), event: subject.alertEvent(), evidence: evidence,
      why: evaluator.reasons(rule: index, &subject), tags: rule.tags, remedy: rule.remedy)
    alert.object = object
    alert.known = known
    if suppression == nil { alert.exception = exception(rule, &subject) }
    return .first(alert, rule: index, suppression: suppression)
  }

  /// Notes an expired exception that would have suppressed the alert.
  private func expiredException<Subject: AlertSubject>(
    _ rule: AlertRule, _ subject: inout Subject
  ) -> NamedValue? {
    guard let program = configuration.expiredExceptions, let expired = rule.expiredRule else {
      return nil
    }
    // A new evaluator is acceptable, since first occurrences with an expired exception are rare.
    var evaluator = RuleEvaluator(program)
    evaluator.run(&subject)
    guard let index = evaluator.suppression(rule: expired, &subject),
      rule.expired.indices.contains(index)
    else { return nil }
    let exception = rule.expired[index]
    let owner = exception.owner.map { " (\($0))" } ?? ""
    let day = exception.expires ?? "?"
    return NamedValue("note", .text("exception expired on \(day): \(exception.reason)\(owner)"))
  }

  /// The narrowest exception that would suppress the alert.
  private func exception<Subject: AlertSubject>(
    _ rule: AlertRule, _ subject: inout Subject
  ) -> ExceptionFacts? {
    var program = FieldKey(.procProgram)
    let patterns =
      configuration.isLearning ? PathPattern(workspace: configuration.workspace) : nil
    // A temporary program has a different name in each run.
    if let patterns, patterns.isTemporary(subject.executable) { program = FieldKey(.procExepath) }
    return ExactCondition.text(of: [program] + rule.object.keys, &subject, patterns: patterns).map {
      ExceptionFacts(
        alert: rule.id, condition: $0, reason: "WHY", expires: configuration.suggestedExpiry)
    }
  }
}
