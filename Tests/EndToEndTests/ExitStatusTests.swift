import Glibc
import Testing

extension EndToEnd {
  /// The table of exit statuses in the product's contract.
  @Suite struct ExitStatus {
    private func dftrace(_ words: String...) throws -> Ran {
      try Command([Programs.dftrace] + words).run()
    }

    @Test(.timeLimit(.minutes(1)), arguments: [0, 1, 3, 86, 125, 126, 127, 255] as [Int32])
    func itIsTheCommandsOwn(_ status: Int32) throws {
      #expect(try dftrace("run", "--", "/bin/sh", "-c", "exit \(status)").end == .exited(status))
      #expect(
        try dftrace("--quiet", "--", "/bin/sh", "-c", "exit \(status)").end == .exited(status))
    }

    @Test(
      .timeLimit(.minutes(1)),
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

    @Test(.timeLimit(.minutes(1)), arguments: ["-h", "--help"])
    func helpIsNoMistake(_ flag: String) throws {
      let ran = try dftrace("run", flag)
      #expect(ran.end == .exited(0))
      #expect(ran.text.contains("EXAMPLES"))
      #expect(try dftrace(flag).end == .exited(0))
      // Behind the command it is the command's own.
      #expect(try dftrace("run", "--", "/usr/bin/printf", "%s\n", flag).text == flag + "\n")
      #expect(try dftrace("run", "/usr/bin/printf", "%s\n", flag).text == flag + "\n")
    }

    @Test(.timeLimit(.minutes(1)))
    func aMissingCommandIs127() throws {
      for name in ["no-such-command", "/no/such/command", ""] {
        let ran = try dftrace("run", "--", name)
        #expect(ran.end == .exited(127), "\(name)")
        #expect(ran.errorText.hasPrefix("dftrace: "), "\(ran.errorText)")
      }
    }

    @Test(.timeLimit(.minutes(1)))
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
      .timeLimit(.minutes(1)),
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

    @Test(.timeLimit(.minutes(1)))
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

    @Test(.timeLimit(.minutes(1)), arguments: ["text", "json"])
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

    @Test(.timeLimit(.minutes(1)))
    func theAlertStatusCanBeChosen() throws {
      let shadow = ["--", Programs.fixture("alert-file-sensitive-read"), "fires"]
      func status(_ options: [String]) throws -> End {
        try Command([Programs.dftrace, "run"] + options + shadow).run().end
      }
      #expect(try status(["--fail-on", "P4", "--alert-exit-code", "7"]) == .exited(7))
      #expect(try status(["--fail-on", "never"]) == .exited(0))
      #expect(try status(["--fail-on", "P4"]) == .exited(86))
    }

    @Test(.timeLimit(.minutes(1)))
    func anAlertGoesBeforeTheCommandsOwnEnd() throws {
      let read = "\"$0\" fires; "
      let program = Programs.fixture("alert-file-sensitive-read")
      for end in ["exit 3", "kill -TERM $$"] {
        let ran = try dftrace("run", "--fail-on", "P4", "--", "/bin/sh", "-c", read + end, program)
        #expect(ran.end == .exited(86), "\(end)")
      }
    }

    @Test(.timeLimit(.minutes(1)), arguments: [[0], [1], [0, 1]] as [[Int32]])
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

    @Test(.timeLimit(.minutes(1)))
    func aReportForAClosedErrorStreamIs125AfterTheCommand() throws {
      var command = Command(Programs.dftrace, "run", "--", "/bin/echo", "said")
      command.closed = [2]
      let ran = try command.run()
      #expect(ran.text == "said\n")
      #expect(ran.end == .exited(125))
    }
  }
}
