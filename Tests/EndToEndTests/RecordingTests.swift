import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// The analysis of a recording raises the same alerts as the run.
  @Suite struct Recordings {
    /// The alerts of a report, with all that is the same for a run and its recording.
    private static func alerts(_ report: Report) -> [[String: String]] {
      report.all("alert").map { alert in
        alert.mapValues { value in
          let data = try? JSONSerialization.data(
            withJSONObject: [value], options: [.sortedKeys])
          return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
      }
    }

    private static func totals(_ report: Report) -> [String: Int] {
      Dictionary(
        report.all("alertTotal").compactMap { total in
          (total["fingerprint"] as? String).flatMap { name in
            (total["count"] as? Int).map { (name, $0) }
          }
        }, uniquingKeysWith: +)
    }

    private static func analyze(_ scratch: Scratch, _ options: [String]) throws -> (Ran, Report) {
      var command = Command(
        [Programs.dftrace, "analyze", scratch.file("events"), "-f", "json"] + options)
      command.timeout = 60
      let ran = try command.run()
      try scratch.write("analyzed", ran.text)
      return (ran, try Report(contentsOf: scratch.file("analyzed")))
    }

    @Test(
      .timeLimit(.minutes(2)),
      arguments: AlertCase.all.filter { $0.user == .own && $0.isFiring })
    func analyzeRaisesWhatTheRunDid(_ item: AlertCase) throws {
      let scratch = try Scratch()
      let setting = try AlertSetting.of(item.id)
      let options = try item.options(setting, scratch)
      let command = try item.command(setting, scratch)
      try setting.prepare(scratch, for: item.user)
      let traced = try Traced(command, options: options + ["--events", scratch.file("events")])
      if traced.ran.end == .exited(77) { try Test.cancel("\(traced.ran.text)") }
      #expect(Set(traced.report.alertIDs) == item.expected(setting), "\(traced.report.messages)")

      let (ran, report) = try Self.analyze(scratch, options)
      #expect(ran.end == .exited(86), "\(ran.errorText)")
      #expect(Self.alerts(report) == Self.alerts(traced.report))
      #expect(Self.totals(report) == Self.totals(traced.report))
      #expect(report.blindSpots == traced.report.blindSpots)
    }

    @Test(.timeLimit(.minutes(2)), arguments: ["standard", "max-alert", "strict"])
    func anyPolicyJudgesAsARunUnderItDoes(_ policy: String) throws {
      let scratch = try Scratch()
      let script = """
        cat /etc/shadow > /dev/null 2>&1; rm -f here; cp /bin/true here; ./here; chmod u+s here
        python3 -c 'import os, ctypes; os.system("exit 0")'; echo done
        """
      var command = Command("bash", "-c", script)
      command.directory = scratch.path
      let recorded = try Traced(
        command, options: ["-p", "max-alert", "--events", scratch.file("events")])
      let direct = try Traced(command, options: ["-p", policy, "--fail-on", "never"])
      #expect(recorded.ran.text == "done\n" && direct.ran.text == "done\n")
      let (ran, report) = try Self.analyze(scratch, ["-p", policy, "--fail-on", "never"])
      #expect(ran.end == .exited(0), "\(ran.errorText)")
      #expect(report.alertIDs == direct.report.alertIDs)
      #expect(!report.alertIDs.isEmpty)
    }

    @Test func whatIsWrongWithARecordingIsSaidWithItsPlace() throws {
      let scratch = try Scratch()
      _ = try Traced(
        Command("cat", "/etc/shadow"), options: ["--events", scratch.file("events")])
      let whole = try String(contentsOfFile: scratch.file("events"), encoding: .utf8)
      let lines = whole.split(separator: "\n").map(String.init)
      let cases: [(String, String)] = [
        ("", "events:1:1: the file is empty"),
        (
          lines.dropLast().joined(separator: "\n"),
          "events:\(lines.count):1: the recording is truncated"
        ),
        (String(whole.dropLast(30)), "events:\(lines.count):"),
        (lines.dropFirst().joined(separator: "\n"), "events:1:1: expected a line of type"),
        (whole + "{}\n", "events:\(lines.count + 1):1: expected nothing after"),
        ("not json\n", "events:1:1: expected a value"),
        (
          whole.replacingOccurrences(of: "\"schemaVersion\":1", with: "\"schemaVersion\":7"),
          "schemaVersion is 7"
        ),
        (whole.replacingOccurrences(of: "\"fd.name\"", with: "\"fd.nmae\""), "unknown field"),
      ]
      for (text, expected) in cases {
        try scratch.write("events", text)
        let ran = try Command([Programs.dftrace, "analyze", scratch.file("events")]).run()
        #expect(ran.end == .exited(125), "\(expected)")
        #expect(ran.errorText.contains(expected), "\(ran.errorText)")
        #expect(ran.errorText.split(separator: "\n").count == 1, "\(ran.errorText)")
      }
      for path in [scratch.file("none"), scratch.path] {
        let ran = try Command([Programs.dftrace, "analyze", path]).run()
        #expect(ran.end == .exited(125))
        #expect(ran.errorText.contains("expected a recording made with --events"))
      }
    }

    /// The analysis reports the events before the truncation.
    @Test func aCutRecordingLosesNoAlert() throws {
      let scratch = try Scratch()
      _ = try Traced(
        Command("cat", "/etc/shadow"), options: ["--events", scratch.file("events")])
      let whole = try String(contentsOfFile: scratch.file("events"), encoding: .utf8)
      try scratch.write("events", whole.split(separator: "\n").dropLast().joined(separator: "\n"))
      let ran = try Command(
        [Programs.dftrace, "analyze", scratch.file("events"), "-f", "json"]).run()
      #expect(ran.end == .exited(125))
      #expect(ran.text.contains("file-sensitive-read"))
    }

    @Test func secretsStayOutOfRecordings() throws {
      let scratch = try Scratch()
      var command = Command("cat", "--password=hunter2secret", "/dev/null")
      command.environment.append("API_TOKEN=ghp_0123456789abcdefghijABCDEFGHIJ012345")
      _ = try Traced(command, options: ["--events", scratch.file("events")])
      let text = try String(contentsOfFile: scratch.file("events"), encoding: .utf8)
      #expect(!text.contains("hunter2secret") && !text.contains("ghp_0123456789"))
      #expect(text.contains("‹redacted›") && text.contains("API_TOKEN"))
      _ = try Traced(command, options: ["--no-redact", "--events", scratch.file("events")])
      let open = try String(contentsOfFile: scratch.file("events"), encoding: .utf8)
      #expect(open.contains("hunter2secret"))
    }

    @Test func aFullDiskIsSaidAndTheCommandRunsOn() throws {
      let ran = try Command(
        Programs.dftrace, "run", "--events", "/dev/full", "--", "echo", "done"
      ).run()
      #expect(ran.end == .exited(125) && ran.text == "done\n")
      #expect(ran.errorText.contains("ENOSPC"))
    }
  }
}
