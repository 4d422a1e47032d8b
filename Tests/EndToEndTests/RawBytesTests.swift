import Glibc
import Testing

extension EndToEnd {
  /// What is not text, or too much, or hostile.
  @Suite struct RawBytes {
    private func echo(_ words: [[UInt8]]) -> Command {
      var command = Command(Programs.fixture("edge-arguments"))
      command.words += words
      return command
    }

    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        [[0xff]], [[0xc3, 0x28], [0x80]], [[]], [[], [], []], [Array("--".utf8)],
        [Array("a b\n\tc".utf8), [0x1b, 0x5b, 0x33, 0x31, 0x6d]], [Array("--help".utf8)],
        Array(repeating: Array("argument".utf8), count: 2000),
        [Array(repeating: 0x61, count: 130_000)],
      ] as [[[UInt8]]])
    func argumentsArriveUnchanged(_ words: [[UInt8]]) throws {
      let command = echo(words)
      let untraced = try command.run()
      #expect(untraced.end == .exited(0))
      let traced = try Traced(command)
      #expect(traced.ran.output == untraced.output)
      #expect(traced.ran.end == .exited(0))
      // The same where the first word follows options directly.
      let bare = try command.prefixed(by: [Programs.dftrace, "--quiet"]).run()
      #expect(bare.output == untraced.output)
    }

    @Test(.timeLimit(.minutes(3)))
    func theEnvironmentArrivesUnchanged() throws {
      var command = Command("/usr/bin/env")
      command.environment += ["EMPTY=", "LINES=a\nb", "no equals sign", "PATH=twice"]
      let untraced = try command.run()
      var traced = command.prefixed(by: [Programs.dftrace, "--quiet", "--"])
      traced.environment = command.environment
      #expect(try traced.run().output == untraced.output)
    }

    @Test(.timeLimit(.minutes(3)))
    func noControlCharacterReachesTheTerminal() throws {
      let scratch = try Scratch(in: .standing)
      let hostile = scratch.file("x\u{1b}[31m\nP1 forged\u{7}")
      mkdir(hostile, 0o755)
      let program = hostile + "/a\u{1b}]0;title\u{7}\r\nb"
      symlink(Programs.fixture("alert-file-ssh-key-read"), program)
      for options in [["--color", "never"], ["-f", "json"]] {
        let words = [Programs.dftrace, "run", "--fail-on", "P4"] + options
        let ran = try Command(words + ["--", program, "fires", hostile]).run()
        #expect(ran.end == .exited(86), "\(ran.errorText)")
        #expect(!ran.errors.contains { $0 < 0x20 && $0 != 0x0a || $0 == 0x7f })
        #expect(!ran.errorText.split(separator: "\n").contains { $0.hasPrefix("P1 forged") })
        #expect(ran.errorText.contains("file-ssh-key-read"))
      }
    }
  }
}
