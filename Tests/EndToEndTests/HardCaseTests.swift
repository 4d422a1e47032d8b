import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Programs that are hard on a tracer, each case untraced and in both ways of tracing: the same
  /// output and the same end, nothing said that is not so, and nobody left behind.
  ///
  /// `DFTRACE_LONG=1` has them do as much as they can.
  @Suite struct HardCases {
    /// How a case ended, and the session that it had.
    private func run(_ command: Command) throws -> (ran: Ran, session: pid_t) {
      let running = try Running(command)
      return (running.finish(), running.id)
    }

    @Test(.timeLimit(.minutes(HardCase.isLong ? 90 : 3)), arguments: HardCase.all)
    func behavesAsWithoutATracer(_ item: HardCase) throws {
      let alone = try run(item.command.prefixed(by: item.user.prefix)).ran
      #expect(!alone.text.isEmpty && alone.errorText.isEmpty, "\(alone.errorText)")
      // 77: this machine does not allow it, which the case says itself.
      for mode in ["notify", "stop"] {
        let scratch = try Scratch(for: item.user)
        let report = scratch.file("report")
        let options = ["--quiet", "--fail-on", "never", "--trace-mode", mode, "-f", "json"]
        let (traced, session) = try run(
          item.command.prefixed(
            by: item.user.prefix + [Programs.dftrace, "run"] + options + ["-o", report, "--"]))
        let expected = item.whenTraced(mode) ?? (alone.text, alone.end)
        #expect(traced.text == expected.text, "\(mode)")
        #expect(traced.end == expected.end, "\(mode)")
        #expect(traced.errorText.isEmpty, "\(mode): \(traced.errorText)")
        let summary = try Report(contentsOf: report)
        #expect(summary.blindSpots == item.blindSpots, "\(mode): \(summary.blindSpots)")
        if let processes = item.processes(alone.text) {
          #expect(summary.summary["processes"] as? Int == processes, "\(mode)")
        }
        #expect(processes(ofSession: session).isEmpty, "\(mode)")
      }
    }

    /// No case of a fixture is left out.
    @Test(arguments: HardCase.names.map(\.fixture))
    func everyCaseIsRun(_ fixture: String) throws {
      let item = try #require(HardCase.names.first { $0.fixture == fixture })
      let listed = try Command(Programs.fixture(fixture)).run().lines
      #expect(Set(listed) == Set(item.cases + item.helpers))
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["notify", "stop"], User.available)
    func streamsThatAreClosedStaySo(_ mode: String, _ user: User) throws {
      let script =
        "for n in 0 1 2; do [ -e /proc/self/fd/$n ] || closed=$closed$n; done; exit $((1$closed))"
      for subset in 0..<8 {
        var command = Command("sh", "-c", script).prefixed(by: user.prefix)
        command.closed = (0..<3).filter { subset & 1 << $0 != 0 }
        let alone = try command.run()
        var traced = Command("sh", "-c", script).prefixed(
          by: user.prefix + [
            Programs.dftrace, "run", "--quiet", "--fail-on", "never", "--trace-mode", mode, "--",
          ])
        traced.closed = command.closed
        #expect(try traced.run().end == alone.end, "\(command.closed)")
      }
    }

    /// Each gets the kernel's own error, and ends as it does where tracing is not to be had.
    @Test(
      .timeLimit(.minutes(3)), arguments: ["notify", "stop"],
      [
        ["strace", "-o", "/dev/null", "/bin/true"],
        ["gdb", "-nx", "-batch", "-ex", "run", "/bin/true"], ["dftrace", "run", "--", "/bin/true"],
      ])
    func aTracerBelowATracerIsRefused(_ mode: String, _ words: [String]) throws {
      let path = words[0] == "dftrace" ? Programs.dftrace : "/usr/bin/" + words[0]
      guard access(path, X_OK) == 0 else { try Test.cancel("no \(words[0])") }
      let traced = try Traced(
        Command([path] + words.dropFirst()), options: ["--fail-on", "never", "--trace-mode", mode])
      #expect(traced.report.blindSpots.contains("nested-tracer"), "\(traced.ran.errorText)")
      switch words[0] {
      case "strace": #expect(traced.ran.end == .exited(1), "\(traced.ran.errorText)")
      case "gdb": #expect(traced.ran.errorText.contains("ptrace"), "\(traced.ran.errorText)")
      default:
        #expect(traced.ran.end == .exited(125))
        #expect(traced.ran.errorText.contains("could not trace the new process: EPERM"))
      }
    }
  }
}
