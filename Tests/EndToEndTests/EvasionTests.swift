import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Ways round a detector that others have fallen for: each has to raise the alert all the same.
  @Suite struct Evasion {
    private func expect(
      _ alert: String, _ command: Command, _ scratch: Scratch,
      _ location: SourceLocation = #_sourceLocation
    ) throws {
      try Self.expect(alert, true, command, command, location)
    }

    /// Expects that a fixture raises an alert, or does not: `WAY … fires|silent DIRECTORY`.
    ///
    /// - Parameters:
    ///   - before: words that come before the last two.
    ///   - said: what stands in the place of `fires` or `silent`.
    ///   - place: where the fixture's directory lies.
    static func expect(
      _ alert: String, _ isFiring: Bool, _ fixture: String, _ way: String, before: [String] = [],
      said: String? = nil, in place: Scratch.Place = .standing,
      _ location: SourceLocation = #_sourceLocation
    ) throws {
      // A directory for each: what the first run has made is not to be in the second one's way.
      let places = (try Scratch(in: place), try Scratch(in: place))
      func command(_ scratch: Scratch) -> Command {
        let word = said ?? (isFiring ? "fires" : "silent")
        return Command([Programs.fixture(fixture), way] + before + [word, scratch.path])
      }
      try expect(alert, isFiring, command(places.0), command(places.1), location)
    }

    private static func expect(
      _ alert: String, _ isFiring: Bool, _ first: Command, _ second: Command,
      _ location: SourceLocation
    ) throws {
      let untraced = try first.run(location)
      if untraced.end == .exited(77) { try Test.cancel("\(untraced.text)") }
      #expect(untraced.end == .exited(0), "\(untraced.errorText)", sourceLocation: location)
      let traced = try Traced(second, location)
      #expect(traced.ran.text == untraced.text, sourceLocation: location)
      #expect(traced.ran.errorText == untraced.errorText, sourceLocation: location)
      #expect(
        traced.report.alertIDs.contains(alert) == isFiring, "\(traced.report.messages)",
        sourceLocation: location)
    }

    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        "openat2", "relative", "fchdir", "proc-root", "proc-fd", "own-fd", "symbolic-link",
        "hard-link", "crowd", "bind-mount", "slashes", "read-write", "int80", "changing",
      ])
    func aKeyIsReadByAnyName(_ way: String) throws {
      let scratch = try Scratch(in: .standing)
      let command = Command(Programs.fixture("evasion-reads"), way, scratch.path)
      try expect("file-ssh-key-read", command, scratch)
    }

    private static let streams = [
      "mapped", "fastopen", "fastopen-sendmsg", "fastopen-sendmmsg", "int80",
    ]
    private static let datagrams = [
      "sendto", "sendmsg", "sendmmsg", "udp", "write-sent", "sendmmsg-sent",
    ]

    @Test(.timeLimit(.minutes(3)), arguments: streams + datagrams)
    func anAddressIsReachedByAnyCall(_ way: String) throws {
      let scratch = try Scratch()
      let command = Command(Programs.fixture("evasion-connections"), way)
      try expect("network-cloud-metadata", command, scratch)
    }

    /// An alert by address or port, an address that raises it and one that does not.
    struct Destination: CustomTestStringConvertible {
      let alert: String
      let firing: (address: String, port: String)
      let silent: (address: String, port: String)

      var testDescription: String { alert }

      static let ofAnyKind = [
        Destination(
          alert: "network-restricted-country", firing: ("175.45.176.1", "443"),
          silent: ("193.99.144.80", "443")),
        Destination(
          alert: "network-unusual-resolver", firing: ("198.51.100.53", "53"),
          silent: ("198.51.100.53", "54")),
      ]
      static let ofStreams = [
        Destination(
          alert: "network-tor", firing: ("198.51.100.1", "9001"),
          silent: ("198.51.100.1", "9002")),
        Destination(
          alert: "network-kubernetes-api", firing: ("198.51.100.1", "6443"),
          silent: ("198.51.100.1", "6444")),
        Destination(
          alert: "network-cryptominer-pool", firing: ("198.51.100.1", "45700"),
          silent: ("198.51.100.1", "45701")),
      ]
    }

    @Test(
      .timeLimit(.minutes(3)), arguments: Destination.ofAnyKind, streams + datagrams)
    func anAlertByAddressKnowsEveryCall(_ destination: Destination, _ way: String) throws {
      try expect(destination, way)
    }

    @Test(.timeLimit(.minutes(3)), arguments: Destination.ofStreams, streams)
    func anAlertByPortKnowsEveryCall(_ destination: Destination, _ way: String) throws {
      try expect(destination, way)
    }

    /// Who connects is known by its executable's name: the same program by its own is no shell.
    @Test(.timeLimit(.minutes(3)), arguments: streams)
    func aShellThatConnectsIsKnownByAnyCall(_ way: String) throws {
      let scratch = try Scratch()
      for (name, isFiring) in [("bash", true), ("client", false)] {
        let copy = scratch.file(name)
        try FileManager.default.copyItem(
          atPath: Programs.fixture("evasion-connections"), toPath: copy)
        let command = Command(copy, way, "198.51.100.1", "443")
        try Self.expect("network-shell-connects", isFiring, command, command, #_sourceLocation)
      }
    }

    /// What is said along with the connection is its first message.
    @Test(
      .timeLimit(.minutes(3)), arguments: ["fastopen", "fastopen-sendmsg"],
      [
        ("network-ssh-nonstandard-port", "SSH-2.0-x\r\n"),
        ("network-tor", "dns:x.onion"),
        ("network-cryptominer-pool", #"{"id":1,"method":"mining.subscribe","params":[]}"# + "\n"),
      ])
    func whatIsSentAlongIsHeard(_ way: String, _ said: (alert: String, text: String)) throws {
      let fixture = Programs.fixture("evasion-connections")
      let isName = said.text.hasPrefix("dns:")
      let other = isName ? "dns:x.example" : "GET / HTTP/1.0\r\n\r\n"
      for (text, isFiring) in [(said.text, true), (other, false)] {
        let command = Command(fixture, way, "198.51.100.1", isName ? "53" : "2222", text)
        try Self.expect(said.alert, isFiring, command, command, #_sourceLocation)
      }
    }

    private func expect(_ destination: Destination, _ way: String) throws {
      let fixture = Programs.fixture("evasion-connections")
      for (place, isFiring) in [(destination.firing, true), (destination.silent, false)] {
        let command = Command(fixture, way, place.address, place.port)
        try Self.expect(destination.alert, isFiring, command, command, #_sourceLocation)
      }
    }

    /// A policy may have the kernel refuse what can't be seen.
    @Test(.timeLimit(.minutes(3))) func aRingIsRefusedOnDemand() throws {
      let scratch = try Scratch()
      try scratch.write(
        "policy.json", #"{ "name": "own", "extends": "standard", "ioUring": "deny" }"#)
      let command = Command(Programs.fixture("ring"))
      let refused = try Traced(command, options: ["-p", scratch.file("policy.json")])
      #expect(refused.ran.text == "error \(ENOSYS)\n")
      #expect(refused.report.alertIDs.isEmpty && refused.report.blindSpots.isEmpty)
      let untraced = try command.run()
      let granted = try Traced(command)
      #expect(granted.ran.text == untraced.text)
      #expect(granted.report.alertIDs == ["syscall-io-uring"])
      #expect(granted.report.blindSpots == ["io-uring"])
    }

    @Test(
      .timeLimit(.minutes(3)),
      arguments: ["execve", "execveat", "proc-fd", "interpreter", "renamed", "spawn", "vfork"])
    func aProgramIsExecutedByAnyCall(_ way: String) throws {
      let scratch = try Scratch()
      let command = Command(Programs.fixture("evasion-executions"), way, scratch.path)
      try expect("process-dropped-executable", command, scratch)
    }
  }
}
