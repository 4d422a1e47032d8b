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
      let command = Command(Programs.fixture("alert-file-ssh-key-read"), "fires", scratch.path)
      return try Traced(command, options: ["-a", "shop", "-c", "api", "--fail-on", "P4"]).report
    }

    @Test(.timeLimit(.minutes(1)))
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

    @Test(.timeLimit(.minutes(1)))
    func totalsComeBeforeTheSummaryWhichIsLast() throws {
      let report = try report()
      #expect(
        report.lines.compactMap { $0["type"] as? String } == ["alert", "alertTotal", "summary"])
      let total = try #require(report.all("alertTotal").first)
      #expect(Set(total.keys) == ["type", "fingerprint", "id", "count"])
      #expect(total["fingerprint"] as? String == report.lines[0]["fingerprint"] as? String)
    }

    @Test(.timeLimit(.minutes(1)))
    func aFingerprintIsTheSameInTheNextRun() throws {
      let first = try report().lines[0]["fingerprint"] as? String
      #expect(try report().lines[0]["fingerprint"] as? String == first)
      #expect(first?.isEmpty == false)
    }

    @Test(.timeLimit(.minutes(1)))
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

    @Test(.timeLimit(.minutes(1)))
    func repeatsAreOneAlertWithAnExactCount() throws {
      let scratch = try Scratch()
      mkdir(scratch.file(".ssh"), 0o700)
      try scratch.write(".ssh/id_rsa", "no key\n")
      let loop = "for i in 1 2 3 4 5 6 7; do read line < \(scratch.file(".ssh/id_rsa")); done"
      let report = try Traced(Command("/bin/bash", "-c", loop)).report
      #expect(report.alertIDs == ["file-ssh-key-read"])
      #expect(report.all("alertTotal").map { $0["count"] as? Int } == [7])
    }
  }
}
