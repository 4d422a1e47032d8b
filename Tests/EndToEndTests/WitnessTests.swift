import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Other people's tests of signals, processes, descriptors and terminals find with dftrace what they find
  /// without it. These are the quick ones of CPython's; `Scripts/witnesses` runs the rest and other suites
  /// (Docs/reference/compatibility.md).
  @Suite struct Witnesses {
    /// A run of those tests.
    private struct Testimony {
      let process: Running
      let scratch: Scratch

      init(_ prefix: [String], as user: User, only names: Set<String>) throws {
        scratch = try Scratch(for: user)
        var command = Command(
          ["/usr/bin/python3", "-W", "ignore", "-c", Witnesses.program, scratch.file("results")]
            + names.sorted())
        command.directory = scratch.path
        // A machine that builds at the same time takes several times as long.
        command.timeout = 240
        process = try Running(command.prefixed(by: user.prefix + prefix))
      }

      /// What became of each test.
      func results() throws -> [String: String] {
        let ran = process.finish()
        #expect(ran.end == .exited(0), "\(ran.errorText.suffix(2000))")
        let text = try String(contentsOfFile: scratch.file("results"), encoding: .utf8)
        let pairs = text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
        return Dictionary(pairs.map { (String($0[0]), String($0[1])) }) { $0 + ", " + $1 }
      }
    }

    /// What became of each test, without dftrace and each way of observing, in this order.
    private func results(as user: User, only names: Set<String> = []) throws -> [[String: String]] {
      let traced = ["notify", "stop"].map {
        [Programs.dftrace, "run", "--quiet", "--fail-on", "never", "--trace-mode", $0, "--"]
      }
      // They wait more than they work, so that they run beside each other.
      let running = try ([[]] + traced).map { try Testimony($0, as: user, only: names) }
      return try running.map { try $0.results() }
    }

    @Test(.timeLimit(.minutes(10)), arguments: User.available.suffix(1))
    func findTheSame(_ user: User) throws {
      try #require(
        Command("/usr/bin/python3", "-c", "import test.test_signal").run().end == .exited(0),
        "Python's own tests are missing; 'Scripts/setup --test' installs them")
      var found = try results(as: user)
      #expect(found[0].values.count { $0 == "passed" } > 150, "\(found[0])")
      func unlike() -> Set<String> {
        Set(found.flatMap(\.keys)).filter { name in Set(found.map { $0[name] }).count > 1 }
      }
      // Some measure how long something takes, and fail on a busy machine whoever looks on. What dftrace
      // is to blame for comes again.
      for _ in 0..<2 where !unlike().isEmpty { found = try results(as: user, only: unlike()) }
      let differing = unlike().sorted().map { name in "\(name): \(found.map { $0[name] ?? "none" })"
      }
      #expect(differing.isEmpty)
    }

    /// Runs the tests and writes a line for each: its name and what became of it. After the file's name
    /// come those to run, or none for all.
    private static let program = #"""
      import sys, unittest

      NAMES = """test_fcntl test_os.PidTests test_os.SpawnTests test_os.TestSendfile test_popen
        test_posix.PosixTester test_posix.TestPosixSpawn test_pty test_signal.PendingSignalsTests
        test_signal.PosixTests test_signal.WakeupFDTests test_signal.WakeupSocketSignalTests
        test_subprocess.POSIXProcessTestCase test_threading.ThreadJoinOnShutdown""".split()
      # They sleep for a second or two.
      SLOW = """test_sigtimedwait_timeout test_communicate_repeated_call_after_stdout_close
        test_kill_dead test_send_signal_dead test_terminate_dead test_4_daemon_threads""".split()

      class Result(unittest.TestResult):
          def put(self, test, word):
              results.write(test.id().replace(" ", "_") + " " + word + "\n")
              results.flush()

          def addSuccess(self, test):
              self.put(test, "passed")

          def addFailure(self, test, error):
              self.put(test, "failed")

          def addSkip(self, test, reason):
              self.put(test, "skipped")

          addError = addFailure

      def flat(suite):
          for test in suite:
              if isinstance(test, unittest.TestSuite):
                  yield from flat(test)
              else:
                  yield test

      loaded = unittest.defaultTestLoader.loadTestsFromNames("test." + name for name in NAMES)
      chosen = set(sys.argv[2:])
      tests = [
          test for test in flat(loaded)
          if test.id().rpartition(".")[2] not in SLOW and (not chosen or test.id() in chosen)
      ]
      with open(sys.argv[1], "w") as results:
          unittest.TestSuite(tests).run(Result())
      """#
  }
}
