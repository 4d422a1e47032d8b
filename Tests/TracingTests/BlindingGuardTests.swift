import Detection
import Events
import Kernel
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// Calls that would blind the tracer, and what is done about them.
@Suite struct BlindingGuardTests {
  private let run = FakeRun()

  private func look(
    _ event: EventType, _ arguments: [FakeArgument], isNotified: Bool = false
  ) -> CallFacts {
    let facts = run.facts(event, arguments)
    var source = StopSource()
    let observation = Observation(
      isNotified: isNotified, isKillable: isNotified, isSynchronous: false)
    BlindingGuard(run.state, observation).guardAgainstBlinding(facts, &source)
    return facts
  }

  private var blindSpots: [String] {
    run.state.blindSpots.list(lost: 0).flatMap { Array(repeating: $0.id, count: $0.count) }
  }

  /// `CLONE_UNTRACED` with `CLONE_VM` and `SIGCHLD` as the signal.
  @Test func anUntracedChildIsTracedAllTheSame() {
    let flags = CloneFlags.untraced | 0x100
    let facts = look(.clone3, [.bytes(littleEndian(flags) + littleEndian(17)), 88])
    let place = facts.registers.arguments[0]
    #expect(run.memory.readNumber(place, bytes: 8) == 0x100)
    // The other members stay.
    #expect(run.memory.readNumber(place + 8, bytes: 8) == 17)
    #expect(blindSpots == ["clone-untraced"])
    _ = look(.clone, [.number(flags)])
    #expect(blindSpots == ["clone-untraced", "clone-untraced"])
    #expect(!run.state.mayDifferInRoot)
  }

  @Test func anOrdinaryChildIsLeftAlone() {
    let facts = look(.clone3, [.bytes(littleEndian(0x100)), 88])
    #expect(run.memory.readNumber(facts.registers.arguments[0], bytes: 8) == 0x100)
    _ = look(.clone, [0x100])
    _ = look(.clone3, [0, 88])
    _ = look(.fork, [])
    #expect(blindSpots.isEmpty && !run.state.mayDifferInRoot)
  }

  @Test(
    arguments: [
      (.chroot, ["/srv"], true), (.pivot_root, ["/srv", "/srv"], true), (.setns, [3, 0], true),
      (.unshare, [0x2_0000], true), (.unshare, [0x400_0000], false), (.clone, [0x2_0011], true),
      (.clone, [0x1_0011], false), (.clone3, [.bytes(littleEndian(0x2_0000)), 88], true),
      (.clone3, [.bytes(littleEndian(0x1_0000)), 88], false), (.chdir, ["/srv"], false),
      (.mount, ["a", "b"], false),
    ] as [(EventType, [FakeArgument], Bool)])
  func aProcessMaySeeOtherFiles(_ event: EventType, _ arguments: [FakeArgument], _ isSo: Bool) {
    _ = look(event, arguments)
    #expect(run.state.mayDifferInRoot == isSo)
    #expect(blindSpots.isEmpty)
  }

  /// `SECCOMP_SET_MODE_FILTER` with `SECCOMP_FILTER_FLAG_NEW_LISTENER`; requests of ptrace(2).
  @Test(
    arguments: [
      (.seccomp, [1, 8], "seccomp-listener"), (.seccomp, [1, 0], nil), (.seccomp, [2, 8], nil),
      (.io_uring_setup, [8, 0], "io-uring"), (.ptrace, [0], "nested-tracer"),
      (.ptrace, [16, 7], "nested-tracer"), (.ptrace, [0x4206, 7], "nested-tracer"),
      (.ptrace, [1, 7], nil),
    ] as [(EventType, [FakeArgument], String?)])
  func whatCannotBeSeenIsSaid(_ event: EventType, _ arguments: [FakeArgument], _ id: String?) {
    _ = look(event, arguments, isNotified: true)
    #expect(blindSpots == (id.map { [$0] } ?? []))
  }

  /// What is done through a ring is seen by nobody, renaming a directory included.
  @Test func aRingLeavesNoDirectoryToRelyOn() {
    let run = FakeRun(isCaching: true)
    run.inspector.addFile("/srv/file")
    func opens() -> Int {
      _ = run.resolved(.open, ["/srv/file", 0])
      return run.inspector.questions["isPlain"] ?? 0
    }
    #expect(opens() == 0)
    var source = StopSource()
    BlindingGuard(run.state, .stops).guardAgainstBlinding(
      run.facts(.io_uring_setup, [8, 0]), &source)
    #expect(opens() == 1)
  }
}
