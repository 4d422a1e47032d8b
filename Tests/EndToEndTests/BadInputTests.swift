import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// What is wrong is told once, with its place, before anything is run.
  @Suite struct BadInputTests {
    /// A policy's text, and what is said of it after the file's name.
    static let policies: [(String, String)] = [
      ("", ":1:1: expected a value, found the end of the file"),
      (#"{"schemaVersion": 1, "name": "a""#, ":1:33: expected \",\" or \"}\""),
      ("[]", ":1:1: expected a policy (an object), found an array"),
      (#"{"name": "a", "name": "b"}"#, ":1:15: "),
      (#"{"name": 3}"#, ":1:10: "),
      (#"{"schemaVersion": 99, "name": "a"}"#, ":1:19: "),
      (#"{"name": "a", "extends": "nobody"}"#, ":1:26: unknown policy \"nobody\""),
      (#"{"name": "a", "failOn": "P9"}"#, ":1:25: "),
      (
        #"{"name": "a", "alerts": {"file-ssh-key-raed": {}}}"#, "did you mean \"file-ssh-key-read\""
      ),
      (#"{"name": "a", "alerts": {"*": {"enabled": "yes"}}}"#, ":1:43: "),
      (
        #"{"name": "a", "alerts": {"network-restricted-country": {"criteria": {"countrys": []}}}}"#,
        "did you mean \"countries\""
      ),
      (
        #"{"name": "a", "alerts": {"file-ssh-key-read": {"exceptions": [{"when": "proc.nmae = x", "reason": "r"}]}}}"#,
        "did you mean 'proc.name'"
      ),
      (
        #"{"name": "a", "alerts": {"*": {"exceptions": [{"when": "proc.name = x", "reason": "r"}]}}}"#,
        "an exception belongs to one alert"
      ),
      (
        #"{"name": "a", "alerts": {"file-ssh-key-read": {"exceptions": [{"when": "proc.name = x", "reason": "r", "expires": "soon"}]}}}"#,
        "expires"
      ),
      (
        #"{"name": "a", "customAlerts": [{"id": "a-b", "title": "t", "category": "file", "priority": "P1", "condition": "proc.name regex '('"}]}"#,
        "expected ')'"
      ),
      ("{\"name\": \"a\u{1B}[31m\"}", ":1:"),
      (String(repeating: "[", count: 100_000), ":1:"),
    ]

    @Test(.timeLimit(.minutes(3)), arguments: policies.indices)
    func aMalformedPolicyRunsNothing(_ index: Int) throws {
      let (text, message) = Self.policies[index]
      let scratch = try Scratch()
      try scratch.write("policy.json", text)
      let file = scratch.file("policy.json")
      let ran = try Command(
        Programs.dftrace, "run", "-p", file, "--", "/bin/touch", scratch.file("marker")
      ).run()
      #expect(ran.end == .exited(125))
      #expect(ran.errorText.hasPrefix(file + ":1:"), "\(ran.errorText)")
      #expect(ran.errorText.contains(message), "\(ran.errorText)")
      #expect(ran.errors.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
      #expect(ran.text.isEmpty && !scratch.has("marker"))
      let validated = try Command(Programs.dftrace, "policy", "validate", file).run()
      #expect(validated.end == .exited(1))
      #expect(validated.errorText + validated.text == ran.errorText)
    }

    @Test(.timeLimit(.minutes(3)))
    func aPolicyThatIsNoFileRunsNothing() throws {
      let scratch = try Scratch(for: User.available.last ?? .own)
      mkdir(scratch.file("folder"), 0o755)
      try scratch.write("secret.json", "{}", mode: 0)
      let cases = [
        ("folder", "is a directory"), ("none.json", "no such file"),
        ("secret.json", "EACCES"), ("../none/x.json", "no such file"),
      ]
      for (name, message) in cases {
        // Root reads what nobody may.
        let user = name == "secret.json" ? User.available.last ?? .own : .own
        let words = ["run", "-p", scratch.file(name), "--", "/bin/touch", scratch.file("marker")]
        let ran = try Command(user.prefix + [Programs.dftrace] + words).run()
        #expect(ran.end == .exited(125), "\(name)")
        #expect(ran.errorText.contains(name) && ran.errorText.contains(message), "\(ran.errorText)")
        #expect(ran.errorText.split(separator: "\n").count == 1)
        #expect(!scratch.has("marker"))
      }
      let endless = try Command(Programs.dftrace, "run", "-p", "/dev/zero", "--", "/bin/true").run()
      #expect(endless.end == .exited(125) && endless.errorText.hasPrefix("/dev/zero: "))
    }

    /// Whether a small file system can be mounted here, in namespaces of a command's own.
    static let canMount: Bool = {
      let ran = try? Command("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt").run()
      return ran?.end == .exited(0)
    }()

    /// Each file that dftrace writes, on a full file system.
    @Test(
      .timeLimit(.minutes(3)),
      .enabled(if: canMount, "no namespaces of a user's own here"),
      arguments: [["--events"], ["-f", "json", "-o"], ["--report"]] as [[String]])
    func aFullDiskLetsTheCommandEnd(_ option: [String]) throws {
      let scratch = try Scratch()
      mkdir(scratch.file("small"), 0o755)
      let output = scratch.file("small/out")
      let options = option == ["--report"] ? ["--report", "json=\(output)"] : option + [output]
      // Each file raises an alert of its own.
      try scratch.write(
        "policy.json",
        #"""
        {"name": "a", "customAlerts": [{"id": "a-b", "title": "t", "category": "file",
          "priority": "P1", "condition": "fd.name startswith /nonexistent/"}]}
        """#)
      let script = """
        i=0; while [ $i -lt 60 ]; do true < /nonexistent/$i; i=$((i + 1)); done 2> /dev/null
        echo done; exit 3
        """
      let mount = "mount -t tmpfs -o size=16k none \(scratch.file("small")) && exec \"$@\""
      let ran = try Command(
        ["unshare", "-rm", "sh", "-c", mount, "sh", Programs.dftrace, "run", "-p"]
          + [scratch.file("policy.json")] + options + ["--", "/bin/sh", "-c", script]
      ).run()
      #expect(ran.end == .exited(125), "\(ran.errorText)")
      #expect(ran.text == "done\n")
      #expect(
        ran.errorText.contains(output) && ran.errorText.contains("ENOSPC"), "\(ran.errorText)")
    }

    /// A recording that was cut off tells what it had, and that it was.
    @Test(.timeLimit(.minutes(3)))
    func aRecordingThatCannotBeReadIs125() throws {
      let scratch = try Scratch()
      try scratch.write("empty", "")
      try scratch.write("other", "{\"type\":\"summary\"}\n")
      try scratch.write("bytes", "\u{0}\u{1}\u{1B}[31m\n")
      mkdir(scratch.file("folder"), 0o755)
      for name in ["empty", "other", "bytes", "folder", "none"] {
        let ran = try Command(Programs.dftrace, "analyze", scratch.file(name)).run()
        #expect(ran.end == .exited(125), "\(name): \(ran.errorText)")
        #expect(ran.errorText.contains(scratch.file(name)), "\(ran.errorText)")
        #expect(ran.errors.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
      }
    }
  }
}
