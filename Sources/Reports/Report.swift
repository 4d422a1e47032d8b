public import Events

/// What is known of a run before its first event.
public struct RunStart: Equatable, Sendable {
  /// The command and its arguments.
  public var command: [String]
  /// The policy in force.
  public var policy: String
  /// What `--policy` was given, which finds the policy again; nil without the option.
  public var policyOption: String?
  /// From which priority on alerts change the exit status.
  public var threshold: FailThreshold

  /// Gathers what is known.
  public init(
    command: [String], policy: String, policyOption: String? = nil, threshold: FailThreshold
  ) {
    self.command = command
    self.policy = policy
    self.policyOption = policyOption
    self.threshold = threshold
  }
}

/// One output format: turns a run into bytes as it happens.
///
/// A report only appends to the buffer it is handed. Where the bytes go, and what happens when
/// they can't be written, is the caller's business, so that a format is tested without a file.
/// The calls come in the order of their declaration: one `begin`, any number of `alert`, one `end`.
public protocol Report: Sendable {
  /// Writes what a format has before the first alert.
  mutating func begin(_ run: RunStart, into output: inout [UInt8])
  /// Writes an alert at its first sight; repeats are only told by the totals.
  mutating func alert(_ alert: Alert, into output: inout [UInt8])
  /// Writes the totals and the summary; nothing may follow.
  mutating func end(_ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8])
}

/// The output formats by the names that `--format` takes.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For a person at a terminal.
  case text
  /// One JSON object a line (RFC 8259, <https://jsonlines.org>).
  case json

  /// A report of this format; formats for programs take no notice of the style.
  public func makeReport(style: TextStyle) -> any Report {
    switch self {
    case .text: TextReport(style: style)
    case .json: JSONReport()
    }
  }
}

/// How text for a person is set.
public struct TextStyle: Equatable, Sendable {
  /// Whether to colour by ANSI SGR sequences; without it no escape sequence is written at all.
  public var color: Bool
  /// Columns of the terminal; 100 are assumed when nil.
  public var width: Int?
  /// Whether to speak only when the threshold is reached or something could not be seen.
  public var quiet: Bool
  /// Whether to show alerts that an exception excuses too.
  public var showsSuppressed: Bool

  /// Plain text of 100 columns unless told otherwise.
  public init(
    color: Bool = false, width: Int? = nil, quiet: Bool = false, showsSuppressed: Bool = false
  ) {
    self.color = color
    self.width = width
    self.quiet = quiet
    self.showsSuppressed = showsSuppressed
  }
}
