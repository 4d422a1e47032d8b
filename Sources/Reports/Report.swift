public import Events

/// The facts of a run before its first event.
public struct RunStart: Equatable, Sendable {
  /// The command and its arguments.
  public var command: [String]
  /// The policy in force.
  public var policy: String
  /// The value of `--policy`; nil without the option.
  public var policyOption: String?
  /// Lowest priority that fails the run.
  public var threshold: FailThreshold
  /// The file of the baseline that alerts are compared with; nil without one.
  public var baseline: String?
  /// The application's name.
  public var app = ""
  /// The component's name; nil without one.
  public var component: String?
  /// The version of dftrace.
  public var version = ""
  /// Start time in nanoseconds since 1970-01-01T00:00:00Z; nil when a recording has none.
  public var time: Int64?
  /// Working directory of the command; nil for a recording.
  public var workingDirectory: String?
  /// The project's directory; nil outside a project.
  public var workspace: String?
  /// The enabled alerts of the policy, in catalogue order; empty when no format of the run needs
  /// them (``ReportFormat/tellsCatalogue``).
  public var alerts: [AlertText] = []
  /// The default place of an alert in the project's files.
  public var place = SourcePlace(path: ".dftrace/policy.json", line: 1)

  /// Creates the facts of a run.
  public init(
    command: [String], policy: String, policyOption: String? = nil, threshold: FailThreshold
  ) {
    self.command = command
    self.policy = policy
    self.policyOption = policyOption
    self.threshold = threshold
  }
}

/// One output format, which serialises a run as it happens.
///
/// A report only appends to a buffer. The caller writes the buffer and handles errors, so that
/// tests of a format need no file. Call order: one `begin`, any number of `alert`, one `end`.
public protocol Report: Sendable {
  /// Writes the header, before the first alert.
  mutating func begin(_ run: RunStart, into output: inout [UInt8])
  /// Writes an alert when it is first raised; totals count repeats.
  mutating func alert(_ alert: Alert, into output: inout [UInt8])
  /// Writes the totals and the summary; the last call.
  mutating func end(_ totals: [AlertTotal], _ summary: Summary, into output: inout [UInt8])
}

/// The output formats, named like the values of `--format`.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// Plain text for a terminal.
  case text
  /// One JSON object a line (RFC 8259, <https://jsonlines.org>).
  case json
  /// SARIF 2.1.0 for code scanning.
  case sarif
  /// JUnit XML for CI servers that show test results.
  case junit
  /// GitLab's Code Quality report.
  case gitlab
  /// One HTML page without external resources.
  case html
  /// Workflow commands that GitHub Actions shows as annotations.
  case github
  /// GitHub Flavored Markdown for a step summary or a comment.
  case markdown
  /// Detection Findings of the Open Cybersecurity Schema Framework, one a line.
  case ocsf
  /// Log records of the OpenTelemetry protocol as JSON lines.
  case otlp

  /// Whether the format needs ``RunStart/alerts``, which take some milliseconds to collect.
  public var tellsCatalogue: Bool {
    switch self {
    case .text, .json, .otlp: false
    case .sarif, .junit, .html: true
    // These need the place of each alert.
    case .gitlab, .github: true
    // These need the description of each alert.
    case .markdown, .ocsf: true
    }
  }

  /// Whether a partial report is useless, so that the file is replaced only when it is complete.
  public var isDocument: Bool {
    switch self {
    case .sarif, .junit, .gitlab, .html, .markdown: true
    case .text, .json, .github, .ocsf, .otlp: false
    }
  }

  /// Whether the format needs the run's processes.
  public var tellsProcesses: Bool { self == .html }

  /// Creates a report of this format; machine-readable formats ignore the style.
  public func makeReport(style: TextStyle) -> any Report {
    switch self {
    case .text: TextReport(style: style)
    case .json: JSONReport()
    case .sarif: SARIFReport()
    case .junit: JUnitReport()
    case .gitlab: GitLabReport()
    case .html: HTMLReport()
    case .github: GitHubReport()
    case .markdown: MarkdownReport()
    case .ocsf: OCSFReport()
    case .otlp: OTLPReport()
    }
  }
}

/// The style of text reports.
public struct TextStyle: Equatable, Sendable {
  /// Whether to colour by ANSI SGR sequences; if false, the report contains no escape sequences.
  public var color: Bool
  /// Columns of the terminal; nil means 100.
  public var width: Int?
  /// Whether to write only alerts that reach the threshold, and blind spots.
  public var quiet: Bool
  /// Whether to show suppressed alerts.
  public var showsSuppressed: Bool

  /// Creates a style; plain text of 100 columns by default.
  public init(
    color: Bool = false, width: Int? = nil, quiet: Bool = false, showsSuppressed: Bool = false
  ) {
    self.color = color
    self.width = width
    self.quiet = quiet
    self.showsSuppressed = showsSuppressed
  }
}
