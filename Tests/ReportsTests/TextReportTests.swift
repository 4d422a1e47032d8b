import Text
import Events
import Testing

@testable import Reports

@Suite struct TextReportTests {
  @Test func cleanRunIsOneLine() {
    #expect(written(.text) == "dftrace: exit 0: the command's status; no alerts\n")
  }

  @Test func quietCleanRunSaysNothing() {
    #expect(written(.text, TextStyle(quiet: true)).isEmpty)
  }

  @Test func quietKeepsAlertsBelowTheThreshold() {
    var summary = Samples.clean
    summary.alerts = [.p2: 1]
    let text = written(.text, TextStyle(quiet: true), alerts: [Samples.key], summary: summary)
    #expect(text.isEmpty)
  }

  @Test func quietStillNamesBlindSpots() {
    var summary = Samples.clean
    summary.blindSpots = [.init(id: "io-uring", message: "A ring.", count: 2)]
    #expect(
      written(.text, TextStyle(quiet: true), summary: summary)
        == "dftrace: blind spots: io-uring ×2\n")
  }

  @Test func suppressedAlertsAreOnlyCounted() {
    var summary = Samples.clean
    summary.suppressed = 2
    #expect(
      written(.text, alerts: [Samples.suppressed], summary: summary)
        == "dftrace: exit 0: the command's status; no alerts (2 suppressed)\n")
  }

  @Test func suppressedAlertsAreShownWhenAskedFor() {
    let style = TextStyle(showsSuppressed: true)
    let text = written(.text, style, alerts: [Samples.suppressed])
    #expect(
      text.hasPrefix("dftrace: P1 Outgoing connection to a restricted country (suppressed)\n"))
    #expect(text.contains("\n  reason  the vendor's update server\n"))
    let quiet = TextStyle(quiet: true, showsSuppressed: true)
    #expect(written(.text, quiet, alerts: [Samples.suppressed]).isEmpty)
  }

  @Test func whatToDoIsSaidOnceForEachKindOfAlert() {
    var other = Samples.key
    other.fingerprint = "another"
    let text = written(.text, alerts: [Samples.key, other, Samples.country])
    #expect(text.ranges(of: "\n  fix     ").count == 2)
    #expect(text.ranges(of: "\n  allow   ").count >= 2)
    #expect(text.ranges(of: "alerts explain file-ssh-key-read").count == 2)
  }

  @Test func theExceptionIsOneLineAndSafe() throws {
    let text = written(.text, TextStyle(width: 60), alerts: [Samples.key])
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  allow   ") })
    #expect(
      line.dropFirst(10)
        == #""file-ssh-key-read": { "exceptions": [ { "when": "proc.program = node and "#
        + #"fd.name = '/home/ana/.ssh/\\x1b id \"1\"'", "reason": "WHY", "#
        + #""expires": "2027-11-25" } ] }"#)
  }

  @Test func unusedExceptionsAreToldOfACleanRunToo() {
    var summary = Samples.clean
    summary.unusedExceptions = Samples.summary.unusedExceptions
    let unused = "exception of file-persistence when proc.program = installer: sets itself up"
    #expect(written(.text, summary: summary).contains("  unused  \(unused)\n"))
    #expect(written(.text, TextStyle(quiet: true), summary: summary).isEmpty)
  }

  @Test func noLineOfWordsIsWiderThanTheTerminal() {
    let text = written(
      .text, TextStyle(width: 60), alerts: [Samples.country], totals: Samples.totals,
      summary: Samples.summary)
    let wide = text.split(separator: "\n").filter {
      $0.count > 60 && !$0.hasPrefix("dftrace: ")
    }
    #expect(wide.isEmpty, "\(wide)")
  }

  @Test func breakingLosesNoWord() {
    let words = "one two  three four-five six"
    let lines = wrapped(words, columns: 9)
    #expect(lines == ["one two", "three", "four-five", "six"])
    #expect(wrapped("", columns: 9) == [""])
    #expect(wrapped("abcdefghijkl", columns: 5) == ["abcdefghijkl"])
  }

  @Test(arguments: [
    ("short", 10, "short"),
    ("0123456789", 10, "0123456789"),
    ("0123456789a", 10, "012345…89a"),
    ("\n\n\n\n\n\n", 10, "\\n\\n\\n…\\n"),
    ("\u{1B}[2Jx", 20, "\\e[2Jx"),
    ("a\u{202E}b", 20, "a\\u{202e}b"),
    ("\0\u{7}\u{8}\t\u{B}\u{C}\r\u{7F}", 40, "\\0\\a\\b\\t\\v\\f\\r\\u{7f}"),
  ])
  func textIsMadeSafeAndShort(_ text: String, _ limit: Int, _ shown: String) {
    #expect(safeText(text, limit: limit) == shown)
  }

  @Test func longTextIsBounded() {
    for scalar in ["x", "\u{1B}", "\u{E0001}", "é"] {
      let text = safeText(String(repeating: scalar, count: 100_000), limit: 120)
      #expect(text.unicodeScalars.count <= 120)
      #expect(text.contains("…"))
    }
    #expect(commandText(Array(repeating: "word", count: 100_000), limit: 50).count <= 50)
  }

  @Test func argumentsWithBlanksAreTold() {
    #expect(commandText(["a", "", "b c", "d"]) == "a '' 'b c' d")
  }
}

