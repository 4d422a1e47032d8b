import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// A policy made out of what a command does.
  @Suite struct Learning {
    private let home: Home
    private static let script = """
      mkdir -p build && echo x > build/out
      t=$(mktemp -d) && echo y > $t/file1 && rm -r $t
      cat /etc/shadow > /dev/null
      """

    init() throws {
      home = try Home()
      try home.scratch.write("project/job.sh", Self.script)
    }

    private var policy: String { home.text("project/.dftrace/policy.json") }

    @Test(.timeLimit(.minutes(2))) func aSecondRunIsQuietAndWhatIsNewIsNot() throws {
      let learnt = try home.run("learn", "--app", "shop", "--", "sh", "job.sh")
      #expect(learnt.end == .exited(0), "\(learnt.errorText)")
      let first = policy
      #expect(first.contains(#""extends": "standard""#) && first.contains(#""*/project/"#))
      #expect(first.contains("learned on ") && !first.contains(home.project))
      let again = try home.run("learn", "--app", "shop", "--", "sh", "job.sh")
      #expect(again.errorText.contains("nothing new") && policy == first)
      let quiet = try home.run("run", "--fail-on", "P4", "--", "sh", "job.sh")
      #expect(quiet.end == .exited(0), "\(quiet.errorText)")
      // Another program, another file.
      let program = try home.run("run", "-f", "json", "--", "sh", "-c", "head -c1 /etc/passwd")
      #expect(program.errorText.contains(#""id":"process-not-allowed""#))
      let file = home.scratch.file("elsewhere")
      let written = try home.run("run", "-f", "json", "--", "sh", "-c", "echo > \(file)")
      #expect(written.errorText.contains(#""id":"file-write-outside""#))
      let more = try home.run("learn", "--", "sh", "-c", "head -c1 /etc/passwd")
      #expect(more.errorText.contains("process-not-allowed paths: /usr/bin/head"))
      #expect(policy.contains("/usr/bin/head") && policy.contains("/usr/bin/cat"))
      // It holds wherever the project is checked out.
      rename(home.project, home.scratch.file("moved"))
      mkdir(home.project, 0o755)
      rename(home.scratch.file("moved"), home.scratch.file("project/project"))
      var command = home.command(["run", "--fail-on", "P4", "--", "sh", "job.sh"])
      command.directory = home.scratch.file("project/project")
      let moved = try command.run()
      #expect(moved.end == .exited(0), "\(moved.errorText)")
    }

    @Test(.timeLimit(.minutes(2)), .enabled(if: geteuid() == 0, "needs a network namespace"))
    func namesGoBeforeAddresses() throws {
      let file = home.scratch.file("net.json")
      let fixture = Programs.fixture("names-answered")
      let learnt = try home.run(
        "learn", "--policy-file", file, "-p", "strict", "--", fixture, "www.example.org", "recvfrom"
      )
      #expect(learnt.end == .exited(0), "\(learnt.errorText)")
      let text = home.text("net.json")
      #expect(text.contains(#""www.example.org""#) && !text.contains("192.0.2.1"))
      #expect(text.contains(#""extends": "strict""#) && text.contains("443"))
      func run(_ name: String) throws -> Ran {
        try home.run("run", "-p", file, "--fail-on", "P4", "--", fixture, name, "recvfrom")
      }
      #expect(try run("www.example.org").end == .exited(0))
      let other = try run("evil.example.net")
      #expect(other.end == .exited(86))
      #expect(other.errorText.contains("network-destination-not-allowed"))
    }

    @Test(.timeLimit(.minutes(3))) func whatCanNotBeWrittenRunsNothing() throws {
      try home.scratch.write("bad.json", "{ oops")
      let marker = home.scratch.file("marker")
      let bad = home.scratch.file("bad.json")
      let ran = try home.run("learn", "--policy-file", bad, "--", "touch", marker)
      #expect(ran.end == .exited(125) && ran.errorText.contains("bad.json:1:3: "))
      let both = try home.run("learn", "--policy-file", bad, "-p", "strict", "--", "touch", marker)
      #expect(both.end == .exited(64))
      let unknown = try home.run("learn", "-p", "gone", "--", "touch", marker)
      #expect(unknown.end == .exited(125) && !home.scratch.has("marker") && policy.isEmpty)
      #expect(try home.run("learn").end == .exited(64))
      let missing = try home.run("learn", "--", "/bin/does-not-exist")
      #expect(missing.end == .exited(127) && policy.isEmpty)
      #expect(try home.run("learn", "--", "sh", "-c", "exit 7").end == .exited(7))
    }
  }
}
