import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// What an alert offers to be silenced by, pasted into a policy.
  @Suite struct Exceptions {
    private let scratch: Scratch
    private static let names = [
      "plain", "two words", #"q'u"o\te"#, "esc\u{1B}[31m", "line\nfeed", "é\u{202E}", "$x=(1,2)",
    ]

    init() throws {
      scratch = try Scratch()
      for name in Self.names { try scratch.write("secret-" + name, "") }
      try scratch.write("secret-other", "")
    }

    /// Writes a policy whose own alert is about the files above.
    private func write(_ settings: String) throws -> String {
      try scratch.write(
        "policy.json",
        """
        {"name": "own", "failOn": "P1", "alerts": {\(settings)}, "customAlerts": [
          {"id": "own-secret", "title": "t", "category": "file", "priority": "P1",
           "condition": "evt.type in (open, openat) and fd.name contains /secret-"}]}
        """)
      return scratch.file("policy.json")
    }

    private func run(_ settings: String, _ name: String, _ options: String...) throws -> Ran {
      let words =
        [Programs.dftrace, "run", "-p", try write(settings)] + options
        + ["--", "cat", scratch.file("secret-" + name)]
      return try Command(words).run()
    }

    @Test(.timeLimit(.minutes(3)), arguments: names)
    func thePastedTextSilencesThisAndNoOther(_ name: String) throws {
      let first = try run("", name)
      #expect(first.end == .exited(86))
      let line = try #require(
        first.errorText.split(separator: "\n").first { $0.hasPrefix("  allow   ") })
      #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
      let pasted = String(line.dropFirst(10).replacing("WHY", with: "a test"))
      #expect(pasted.hasPrefix(#""own-secret": { "exceptions": [ { "when": "proc.program = cat "#))
      let silent = try run(pasted, name)
      #expect(silent.end == .exited(0), "\(pasted)\n\(silent.errorText)")
      #expect(silent.errorText.contains("1 suppressed"))
      #expect(try run(pasted, "other").end == .exited(86))
    }

    @Test(.timeLimit(.minutes(3))) func aProgramIsToldTheSame() throws {
      let report = scratch.file("report.jsonl")
      _ = try run("", "plain", "-f", "json", "-o", report)
      let alert = try #require(try Report(contentsOf: report).all("alert").first)
      let exception = try #require(alert["exception"] as? [String: String])
      #expect(
        exception["when"] == "proc.program = cat and fd.name = \(scratch.file("secret-plain"))")
      #expect(exception["reason"] == "WHY")
      #expect(exception["expires"]?.count == 10)
    }

    @Test(.timeLimit(.minutes(3))) func expiredAndUnusedExceptionsAreTold() throws {
      let settings = """
        "own-secret": {"exceptions": [
          {"when": "proc.program = cat", "reason": "old ways", "expires": "2020-01-31",
           "owner": "me"}, {"when": "proc.program = dog", "reason": "not yet"}]}
        """
      let ran = try run(settings, "plain")
      #expect(ran.end == .exited(86))
      #expect(ran.errorText.contains("note=exception expired on 2020-01-31: old ways (me)"))
      #expect(
        ran.errorText.contains(
          "unused  exception of own-secret when proc.program = dog: not yet"))
      let report = scratch.file("report.jsonl")
      _ = try run(settings, "plain", "-f", "json", "-o", report)
      let summary = try Report(contentsOf: report).summary
      let unused = summary["unusedExceptions"] as? [[String: String]]
      #expect(
        unused == [["alert": "own-secret", "when": "proc.program = dog", "reason": "not yet"]])
    }

    @Test(.timeLimit(.minutes(3))) func suppressedAlertsAreShownWhenAskedFor() throws {
      let settings = #""own-secret": {"exceptions": [{"when": "fd.name exists", "reason": "ok"}]}"#
      let hidden = try run(settings, "plain")
      #expect(hidden.end == .exited(0) && !hidden.errorText.contains("(suppressed)"))
      let shown = try run(settings, "plain", "--show-suppressed")
      #expect(shown.errorText.contains("P1 t (suppressed)\n  reason  ok\n"))
      #expect(!shown.errorText.contains("  allow "))
    }
  }
}
