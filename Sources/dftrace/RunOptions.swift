public import ArgumentParser
import Events
import Kernel
public import Reports
import Syscalls

extension ReportFormat: ExpressibleByArgument {}

/// Which policy, for which application.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A built-in policy's name, a saved policy's name, a file, or FILE#NAME.",
      valueName: "name-or-file"))
  var policy: String?

  @Option(
    name: [.short, .long], help: "Which application this is; the command's name unless told.")
  var app: String?

  @Option(name: [.short, .long], help: "Which component of the application this is.")
  var component: String?

  @Option(
    help: ArgumentHelp(
      "From which priority on alerts change the exit status: P1, P2, P3, P4 or never.",
      valueName: "priority"))
  var failOn: String?

  @Option(
    help: ArgumentHelp(
      "The exit status used when an alert reaches the threshold.", valueName: "status"))
  var alertExitCode: Int32 = 86

  func validate() throws {
    if let failOn, FailThreshold(name: failOn) == nil {
      throw ValidationError("'--fail-on' takes P1, P2, P3, P4 or never, not '\(failOn)'.")
    }
    guard (1...255).contains(alertExitCode) else {
      throw ValidationError("'--alert-exit-code' takes a number from 1 to 255.")
    }
  }

  /// The policy that is asked for, by option or environment.
  var reference: String? { policy ?? nonEmpty("DFTRACE_POLICY") }

  /// The application that is named, by option or environment.
  var appName: String? { app ?? nonEmpty("DFTRACE_APP") }

  /// The threshold that is asked for, by option or environment.
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

/// What is written, and where.
struct OutputOptions: ParsableArguments {
  enum Color: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  @Option(name: [.short, .long], help: "What is printed.")
  var format: ReportFormat = .text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where it goes, - for standard output; standard error unless told.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A further report of the same run, as FORMAT=FILE; - is standard output; may be repeated.",
      valueName: "format=file"))
  var report: [String] = []

  @Flag(help: "Speak only when an alert reaches the threshold.")
  var quiet = false

  @Flag(help: "Also show, in text, the alerts that exceptions excuse.")
  var showSuppressed = false

  @Option(help: "Whether text is coloured: auto, always or never (also NO_COLOR).")
  var color: Color = .auto

  @Flag(help: "Print values that look like credentials.")
  var noRedact = false

  func validate() throws {
    for text in report where Self.split(text) == nil {
      let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'--report' takes FORMAT=FILE with a format of \(formats).")
    }
    // Each would write over what the other has written.
    var seen: Set<String> = []
    for path in report.compactMap({ Self.split($0)?.1 }) + [output].compactMap(\.self)
    where path != "/dev/null" && !seen.insert(path).inserted {
      throw ValidationError("'\(path)' is named for two reports; expected a file for each.")
    }
  }

  /// Whether any output is of a format.
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

  /// Where what is printed goes when no option says so.
  enum Main { case standardError, standardOutput }

  /// Opens every output before the command starts, so that a mistake costs no run.
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

  /// GitHub's annotations hold ten alerts; all of them go to the step's summary, unless they are asked
  /// for in another place.
  private func stepSummary() throws -> Output? {
    guard isAny({ $0 == .github }), !isAny({ $0 == .markdown }),
      let path = Machine.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty
    else { return nil }
    do { return try Output.appending(to: path) } catch {
      throw fail("\(path): can't be written: \(error.name); GITHUB_STEP_SUMMARY names it")
    }
  }

  private func main(_ main: Main) throws -> Output {
    switch output {
    case nil: main == .standardError ? .standardError() : .standardOutput()
    case "-": .standardOutput()
    case let path?: try file(path, for: format)
    }
  }

  /// The line that shows how far a silent command has come, where a person looks at one: at a
  /// terminal that dftrace writes text to, or nothing.
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
      throw fail("\(path): can't be created: \(error.name); expected a writable place")
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
