import Glibc
import Testing

/// One fixture as one user.
struct AlertCase: CustomTestStringConvertible {
  let id: String
  let user: User
  let isFiring: Bool

  var testDescription: String { "\(id), \(isFiring ? "fires" : "silent"), \(user.testDescription)" }

  static let all = User.available.flatMap { user in
    ids.flatMap { id in
      [true, false].map { AlertCase(id: id, user: user, isFiring: $0) }
    }
  }

  /// What the test of an alert needs besides its program.
  struct Setting {
    /// Further alerts that the program rightly raises, both times.
    var always: Set<String> = []
    /// Further alerts that it rightly raises when it raises its own.
    var also: Set<String> = []
    /// A policy of its own; the built-in one otherwise.
    var policy: String?
  }

  private static let entersNamespaces = Setting(always: ["process-namespace-changed"])

  private static let settings: [String: Setting] = [
    "network-shell-connects": Setting(always: ["process-shell-spawned"]),
    "network-reverse-shell": Setting(always: ["process-shell-spawned"]),
    "network-cloud-metadata": Setting(
      always: ["process-namespace-changed", "network-cleartext-protocol"]),
    "network-restricted-country": entersNamespaces,
    "network-raw-socket": Setting(),
    "network-listens-everywhere": Setting(),
    "network-low-port-listener": entersNamespaces,
    "network-container-runtime-socket": Setting(),
    "network-cleartext-protocol": entersNamespaces,
    "network-destination-not-allowed": Setting(
      always: ["process-namespace-changed"],
      policy: #"""
        { "name": "own", "extends": "standard", "alerts": { "network-destination-not-allowed":
          { "criteria": { "networks": ["198.51.100.0/24"], "ports": [443] } } } }
        """#),
    "process-fileless-execution": Setting(),
    "process-dropped-executable": Setting(also: ["process-executes-from-temporary"]),
    "process-executes-from-temporary": Setting(also: ["process-dropped-executable"]),
    "process-traced-another": Setting(),
    "process-gained-root": Setting(),
    "process-shell-spawned": Setting(),
    "process-memory-of-another": Setting(),
    "process-crashed": Setting(),
    "process-namespace-changed": Setting(),
    "process-mounted": entersNamespaces,
    "library-preloaded": Setting(),
    "library-from-writable-directory": Setting(),
    "file-ssh-key-read": Setting(),
    "file-cloud-credentials-read": Setting(),
    "file-sensitive-read": Setting(),
    "file-write-system-binary": Setting(
      always: ["process-namespace-changed", "process-mounted"]),
    "file-setuid-bit-set": Setting(),
    "file-persistence": Setting(),
    "memory-writable-and-executable": Setting(),
    "memory-executable-stack": Setting(),
  ]

  private static let ids = settings.keys.sorted()

  var setting: Setting { Self.settings[id] ?? Setting() }

  /// The alerts that the program has to raise, and no others.
  var expected: Set<String> {
    setting.always.union(isFiring ? setting.also.union([id]) : [])
  }
}

extension EndToEnd {
  @Suite struct Alerts {
    /// A destination is known by the name that a name server gave for it in the run.
    @Test(.timeLimit(.minutes(1)), arguments: ["recvfrom", "recvmsg"], [true, false])
    func hostNamesAreThoseOfAnswers(_ call: String, _ isAllowed: Bool) throws {
      let scratch = try Scratch()
      try scratch.write(
        "policy.json",
        #"""
        { "name": "own", "extends": "standard", "alerts": { "network-destination-not-allowed":
          { "criteria": { "hosts": ["*.example.org"] } } } }
        """#)
      let name = isAllowed ? "WWW.example.org" : "www.example.net"
      let command = Command(Programs.fixture("names-answered"), name, call)
      let untraced = try command.run()
      if untraced.end == .exited(77) { try Test.cancel("\(untraced.text)") }
      let traced = try Traced(command, options: ["-p", scratch.file("policy.json")])
      #expect(traced.ran.text == untraced.text)
      #expect(traced.ran.end == .exited(0), "\(traced.ran.errorText)")
      #expect(
        traced.report.alertIDs.contains("network-destination-not-allowed") == !isAllowed,
        "\(traced.report.messages)")
    }

    @Test(.timeLimit(.minutes(1)), arguments: AlertCase.all)
    func aProgramRaisesItsAlertAndNoOther(_ item: AlertCase) throws {
      let scratch = try Scratch(for: item.user)
      let program = Programs.fixture("alert-\(item.id)")
      let command = Command(program, item.isFiring ? "fires" : "silent", scratch.path)
      let untraced = try command.prefixed(by: item.user.prefix).run()
      // What the machine forbids can't be tried; the fixture's own words say what it is.
      if untraced.end == .exited(77) { try Test.cancel("\(untraced.text)") }
      #expect(untraced.end == .exited(0), "\(untraced.errorText)")

      var options = ["--fail-on", "P4"]
      if let policy = item.setting.policy {
        try scratch.write("policy.json", policy)
        options += ["-p", scratch.file("policy.json")]
      }
      let traced = try Traced(command, options: options, as: item.user)
      #expect(traced.ran.text == untraced.text)
      #expect(traced.ran.errorText == untraced.errorText)
      #expect(Set(traced.report.alertIDs) == item.expected, "\(traced.report.messages)")
      #expect(
        traced.ran.end == .exited(item.expected.isEmpty ? 0 : 86), "\(traced.ran.errorText)")
    }
  }
}
