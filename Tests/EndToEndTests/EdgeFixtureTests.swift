import Glibc
import Testing

/// A fixture in one of its modes, as one user.
struct EdgeCase: CustomTestStringConvertible {
  let fixture: String
  let arguments: [String]
  let user: User
  /// Blind spots that have to be told.
  var blindSpots: Set<String> = []

  var testDescription: String {
    "\(fixture) \(arguments.joined(separator: " ")), \(user.testDescription)"
  }

  private static let modes: [(String, [String])] = [
    ("edge-threads", ["exec", "opens", "stop"]),
    ("edge-children", ["vfork", "storm", "untraced", "parent", "shared", "clone3", "daemon"]),
    ("edge-signals", ["timer", "queue", "altstack", "mask", "child"]),
    ("edge-state", ["one\u{e9}", "two"]),
    ("edge-memory", [""]),
    ("edge-interfaces", ["i386", "x32", "uring", "filter", "dumpable"]),
  ]

  private static let told: [String: Set<String>] = [
    "untraced": ["clone-untraced"], "uring": ["io-uring"],
  ]

  static let all = User.available.flatMap { user in
    modes.flatMap { fixture, names in
      names.map { name in
        EdgeCase(
          fixture: fixture, arguments: name.isEmpty ? [] : [name], user: user,
          blindSpots: told[name] ?? [])
      }
    }
  }
}

extension EndToEnd {
  /// Programs that are hard on a tracer do what they do without one.
  @Suite struct EdgeFixtures {
    @Test(.timeLimit(.minutes(2)), arguments: EdgeCase.all)
    func behavesAsWithoutATracer(_ item: EdgeCase) throws {
      var command = Command([Programs.fixture(item.fixture)] + item.arguments)
      command.directory = "/usr"
      let untraced = try command.prefixed(by: item.user.prefix).run()
      let traced = try Traced(command, options: ["--fail-on", "never"], as: item.user)
      // Root without privileges to lose, and an ordinary user with none to gain, differ in one line.
      func comparable(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter {
          !$0.hasPrefix("Seccomp") && !$0.hasPrefix("NoNewPrivs")
        }
      }
      #expect(comparable(traced.ran.text) == comparable(untraced.text))
      #expect(traced.ran.end == untraced.end, "\(traced.ran.errorText)")
      #expect(!untraced.text.isEmpty)
      // A fixture that fails alike with and without a tracer shows nothing.
      #expect(untraced.errorText.isEmpty)
      #expect(item.blindSpots.isSubset(of: traced.report.blindSpots), "\(traced.report.blindSpots)")
    }

    /// Calls of another interface are decoded, and that a 64-bit program makes them is told.
    @Test(.timeLimit(.minutes(3)), arguments: ["i386", "x32"])
    func callsOfAnotherInterfaceAreSeen(_ mode: String) throws {
      let command = Command(Programs.fixture("edge-interfaces"), mode)
      // A kernel may be built without either.
      if try command.run().end == .exited(77) { try Test.cancel("this kernel has no \(mode)") }
      let traced = try Traced(command, options: ["--fail-on", "never"])
      #expect(traced.report.blindSpots.isEmpty, "\(traced.report.blindSpots)")
      #expect(traced.report.alertIDs.contains("syscall-foreign-abi"))
    }

    /// What the kernel refuses a traced program is its own error, and said.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [("traceme", "nested-tracer"), ("listener", "seccomp-listener")])
    func whatATracedProgramCanNotDoIsSaid(_ mode: String, _ spot: String) throws {
      let traced = try Traced(
        Command(Programs.fixture("edge-interfaces"), mode), options: ["--fail-on", "never"])
      #expect(traced.ran.end == .exited(0), "\(traced.ran.errorText)")
      #expect(traced.report.blindSpots.contains(spot), "\(traced.report.blindSpots)")
    }

    /// 64 threads open a key 50 times each: one alert, counted exactly.
    @Test(.timeLimit(.minutes(3))) func whatThreadsDoIsCountedExactly() throws {
      let scratch = try Scratch()
      try scratch.write(
        "policy.json",
        #"""
        { "name": "own", "customAlerts": [ { "id": "own-passwd", "title": "Read", "category": "file",
          "priority": "P1", "condition": "evt.is_open_read = true and fd.name = /etc/passwd" } ] }
        """#)
      let traced = try Traced(
        Command(Programs.fixture("edge-threads"), "opens"),
        options: ["-p", scratch.file("policy.json"), "--fail-on", "never"])
      #expect(traced.ran.text == "opened 3200 times\n")
      let total = traced.report.all("alertTotal").first { $0["id"] as? String == "own-passwd" }
      #expect(total?["count"] as? Int == 3200)
    }
  }
}
