/// An alert of a baseline.
public struct KnownAlert: Hashable, Sendable {
  /// The alert's fingerprint.
  public let fingerprint: String
  /// The alert's id.
  public let id: String
  /// The program, without parts that change from run to run.
  public let program: String
  /// The object, without parts that change from run to run; empty for an alert without an object.
  public let object: String
  /// What became of the attempt.
  public let outcome: Outcome

  /// Creates an alert of a baseline.
  public init(
    fingerprint: String, id: String, program: String, object: String, outcome: Outcome = .done
  ) {
    self.fingerprint = fingerprint
    self.id = id
    self.program = program
    self.object = object
    self.outcome = outcome
  }
}

/// The comparison of a run with its baseline.
public struct BaselineComparison: Equatable, Sendable {
  /// The baseline's file as the user named it.
  public var file: String
  /// Number of distinct alerts of the run in the baseline; they do not count.
  public var known: Int
  /// Alerts of the baseline that the run did not raise, in the order of the file.
  public var gone: [KnownAlert]

  /// The version of the file's fingerprints when it is an earlier one; nil when it is this release's.
  public var earlierVersion: Int?

  /// Creates a comparison.
  public init(file: String, known: Int, gone: [KnownAlert], earlierVersion: Int? = nil) {
    self.file = file
    self.known = known
    self.gone = gone
    self.earlierVersion = earlierVersion
  }
}
