import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// The shape of the JSON report, which other programs read.
  @Suite struct Reports {
    private static let alertKeys: Set<String> = [
      "type", "schemaVersion", "id", "priority", "category", "title", "message", "time", "count",
      "fingerprint", "new", "suppressed", "policy", "app", "component", "process", "event", "level",
      "evidence", "why", "tags", "exception",
    ]

    private func report() throws -> Report {
      let scratch = try Scratch()
      // In a directory that the run created, the key would be its own.
      mkdir(scratch.file(".ssh"), 0o700)
      try scratch.write(".ssh/id_ed25519", "no key\n")
      let command = Command(Programs.fixture("alert-file-ssh-key-read"), "fires", scratch.path)
      return try Traced(command, options: ["-a", "shop", "-c", "api", "--fail-on", "P4"]).report
    }

    @Test(.timeLimit(.minutes(3)))
    func anAlertHasEveryKey() throws {
      let alert = try #require(try report().all("alert").first)
      #expect(Set(alert.keys) == Self.alertKeys)
      #expect(alert["schemaVersion"] as? Int == 1)
      #expect(alert["count"] as? Int == 1)
      #expect(alert["app"] as? String == "shop")
      #expect(alert["component"] as? String == "api")
      #expect(alert["policy"] as? String == "standard")
      #expect(["P1", "P2", "P3", "P4"].contains(alert["priority"] as? String))
      let time = try #require(alert["time"] as? String)
      #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/) != nil, "\(time)")
      let process = try #require(alert["process"] as? [String: Any])
      #expect(
        Set(process.keys) == ["pid", "ppid", "exe", "argv", "cwd", "uid", "euid", "ancestors"])
      #expect(process["exe"] as? String == Programs.fixture("alert-file-ssh-key-read"))
      #expect(process["cwd"] as? String == "/")
      #expect((process["argv"] as? [String])?.dropFirst().first == "fires")
      let event = try #require(alert["event"] as? [String: Any])
      #expect(event["args"] is [String: Any])
      let why = try #require(alert["why"] as? [[String: Any]])
      #expect(!why.isEmpty)
      #expect(why.allSatisfy { Set($0.keys) == ["check", "value"] })
      let tags = try #require(alert["tags"] as? [String: Any])
      #expect(Set(tags.keys) == ["attack", "cwe"])
    }

    @Test(.timeLimit(.minutes(3)))
    func totalsComeBeforeTheSummaryWhichIsLast() throws {
      let report = try report()
      #expect(
        report.lines.compactMap { $0["type"] as? String } == ["alert", "alertTotal", "summary"])
      let total = try #require(report.all("alertTotal").first)
      #expect(Set(total.keys) == ["type", "fingerprint", "id", "count"])
      #expect(total["fingerprint"] as? String == report.lines[0]["fingerprint"] as? String)
    }

    @Test(.timeLimit(.minutes(3)))
    func aFingerprintIsTheSameInTheNextRun() throws {
      let first = try report().lines[0]["fingerprint"] as? String
      #expect(try report().lines[0]["fingerprint"] as? String == first)
      #expect(first?.isEmpty == false)
    }

    @Test(.timeLimit(.minutes(3)))
    func theSummaryHasEveryKey() throws {
      let summary = try report().summary
      #expect(
        Set(summary.keys) == [
          "type", "schemaVersion", "command", "outcome", "exitStatus", "policy", "app",
          "component", "durationNanoseconds", "processes", "events", "alerts", "suppressed",
          "overflow", "threshold", "verdict", "peakMemoryBytes", "inventory", "blindSpots",
          "unusedExceptions",
          "traceMode",
        ])
      #expect(summary["outcome"] as? String == "exited")
      #expect(summary["exitStatus"] as? Int == 0)
      #expect(summary["threshold"] as? String == "P4")
      let verdict = try #require(summary["verdict"] as? [String: Any])
      #expect(verdict["exitStatus"] as? Int == 86)
      #expect(verdict["failedBy"] as? [String] == ["file-ssh-key-read"])
      let alerts = try #require(summary["alerts"] as? [String: Int])
      #expect(Set(alerts.keys) == ["P1", "P2", "P3", "P4"])
      #expect(alerts.values.reduce(0, +) == 1)
      let inventory = try #require(summary["inventory"] as? [String: Any])
      #expect(
        Set(inventory.keys).isSuperset(of: ["programs", "destinations", "directoriesWritten"]))
    }

    @Test(.timeLimit(.minutes(3)))
    func repeatsAreOneAlertWithAnExactCount() throws {
      let scratch = try Scratch()
      mkdir(scratch.file(".ssh"), 0o700)
      try scratch.write(".ssh/id_rsa", "no key\n")
      let loop = "for i in 1 2 3 4 5 6 7; do read line < \(scratch.file(".ssh/id_rsa")); done"
      let report = try Traced(Command("/bin/bash", "-c", loop)).report
      #expect(report.alertIDs == ["file-ssh-key-read"])
      #expect(report.all("alertTotal").map { $0["count"] as? Int } == [7])
    }

    /// All that are asked for, of one run, each whole and telling the same.
    @Test(.timeLimit(.minutes(3))) func severalReportsOfOneRun() throws {
      let scratch = try Scratch()
      func dftrace(_ options: String...) throws -> Ran {
        let command = ["--", "cat", "/etc/shadow", "/etc/hostname"]
        return try Command([Programs.dftrace, "run", "--fail-on", "P2"] + options + command).run()
      }
      let ran = try dftrace(
        "--report", "sarif=\(scratch.file("a"))", "--report", "junit=\(scratch.file("b"))",
        "--report", "html=\(scratch.file("c"))", "--report", "gitlab=\(scratch.file("d"))",
        "--report", "json=\(scratch.file("e"))")
      #expect(ran.end == .exited(86))
      func content(_ name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: scratch.file(name)))
      }
      let sarif = try JSONSerialization.jsonObject(with: content("a")) as? [String: Any]
      let run = try #require((sarif?["runs"] as? [[String: Any]])?.first)
      let results = try #require(run["results"] as? [[String: Any]])
      #expect(results.map { $0["ruleId"] as? String } == ["file-sensitive-read"])
      let rules = try #require(
        ((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]]
      )
      #expect(rules.count > 100)
      let tests = String(decoding: try content("b"), as: UTF8.self)
      #expect(tests.contains("<failure") && tests.contains("file-sensitive-read"))
      #expect(tests.split(separator: "<testcase").count > 100)
      #expect(String(decoding: try content("c"), as: UTF8.self).contains("file-sensitive-read"))
      let list = try JSONSerialization.jsonObject(with: content("d")) as? [[String: Any]]
      #expect(list?.count == 1)
      #expect(try Report(contentsOf: scratch.file("e")).alertIDs == ["file-sensitive-read"])

      #expect(try dftrace("--report", "sarif=x", "--report", "html=x").end == .exited(64))
      let printed = try dftrace("--report", "gitlab=-")
      #expect(printed.text.hasSuffix("]\n") && printed.text.contains("\"check_name\""))
    }

    /// Annotations hold ten alerts, so that all go to the step's summary, after what is there.
    @Test(.timeLimit(.minutes(3))) func githubHasItsStepSummaryToo() throws {
      let scratch = try Scratch()
      try scratch.write("summary", "# Before\n")
      func run(_ options: String...) throws -> Ran {
        var command = Command([Programs.dftrace, "run"] + options + ["--", "cat", "/etc/shadow"])
        command.environment += ["GITHUB_STEP_SUMMARY=\(scratch.file("summary"))"]
        return try command.run()
      }
      func summary() throws -> String {
        try String(contentsOfFile: scratch.file("summary"), encoding: .utf8)
      }
      let ran = try run("--format", "github")
      #expect(ran.errorText.contains("::error file="))
      let text = try summary()
      #expect(text.hasPrefix("# Before\n") && text.contains("file-sensitive-read"))
      // Whoever wants the Markdown elsewhere has it there alone, and other formats have none.
      _ = try run("--report", "github=/dev/null", "--report", "markdown=\(scratch.file("other"))")
      _ = try run("--report", "sarif=/dev/null")
      #expect(try summary() == text)
    }
  }
}
