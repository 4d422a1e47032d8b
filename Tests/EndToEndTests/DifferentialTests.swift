import Foundation
import Testing

extension EndToEnd {
  /// The same deterministic programs under strace and under dftrace: what both say of a call agrees.
  @Suite(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "strace is not here"))
  struct Differential {
    /// What is compared of one call.
    struct Call: Hashable, CustomStringConvertible {
      let name: String
      /// The first path or name, as the program gave it.
      let path: String?
      let result: String
      /// Names of flags.
      let flags: Set<String>

      var description: String { "\(name)(\(path ?? ""), \(flags.sorted())) = \(result)" }
    }

    private static let script = """
      cat /etc/hostname > copy; cp copy other; mv other moved; ln moved hard; ln -s moved soft
      chmod 640 moved; chmod u+x moved; mkdir -m 700 folder; rmdir folder; cat nothing 2> /dev/null
      head -c 3 soft > /dev/null; rm soft hard moved copy; cd /; ls /etc > /dev/null
      """

    /// Compared are calls whose arguments both tools show in the same words.
    private static let names: Set<String> = [
      "openat", "open", "execve", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
      "symlinkat", "unlink", "unlinkat", "fchmodat", "chmod", "fchmod", "mprotect", "socket",
    ]

    private static func straced(_ text: String) -> [Call] {
      let line = #/^\d+ +(\w+)\((.*)\) += (-?\d+|\?)( ([A-Z]+) .*)?$/#
      return text.split(separator: "\n").compactMap { row in
        guard let match = try? line.wholeMatch(in: row), names.contains(String(match.1)) else {
          return nil
        }
        let arguments = String(match.2)
        let path = arguments.firstMatch(of: #/"([^"]*)"/#).map { String($0.1) }
        let flags = arguments.matches(of: #/\b(?:O|PROT|AT|AF|SOCK)_[A-Z_]+\b/#)
          .map { String($0.0) }.filter { $0 != "AT_FDCWD" }
        let error = match.5.map(String.init)
        return Call(
          name: String(match.1), path: path, result: error ?? String(match.3),
          flags: Set(flags))
      }
    }

    private static func recorded(_ path: String) throws -> [Call] {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      return try lines.compactMap { line in
        let object = try #require(
          JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        guard object["type"] as? String == "event", let name = object["evt.type"] as? String,
          names.contains(name), let arguments = object["args"] as? [String: Any]
        else { return nil }
        // A symbolic link's first text is what it points to.
        let keys = ["target", "name", "filename", "path", "oldpath"]
        let fields = object["fields"] as? [String: Any] ?? [:]
        let target = fields["evt.arg.target"] as? String
        let path = target ?? keys.lazy.compactMap { arguments[$0] as? String }.first
        let words = ["flags", "prot", "domain", "type"].compactMap { arguments[$0] as? String }
        let flags = words.flatMap { $0.split(separator: "|").map(String.init) }
          .filter { $0.contains(#/^(O|PROT|AT|AF|SOCK)_/#) }
        let error = object["errno"] as? String
        let result = (object["result"] as? Int).map(String.init) ?? "?"
        return Call(name: name, path: path, result: error ?? result, flags: Set(flags))
      }
    }

    @Test(
      .timeLimit(.minutes(2)),
      arguments: [["sh", "-ec", script], ["/usr/bin/env", "true"], ["ls", "-l", "/usr"]])
    func agreesWithStrace(_ words: [String]) throws {
      let scratches = (try Scratch(), try Scratch())
      let outputs = try Scratch()
      var command = Command(words)
      command.directory = scratches.0.path
      let traced = try Traced(command, options: ["--events", outputs.file("events")])
      let ours = try Self.recorded(outputs.file("events"))
      command.directory = scratches.1.path
      let list = Self.names.map { "?" + $0 }.sorted().joined(separator: ",")
      let theirs = try command.prefixed(by: [
        "strace", "-f", "-qq", "-s", "4096", "-e", "signal=none", "-o", outputs.file("strace"),
        "-e", "trace=\(list)", "--",
      ]).run()
      #expect(traced.ran.text == theirs.text && traced.ran.end == theirs.end)
      let expected = Self.straced(
        try String(contentsOfFile: outputs.file("strace"), encoding: .utf8))
      // What dftrace does not record under any alert it can't be compared on.
      let known = Set(ours.map(\.name))
      #expect(ours == expected.filter { known.contains($0.name) })
      #expect(known.count >= 2 && ours.count > 5, "\(known)")
    }

    // MARK: Names of flags and numbers

    /// The calls of the fixture, whose arguments have names.
    private static let named = [
      "openat", "linkat", "unlinkat", "renameat2", "memfd_create", "fcntl", "mount", "umount2",
      "mmap",
      "mprotect", "mremap", "madvise", "shmat", "socket", "sendto", "shutdown", "clone", "setns",
      "unshare", "kill", "ptrace", "prctl", "bpf", "keyctl", "prlimit64", "seccomp",
      "sched_setscheduler", "arch_prctl", "ioctl",
    ]

    private static func words(_ text: some StringProtocol) -> Set<String> {
      Set(
        String(text).matches(
          of: #/\b(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+|SIG[A-Z0-9]+|TCGETS|TIOC[A-Z]+|FIONREAD)\b/#
        )
        .map { String($0.0) })
    }

    @Test(.timeLimit(.minutes(2)))
    func namesAreThoseOfStrace() throws {
      let scratch = try Scratch()
      let condition = "evt.type in (\(Self.named.joined(separator: ","))) and proc.name = nobody"
      try scratch.write(
        "policy.json",
        """
        {"name": "all", "customAlerts": [{"id": "a-b", "title": "t", "category": "process",
          "priority": "P4", "condition": "\(condition)"}]}
        """)
      let command = Command(Programs.fixture("edge-flags"))
      let traced = try Traced(
        command, options: ["-p", scratch.file("policy.json"), "--events", scratch.file("events")])
      let theirs = try command.prefixed(by: [
        "strace", "-f", "-qq", "-s", "0", "-e", "signal=none", "-o", scratch.file("strace"), "-e",
        "trace=" + Self.named.joined(separator: ","), "--",
      ]).run()
      #expect(traced.ran.end == .exited(0) && theirs.end == .exited(0))
      let names = Set(Self.named)
      let lines = try String(contentsOfFile: scratch.file("strace"), encoding: .utf8)
        .split(separator: "\n")
      let expected = try lines.compactMap { line -> (String, Set<String>)? in
        let match = try #require(try #/^\d+ +(\w+)\((.*)\) += .*$/#.wholeMatch(in: line), "\(line)")
        // Descriptors and protocols are numbers to dftrace; strace follows a command's argument.
        let words = Self.words(match.2).subtracting(["AT_FDCWD", "RLIM64_INFINITY"]).filter {
          !$0.contains(#/^(IPPROTO|NETLINK|ETH_P|BTPROTO)_/#)
            && !(match.1 == "fcntl" && $0.hasPrefix("O_"))
        }
        return (String(match.1), words)
      }
      let events = try String(contentsOfFile: scratch.file("events"), encoding: .utf8)
        .split(separator: "\n")
      let found = try events.compactMap { line -> (String, Set<String>)? in
        let object = try #require(
          JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        guard object["type"] as? String == "event", let name = object["evt.type"] as? String,
          names.contains(name), let arguments = object["args"] as? [String: Any]
        else { return nil }
        let texts = arguments.values.compactMap { $0 as? String }
        let words = texts.reduce(into: Set<String>()) { $0.formUnion(Self.words($1)) }
        // strace shows permissions as an octal number.
        return (name, words.filter { !$0.hasPrefix("S_I") })
      }
      #expect(found.map(\.0) == expected.map(\.0))
      #expect(expected.count > 120)
      for (ours, theirs) in zip(found, expected) where ours.0 == theirs.0 {
        #expect(ours.1 == theirs.1, "\(ours.0)")
      }
    }
  }
}
