import Glibc
import Testing

extension EndToEnd {
  /// What programs do to their tracer, by programs that every machine of the suite has.
  @Suite struct Edges {
    @Test(.timeLimit(.minutes(3))) func nothingOutlivesAKilledTracer() throws {
      let running = try Running(
        Command(Programs.dftrace, "run", "--", "sh", "-c", "echo pid $$; exec sleep 600"))
      let id = try #require(Int32(try running.line(after: "pid ")))
      #expect(runs(id))
      running.signal(SIGKILL)
      _ = running.finish()
      #expect(ends(id))
    }

    @Test(.timeLimit(.minutes(3))) func aDaemonIsFollowedToItsEnd() throws {
      let scratch = try Scratch()
      let script = "(setsid sh -c 'sleep 0.7; touch \(scratch.file("late"))' &); exit 4"
      let ran = try Command(Programs.dftrace, "run", "--", "sh", "-c", script).run()
      #expect(ran.end == .exited(4))
      #expect(scratch.has("late"))
    }

    @Test(.timeLimit(.minutes(3))) func aDaemonEndsWithTheCommandWhenAskedTo() throws {
      let scratch = try Scratch()
      let script = """
        (setsid sh -c 'echo $$ > started; exec sleep 80' &)
        while ! [ -s started ]; do sleep 0.05; done; cat started; exit 4
        """
      var command = Command(Programs.dftrace, "run", "--kill-on-exit", "--", "sh", "-c", script)
      command.directory = scratch.path
      let ran = try command.run()
      #expect(ran.end == .exited(4))
      #expect(ends(try #require(pid_t(ran.lines.first ?? ""))))
    }

    @Test(.timeLimit(.minutes(3)), arguments: [SIGTERM, SIGINT, SIGHUP, SIGUSR1])
    func requestsToEndArePassedOn(_ signal: Int32) throws {
      let script =
        "trap 'echo caught; exit 9' TERM INT HUP USR1; echo ready; while :; do sleep 0.05; done"
      let running = try Running(Command(Programs.dftrace, "run", "--", "bash", "-c", script))
      _ = try running.line(after: "ready")
      running.signal(signal)
      let ran = running.finish()
      #expect(ran.text == "ready\ncaught\n")
      #expect(ran.end == .exited(9))
    }

