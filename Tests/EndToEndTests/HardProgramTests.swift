import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Edge cases that are made of whole programs, of rights to files, or of how dftrace is started.
  @Suite struct HardPrograms {
    private static let modes = ["notify", "stop"]

    private func tracing(_ mode: String) -> [String] {
      [Programs.dftrace, "run", "--quiet", "--fail-on", "never", "--trace-mode", mode, "--"]
    }

    /// Output and end, as one value.
    private func outcome(_ command: Command) throws -> [String] {
      let ran = try command.run()
      return [ran.text, ran.errorText, "\(ran.end)"]
    }

    /// Without a C library: write, open, fork, waitpid, execve and exit of i386, by int 0x80.
    private static let source = """
      static int call(int number, const void *a, const void *b, const void *c) {
        int result;
        __asm__ volatile("int $0x80" : "=a"(result) : "a"(number), "b"(a), "c"(b), "d"(c) : "memory");
        return result;
      }
      #define N(value) ((const void *)(value))
      static char *environment[] = {0};
      void start(int *stack) {
        char **words = (char **)(stack + 1);
        int count = *stack, status = 0;
        if (count > 1) {
          call(4, N(1), "executed\\n", N(9));
          call(1, N(6), 0, 0);
        }
        int file = call(5, "/etc/passwd", 0, 0);
        call(4, N(1), file >= 0 ? "opened\\n" : "failed\\n", N(7));
        int id = call(2, 0, 0, 0);
        if (id == 0) {
          char *again[] = {words[0], "again", 0};
          call(11, words[0], again, environment);
          call(1, N(9), 0, 0);
        }
        call(7, N(id), &status, 0);
        call(1, N((status >> 8 & 255) + 1), 0, 0);
      }
      __asm__(".globl _start\\n_start: mov %esp, %eax\\n push %eax\\n call start");
      """

    @Test(.timeLimit(.minutes(3)), arguments: User.available)
    func aProgramOf32Bits(_ user: User) throws {
      let scratch = try Scratch()
      try scratch.write("main.c", Self.source)
      let program = scratch.file("program")
      let made = try Command(
        "gcc", "-m32", "-O1", "-static", "-nostdlib", "-ffreestanding", "-fno-pic", "-no-pie",
        "-fno-stack-protector", "-o", program, scratch.file("main.c")
      ).run()
      #expect(made.end == .exited(0), "\(made.errorText)")
      let command = Command(program)
      let alone = try outcome(command.prefixed(by: user.prefix))
      // A kernel may have been built without them.
      guard alone[0] == "opened\nexecuted\n" else { try Test.cancel("no i386 programs: \(alone)") }
      for mode in Self.modes {
        #expect(try outcome(command.prefixed(by: user.prefix + tracing(mode))) == alone)
        let traced = try Traced(
          command, options: ["--fail-on", "never", "--trace-mode", mode], as: user)
        #expect(traced.report.blindSpots.isEmpty, "\(traced.report.blindSpots)")
      }
    }

    /// A copy of a fixture that says whose rights it has, with a mode of its own.
    private func copyOfPlaces(_ name: String, mode: mode_t) throws -> String {
      let program = Programs.fixture("edge-places") + "-" + name
      try FileManager.default.copyItem(atPath: Programs.fixture("edge-places"), toPath: program)
      #expect(chmod(program, mode) == 0)
      return program
    }

    /// With root's tracer a set-user-id program gains what it does untraced; without, it gains
    /// nothing, and that is said.
    @Test(
      .timeLimit(.minutes(3)), .enabled(if: geteuid() == 0, "only root makes such programs"),
      arguments: modes)
    func aSetUserIdProgram(_ mode: String) throws {
      let program = try copyOfPlaces("setuid", mode: 0o4755)
      defer { unlink(program) }
      let command = Command(program, "gains")
      let gaining = command.prefixed(by: User.ordinary.prefix)
      let alone = try outcome(gaining)
      guard alone[0].contains("effectively 0") else { try Test.cancel("\(alone)") }
      let options = ["--fail-on", "never", "--trace-mode", mode]
      let ofRoot = try Traced(gaining, options: options)
      #expect(ofRoot.ran.text == alone[0] && ofRoot.report.blindSpots.isEmpty)
      let ofAnother = try Traced(command, options: options, as: .ordinary)
      #expect(ofAnother.ran.text == "user 65534, effectively 65534\n")
      #expect(ofAnother.report.blindSpots == ["setuid-ignored"])
    }

    /// What an ordinary user may execute and not read runs as ever, and what is not seen of it is said.
    @Test(
      .timeLimit(.minutes(3)), .enabled(if: geteuid() == 0, "only root makes such programs"),
      arguments: modes)
    func aProgramThatMayNotBeRead(_ mode: String) throws {
      let program = try copyOfPlaces("unreadable", mode: 0o711)
      defer { unlink(program) }
      let command = Command(program, "gains")
      let options = ["--fail-on", "never", "--trace-mode", mode]
      let ofAnother = try Traced(command, options: options, as: .ordinary)
      #expect(ofAnother.ran.text == "user 65534, effectively 65534\n")
      #expect(ofAnother.report.blindSpots == ["memory-unreadable"])
      #expect(try Traced(command, options: options).report.blindSpots.isEmpty)
    }

    @Test(.timeLimit(.minutes(3)), arguments: modes, User.available)
    func aSandboxOfNamespaces(_ mode: String, _ user: User) throws {
      guard access("/usr/bin/bwrap", X_OK) == 0 else { try Test.cancel("no bubblewrap") }
      let command = Command(
        "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp",
        "--unshare-all", "--new-session", "--die-with-parent", "--cap-drop", "ALL", "--",
        "sh", "-c",
        "echo id $$; : > /tmp/a; (: > /var/b) 2> /dev/null; ls /tmp; cat /etc/hostname; exit 3")
      let alone = try outcome(command.prefixed(by: user.prefix))
      #expect(try outcome(command.prefixed(by: user.prefix + tracing(mode))) == alone)
      #expect(alone[2] == "\(End.exited(3))", "\(alone)")
    }

    /// A browser that puts its parts into namespaces, other roots and filters of their own.
    @Test(
      .timeLimit(.minutes(5)), .enabled(if: HardCase.isLong, "a long one"),
      .enabled(if: access("/usr/bin/chromium", X_OK) == 0, "no chromium"), arguments: modes)
    func theSandboxOfABrowser(_ mode: String) throws {
      let user: User = geteuid() == 0 ? .ordinary : .own
      let home = try Scratch(for: user)
      var command = Command(
        "chromium", "--headless", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(home.file("data"))", "--dump-dom",
        "data:text/html,<p>shown</p><script>document.title = 6 * 7</script>")
      command.environment.append("HOME=\(home.path)")
      command.environment.append("XDG_RUNTIME_DIR=\(home.path)")
      command.timeout = 120
      let alone = try command.prefixed(by: user.prefix).run()
      guard alone.text.contains("42") else { try Test.cancel("\(alone.errorText)") }
      let traced = try command.prefixed(by: user.prefix + tracing(mode)).run()
      #expect(traced.text == alone.text && traced.end == alone.end, "\(traced.errorText)")
    }

    /// `other & exec dftrace run …`: what was started before is nobody of the run. It neither holds
    /// up the end nor is it lost.
    @Test(.timeLimit(.minutes(3)), arguments: modes)
    func childrenOfTheProgramBeforeAreNotTraced(_ mode: String) throws {
      let scratch = try Scratch()
      let script = """
        mkfifo fifo
        { read line < fifo; echo "$line" > got; } 2> /dev/null &
        true &
        sleep 0.05 &
        exec "$@"
        """
      var command = Command(
        ["sh", "-c", script, "sh", Programs.dftrace, "run", "--fail-on", "never"]
          + ["--trace-mode", mode, "-f", "json", "-o", "report", "--", "sh", "-c"]
          + ["sleep 0.1; exit 3"])
      command.directory = scratch.path
      #expect(try command.run().end == .exited(3))
      // The shell and its sleep.
      let report = try Report(contentsOf: scratch.file("report"))
      #expect(report.summary["processes"] as? Int == 2)
      #expect(!scratch.has("got"))
      command.words = Command("sh", "-c", "echo late > fifo; while ! [ -s got ]; do :; done").words
      #expect(try command.run().end == .exited(0))
    }

    /// A limit of a file's size is no limit of the filter's.
    @Test(.timeLimit(.minutes(3)), arguments: modes)
    func filesMayBeSmall(_ mode: String) throws {
      let command = Command("sh", "-c", "ulimit -f 1; exec \"$@\"", "sh")
      var traced = command
      traced.words += Command(tracing(mode) + ["sh", "-c", "ulimit -f; exit 3"]).words
      let ran = try traced.run()
      #expect(ran.end == .exited(3) && ran.text == "1\n", "\(ran.errorText)")
    }

    @Test(.timeLimit(.minutes(3)), arguments: modes)
    func whatIsMissingIsNamed(_ mode: String) throws {
      var words = 0
      for count in 4...20 {
        let ran = try Command(
          ["sh", "-c", "ulimit -n \(count); exec \"$@\"", "sh"] + tracing(mode) + ["/bin/true"]
        ).run()
        guard ran.errorText.contains("EMFILE"), ran.end == .exited(125) else { continue }
        #expect(ran.errorText.contains("ulimit -n"), "\(count): \(ran.errorText)")
        words += 1
      }
      #expect(words > 0)
    }

    /// Where notifications can't be had the command is started a second time, with its timers.
    @Test(.timeLimit(.minutes(3))) func timersOutlastASecondStart() throws {
      let program = """
        import os, signal, sys
        signal.alarm(1)
        os.execv(sys.argv[1], sys.argv[1:])
        """
      let ran = try Command(
        Programs.fixture("edge-interfaces"), "listening", "/usr/bin/python3", "-c", program,
        Programs.dftrace, "run", "--quiet", "--", "sleep", "9"
      ).run()
      #expect(ran.end == .signaled(SIGALRM), "\(ran.errorText)")
    }
  }
}
