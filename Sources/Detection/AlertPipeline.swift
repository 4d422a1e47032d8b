public import Events
internal import Rules
public import Syscalls

/// Turns events into alerts: evaluates the rules, applies exceptions and the baseline, and counts.
///
/// Runs and recordings share this code. It accesses neither processes nor files: the event is an
/// ``AlertSubject``.
public struct AlertPipeline {
  private let configuration: DetectionConfiguration
  private let writer: AlertWriter
  private var evaluator: RuleEvaluator
  private var ledger: AlertLedger

  /// A pipeline without events.
  public init(_ configuration: DetectionConfiguration) {
    self.configuration = configuration
    writer = AlertWriter(configuration)
    evaluator = RuleEvaluator(configuration.program)
    ledger = AlertLedger(limit: configuration.alertLimit)
  }

  /// Whether any rule needs events of a type.
  public func isWatched(_ event: EventType) -> Bool { configuration.program.isWatched(event) }

  /// Evaluates the rules on an event.
  ///
  /// - Parameters:
  ///   - subject: the event with the facts known so far.
  ///   - early: rules with an earlier draft for the same event.
  ///   - drafts: receives the drafts of the rules that match.
  /// - Returns: whether a rule needs facts that are known later, such as the syscall's result.
  public mutating func evaluate<Subject: AlertSubject>(
    _ subject: inout Subject, except early: Set<Int> = [], into drafts: inout [AlertDraft]
  ) -> Bool {
    guard isWatched(subject.eventType) else { return false }
    evaluator.run(&subject)
    // Rules that count alerts include this one.
    if noteCredentials(&subject) { evaluator.run(&subject) }
    for rule in evaluator.matches where !early.contains(rule) {
      let ledger = ledger
      drafts.append(
        writer.draft(rule, &subject, &evaluator) {
          ledger.isKnown($0, isSuppressed: $1)
        })
    }
    return evaluator.isUndecided
  }

  /// Notes the kinds of credentials of the rules that have just matched.
  ///
  /// - Returns: whether any kind is new.
  private func noteCredentials<Subject: AlertSubject>(_ subject: inout Subject) -> Bool {
    var isNew = false
    for rule in evaluator.matches {
      guard let kind = configuration.rules[rule].credential else { continue }
      if subject.noteCredential(kind) { isNew = true }
    }
    return isNew
  }

  /// Counts a draft.
  ///
  /// - Parameter subject: the event with all its facts.
  /// - Returns: the alert at its first occurrence; otherwise nil.
  public mutating func finish<Subject: AlertSubject>(
    _ draft: AlertDraft, _ subject: Subject
  ) -> Alert? {
    switch draft {
    case .again(let fingerprint, let rule, let suppression):
      _ = ledger.count(
        fingerprint, configuration.rules[rule], index: rule, suppression: suppression)
      return nil
    case .first(var alert, let rule, let suppression):
      subject.complete(&alert.event)
      let isFirst = ledger.count(
        alert.fingerprint, configuration.rules[rule], index: rule, suppression: suppression,
        size: alert.size,
        accepted: alert.isNew ? nil : alert.known.map { configuration.baseline.key(of: $0) })
      return isFirst ? alert : nil
    }
  }

  /// Distinct counted alerts so far, by priority.
  public var byPriority: [Priority: Int] { ledger.byPriority }

  /// The counts of the alerts so far.
  public var counts: AlertCounts { AlertCounts(ledger, configuration) }
}
