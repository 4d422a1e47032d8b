import Foundation
import Glibc
import Testing

/// A way of observing calls, forced by what is done without.
enum Rung: String, CaseIterable, CustomTestStringConvertible {
  case synchronous = ""
  case plain = "synchronous"
  case interruptible = "synchronous,killable"
  case stops = "notifications"

  var testDescription: String {
    switch self {
    case .synchronous: "synchronous notifications"
    case .plain: "notifications"
    case .interruptible: "notifications that signals interrupt"
    case .stops: "stops"
    }
  }

  /// What the summary calls it.
  var traceMode: String {
    switch self {
    case .synchronous: "notify-synchronous"
    case .plain: "notify"
    case .interruptible: "notify-interruptible"
    case .stops: "stop"
    }
  }

  /// A command that is observed this way, wherever the kernel has all of them.
  func observing(_ command: Command) -> Command {
    var command = command
    command.environment.removeAll {
      $0.hasPrefix("DFTRACE_WITHOUT") || $0.hasPrefix("DFTRACE_TRACE_MODE")
    }
    if !rawValue.isEmpty { command.environment.append("DFTRACE_WITHOUT=\(rawValue)") }
    return command
  }
}

extension EndToEnd {
  /// Every way of observing calls shows the same, and changes nothing of what a program does.
  @Suite struct Notifications {
    private static let policy = #"""
      { "name": "own", "customAlerts": [ { "id": "own-read", "title": "Read", "category": "file",
        "priority": "P1", "condition":
        "evt.is_open_read = true and fd.name in (/etc/passwd, /etc/hostname) and evt.failed = false" } ] }
      """#

    @Test(
      .timeLimit(.minutes(3)), arguments: Rung.allCases,
      ["timer", "restarting", "fifo", "preempted", "deaths"])
    func signalsAndDeathsChangeNothing(_ rung: Rung, _ mode: String) throws {
      let scratch = try Scratch()
      let command = Command(Programs.fixture("edge-notify"), mode, scratch.path)
      let untraced = try command.run()
      #expect(untraced.end == .exited(0) && !untraced.text.isEmpty)
      try scratch.write("policy.json", Self.policy)
      // As if nobody looked, and with an alert that stops each open.
      for options in [[], ["-p", scratch.file("policy.json")]] {
        var observed = rung.observing(command)
        observed.timeout = 60
        let traced = try Traced(observed, options: options + ["--fail-on", "never"])
        #expect(traced.ran.text == untraced.text)
        #expect(traced.ran.end == .exited(0), "\(traced.ran.errorText)")
        #expect(traced.report.traceMode == rung.traceMode)
        guard !options.isEmpty, mode == "timer" || mode == "preempted" else { continue }
        let total = traced.report.all("alertTotal").first { $0["id"] as? String == "own-read" }
        #expect(total?["count"] as? Int == (mode == "timer" ? 5000 : 4000))
      }
    }

    @Test(.timeLimit(.minutes(3)), arguments: Rung.allCases)
    func aMatchedOpenIsVerified(_ rung: Rung) throws {
      let command = rung.observing(Command("cat", "/etc/shadow"))
      let alert = try #require(
        Traced(command, options: ["--fail-on", "never"]).report.all("alert").first)
      let event = try #require(alert["event"] as? [String: Any])
      #expect(alert["id"] as? String == "file-sensitive-read")
      #expect(alert["level"] as? String == (geteuid() == 0 ? "verified" : "returned"))
      #expect((event["result"] as? Int).map { $0 >= 0 } == (geteuid() == 0))
    }

    @Test(.timeLimit(.minutes(3)), arguments: Rung.allCases)
    func orderWithinAThreadIsKept(_ rung: Rung) throws {
      let scratch = try Scratch()
      let command = rung.observing(Command(Programs.fixture("edge-notify"), "order"))
      let traced = try Traced(command, options: ["--events", scratch.file("events")])
      #expect(traced.ran.text == "16 threads in order\n")
      let text = try String(contentsOfFile: scratch.file("events"), encoding: .utf8)
      var next: [Int: Int] = [:]
      // A line tells of a call at its entry and at its return.
      for line in text.split(separator: "\n") {
        guard let match = line.firstMatch(of: #/"name":"/nowhere/(\d+)/(\d+)"/#) else { continue }
        let thread = try #require(Int(match.1))
        #expect(Int(match.2) == next[thread, default: 0])
        next[thread, default: 0] += 1
      }
      #expect(next == Dictionary(uniqueKeysWithValues: (0..<16).map { ($0, 25) }))
    }

    @Test(.timeLimit(.minutes(3)), arguments: Rung.allCases)
    func nothingOutlivesATracerKilledInTheMidstOfCalls(_ rung: Rung) throws {
      let words = [Programs.dftrace, "run", "--", Programs.fixture("edge-notify"), "endless"]
      let running = try Running(rung.observing(Command(words)))
      let id = try #require(Int32(try running.line(after: "pid ")))
      usleep(100_000)
      #expect(runs(id))
      running.signal(SIGKILL)
      _ = running.finish()
      #expect(ends(id))
    }

    @Test(.timeLimit(.minutes(3))) func aWayThatCanNotBeHadIsRefusedOrLeft() throws {
      let words = [Programs.dftrace, "run", "--trace-mode", "notify", "--", "/bin/echo", "ran"]
      let refused = try Rung.stops.observing(Command(words)).run()
      #expect(refused.end == .exited(125) && refused.output.isEmpty)
      #expect(refused.errorText.contains("--trace-mode notify"))
      // What has a listener of its own can't be given another; then it is by stops.
      let held = try Traced(
        Rung.synchronous.observing(Command("/bin/echo", "ran")), options: ["--trace-mode", "stop"])
      #expect(held.ran.text == "ran\n" && held.report.traceMode == "stop")
      var unknown = Command(words)
      unknown.environment = ["PATH=/usr/bin:/bin", "DFTRACE_TRACE_MODE=quick"]
      unknown.words = Command(Programs.dftrace, "run", "--", "/bin/echo").words
      #expect(try unknown.run().end == .exited(64))
    }

    /// A filter whose listener somebody holds takes no second one; a container takes away much.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [("listening", "stop"), ("contained", "notify-synchronous")])
    func whereDftraceRunsDecidesTheWay(_ place: String, _ mode: String) throws {
      let scratch = try Scratch()
      let report = scratch.file("report")
      let ran = try Rung.synchronous.observing(
        Command(
          Programs.fixture("edge-interfaces"), place, Programs.dftrace, "run", "-f", "json",
          "-o", report, "--", "/bin/echo", "ran")
      ).run()
      #expect(ran.text == "ran\n" && ran.end == .exited(0), "\(ran.errorText)")
      #expect(try Report(contentsOf: report).traceMode == mode)
    }

    @Test(.timeLimit(.minutes(3)), arguments: Rung.allCases)
    func whatWasObservedIsTold(_ rung: Rung) throws {
      let command = rung.observing(Command("cat", "/etc/hostname"))
      let summary = try #require(
        Traced(command, options: ["--stats"]).report.all("summary").first)
      let kinds = try #require(summary["statistics"] as? [[String: Any]])
      let opens = try #require(kinds.first { $0["name"] as? String == "openat" })
      let events = try #require((summary["events"] as? [String: Int])?["openat"])
      #expect(opens[rung == .stops ? "stopped" : "notified"] as? Int == events)
      #expect((opens["nanoseconds"] as? Int).map { $0 > 0 } == true)
      let words = [Programs.dftrace, "run", "--stats", "--", "/bin/true"]
      let text = try rung.observing(Command(words)).run().errorText
      #expect(text.contains("notified   stopped   matched") && text.contains("openat"))
    }
  }
}
