import Glibc
import Testing

extension EndToEnd {
  /// The table of exit statuses in the product's contract.
  @Suite struct ExitStatus {
    private func dftrace(_ words: String...) throws -> Ran {
      try Command([Programs.dftrace] + words).run()
    }

    @Test(.timeLimit(.minutes(3)), arguments: [0, 1, 3, 86, 125, 126, 127, 255] as [Int32])
    func itIsTheCommandsOwn(_ status: Int32) throws {
      #expect(try dftrace("run", "--", "/bin/sh", "-c", "exit \(status)").end == .exited(status))
      #expect(
        try dftrace("--quiet", "--", "/bin/sh", "-c", "exit \(status)").end == .exited(status))
    }

    @Test(
      .timeLimit(.minutes(3)),
      arguments: [SIGHUP, SIGINT, SIGKILL, SIGSEGV, SIGPIPE, SIGALRM, SIGTERM, SIGUSR1, 40])
    func aSignalEndsBoth(_ signal: Int32) throws {
      let scratch = try Scratch()
      var command = Command(
        "/bin/sh", "-c", "ulimit -c unlimited; exec \"$0\" run -- /bin/sh -c 'kill -\(signal) $$'",
        Programs.dftrace)
      command.directory = scratch.path
      let ran = try command.run()
      #expect(ran.end == .signaled(signal))
      #expect(!ran.hasCore)
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["-h", "--help"])
    func helpIsNoMistake(_ flag: String) throws {
      let ran = try dftrace("run", flag)
      #expect(ran.end == .exited(0))
      #expect(ran.text.contains("EXAMPLES"))
      #expect(try dftrace(flag).end == .exited(0))
      // Behind the command it is the command's own.
      #expect(try dftrace("run", "--", "/usr/bin/printf", "%s\n", flag).text == flag + "\n")
      #expect(try dftrace("run", "/usr/bin/printf", "%s\n", flag).text == flag + "\n")
    }

    @Test(.timeLimit(.minutes(3)))
    func aMissingCommandIs127() throws {
      for name in ["no-such-command", "/no/such/command", ""] {
        let ran = try dftrace("run", "--", name)
        #expect(ran.end == .exited(127), "\(name)")
        #expect(ran.errorText.hasPrefix("dftrace: "), "\(ran.errorText)")
      }
    }

