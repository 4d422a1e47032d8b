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
  ///   - endpoint: the index of the event's endpoint that is evaluated.
  ///   - early: rules with an earlier draft for the same event.
  ///   - drafts: receives the drafts of the rules that match.
  /// - Returns: whether a rule needs facts that are known later, such as the syscall's result.
  public mutating func evaluate<Subject: AlertSubject>(
    _ subject: inout Subject, endpoint: Int = 0, except early: Set<Int> = [],
    into drafts: inout [AlertDraft]
  ) -> Bool {
    guard isWatched(subject.eventType) else { return false }
    evaluator.run(&subject)
    guard !evaluator.matches.isEmpty else { return evaluator.isUndecided }
    var new: [AlertDraft] = []
    for rule in evaluator.matches where !early.contains(rule) {
      let draft = writer.draft(rule, endpoint, &subject, &evaluator)
      if draft.known.outcome != .none { new.append(draft) }
    }
    let strongest = new.filter { $0.suppression == nil }.min { $0.isStronger(than: $1) }?.rule
    for index in new.indices {
      let isMain = new[index].rule == strongest || new[index].suppression != nil
      let isKnown =
        isMain || configuration.isLearning ? ledger.isRaised(new[index]) : ledger.isTold(new[index])
      if !isKnown { new[index].alert = writer.alert(new[index], &subject, &evaluator) }
    }
    drafts += new
    return evaluator.isUndecided
  }

  /// Completes the drafts of a syscall's entry at its return.
  ///
  /// An attempt that did not succeed is drafted anew, since its outcome is part of the alert.
  ///
  /// - Parameters:
  ///   - drafts: the drafts of the entry; receives those of the return.
  ///   - subject: the event with its result.
  ///   - counted: rules whose alerts were counted before.
  public mutating func complete<Subject: AlertSubject>(
    _ drafts: inout [AlertDraft], _ subject: inout Subject, endpoint: Int = 0,
    except counted: Set<Int> = []
  ) {
    switch subject.outcome {
    case .done:
      let early = drafts.filter { $0.endpoint == endpoint }.map(\.rule)
      _ = evaluate(&subject, endpoint: endpoint, except: counted.union(early), into: &drafts)
    case .none:
      drafts.removeAll { $0.endpoint == endpoint }
      _ = evaluate(&subject, endpoint: endpoint, except: counted, into: &drafts)
    case .refused, .absent:
      var anew: [AlertDraft] = []
      _ = evaluate(&subject, endpoint: endpoint, except: counted, into: &anew)
      let rules = Set(anew.map(\.rule))
      drafts.removeAll { $0.endpoint == endpoint && rules.contains($0.rule) }
      drafts += anew
    }
  }

  /// Notes the kinds of credentials that an event read, unless an exception excuses the read.
  ///
  /// - Parameter drafts: the alerts of the event.
  /// - Returns: whether any kind is new, so that another evaluation may find more.
  public func noteCredentials<Subject: AlertSubject>(
    _ subject: inout Subject, _ drafts: [AlertDraft]
  ) -> Bool {
    var isNew = false
    for draft in drafts where draft.known.outcome != .absent && draft.suppression == nil {
      guard let kind = configuration.rules[draft.rule].credential else { continue }
      if subject.noteCredential(kind) { isNew = true }
    }
    return isNew
  }

  /// Counts the drafts of one event. Of those about the same endpoint, the strongest is raised and
  /// names the others as related.
  ///
  /// - Parameter subject: the event with all its facts.
  /// - Returns: the alerts with their first occurrence in this event.
  public mutating func finish<Subject: AlertSubject>(
    _ drafts: [AlertDraft], _ subject: Subject
  ) -> [Alert] {
    guard drafts.count > 1 else { return drafts.compactMap { raise($0, [], subject) } }
    var alerts: [Alert] = []
    for endpoint in Set(drafts.map(\.endpoint)).sorted() {
      let all = drafts.filter { $0.endpoint == endpoint }
      // A learned policy needs an exception for each, and a suppressed one is an alert of its own.
      let group = all.filter { $0.suppression == nil && !configuration.isLearning }
        .sorted { $0.isStronger(than: $1) }
      alerts += finishGroup(group, subject)
      for draft in all where draft.suppression != nil || configuration.isLearning {
        if let alert = raise(draft, [], subject) { alerts.append(alert) }
      }
    }
    return alerts
  }

  private mutating func finishGroup<Subject: AlertSubject>(
    _ group: [AlertDraft], _ subject: Subject
  ) -> [Alert] {
    guard let main = group.first else { return [] }
    let untold = group.dropFirst().first { !ledger.isTold($0) }
    let isRepeated = ledger.isRaised(main)
    var alerts: [Alert] = []
    if let alert = raise(main, group.filter { $0.rule != main.rule }, subject) {
      alerts.append(alert)
    }
    // The main alert cannot name it any more, since it was raised before.
    if isRepeated, let untold,
      let alert = raise(untold, group.filter { $0.rule != untold.rule }, subject)
    {
      alerts.append(alert)
    }
    for draft in group.dropFirst() { ledger.relate(draft, accepted: key(of: draft)) }
    return alerts
  }

  private func key(of draft: AlertDraft) -> String? {
    draft.isAccepted ? configuration.baseline.key(of: draft.known) : nil
  }

  /// Counts a draft; returns its alert at the first occurrence.
  private mutating func raise<Subject: AlertSubject>(
    _ draft: AlertDraft, _ related: [AlertDraft], _ subject: Subject
  ) -> Alert? {
    let size = draft.alert?.size ?? 0
    guard ledger.count(draft, size: size, accepted: key(of: draft)), var alert = draft.alert else {
      return nil
    }
    subject.complete(&alert.event)
    alert.related = related.map(\.known)
    return alert
  }

  /// Distinct counted alerts so far, by priority.
  public var byPriority: [Priority: Int] { ledger.byPriority }

  /// The counts of the alerts so far.
  public var counts: AlertCounts { AlertCounts(ledger, configuration) }
}
