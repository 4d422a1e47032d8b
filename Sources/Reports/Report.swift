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
  /// The file of the baseline that alerts are compared with; nil without one.
  public var baseline: String?
  /// The application's name.
  public var app = ""
  /// The component's name, when one was given.
  public var component: String?
  /// The version of dftrace that judges.
  public var version = ""
  /// When the command was started, in nanoseconds since 1970-01-01T00:00:00Z; nil when a recording
  /// does not say.
  public var time: Int64?
  /// Where the command was started; nil for a recording.
  public var workingDirectory: String?
  /// The project's directory; nil when the run has none of its own.
  public var workspace: String?
  /// Every alert that the policy enables, in the catalogue's order; empty when no format of the run
  /// asks for them (``ReportFormat/tellsCatalogue``).
  public var alerts: [AlertText] = []
  /// The place in the project that a result is shown at when its alert has none of its own.
  public var place = SourcePlace(path: ".dftrace/policy.json", line: 1)

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
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// JUnit XML, for servers that show test results.
  case junit
  /// GitLab's Code Quality report.
  case gitlab
  /// One page for a browser.
  case html
  /// Workflow commands that GitHub Actions shows as annotations.
  case github
  /// GitHub Flavored Markdown, for a step summary or a comment.
  case markdown
  /// Detection Findings of the Open Cybersecurity Schema Framework, one a line.
  case ocsf
  /// Log records of the OpenTelemetry protocol as JSON lines.
  case otlp

  /// Whether the format tells of the alerts that were looked for, raised or not, so that it has to
  /// be handed ``RunStart/alerts``, which take some milliseconds to gather.
  public var tellsCatalogue: Bool {
    switch self {
    case .text, .json, .otlp: false
    case .sarif, .junit, .html: true
    // These have no list of them, but show each at its place.
    case .gitlab, .github: true
    // These say what each means.
    case .markdown, .ocsf: true
    }
  }

  /// Whether a report is only worth something as a whole, so that none is better than half of one.
  public var isDocument: Bool {
    switch self {
    case .sarif, .junit, .gitlab, .html, .markdown: true
    case .text, .json, .github, .ocsf, .otlp: false
    }
  }

  /// Whether the format shows the run's processes, so that they have to be kept.
  public var tellsProcesses: Bool { self == .html }

  /// A report of this format; formats for programs take no notice of the style.
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
