/// An alert as a baseline has it: what is accepted because it was there before.
public struct KnownAlert: Hashable, Sendable {
  /// The alert's fingerprint.
  public let fingerprint: String
  /// The alert's id.
  public let id: String
  /// The program, without what changes from run to run.
  public let program: String
  /// What the alert is about, without what changes from run to run; empty when it is about nothing
  /// in particular.
  public let object: String

  /// Names an alert of a baseline.
  public init(fingerprint: String, id: String, program: String, object: String) {
    self.fingerprint = fingerprint
    self.id = id
    self.program = program
    self.object = object
  }
}

/// What a run has of what its baseline has.
public struct BaselineComparison: Equatable, Sendable {
  /// The baseline's file as the user named it.
  public var file: String
  /// Distinct alerts of the run that the baseline has; they don't count.
  public var known: Int
  /// What the baseline has and the run did not do, sorted as the file is.
  public var gone: [KnownAlert]

  /// Compares.
  public init(file: String, known: Int, gone: [KnownAlert]) {
    self.file = file
    self.known = known
    self.gone = gone
  }
}
