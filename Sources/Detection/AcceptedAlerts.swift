public import Events

/// The alerts of a baseline, as a run compares its own with them.
///
/// What goes into a fingerprint may change with a release. A baseline whose fingerprints have another
/// version is compared by id, program and object instead.
public struct AcceptedAlerts: Equatable, Sendable {
  /// The alerts in the order of the file.
  public let alerts: [KnownAlert]
  /// The version of their fingerprints; ``Fingerprint/version`` for those of this release.
  public let fingerprintVersion: Int
  private let keys: Set<String>

  /// No alerts.
  public init() { self.init([], fingerprintVersion: Fingerprint.version) }

  /// Gathers the alerts of a baseline.
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

  /// What an alert is compared by.
  func key(of alert: KnownAlert) -> String { Self.key(alert, isCurrent) }

  private static func key(_ alert: KnownAlert, _ isCurrent: Bool) -> String {
    isCurrent ? alert.fingerprint : [alert.id, alert.program, alert.object].joined(separator: "\0")
  }
}
