public import Events

/// The alerts of a baseline, for comparison with those of a run.
///
/// A release may change the input of fingerprints. A baseline with another fingerprint version is
/// compared by id, program and object instead.
public struct AcceptedAlerts: Equatable, Sendable {
  /// The alerts in the file's order.
  public let alerts: [KnownAlert]
  /// The version of their fingerprints; ``Fingerprint/version`` for those of this release.
  public let fingerprintVersion: Int
  private let keys: Set<String>

  /// No alerts.
  public init() { self.init([], fingerprintVersion: Fingerprint.version) }

  /// Creates a baseline.
  public init(_ alerts: [KnownAlert], fingerprintVersion: Int) {
    self.alerts = alerts
    self.fingerprintVersion = fingerprintVersion
    let isCurrent = fingerprintVersion == Fingerprint.version
    keys = Set(alerts.map { Self.key($0, isCurrent) })
  }

  /// Whether the fingerprints are those of this release.
  public var isCurrent: Bool { fingerprintVersion == Fingerprint.version }

  /// Whether an alert is accepted.
  func contains(_ alert: KnownAlert) -> Bool { keys.contains(key(of: alert)) }

  /// The comparison key of an alert.
  func key(of alert: KnownAlert) -> String { Self.key(alert, isCurrent) }

  private static func key(_ alert: KnownAlert, _ isCurrent: Bool) -> String {
    isCurrent ? alert.fingerprint : [alert.id, alert.program, alert.object].joined(separator: "\0")
  }
}
