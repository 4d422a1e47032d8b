public import Events
internal import Rules
public import Syscalls

/// From an event to an alert: evaluates the rules, applies exceptions and the baseline, and counts.
///
/// A run and a recording go through this same code. It knows neither processes nor files: the event
/// comes as an ``AlertSubject``.
public struct AlertPipeline {
  private let configuration: DetectionConfiguration
  private let writer: AlertWriter
  private var evaluator: RuleEvaluator
  private var ledger: AlertLedger

  /// A pipeline that has seen no event.
  public init(_ configuration: DetectionConfiguration) {
    self.configuration = configuration
    writer = AlertWriter(configuration)
    evaluator = RuleEvaluator(configuration.program)
    ledger = AlertLedger(limit: configuration.alertLimit)
  }

  /// Whether any rule asks for events of a type.
  public func isWatched(_ event: EventType) -> Bool { configuration.program.isWatched(event) }

  /// Evaluates the rules on an event.
  ///
  /// - Parameters:
  ///   - subject: the event as far as it is known now.
  ///   - early: rules whose alert was drafted earlier for the same event.
  ///   - drafts: where the alerts of the rules that match are added.
  /// - Returns: whether a rule needs what is known later, such as the call's result.
  public mutating func evaluate<Subject: AlertSubject>(
    _ subject: inout Subject, except early: Set<Int> = [], into drafts: inout [AlertDraft]
  ) -> Bool {
    guard isWatched(subject.eventType) else { return false }
    evaluator.run(&subject)
    // A rule that counts alerts includes this one.
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

  /// Tells the subject which kinds of credentials the rules are about that have just matched.
  ///
  /// - Returns: whether one of them is new.
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
  /// - Parameter subject: the event as far as it is known at its end.
  /// - Returns: the alert when it is to be shown: at its first sight.
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

  /// Distinct alerts that count so far, by priority.
  public var byPriority: [Priority: Int] { ledger.byPriority }

  /// What the alerts so far come to.
  public var counts: AlertCounts { AlertCounts(ledger, configuration) }
}
