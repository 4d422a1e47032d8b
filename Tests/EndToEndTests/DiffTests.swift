import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Two recordings beside each other.
  @Suite struct Differences {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func record(_ name: String, _ script: String, prefix: [String] = []) throws {
      var command = Command(
        Programs.dftrace, "run", "--events", scratch.file(name), "--fail-on", "never", "--", "sh",
        "-c", script
      ).prefixed(by: prefix)
      command.directory = scratch.path
      #expect(try command.run().end == .exited(0))
    }

    private func diff(_ options: String...) throws -> Ran {
      var command = Command([Programs.dftrace, "diff", "one", "two"] + options)
      command.directory = scratch.path
      return try command.run()
    }

    @Test(.timeLimit(.minutes(2))) func newGoneMoreAndFewer() throws {
      try record(
        "one", "cat /etc/hostname; cat /etc/hostname; head -c1 /etc/passwd; true > gone.txt")
      try record("two", "cat /etc/hostname; tail -c1 /etc/passwd; true > new.txt; rm new.txt")
      let ran = try diff()
      #expect(ran.end == .exited(0), "\(ran.errorText)")
      let lines = ran.text.split(separator: "\n").map(String.init)
      func has(_ words: String...) -> Bool {
        lines.contains { line in words.allSatisfy(line.contains) }
      }
      #expect(has("  new   /usr/bin/tail", "by /usr/bin/dash"))
      #expect(has("  gone  /usr/bin/head"))
      #expect(has("  fewer /usr/bin/cat 2 → 1"))
      #expect(has("  fewer /etc/hostname 2 → 1", "by /usr/bin/cat"))
      #expect(has("  gone  $WORKSPACE/gone.txt") || has("  gone  ", "gone.txt"))
      #expect(has("  new   ", "/new.txt", "by /usr/bin/rm"))
      #expect(try diff("--exit-code").end == .exited(1))
      let tree = try JSONSerialization.jsonObject(with: Data(try diff("-f", "json").output))
      let rows = try #require((tree as? [String: Any])?["differences"] as? [[String: Any]])
      let cat = rows.first {
        $0["object"] as? String == "/usr/bin/cat" && $0["kind"] as? String == "program"
      }
      #expect(cat?["before"] as? Int == 2 && cat?["after"] as? Int == 1)
      #expect(cat?["change"] as? String == "fewer")
    }

    /// Process ids and temporary names are others in every run.
    @Test(.timeLimit(.minutes(2))) func twoRunsOfOneCommandAreTheSame() throws {
      let script = "f=$(mktemp); cat /proc/$$/status > $f; rm $f"
      try record("one", script)
      try record("two", script)
      let ran = try diff("--exit-code")
      #expect(ran.end == .exited(0), "\(ran.text)")
      #expect(ran.text.contains("no differences"))
    }

    @Test(.timeLimit(.minutes(2))) func destinationsAreCompared() throws {
      try record("one", "true")
      let script =
        "import socket,sys\ns=socket.socket(socket.AF_INET,socket.SOCK_DGRAM)\ns.connect(('127.0.0.1',9))\n"
      try scratch.write("reach.py", script)
      try record("two", "python3 reach.py")
      #expect(try diff().text.contains("127.0.0.1:9"))
    }

    /// Tried in a network that has no way out; a port that the kernel may have chosen is no part of
    /// the destination.
    @Test(.enabled(if: geteuid() == 0), .timeLimit(.minutes(2)))
    func aCountryIsThatOfItsDestination() throws {
      try record("one", "true")
      try scratch.write(
        "reach.py",
        """
        import socket
        for port in (443, 40000):
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect_ex(("175.45.176.1", port))
        """)
      try record("two", "python3 reach.py", prefix: ["unshare", "-n"])
      let text = try diff().text
      #expect(text.contains("  new   175.45.176.1:443 (KP)  by "), "\(text)")
      #expect(text.contains("  new   175.45.176.1:* (KP)  by "), "\(text)")
    }

    @Test(.timeLimit(.minutes(2))) func whatIsNoRecordingIsRefused() throws {
      try record("one", "true")
      try scratch.write("two", "{}\n")
      let ran = try diff()
      #expect(ran.end == .exited(125))
      #expect(ran.errorText.hasPrefix("two:1:1: "))
      #expect(try Command(Programs.dftrace, "diff", "-", "-").run().end == .exited(64))
      let missing = try Command(Programs.dftrace, "diff", scratch.file("one"), "/no/such").run()
      #expect(missing.end == .exited(125) && missing.errorText.contains("no such file"))
    }
  }
}
