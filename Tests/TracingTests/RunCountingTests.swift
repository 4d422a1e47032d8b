import Detection
import Events
import ProcessState
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// What is counted over the run, and what is exempt.
@Suite struct RunCountingTests {
  private let run = FakeRun(workspace: "/work")

  @discardableResult
  private func count(
    _ event: EventType, _ arguments: [FakeArgument], isAsked: Bool = true
  ) throws -> Contribution {
    var view = run.view(event, arguments, .entry)
    RunCounting(run.state, try .counting(isAsked)).count(&view)
    return view.contribution
  }

  // MARK: Deletions

  private var deletions: Int { run.state.totals.deletions(by: "cat", since: 0) }

  @Test(
    arguments: [
      ("/home/me/letter", 1), ("/srv/file", 1), ("/tmpfile", 1), ("/home/me/caches/x", 1),
      ("/tmp/file", 0), ("/tmp/deep/file", 0), ("/var/tmp/file", 0), ("/dev/shm/file", 0),
      ("/work/file", 0), ("/work/deep/file", 0), ("/workshop/file", 1),
      ("/home/me/.cache/x", 0), ("/home/me/.cache/deep/x", 0), ("/var/cache/x", 0),
      ("/home/me/Library/Cache/x", 0), ("/srv/node_modules/x/y", 0), ("/srv/__pycache__/x", 0),
      ("/srv/tmp/x", 0), ("/home/me/.npm/x", 0),
    ])
  func deletionCountsWhereItMayBeMissed(_ path: String, _ expected: Int) throws {
    run.inspector.addFile(path)
    let argument = FakeArgument(stringLiteral: path)
    try count(.unlink, [argument])
    #expect(deletions == expected)
    try count(.unlinkat, [-100, argument, 0])
    try count(.rmdir, [argument])
    #expect(deletions == 3 * expected)
  }

  @Test func whatIsNotThereIsNotDeleted() throws {
    try count(.unlink, ["/home/me/none"])
    #expect(deletions == 0)
  }

  @Test func whatTheRunWroteIsNotMissed() throws {
    let status = run.inspector.addFile("/srv/own")
    run.inspector.addFile("/srv/other")
    run.state.noteWritten("/srv/own".bytes, status, by: "sh")
    try count(.unlink, ["/srv/own"])
    #expect(deletions == 0)
    try count(.unlink, ["/srv/other"])
    #expect(deletions == 1)
    // A file that was only just created has not been looked for yet.
    run.state.note(.init(path: "/srv/new".bytes, program: "sh", thread: run.thread))
    run.inspector.addFile("/srv/new")
    try count(.unlink, ["/srv/new"])
    #expect(deletions == 1)
  }

  @Test func nothingIsCountedThatNothingAsksFor() throws {
    run.inspector.addFile("/srv/file")
    try count(.unlink, ["/srv/file"], isAsked: false)
    #expect(deletions == 0)
  }

  // MARK: Attempts

  /// `struct sockaddr_in` of 192.0.2.LAST, port 443 or another.
  private func address(_ last: UInt8, port: UInt16 = 443) -> FakeArgument {
    let name = [2, 0, UInt8(port >> 8), UInt8(port & 255), 192, 0, 2, last] as [UInt8]
    return .bytes(name + [UInt8](repeating: 0, count: 8))
  }

  private func attempt(
    _ event: EventType, _ arguments: [FakeArgument], isAsked: Bool = true
  ) throws -> Int {
    let endpoints = RunCounting(run.state, try .counting(isAsked)).endpoints(
      of: run.facts(event, arguments))
    #expect(endpoints.count == 1)
    return (0...255).compactMap {
      run.state.totals.destinations(upTo: IPAddress(v4: 0xC000_0200 + $0))
    }.max() ?? 0
  }

  private func addSocket(_ number: Int32, _ type: Int32) {
    run.inspector.sockets[run.process, default: [:]][number] = SocketFacts(
      domain: SocketFamily.ipv4, type: type, proto: 0, local: [])
  }

  /// The C library connects datagram sockets to every address of a name, and sends nothing.
  @Test func aConnectionOfADatagramSocketIsNoAttempt() throws {
    addSocket(3, SocketType.datagram)
    addSocket(4, SocketType.stream)
    #expect(try attempt(.connect, [3, address(1), 16]) == 0)
    #expect(try attempt(.connect, [4, address(2), 16]) == 1)
    // What is sent is one.
    #expect(try attempt(.sendto, [3, 0, 0, 0, address(3), 16]) == 2)
    // A socket that can't be looked at counts.
    #expect(try attempt(.connect, [9, address(4), 16]) == 3)
    #expect(try attempt(.connect, [4, address(2), 16]) == 3)
    #expect(try attempt(.connect, [4, address(5, port: 0), 16]) == 3)
    #expect(try attempt(.connect, [4, address(6), 16], isAsked: false) == 3)
    #expect(try attempt(.bind, [4, address(7), 16]) == 3)
  }

  @Test func portsAreCountedByProgram() throws {
    addSocket(4, SocketType.stream)
    for port in [22, 80, 443, 80] as [UInt16] {
      _ = try attempt(.connect, [4, address(1, port: port), 16])
    }
    let host = IPAddress(v4: 0xC000_0201)
    let start = run.state.now - 1
    #expect(run.state.totals.ports(of: host, by: "cat", since: start) == 3)
    #expect(run.state.totals.ports(of: host, by: "dog", since: start) == 0)
    #expect(run.state.totals.ports(of: host, by: "cat", since: run.state.now + 1) == 0)
  }

  // MARK: Further

