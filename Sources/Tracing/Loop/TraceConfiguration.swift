public import Detection
public import Geography
public import Syscalls
internal import Rules

/// How a command is traced, and what its events are evaluated by.
public struct TraceConfiguration: Sendable {
  /// What events are evaluated by.
  public var detection: DetectionConfiguration
  /// Where addresses get their country from.
  public let countries: any CountrySource
  /// The calls that a recording is to hold whatever the rules ask for.
  public let recordedCalls: Set<EventType>
  /// Whether the kernel refuses io_uring to the run.
  public var deniesIoUring = false
  /// Where the files are that describe the machine: empty except in tests.
  public var hostRoot = ""
  /// Whether the run's processes are kept for the picture in a report.
  public var keepsProcesses = false
  /// Whether the command's standard output goes to its standard error, because dftrace writes to
  /// standard output itself.
  public var joinsOutput = false

  /// The calls that a recording made under the configuration covers completely, sorted by name.
  public var recordedNames: [String] {
    FilterAssembly(detection.program, recording: recordedCalls).plan.needs
      .filter { $0.value == .always }.map(\.key.name).sorted()
  }

  /// Gathers how a command is traced.
  public init(
    _ detection: DetectionConfiguration, countries: any CountrySource = CountryTable.builtIn,
    recordedCalls: Set<EventType> = []
  ) {
    self.detection = detection
    self.countries = countries
    self.recordedCalls = recordedCalls
  }
}
