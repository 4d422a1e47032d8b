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

  /// Drafts the alert of a rule that has matched, without its facts.
  ///
  /// - Parameters:
  ///   - index: the rule's index.
  ///   - endpoint: the index of the endpoint that it matched.
  func draft<Subject: AlertSubject>(
    _ index: Int, _ endpoint: Int, _ subject: inout Subject, _ evaluator: inout RuleEvaluator
  ) -> AlertDraft {
    let rule = configuration.rules[index]
    var outcome = subject.outcome
    if outcome != .done, evaluator.asksForResult(rule: index, &subject) { outcome = .done }
    // In learning mode, each behaviour that needs its own exception is an alert of its own.
    let behaviour = configuration.isLearning ? exception(rule, &subject)?.condition : nil
    let known = fingerprint.of(
      id: rule.id, exe: subject.executable, object: evaluator.render(rule.object, &subject),
      outcome: outcome, behaviour: behaviour)
    return AlertDraft(
      known: known, rule: index, suppression: evaluator.suppression(rule: index, &subject),
      // Nothing was there to be read, so nothing happened yet.
      priority: outcome == .absent ? .p4 : rule.priority,
      isAccepted: configuration.baseline.contains(known), endpoint: endpoint)
  }

  /// The alert of a draft.
  func alert<Subject: AlertSubject>(
    _ draft: AlertDraft, _ subject: inout Subject, _ evaluator: inout RuleEvaluator
  ) -> Alert {
    let rule = configuration.rules[draft.rule]
    var evidence = subject.evidence()
    // Only alerts about processes need the target process of a syscall.
    if rule.category != .process { evidence.removeAll { $0.name == "target" } }
    if draft.suppression == nil, let note = expiredException(rule, &subject) {
      evidence.append(note)
    }
    let event = subject.alertEvent()
    var alert = Alert(
      id: rule.id, priority: draft.priority, category: rule.category, title: rule.title,
      message: message(rule, draft.known.outcome, event, &subject, &evaluator),
      time: subject.time, count: 1, fingerprint: draft.known.fingerprint,
      isNew: !draft.isAccepted,
      suppression: draft.suppression.map {
        rule.exceptions.indices.contains($0) ? rule.exceptions[$0].reason : ""
      },
      policy: configuration.policy, app: configuration.app, component: configuration.component,
      process: subject.alertProcess(), event: event, evidence: evidence,
      why: evaluator.reasons(rule: draft.rule, &subject), tags: rule.tags, remedy: rule.remedy)
    alert.object = evaluator.render(rule.object, &subject)
    alert.outcome = draft.known.outcome
    alert.known = draft.known
    if draft.suppression == nil { alert.exception = exception(rule, &subject) }
    return alert
  }

  /// The rule's sentence, or one that speaks of an attempt.
  private func message<Subject: AlertSubject>(
    _ rule: AlertRule, _ outcome: Outcome, _ event: AlertEvent, _ subject: inout Subject,
    _ evaluator: inout RuleEvaluator
  ) -> String {
    let message = evaluator.render(rule.message, &subject)
    guard outcome != .done else { return message }
    let result = outcome == .absent ? "nothing there" : "refused"
    let reason = event.errno.map { "\(result): \($0)" } ?? result
    guard subject.eventType.isOpen else { return "\(message) (\(reason))" }
    return evaluator.render(Self.attempt, &subject) + " (\(reason))"
  }

  private static let attempt = MessageTemplate(
    parts: [.field(FieldKey(.procProgram)), .text(" tried to open "), .field(FieldKey(.fdName))])

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
