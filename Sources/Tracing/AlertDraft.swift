internal import Events
internal import Rules

/// An alert on its way: decided, but perhaps waiting for the call to return.
enum AlertDraft {
  /// One that has been shown before: only its count changes.
  case again(fingerprint: String, rule: Int, excuse: Int?)
  case first(Alert, rule: Int, excuse: Int?)

  /// The rule that matched.
  var rule: Int {
    switch self {
    case .again(_, let rule, _), .first(_, let rule, _): rule
    }
  }
}

/// An event that alerts can be written about: one that is happening, or one that was recorded.
protocol AlertSubject: FieldSource {
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  var time: Int64 { get }
  /// What the process runs.
  var executable: String { get }
  /// Who did it.
  mutating func alertProcess() -> AlertProcess
  /// What was done, as far as is known.
  mutating func alertEvent() -> AlertEvent
  /// Facts that are not arguments of the call.
  mutating func evidence() -> [NamedValue]
}

/// Writes alerts: gathers what is said of the process, the event and the reasons, while the
/// caller is held. Only ever done for a match, so that ordinary calls pay nothing for it.
struct AlertDrafting {
  let configuration: TraceConfiguration
  private let fingerprint: Fingerprint
  private let baseline: Set<String>

  init(_ configuration: TraceConfiguration) {
    self.configuration = configuration
    fingerprint = Fingerprint(workspace: configuration.workspace)
    baseline = configuration.baselineFingerprints
  }

  /// Drafts the alert of a rule that has matched.
  ///
  /// - Parameter isKnown: whether a fingerprint has been shown before, excused or not.
  func draft<Subject: AlertSubject>(
    rule: Int, _ subject: inout Subject, _ evaluation: inout Evaluation,
    isKnown: (String, _ isExcused: Bool) -> Bool
  ) -> AlertDraft {
    let kind = configuration.kinds[rule]
    let excuse = evaluation.excuse(rule: rule, &subject)
    let object = evaluation.render(kind.object, &subject)
    let learnt = configuration.isLearning ? exception(kind, &subject)?.condition : nil
    // What needs an exception of its own is an alert of its own when these are learnt.
    let name = fingerprint.of(id: kind.id, exe: subject.executable, object: learnt ?? object)
    guard !isKnown(name, excuse != nil) else {
      return .again(fingerprint: name, rule: rule, excuse: excuse)
    }
    var evidence = subject.evidence()
    // Who else a call is about says something only of what is done to processes.
    if kind.category != .process { evidence.removeAll { $0.name == "target" } }
    if excuse == nil, let note = expiredException(kind, &subject) { evidence.append(note) }
    var alert = Alert(
      id: kind.id, priority: kind.priority, category: kind.category, title: kind.title,
      message: evaluation.render(kind.message, &subject), time: subject.time, count: 1,
      fingerprint: name, isNew: !baseline.contains(name),
      suppression: excuse.map {
        kind.exceptions.indices.contains($0) ? kind.exceptions[$0].reason : ""
      },
      policy: configuration.policy, app: configuration.app, component: configuration.component,
      process: subject.alertProcess(), event: subject.alertEvent(), evidence: evidence,
      why: evaluation.reasons(rule: rule, &subject), tags: kind.tags, remedy: kind.remedy)
    alert.object = object
    alert.known = KnownAlert(
      fingerprint: name, id: kind.id, program: fingerprint.normalized(subject.executable),
      object: fingerprint.normalized(object))
    if excuse == nil { alert.exception = exception(kind, &subject) }
    return .first(alert, rule: rule, excuse: excuse)
  }

  /// Says that an exception would have excused the alert if it had not expired.
  private func expiredException<Subject: AlertSubject>(
    _ kind: AlertKind, _ subject: inout Subject
  ) -> NamedValue? {
    guard let program = configuration.expiredExceptions, let rule = kind.expiredRule else {
      return nil
    }
    // An alert's first sight is rare, and one with an expired exception rarer.
    var evaluation = Evaluation(program)
    evaluation.run(&subject)
    guard let index = evaluation.excuse(rule: rule, &subject), kind.expired.indices.contains(index)
    else { return nil }
    let exception = kind.expired[index]
    let owner = exception.owner.map { " (\($0))" } ?? ""
    let day = exception.expires ?? "?"
    return NamedValue("note", .text("exception expired on \(day): \(exception.reason)\(owner)"))
  }

  /// The exception that would excuse what the alert is about, and nothing else.
  private func exception<Subject: AlertSubject>(
    _ kind: AlertKind, _ subject: inout Subject
  ) -> ExceptionFacts? {
    var program = FieldKey(.procProgram)
    let patterns =
      configuration.isLearning ? PathPattern(workspace: configuration.workspace) : nil
    // A temporary program has another name in each run.
    if let patterns, patterns.isTemporary(subject.executable) { program = FieldKey(.procExepath) }
    return ExactCondition.text(of: [program] + kind.object.keys, &subject, patterns: patterns).map {
      ExceptionFacts(
        alert: kind.id, condition: $0, reason: "WHY", expires: configuration.suggestedExpiry)
    }
  }
}

extension Alert {
  /// How long the texts are that the program has a say in, in bytes.
  var size: Int {
    func size(_ texts: some Sequence<String>) -> Int {
      // A text takes as much again to be in a list.
      texts.reduce(0) { $0 + $1.utf8.count + 16 }
    }
    let named = (event.arguments + evidence).map(\.value.plainText)
    return size([message, object, process.exe, process.cwd])
      + size(process.argv) + size(process.ancestors.map(\.exe)) + size(named)
      + size(why.map(\.check)) + size(why.map(\.value))
  }
}
