import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// What becomes of a run when dftrace is killed, stopped or starved: nothing is left behind, and
  /// no half of a report passes for a whole one.
  @Suite struct Faults {
    /// A directory with reports of an earlier run, and what a later one may make of them.
    private final class Place {
      static let documents = ["sarif", "junit", "gitlab", "html", "markdown"]
      let scratch: Scratch
      /// Options that ask for every report.
      let options: [String]

      init() throws {
        let scratch = try Scratch()
        self.scratch = scratch
        for name in Self.documents + ["baseline"] { try scratch.write(name, "old") }
        options =
          Self.documents.flatMap { ["--report", "\($0)=\(scratch.file($0))"] }
          + ["--report", "json=\(scratch.file("json"))", "--events", scratch.file("events")]
          + ["--write-baseline", scratch.file("baseline"), "--quiet", "--fail-on", "never"]
      }

      func text(_ name: String) throws -> String {
        try String(contentsOfFile: scratch.file(name), encoding: .utf8)
      }

      /// Whether each document is the earlier run's.
      func isUntouched() throws -> Bool {
        try (Self.documents + ["baseline"]).allSatisfy { try text($0) == "old" }
      }

      /// Whether each document is whole and new.
      func isReplaced() throws -> Bool {
        for name in ["sarif", "gitlab", "baseline"] {
          _ = try JSONSerialization.jsonObject(with: Data(try text(name).utf8))
        }
        return try text("junit").hasSuffix("</testsuites>\n")
          && text("html").contains("</html>") && text("markdown") != "old"
      }

      /// Whether a file of lines holds objects alone.
      func isOfLines(_ name: String) throws -> Bool {
        let lines = try text(name).split(separator: "\n")
        return try text(name).isEmpty
          || text(name).hasSuffix("\n")
            && lines.allSatisfy {
              (try? JSONSerialization.jsonObject(with: Data($0.utf8))) is [String: Any]
            }
      }

      /// What was made to be renamed and is still there.
      var leftovers: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? []
        return names.filter { $0.contains(".") && $0 != "Makefile" }
      }
    }

    /// Starts make with two jobs, of which one has a session of its own, and gives their ids.
    private func start(_ place: Place, _ mode: String) throws -> (Running, [pid_t]) {
      try place.scratch.write(
        "Makefile",
        """
        all: a b
        a: ; @echo a $$$$; exec sleep 20
        b: ; @exec setsid sh -c 'echo b $$$$; while :; do read line < /etc/hostname; done'

        """)
      var command = Command(
        [Programs.dftrace, "run", "--trace-mode", mode] + place.options + ["--", "make", "-j2"])
      command.directory = place.scratch.path
      let running = try Running(command)
      let ids = [try running.line(after: "a "), try running.line(after: "b ")]
      return (running, ids.compactMap { pid_t($0) })
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["notify", "stop"])
    func killedItTakesAllWithIt(_ mode: String) throws {
      let place = try Place()
      let (running, ids) = try start(place, mode)
      #expect(ids.count == 2 && ids.allSatisfy(runs))
      running.signal(SIGKILL)
      #expect(running.finish().end == .signaled(SIGKILL))
      #expect(ids.allSatisfy(ends))
      #expect(try place.isUntouched())
      #expect(try place.isOfLines("json"))
      #expect(place.leftovers.isEmpty, "\(place.leftovers)")
    }

    /// A request to end is the command's, and the next one that of what it has left.
    @Test(.timeLimit(.minutes(3)))
    func askedToEndItReports() throws {
      let place = try Place()
      let (running, ids) = try start(place, "notify")
      let end = seconds() + 60
      while runs(running.id), seconds() < end {
        running.signal(SIGTERM)
        usleep(100_000)
      }
      #expect(running.finish().end != .timedOut)
      #expect(!ids.contains(where: runs))
      #expect(try place.isReplaced())
      #expect(try place.isOfLines("json") && place.isOfLines("events"))
      #expect(place.leftovers.isEmpty, "\(place.leftovers)")
    }

    @Test(.timeLimit(.minutes(3)), arguments: [SIGINT, SIGHUP])
    func askedToEndItEndsAsTheCommandDoes(_ signal: Int32) throws {
      let place = try Place()
      let program = "import time; print('ready', flush=True); time.sleep(20)"
      let running = try Running(
        Command(
          [Programs.dftrace, "run"] + place.options + ["--", "python3", "-S", "-c", program]))
      _ = try running.line(after: "ready")
      running.signal(signal)
      #expect(running.finish().end == .signaled(signal))
      #expect(try place.isReplaced())
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["notify", "stop"])
    func stoppedItGoesOn(_ mode: String) throws {
      let script = """
        echo ready; i=0; while [ $i -lt 400 ]; do read line < /etc/hostname; i=$((i + 1)); done
        exit 4
        """
      let running = try Running(
        Command(
          Programs.dftrace, "run", "--quiet", "--trace-mode", mode, "--", "sh", "-c", script))
      _ = try running.line(after: "ready")
      for _ in 0..<3 {
        running.signal(SIGSTOP)
        usleep(20000)
        running.signal(SIGCONT)
      }
      #expect(running.finish().end == .exited(4))
    }

    /// Either there are enough, or the command is not run.
    @Test(.timeLimit(.minutes(3)), arguments: ["notify", "stop"])
    func withoutDescriptors(_ mode: String) throws {
      let place = try Place()
      for count in 4...20 {
        let limit = "ulimit -n \(count); exec \"$@\""
        let ran = try Command(
          ["sh", "-c", limit, "sh", Programs.dftrace, "run", "--trace-mode", mode] + place.options
            + ["--", "/bin/echo", "ran"]
        ).run()
        if ran.end == .exited(0) {
          #expect(ran.text == "ran\n" && ran.errorText.isEmpty, "\(count): \(ran.errorText)")
          #expect(try place.isReplaced(), "\(count)")
        } else {
          #expect(ran.text.isEmpty, "\(count)")
          #expect(ran.errorText.split(separator: "\n").count == 1, "\(count): \(ran.errorText)")
          // The program loader has its own status.
          #expect(ran.end == .exited(125) || ran.end == .exited(127), "\(count): \(ran.end)")
          #expect(try place.isUntouched(), "\(count)")
        }
      }
      #expect(try place.isReplaced())
      #expect(place.leftovers.isEmpty, "\(place.leftovers)")
    }

    /// Where it lacks memory from is chance; that it says so and leaves no half of a report is not.
    @Test(.timeLimit(.minutes(3)))
    func withoutMemory() throws {
      for kilobytes in Array(stride(from: 32_500, to: 39_000, by: 250)) + [400_000] {
        let place = try Place()
        let limit = "ulimit -v \(kilobytes); exec \"$@\""
        let ran = try Command(
          ["sh", "-c", limit, "sh", Programs.dftrace, "run"] + place.options
            + ["--", "sh", "-c", "cat /etc/hostname > /dev/null; exit 3"]
        ).run()
        if ran.end == .exited(3) {
          #expect(try place.isReplaced(), "\(kilobytes)")
        } else {
          #expect(kilobytes < 400_000, "\(ran.errorText)")
          // The program loader has its own status.
          #expect(ran.end == .exited(125) || ran.end == .exited(127), "\(kilobytes): \(ran.end)")
          #expect(try place.text("sarif") == "old" && place.text("html") == "old", "\(kilobytes)")
        }
        if ran.end == .exited(125) {
          #expect(
            ran.errorText.split(separator: "\n").last?.hasPrefix("dftrace: ") == true,
            "\(kilobytes): \(ran.errorText)")
        }
        #expect(place.leftovers.isEmpty, "\(place.leftovers)")
      }
    }

    /// On a full disk or at RLIMIT_FSIZE, the report of an earlier run stays complete.
    @Test(
      .timeLimit(.minutes(3)),
      .enabled(if: BadInputTests.canMount, "no namespaces of a user's own"),
      arguments: Place.documents)
    func aFullDiskKeepsTheOlderReport(_ format: String) throws {
      let scratch = try Scratch()
      // Gaps of a full disk take one block; the report needs more.
      let script = """
        mount -t tmpfs -o size=16k none "$1" && cd "$1" && echo old > out && head -c 12288 /dev/zero > fill
        "$0" run --quiet --fail-on never --report \(format)=out -- sh -c 'cat /etc/shadow; exit 3' > /dev/null
        echo $?; cat out; ls
        """
      let ran = try Command("unshare", "-rm", "sh", "-c", script, Programs.dftrace, scratch.path)
        .run()
      #expect(ran.text == "125\nold\nfill\nout\n", "\(ran.text)")
      #expect(ran.errorText == "dftrace: out could not be written: ENOSPC\n")
    }

    @Test(.timeLimit(.minutes(3)))
    func aLimitOfAFilesSizeIsAnError() throws {
      let place = try Place()
      let limit = "ulimit -f 60; exec \"$@\""
      let ran = try Command(
        "sh", "-c", limit, "sh", Programs.dftrace, "run", "--quiet", "--fail-on", "never",
        "--report", "sarif=\(place.scratch.file("sarif"))", "--", "sh", "-c", "exit 3"
      ).run()
      #expect(ran.end == .exited(125))
      #expect(ran.errorText.hasSuffix("/sarif could not be written: EFBIG\n"), "\(ran.errorText)")
      #expect(try place.text("sarif") == "old")
      #expect(place.leftovers.isEmpty, "\(place.leftovers)")
    }

    /// A FIFO is written to and stays one; nothing is put in its place.
    @Test(.timeLimit(.minutes(3)), arguments: ["--report=sarif=", "--write-baseline="])
    func whatIsNoFileIsWrittenTo(_ option: String) throws {
      let scratch = try Scratch()
      let script = """
        mkfifo fifo; cat fifo > got &
        "$0" run --quiet --fail-on never \(option)fifo -- sh -c 'exit 3'; echo $?
        wait; [ -p fifo ] && head -c 1 got
        "$0" run --quiet --fail-on never \(option)/proc/self/fd/3 -- true 3> other; head -c 1 other
        """
      var command = Command("sh", "-c", script, Programs.dftrace)
      command.directory = scratch.path
      #expect(try command.run().text == "3\n{{")
    }

    /// As `perl -e 'alarm 1; exec @ARGV'` has it: execve(2) keeps the timer for the command.
    @Test(.timeLimit(.minutes(3)), arguments: ["notify", "stop"])
    func anAlarmThatRunsIsTheCommands(_ mode: String) throws {
      let program = """
        import os, signal, sys
        signal.alarm(1)
        os.execv(sys.argv[1], sys.argv[1:])
        """
      let ran = try Command(
        "python3", "-c", program, Programs.dftrace, "run", "--quiet", "--trace-mode", mode, "--",
        "sleep", "9"
      ).run()
      #expect(ran.end == .signaled(SIGALRM), "\(ran.errorText)")
    }

    /// A clock that is set, by an hour each time that somebody looks at it, tears no window of time.
    @Test(.timeLimit(.minutes(3)), arguments: [3600, -3600])
    func aClockThatIsSetChangesNothing(_ step: Int) throws {
      let scratch = try Scratch()
      try scratch.write(
        "clock.c",
        """
        #include <time.h>
        #include <sys/syscall.h>
        #include <unistd.h>
        int clock_gettime(clockid_t clock, struct timespec *time) {
          static long looks;
          int answer = (int)syscall(SYS_clock_gettime, clock, time);
          if (clock == CLOCK_REALTIME) time->tv_sec += (\(step)) * looks++;
          return answer;
        }
        """)
      let made = try Command(
        "gcc", "-shared", "-fPIC", "-o", scratch.file("clock.so"), scratch.file("clock.c")
      ).run()
      try #require(made.end == .exited(0), "\(made.errorText)")
      var command = Command(Programs.fixture("alert-network-port-scan"), "fires")
      command.environment.append("LD_PRELOAD=\(scratch.file("clock.so"))")
      let report = try Traced(command, options: ["-p", "max-alert", "--fail-on", "never"]).report
      #expect(report.alertIDs.contains("network-port-scan"), "\(report.messages)")
      let duration = try #require(report.summary["durationNanoseconds"] as? Int)
      #expect((0..<60_000_000_000).contains(duration))
      let times = report.all("alert").compactMap { $0["time"] as? String }
      #expect(times == times.sorted())
    }
  }
}