    @Test(.timeLimit(.minutes(3)))
    func whatCannotBeExecutedIs126() throws {
      let scratch = try Scratch()
      try scratch.write("plain", "no program\n")
      try scratch.write("broken", "\u{7f}ELF and nothing else", mode: 0o755)
      mkdir(scratch.file("folder"), 0o755)
      for name in ["plain", "folder", "plain/below"] {
        let ran = try dftrace("run", "--", scratch.file(name))
        #expect(ran.end == .exited(126), "\(name): \(ran.errorText)")
      }
    }

    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        ["run"], ["run", "--"], ["run", "--no-such-option", "--", "true"],
        ["run", "--fail-on", "P5", "--", "true"], ["run", "-f", "yaml", "--", "true"],
        ["run", "--alert-exit-code", "256", "--", "true"],
        ["run", "--alert-exit-code", "0", "--", "true"], ["run", "--report", "json", "--", "true"],
        ["run", "--color", "green", "--", "true"],
      ])
    func wrongUsageIs64(_ words: [String]) throws {
      let scratch = try Scratch()
      var command = Command([Programs.dftrace] + words)
      command.directory = scratch.path
      let ran = try command.run()
      #expect(ran.end == .exited(64), "\(ran.errorText)")
      #expect(!ran.errorText.isEmpty)
      #expect(ran.text.isEmpty)
    }

    @Test(.timeLimit(.minutes(3)))
    func anOutputThatCannotBeCreatedRunsNothing() throws {
      let scratch = try Scratch()
      for options in [["-o", "/nonexistent/out"], ["--report", "json=/nonexistent/out"]] {
        let words = ["run"] + options + ["--", "/bin/touch", scratch.file("marker")]
        let ran = try Command([Programs.dftrace] + words).run()
        #expect(ran.end == .exited(125))
        #expect(ran.errorText.contains("/nonexistent/out"))
        #expect(!scratch.has("marker"))
      }
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["text", "json"])
    func anOutputThatFailsLetsTheCommandEnd(_ format: String) throws {
      let scratch = try Scratch()
      let ran = try dftrace(
        "run", "-f", format, "-o", "/dev/full", "--", "/bin/sh", "-c",
        "echo one; touch \(scratch.file("marker")); echo two; exit 3")
      #expect(ran.end == .exited(125))
      #expect(ran.text == "one\ntwo\n")
      #expect(ran.errorText.contains("ENOSPC"))
      #expect(scratch.has("marker"))
    }

    @Test(.timeLimit(.minutes(3)))
    func theAlertStatusCanBeChosen() throws {
      let shadow = ["--", Programs.fixture("alert-file-sensitive-read"), "fires"]
      func status(_ options: [String]) throws -> End {
        try Command([Programs.dftrace, "run"] + options + shadow).run().end
      }
      #expect(try status(["--fail-on", "P4", "--alert-exit-code", "7"]) == .exited(7))
      #expect(try status(["--fail-on", "never"]) == .exited(0))
      #expect(try status(["--fail-on", "P4"]) == .exited(86))
    }

    @Test(.timeLimit(.minutes(3)))
    func anAlertGoesBeforeTheCommandsOwnEnd() throws {
      let read = "\"$0\" fires; "
      let program = Programs.fixture("alert-file-sensitive-read")
      for end in ["exit 3", "kill -TERM $$"] {
        let ran = try dftrace("run", "--fail-on", "P4", "--", "/bin/sh", "-c", read + end, program)
        #expect(ran.end == .exited(86), "\(end)")
      }
    }

    @Test(.timeLimit(.minutes(3)), arguments: [[0], [1], [0, 1]] as [[Int32]])
    func closedStreamsStayClosed(_ closed: [Int32]) throws {
      let script = "for n in 0 1 2; do [ -e /proc/self/fd/$n ] && echo $n >&2; done; exit 4"
      var command = Command("/bin/bash", "-c", script)
      command.closed = closed
      let untraced = try command.run()
      var traced = command.prefixed(by: [Programs.dftrace, "run", "--quiet", "--"])
      traced.closed = closed
      let ran = try traced.run()
      #expect(ran.end == .exited(4))
      #expect(ran.errorText == untraced.errorText)
    }

    @Test(.timeLimit(.minutes(3)))
    func aReportForAClosedErrorStreamIs125AfterTheCommand() throws {
      var command = Command(Programs.dftrace, "run", "--", "/bin/echo", "said")
      command.closed = [2]
      let ran = try command.run()
      #expect(ran.text == "said\n")
      #expect(ran.end == .exited(125))
    }

    /// As timeout(1) has it; what does not heed SIGTERM is made to end.
    @Test(.timeLimit(.minutes(3))) func whatTakesTooLongIs124() throws {
      let slow = try dftrace("run", "--timeout", "0.5", "--", "sleep", "60")
      #expect(slow.end == .exited(124))
      #expect(slow.errorText.contains("dftrace: exit 124: --timeout ended the run after 500 ms"))
      let script = "trap '' TERM; sleep 60 & wait; while :; do sleep 1; done"
      let stubborn = try dftrace("run", "--timeout", "0.5", "--", "sh", "-c", script)
      #expect(stubborn.end == .exited(124))
      // Busy with calls that are looked at, so that nothing ever waits.
      let busy = try dftrace(
        "run", "--timeout", "0.5", "--", "sh", "-c", "while :; do : < /etc/hostname; done")
      #expect(busy.end == .exited(124))
      #expect(try dftrace("run", "--timeout", "60", "--", "true").end == .exited(0))
      #expect(try dftrace("run", "--timeout", "0", "--", "true").end == .exited(64))
    }

    /// The first alert at the threshold ends the run, and those below it do not.
    @Test(.timeLimit(.minutes(3))) func theFirstAlertMayEndTheRun() throws {
      let scratch = try Scratch()
      let script = "cat /etc/shadow > /dev/null 2>&1; sleep 0.2; touch \(scratch.file("on"))"
      let ended = try dftrace(
        "run", "--fail-fast", "--fail-on", "P2", "--timeout", "30", "--", "sh", "-c", script)
      #expect(ended.end == .exited(86))
      #expect(ended.errorText.contains("; --fail-fast ended the run"))
      #expect(access(scratch.file("on"), F_OK) != 0)
      let other = try dftrace("run", "--fail-fast", "--fail-on", "P1", "--", "sh", "-c", script)
      #expect(other.end == .exited(0))
      #expect(access(scratch.file("on"), F_OK) == 0)
    }
  }
}