    /// Every way to name a key is the key.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        "cat home/.ssh/id_rsa", "cd home/.ssh; cat id_rsa", "ln -s home/.ssh keys; cat keys/id_rsa",
        "cat /proc/self/root$PWD/home/.ssh/id_rsa", "cat home/../home//.ssh/./id_rsa",
        "cp home/.ssh/id_rsa other", "ln -s $PWD/home/.ssh/id_rsa plain; cat plain",
        "exec 5< home/.ssh; cat /proc/self/fd/5/id_rsa",
        // What a directory is called is remembered, and must be forgotten when it is replaced.
        "mkdir d; cat d/id_rsa || rmdir d; ln -s home/.ssh d; cat d/id_rsa",
        """
        python3 -c 'import os; os.mkdir("d"); open("d/x", "w"); open("d/x")
        os.rename("d", "e"); os.symlink("home/.ssh", "d"); open("d/id_rsa")'
        """,
        "python3 -c 'import os; d = os.open(\"home/.ssh\", os.O_RDONLY); os.open(\"id_rsa\", os.O_RDONLY, dir_fd=d)'",
      ])
    func aKeyIsAKeyByAnyName(_ script: String) throws {
      let scratch = try Scratch()
      mkdir(scratch.file("home"), 0o755)
      mkdir(scratch.file("home/.ssh"), 0o755)
      try scratch.write("home/.ssh/id_rsa", "k\n")
      var command = Command("bash", "-ec", script)
      command.directory = scratch.path
      let traced = try Traced(command)
      // A link to the key is worth an alert of its own.
      let ids = traced.report.alertIDs.filter { $0 != "file-symlink-to-sensitive" }
      #expect(ids == ["file-ssh-key-read"], "\(traced.ran.errorText)")
      #expect(traced.ran.end == .exited(86))
    }

    /// Who created a file is found out later, but before the file has another name.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        "cp /bin/true a; ./a", "cp /bin/true a; mv a b; ./b", "cp /bin/true a; ln a b; rm a; ./b",
        "cp /bin/true a & wait; mv a b & wait; ./b",
      ])
    func aRenamedFileKeepsItsWriter(_ script: String) throws {
      let scratch = try Scratch()
      // Not from there, or it would be the project's own ground.
      let command = Command("bash", "-ec", "cd \(scratch.path); \(script)")
      let alert = try Traced(command).report.all("alert").first {
        $0["id"] as? String == "process-dropped-executable"
      }
      #expect((alert?["evidence"] as? [String: Any])?["writer"] as? String == "cp")
    }

    @Test(.timeLimit(.minutes(3))) func aRestartedCallIsCountedOnce() throws {
      let scratches = (try Scratch(), try Scratch())
      defer { withExtendedLifetime(scratches) {} }
      let program = Programs.fixture("edge-restart")
      let untraced = try Command(program, scratches.0.path).run()
      let traced = try Traced(Command(program, scratches.1.path))
      #expect(untraced.text == "opened 1 after 5 signals\n")
      #expect(traced.ran.text == untraced.text)
      #expect(traced.report.alertIDs == ["file-ssh-key-read"])
      #expect(traced.report.all("alertTotal").compactMap { $0["count"] as? Int } == [1])
    }

    /// A file that a checkout happens to have is no way round the policy that gates it.
    @Test(.timeLimit(.minutes(3))) func aFileDoesNotReplaceABuiltInPolicy() throws {
      let scratch = try Scratch()
      try scratch.write("strict", #"{"name": "own", "failOn": "never"}"#)
      var command = Command(
        Programs.dftrace, "run", "-p", "strict", "--", "grep", "-c", "^root:", "/etc/shadow")
      command.directory = scratch.path
      #expect(try command.run().end == .exited(86))
    }

    /// README's first command: an alert at P2 is told, and the status stays the command's.
    @Test(.timeLimit(.minutes(3))) func whatReadmeShowsPassesUnderStandard() throws {
      let shown = Command("grep", "-c", "^root:", "/etc/shadow")
      let traced = try Traced(shown, options: ["-p", "standard"])
      #expect(try traced.ran.end == shown.run().end)
      #expect(traced.report.alertIDs.contains("file-sensitive-read"))
      #expect(!traced.report.alertIDs.contains("process-credential-hunting"))
    }

    /// A policy that is missing or malformed is told with its place, and nothing is run.
    @Test(
      .timeLimit(.minutes(3)), arguments: [nil, "", #"{"name": "a""#, #"{"nam": "a"}"#, "\u{1}["])
    func withoutAGoodPolicyNothingRuns(_ text: String?) throws {
      let scratch = try Scratch()
      let policy = scratch.file("policy.json")
      if let text { try scratch.write("policy.json", text) }
      let ran = try Command(
        Programs.dftrace, "run", "-p", policy, "--", "touch", scratch.file("ran")
      ).run()
      #expect(ran.end == .exited(125))
      #expect(ran.errorText.hasPrefix(policy + ":"), "\(ran.errorText)")
      #expect(!scratch.has("ran"))
    }

    @Test(.timeLimit(.minutes(3))) func aNestedTracerIsRefusedAndSaid() throws {
      guard access("/usr/bin/strace", X_OK) == 0 else { try Test.cancel("no strace") }
      let traced = try Traced(Command("strace", "-o", "/dev/null", "true"))
      #expect(traced.report.blindSpots == ["nested-tracer"])
      #expect(traced.report.alertIDs.isEmpty)
    }

    @Test(.timeLimit(.minutes(3))) func exceptionsExcuseAndAreCounted() throws {
      let scratch = try Scratch()
      try scratch.write(
        "policy.json",
        """
        {"name": "own", "extends": "standard", "alerts": {"file-sensitive-read": {"exceptions": [
          {"when": "proc.program = cat", "reason": "for the test"}]}}}
        """)
      let traced = try Traced(
        Command("cat", "/etc/shadow"),
        options: ["--policy", scratch.file("policy.json"), "--fail-on", "P4"])
      #expect(traced.report.summary["suppressed"] as? Int == 1)
      #expect(traced.ran.end != .exited(86))
    }
  }
}
