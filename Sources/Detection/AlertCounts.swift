public import Events

/// The counts of a run's alerts.
public struct AlertCounts: Sendable {
  /// The final count of each alert, in the order of their first occurrence.
  public let totals: [AlertTotal]
  /// Distinct counted alerts by priority: neither in the baseline nor suppressed.
  public let alerts: [Priority: Int]
  /// Distinct alerts suppressed by an exception.
  public let suppressed: Int
  /// Occurrences of distinct alerts beyond the capacity.
  public let overflow: Int
  /// Priority and id of each kind of counted alert.
  public let raised: [(priority: Priority, id: String)]
  /// The exceptions that suppressed no alert.
  public let unusedExceptions: [ExceptionFacts]
  /// Distinct alerts that are in the baseline and that no exception suppresses.
  public let known: Int
  /// Alerts of the baseline that did not occur in the run.
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
