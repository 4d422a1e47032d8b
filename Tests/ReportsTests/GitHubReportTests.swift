import Events
import Foundation
import Testing

@testable import Reports

/// What GitHub's runner makes of a line, after its ActionCommand.cs.
struct RunnerCommand {
  let name: String
  let properties: [String: String]
  let message: String

  /// Reads a line; nil when the runner only shows it.
  init?(_ line: some StringProtocol) {
    let trimmed = line.drop { $0.isWhitespace }
    guard trimmed.hasPrefix("::") else { return nil }
    let rest = trimmed.dropFirst(2)
    guard let end = rest.range(of: "::") else { return nil }
    let words = rest[..<end.lowerBound].split(separator: " ", maxSplits: 1)
    name = String(words.first ?? "")
    var properties: [String: String] = [:]
    for pair in (words.count > 1 ? words[1] : "").split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      properties[String(parts[0])] = Self.unescaped(parts.count > 1 ? String(parts[1]) : "")
        .replacing("%3A", with: ":").replacing("%2C", with: ",").replacing("%25", with: "%")
    }
    self.properties = properties
    message = Self.unescaped(String(rest[end.upperBound...])).replacing("%25", with: "%")
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }
}

@Suite struct GitHubReportTests {
  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  private static func many(_ count: Int) -> [Alert] {
    (0..<count).map { number in
      var alert = Samples.key
      alert.fingerprint = "\(number)"
      alert.priority = Priority.allCases[3 - number % 4]
      alert.message = "number \(number)"
      return alert
    }
  }

  @Test func theWorstTenAreAnnotated() throws {
    var summary = Samples.summary
    summary.overflow = 0
    let lines = Self.lines(written(.github, alerts: Self.many(24), summary: summary))
    let commands = lines.compactMap { RunnerCommand($0) }
    #expect(commands.map(\.name) == Array(repeating: "error", count: 10))
    // Six of the 24 are P1, the first of them the fourth; then come those of P2.
    #expect(
      commands.compactMap { $0.message.split(separator: "\n").first }
        == [
          "number 3", "number 7", "number 11", "number 15", "number 19", "number 23", "number 2",
          "number 6", "number 10", "number 14",
        ].map { "action: " + $0 })
    #expect(lines.contains { $0.hasPrefix("dftrace: 14 more alerts are only in other reports") })
    #expect(lines.last?.hasPrefix("dftrace: exit 86: ") == true)
  }

  @Test func thePriorityIsTheCommand() {
    let lines = Self.lines(written(.github, alerts: Self.many(4)))
    #expect(
      lines.compactMap { RunnerCommand($0)?.name } == ["error", "error", "warning", "notice"])
    #expect(!lines.contains { $0.contains(" more alert") })
  }

  @Test func whatDoesNotCountIsNotShown() {
    let text = written(.github, alerts: [Samples.suppressed, Samples.known])
    #expect(text == "dftrace: exit 0: the command's status; no alerts\n")
  }

  @Test func eachIsAtItsPlace() throws {
    let text = written(
      .github, alerts: [Samples.country, Samples.key], totals: Samples.totals)
    let commands = Self.lines(text).compactMap { RunnerCommand($0) }
    #expect(
      commands.map { ($0.properties["file"] ?? "") + ":" + ($0.properties["line"] ?? "") } == [
        ".dftrace/policy.json:12", ".github/workflows/ci.yml:31",
      ])
    #expect(commands[0].properties["title"]?.hasPrefix("dftrace P1: Outgoing") == true)
    #expect(
      commands[0].message.hasPrefix(
        "action: python3 connected to 175.45.176.1:443 (KP) (17 times)\n")
    )
  }

  /// Whatever stands anywhere, the runner sees an annotation for each alert, and nothing else.
  @Test(arguments: [
    "::set-output name=a::b", "\n::add-mask::x", "\r::stop-commands::x\r", "##[add-path]/tmp",
    "x ##[command]y", "###[error]z", "%0A::error::x", "%25%0A::error::x",
    ",file=/etc/passwd,title=",
    "a::b", "::", ":::error::x", "::error", "\u{2028}::error::x", "\u{85}::warning::x", "::x_y::",
    "::ADD-MASK::x", "\u{B}::error::x", "\u{A0}::error::x", "::\u{301}error::x",
    ":\u{301}:error::\u{301}x", "%\u{301}0A::error::x", "#\u{301}##[x]",
    ",\u{301}line=1:\u{301}", HostileBytesTests.hostile,
  ])
  func noCommandIsInjected(_ text: String) throws {
    var run = SampleRun.saying(text)
    run.alerts[0].priority = .p3
    for outcome in [run.summary.outcome, .exited(0)] {
      run.summary.outcome = outcome
      try Self.expectInert(String(decoding: run.written(.github), as: UTF8.self), commands: 1)
    }
  }

  private static func expectInert(_ written: String, commands: Int) throws {
    // The runner reads no characters as Swift does, in which an accent is one with what it stands
    // on.
    let output = written.unicodeScalars.map {
      $0.properties.generalCategory == .nonspacingMark ? "◌" : String($0)
    }.joined()
    // Whatever some reader of lines takes for the end of one.
    let lines = output.split { $0.isNewline || $0 == "\u{B}" || $0 == "\u{C}" }
    let found = lines.compactMap { RunnerCommand($0) }
    #expect(found.count == commands)
    #expect(found.allSatisfy { $0.name == "warning" })
    #expect(found.allSatisfy { Set($0.properties.keys) == ["file", "line", "endLine", "title"] })
    #expect(lines.allSatisfy { $0.hasPrefix("::warning file=") || $0.hasPrefix("dftrace: ") })
    #expect(!output.contains("##["))
    let told = try Regex("::(set-output|add-mask|stop-commands|error|warning|x_y|ADD-MASK)")
    let texts = lines.map { $0.hasPrefix("::") ? $0.dropFirst("::warning".count) : $0 }
    #expect(!texts.contains { $0.contains(told) })
    // Nor when the runner writes the message to its log, which somebody may read as commands again.
    for command in found {
      #expect(!command.message.contains("##[") && !command.message.contains(told))
      #expect(command.message.split(separator: "\n").allSatisfy { RunnerCommand($0) == nil })
    }
  }

  @Test(arguments: [
    ("[2001:db8::1]:443", "[2001:db8::1]:443"), ("::ffff:1.2.3.4", "::ffff:1.2.3.4"), ("::", "::"),
    ("std::move", "std\\u{3a}:move"),
    ("##[x", "\\u{23}#[x"),
    ("# [", "# ["), ("# ##", "# ##"), ("", ""),
  ])
  func addressesStayReadable(_ text: String, _ shown: String) {
    #expect(GitHubReport.inert(text) == shown)
  }
}