@Suite struct VerdictTests {
  private static func verdict(_ change: (inout Summary) -> Void) -> Verdict {
    var summary = Samples.clean
    change(&summary)
    return Verdict(summary)
  }

  @Test func alertsDecide() {
    let verdict = Self.verdict {
      $0.outcome = .exited(3)
      $0.exitStatus = 86
      $0.alerts = [.p1: 2, .p3: 4]
      $0.failedBy = ["network-reverse-shell", "file-ssh-key-read"]
    }
    #expect(verdict.reason == .alerts)
    #expect(
      verdict.sentence
        == "exit 86: 2 alerts at or above P1: network-reverse-shell, file-ssh-key-read")
  }

  @Test func theThresholdIsThePolicys() {
    let verdict = Self.verdict {
      $0.threshold = .at(.p2)
      $0.exitStatus = 9
      $0.alerts = [.p1: 1, .p2: 2, .p3: 4]
      $0.failedBy = ["a", "b"]
    }
    #expect(verdict.sentence == "exit 9: 3 alerts at or above P2: a, b")
  }

  @Test func theCommandsOwnStatus() {
    let verdict = Self.verdict {
      $0.outcome = .exited(3)
      $0.exitStatus = 3
      $0.alerts = [.p2: 1]
    }
    #expect(verdict.reason == .command)
    #expect(verdict.sentence == "exit 3: the command's status; no alert at or above P1")
  }

  @Test func aThresholdOfNever() {
    let verdict = Self.verdict {
      $0.threshold = .never
      $0.alerts = [.p1: 1]
    }
    #expect(
      verdict.sentence
        == "exit 0: the command's status; 1 alert, threshold never")
  }

  @Test func deathBySignal() {
    let verdict = Self.verdict {
      $0.outcome = .signaled(number: 11, name: "SIGSEGV")
      $0.exitStatus = nil
    }
    #expect(verdict.reason == .signal)
    #expect(verdict.sentence == "ends by SIGSEGV (11) like the command; no alerts")
  }

  @Test func aFaultOfDftraceIsNotTheCommands() {
    let verdict = Self.verdict { $0.exitStatus = 125 }
    #expect(verdict.reason == .dftrace)
    #expect(verdict.sentence == "exit 125: dftrace failed; no alerts")
    let own = Self.verdict {
      $0.outcome = .exited(125)
      $0.exitStatus = 125
    }
    #expect(own.reason == .command)
  }

  @Test func manyKindsAreCut() {
    let verdict = Self.verdict {
      $0.exitStatus = 86
      $0.alerts = [.p1: 12]
      $0.failedBy = (1...12).map { "a\($0)" }
    }
    #expect(verdict.sentence.hasSuffix("a7, a8 and 4 other kinds"))
  }
}
