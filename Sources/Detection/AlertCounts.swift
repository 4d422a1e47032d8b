public import Events

/// What the alerts of a run come to.
public struct AlertCounts: Sendable {
  /// The final count of each alert, in the order of first sight.
  public let totals: [AlertTotal]
  /// Distinct alerts that count, by priority: new, and no exception suppressions them.
  public let alerts: [Priority: Int]
  /// Distinct alerts that an exception excused.
  public let suppressed: Int
  /// Occurrences of distinct alerts beyond the bound.
  public let overflow: Int
  /// Priority and id of each kind of alert that counts.
  public let raised: [(priority: Priority, id: String)]
  /// The exceptions in force that excused nothing.
  public let unusedExceptions: [ExceptionFacts]
  /// Distinct alerts that the baseline has and no exception suppressions.
  public let known: Int
  /// What the baseline has and the run did not do.
  public let gone: [KnownAlert]

  /// The version of the baseline's fingerprints when it is an earlier one.
  public let earlierBaseline: Int?

  init(_ ledger: AlertLedger, _ configuration: DetectionConfiguration) {
    totals = ledger.totals
    alerts = ledger.byPriority
    suppressed = ledger.suppressed
    overflow = ledger.overflow
    raised = ledger.raised
    unusedExceptions = ledger.unused(of: configuration.rules)
    known = ledger.known
    let baseline = configuration.baseline
    earlierBaseline = baseline.isCurrent ? nil : baseline.fingerprintVersion
    gone = baseline.alerts.filter { !ledger.did(baseline.key(of: $0)) }
  }
}
