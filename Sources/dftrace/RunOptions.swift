public import ArgumentParser
import Events
import Kernel
public import Reports
import Syscalls

extension ReportFormat: ExpressibleByArgument {}

/// The options for the policy and the application.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Built-in or saved policy, file, or FILE#NAME (default: the policy in force).",
      valueName: "name-or-file"))
  var policy: String?

  @Option(
    name: [.short, .long], help: "Application name (default: the command's file name).")
  var app: String?

  @Option(name: [.short, .long], help: "Component of the application (default: none).")
  var component: String?

  @Option(
    help: ArgumentHelp(
      "Lowest priority that fails the run: P1, P2, P3, P4 or never (default: the policy's).",
      valueName: "priority"))
  var failOn: String?

  @Option(
    help: ArgumentHelp(
      "Exit status when an alert reaches the threshold.", valueName: "status"))
  var alertExitCode: Int32 = 86

  func validate() throws {
    if let failOn, FailThreshold(name: failOn) == nil {
      throw ValidationError("'--fail-on' expects P1, P2, P3, P4 or never, found '\(failOn)'.")
    }
    guard (1...255).contains(alertExitCode) else {
      throw ValidationError("'--alert-exit-code' expects 1 to 255, found '\(alertExitCode)'.")
    }
  }

  /// The requested policy, from the option or the environment.
  var reference: String? { policy ?? nonEmpty("DFTRACE_POLICY") }

  /// The requested application name, from the option or the environment.
  var appName: String? { app ?? nonEmpty("DFTRACE_APP") }

  /// The requested threshold, from the option or the environment.
  func threshold() throws -> FailThreshold? {
    guard let name = failOn ?? nonEmpty("DFTRACE_FAIL_ON") else { return nil }
    guard let threshold = FailThreshold(name: name) else {
      throw fail("DFTRACE_FAIL_ON is '\(name)'; expected P1, P2, P3, P4 or never", status: 64)
    }
    return threshold
  }

  private func nonEmpty(_ variable: String) -> String? {
    Machine.environment(variable).flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The options for reports.
struct OutputOptions: ParsableArguments {
  enum Color: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  @Option(name: [.short, .long], help: "Report format.")
  var format: ReportFormat = .text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Report file (\"-\" for stdout; default: stderr for run, stdout for analyze).",
      valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Additional report (\"-\" for stdout); repeatable.",
      valueName: "format=file"))
  var report: [String] = []

  @Flag(help: "Print text only when an alert reaches the threshold.")
  var quiet = false

  @Flag(help: "Show suppressed alerts in text reports.")
  var showSuppressed = false

  @Option(help: "Coloured text (NO_COLOR disables auto).")
  var color: Color = .auto

  @Flag(help: "Print values that look like credentials (default: redact them).")
  var noRedact = false

  func validate() throws {
    for text in report where Self.split(text) == nil {
      let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'--report' expects FORMAT=FILE, found '\(text)'; formats: \(formats).")
    }
    // Two reports in one file would overwrite each other.
    var seen: Set<String> = []
    for path in report.compactMap({ Self.split($0)?.1 }) + [output].compactMap(\.self)
    where path != "/dev/null" && !seen.insert(path).inserted {
      throw ValidationError("Two reports name the file '\(path)'; expected a file for each.")
    }
  }

  /// Whether any output's format has a property.
  func isAny(_ property: (ReportFormat) -> Bool) -> Bool {
    property(format) || report.compactMap(Self.split).contains { property($0.0) }
  }

  private static func split(_ text: String) -> (ReportFormat, String)? {
    guard let sign = text.firstIndex(of: "="),
      let format = ReportFormat(rawValue: String(text[..<sign])),
      text.index(after: sign) != text.endIndex
    else { return nil }
    return (format, String(text[text.index(after: sign)...]))
  }

  /// The default output.
  enum Main { case standardError, standardOutput }

  /// Opens every output before the command starts, so that an error wastes no run.
  func open(main: Main = .standardError, baseline: BaselineWriter?) throws -> Reporting {
    var reporting = Reporting(isRedacting: !noRedact, baseline: baseline)
    reporting.add(style(on: try self.main(main)), format: format)
    for (format, path) in report.compactMap(Self.split) {
      reporting.add(
        (try file(path, for: format), TextStyle(showsSuppressed: showSuppressed)), format: format)
    }
    if let summary = try stepSummary() { reporting.add((summary, TextStyle()), format: .markdown) }
    return reporting
  }

  /// The step summary on GitHub: annotations hold ten alerts only, the summary all of them. Nil
  /// when another option requests a Markdown report.
  private func stepSummary() throws -> Output? {
    guard isAny({ $0 == .github }), !isAny({ $0 == .markdown }),
      let path = Machine.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty
    else { return nil }
    do { return try Output.appending(to: path) } catch {
      throw fail("cannot write step summary \(path): \(error.name) (check GITHUB_STEP_SUMMARY)")
    }
  }

  private func main(_ main: Main) throws -> Output {
    switch output {
    case nil: main == .standardError ? .standardError() : .standardOutput()
    case "-": .standardOutput()
    case let path?: try file(path, for: format)
    }
  }

  /// The status line, which shows the progress of a silent command; nil unless standard error is a
  /// terminal that receives text.
  func statusLine() -> StatusLine? {
    let error = Output.standardError()
    guard !quiet, format == .text || output != nil, error.isTerminal,
      Machine.environment("TERM") != "dumb"
    else { return nil }
    return StatusLine(error, isColored: style(on: error).1.color)
  }

  private func file(_ path: String, for format: ReportFormat) throws -> Output {
    if path == "-" { return .standardOutput() }
    do { return try format.isDocument ? Output.document(path) : Output.file(path) } catch {
      throw fail("cannot create report \(path): \(error.name) (choose a writable path)")
    }
  }

  private func style(on output: Output) -> (Output, TextStyle) {
    let isPlain = Machine.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto: output.isTerminal && !isPlain && Machine.environment("TERM") != "dumb"
      }
    let style = TextStyle(
      color: isColored, width: output.columns, quiet: quiet, showsSuppressed: showSuppressed)
    return (output, style)
  }
}