  @Test func aProcessThatAcceptsIsRemembered() throws {
    addSocket(3, SocketType.stream)
    run.inspector.sockets[run.process]?[5] = SocketFacts(
      domain: SocketFamily.unix, type: SocketType.stream, proto: 0, local: [])
    try count(.accept4, [5, 0, 0, 0])
    #expect(run.value(.procParentHasAccepted) == .boolean(false))
    try count(.accept4, [3, 0, 0, 0], isAsked: false)
    #expect(run.value(.procParentHasAccepted) == .boolean(false))
    try count(.accept4, [3, 0, 0, 0])
    #expect(run.value(.procParentHasAccepted) == .boolean(true))
  }

  @Test func aFileThatWasAskedAboutIsRemembered() throws {
    run.inspector.addFile("/srv/file")
    run.inspector.addLink("/srv/link", to: "file")
    #expect(run.value(.fileWasChecked, .open, ["/srv/file", 0]) == .boolean(false))
    try count(.access, ["/srv/link", 0])
    #expect(run.value(.fileWasChecked, .open, ["/srv/file", 0]) == .boolean(true))
    #expect(run.value(.fileWasChecked, .open, ["/srv/other", 0]) == .boolean(false))
  }

  @Test func aBindMountIsKnownByItsSource() throws {
    run.inspector.addFile("/srv/secret/key")
    run.inspector.addFile("/mnt/key")
    try count(.mount, ["/srv/secret", "/mnt", 0, 0])
    #expect(run.resolved(.open, ["/mnt/key", 0]) == "/mnt/key")
    try count(.mount, ["/srv/secret", "/mnt", 0, 0x1000])
    #expect(run.resolved(.open, ["/mnt/key", 0]) == "/srv/secret/key")
  }

  /// Directories that programs list as a matter of course don't count.
  @Test(arguments: [
    ("/home/me/letters", 1), ("/srv", 1), ("/usr/lib", 0), ("/work/src", 0), ("/tmp/x", 0),
    ("/", 0),
  ])
  func listedDirectoriesCount(_ path: String, _ expected: Int) throws {
    run.inspector.addDirectory(path)
    let argument = FakeArgument(stringLiteral: path)
    #expect(try count(.open, [argument, .flags([])]).directories == nil)
    for _ in 0..<2 {
      let listed = try count(.open, [argument, .flags(.directory)])
      #expect(listed.directories == (expected == 0 ? nil : 1))
    }
  }

  /// Only an event that adds to a total has its value, so that no later program is accused.
  @Test func totalsHaveAValueWhereTheyGrow() throws {
    run.inspector.addFile("/srv/file")
    run.inspector.addFile("/work/file")
    run.inspector.addDirectory("/srv")
    var contribution = try count(.unlink, ["/srv/file"])
    #expect(run.value(.runDeleted, .unlink, ["/srv/file"], contribution) == .number(1))
    contribution = try count(.unlink, ["/work/file"])
    #expect(run.value(.runDeleted, .unlink, ["/work/file"], contribution) == nil)
    contribution = try count(.open, ["/srv", .flags(.directory)])
    #expect(
      run.value(.runDirectoriesListed, .open, ["/srv", .flags(.directory)], contribution)
        == .number(1))
    #expect(run.value(.runDirectoriesListed, .open, ["/srv", .flags(.directory)]) == nil)
    #expect(run.value(.runCredentialKinds, .open, ["/srv/file", 0]) == nil)
    var view = run.view(.open, ["/srv/file", 0], .entry)
    let additions = ["ssh", "ssh", "aws"].map { view.noteCredential($0) }
    #expect(additions == [true, false, true])
    #expect(view.contribution.credentialKinds == 2)
  }

  @Test func aContactWithAKnownAddressDoesNotAddToTheDestinations() throws {
    addSocket(4, SocketType.stream)
    for last in [1, 2, 1] as [UInt8] { _ = try attempt(.connect, [4, address(last), 16]) }
    let totals = run.state.totals
    #expect(totals.destinations(upTo: IPAddress(v4: 0xC000_0201)) == 1)
    #expect(totals.destinations(upTo: IPAddress(v4: 0xC000_0202)) == 2)
  }

  // MARK: Files written

  @Test func whatWasOpenedForWritingHasAWriter() throws {
    let status = run.inspector.addFile("/srv/file")
    let counting = RunCounting(run.state, try .counting())
    func open(_ flags: OpenFlags, _ result: Int64) {
      var view = run.view(.open, ["/srv/file", .flags(flags), 0], .returned(result))
      view.capture()
      counting.remember(view, result)
    }
    open([], 3)
    open(.writeOnly, -13)
    #expect(run.state.writer(of: status) == nil)
    #expect(run.value(.fileWrittenInRun, .open, ["/srv/file", 0]) == .boolean(false))
    open(.writeOnly, 3)
    #expect(run.state.writer(of: status) == "cat")
    #expect(run.value(.fileWrittenInRun, .open, ["/srv/file", 0]) == .boolean(true))
  }

  @Test func aCreationIsLookedForLater() throws {
    let counting = RunCounting(run.state, try .counting())
    var view = run.view(.open, ["/srv/new", .flags([.create, .writeOnly]), 0o644], .entry)
    #expect(counting.isCreation(&view))
    let status = run.inspector.addFile("/srv/new")
    #expect(run.state.writer(of: status) == "cat")
    var again = run.view(.open, ["/srv/new", .flags([.create, .writeOnly]), 0o644], .entry)
    #expect(!counting.isCreation(&again))
    var plain = run.view(.open, ["/srv/none", .flags(.writeOnly), 0], .entry)
    #expect(!counting.isCreation(&plain))
  }
}
