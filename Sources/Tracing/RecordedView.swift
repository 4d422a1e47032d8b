public import Events
internal import Rules
internal import Syscalls

/// One moment of a recorded event, as the rules see it.
struct RecordedView: AlertSubject {
  let event: RecordedEvent
  let snapshot: EventSnapshot
  /// Whether the result is not known yet, although it was later.
  let isEntry: Bool
  /// What was recorded of the machine, once for all events.
  var machine: [FieldKey: RecordedValue] = [:]

  var eventType: EventType { event.type }
  var time: Int64 { event.time }
  var executable: String { snapshot.process.exe }

  func alertProcess() -> AlertProcess { snapshot.process }
  func alertEvent() -> AlertEvent { snapshot.event }
  func evidence() -> [NamedValue] { snapshot.evidence }

  func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    let isKnown = !isEntry && snapshot.event.level != .requested
    if !isKnown, key.field.needsResult(in: event.type) { return .undecided }
    if key.field.isOfNode {
      return (snapshot.values[key] ?? machine[key])?.value(in: &arena) ?? .absent
    }
    switch key.parameter {
    case .name(let name): return variable(name, &arena)
    case .index where key.field.description.parameter == .seconds:
      // Recorded for ten seconds, whatever is asked for.
      return snapshot.values[FieldKey(key.field)]?.value(in: &arena) ?? .absent
    case .index(let index): return ancestor(key.field, index, &arena)
    case .none, .argument:
      if key.field == .evtType { return .event(event.type) }
      return snapshot.values[key]?.value(in: &arena) ?? .absent
    }
  }

  private func variable(_ name: String, _ arena: inout ByteArena) -> FieldValue {
    let prefix = Array((name + "=").utf8)
    guard let entry = snapshot.environment.first(where: { $0.starts(with: prefix) }) else {
      return .absent
    }
    return .text(arena.append(entry.dropFirst(prefix.count)))
  }

  private func ancestor(_ field: Field, _ index: Int, _ arena: inout ByteArena) -> FieldValue {
    // [0] is the process itself.
    guard index > 0 else {
      let own: Field =
        switch field {
        case .procAname: .procName
        case .procAcmdline: .procCmdline
        default: .procExepath
        }
      switch snapshot.values[FieldKey(own)] {
      case .text(let bytes), .path(_, let bytes): return .text(arena.append(bytes))
      default: return .absent
      }
    }
    guard case .texts(let names) = snapshot.values[FieldKey(field)],
      names.indices.contains(index - 1)
    else { return .absent }
    return .text(arena.append(names[index - 1]))
  }
}

/// Judges recorded events as a run would have judged them.
///
/// A run looks at a call twice: when it is entered, and when it has returned. So does this.
public struct Replay {
  private let configuration: TraceConfiguration
  private let drafting: AlertDrafting
  private var evaluation: Evaluation
  private var ledger: AlertLedger
  private var machine: [FieldKey: RecordedValue] = [:]

  /// Prepares to judge.
  public init(_ configuration: TraceConfiguration) {
    self.configuration = configuration
    drafting = AlertDrafting(configuration)
    evaluation = Evaluation(configuration.program)
    ledger = AlertLedger(
      limit: configuration.alertLimit, baseline: configuration.baselineFingerprints)
  }

  /// Judges one event.
  ///
  /// - Returns: the alerts that it is the first sight of.
  public mutating func judge(_ event: RecordedEvent) -> [Alert] {
    // Only the first execution is of the command, which tells of the machine.
    if machine.isEmpty, event.type.isExecution {
      machine = event.last.values.filter { $0.key.field.isOfNode }
    }
    guard configuration.program.isWatched(event.type) else { return [] }
    var drafts: [AlertDraft] = []
    if let entry = event.entry {
      var view = RecordedView(event: event, snapshot: entry, isEntry: true, machine: machine)
      drafts = matches(&view, except: [])
    }
    // An execution and the end of a process have no entry of their own.
    let isEntryOnly = event.entry == nil && event.last.event.level == .requested
    var view = RecordedView(
      event: event, snapshot: event.last, isEntry: isEntryOnly, machine: machine)
    let early = drafts.map(\.rule)
    drafts += matches(&view, except: early)
    return drafts.compactMap { finish($0, view) }
  }

  private mutating func matches(_ view: inout RecordedView, except early: [Int]) -> [AlertDraft] {
    evaluation.run(&view)
    var drafts: [AlertDraft] = []
    for rule in evaluation.matches where !early.contains(rule) {
      drafts.append(
        drafting.draft(rule: rule, &view, &evaluation) { ledger.isKnown($0, isExcused: $1) })
    }
    return drafts
  }

  private mutating func finish(_ draft: AlertDraft, _ view: RecordedView) -> Alert? {
    switch draft {
    case .again(let fingerprint, let rule, let excuse):
      _ = ledger.count(fingerprint, configuration.kinds[rule], rule: rule, excuse: excuse)
      return nil
    case .first(var alert, let rule, let excuse):
      // What the return of the call has shown.
      alert.event.result = view.snapshot.event.result
      alert.event.errno = view.snapshot.event.errno
      alert.event.level = view.snapshot.event.level
      let isFirst = ledger.count(
        alert.fingerprint, configuration.kinds[rule], rule: rule, excuse: excuse,
        size: alert.size)
      return isFirst ? alert : nil
    }
  }

  /// What the alerts so far come to.
  public var counts: AlertCounts { AlertCounts(ledger, configuration) }

  /// The calls that the policy needs and a recording does not cover, sorted by name.
  ///
  /// - Parameter covered: the names of the calls that the recording was made with.
  public func missing(covered: Set<String>) -> [String] {
    configuration.program.filterPlan.needs.keys.map(\.name).filter { !covered.contains($0) }
      .sorted()
  }
}

/// What the alerts of a run come to.
public struct AlertCounts: Sendable {
  /// The final count of each alert, in the order of first sight.
  public let totals: [AlertTotal]
  /// Distinct alerts that count, by priority: new, and no exception excuses them.
  public let alerts: [Priority: Int]
  /// Distinct alerts that an exception excused.
  public let suppressed: Int
  /// Occurrences of distinct alerts beyond the bound.
  public let overflow: Int
  /// Priority and id of each kind of alert that counts.
  public let raised: [(priority: Priority, id: String)]
  /// The exceptions in force that excused nothing.
  public let unusedExceptions: [ExceptionFacts]
  /// Distinct alerts that the baseline has and no exception excuses.
  public let known: Int
  /// What the baseline has and the run did not do.
  public let gone: [KnownAlert]

  init(_ ledger: AlertLedger, _ configuration: TraceConfiguration) {
    totals = ledger.totals
    alerts = ledger.byPriority
    suppressed = ledger.suppressed
    overflow = ledger.overflow
    raised = ledger.raised
    unusedExceptions = ledger.unused(of: configuration.kinds)
    known = ledger.known
    gone = configuration.baseline.filter { !ledger.has($0.fingerprint) }
  }
}
