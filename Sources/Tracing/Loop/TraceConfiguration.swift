public import Detection
public import Geography
public import Syscalls
internal import Rules

/// The configuration of a traced run.
public struct TraceConfiguration: Sendable {
  /// The configuration of the detection.
  public var detection: DetectionConfiguration
  /// The source of the countries of addresses.
  public let countries: any CountrySource
  /// The syscalls to record in addition to those that the rules need.
  public let recordedCalls: Set<EventType>
  /// Whether io_uring fails with ENOSYS in the run.
  public var deniesIoUring = false
  /// The root directory of the host's files: empty except in tests.
  public var hostRoot = ""
  /// Whether the run's processes are kept for the process graph of a report.
  public var keepsProcesses = false
  /// Whether the command's standard output goes to its standard error, because dftrace itself
  /// writes to standard output.
  public var joinsOutput = false

  /// The syscalls that a recording covers completely under this configuration, sorted by name.
  public var recordedNames: [String] {
    FilterAssembly(detection.program, recording: recordedCalls).plan.needs
      .filter { $0.value == .always }.map(\.key.name).sorted()
  }

  /// Creates the configuration of a traced run.
  public init(
    _ detection: DetectionConfiguration, countries: any CountrySource = CountryTable.builtIn,
    recordedCalls: Set<EventType> = []
  ) {
    self.detection = detection
    self.countries = countries
    self.recordedCalls = recordedCalls
  }
}
