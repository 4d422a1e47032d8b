import Events
import ProcessState
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// The values of fields that come from processes and files in tables.
@Suite struct FieldValueTests {
  private let run = FakeRun()

  private func keep(_ text: String, as name: String, of thread: ThreadID) {
    run.inspector.texts["/proc/\(thread.rawValue)/\(name)"] = text.bytes
  }

  // MARK: Times

  /// When the file was changed.
  private static let then: Int64 = 1_700_000_000

  private func setsBack(_ event: EventType, _ arguments: [FakeArgument]) -> Bool {
    run.inspector.addFile("/srv/file")
    _ = run.change("/srv/file", changed: Self.then * 1_000_000_000 + 5)
    return run.value(.fileTimeSetBack, event, arguments) == .boolean(true)
  }

  /// Two times of access and of modification, each with its fraction.
  private func times(_ seconds: Int64, fraction: UInt64 = 0) -> FakeArgument {
    .bytes([5, 6, UInt64(bitPattern: seconds), fraction].flatMap { littleEndian($0) })
  }

  @Test(
    arguments: [
      (-86_401, true), (-86_400, false), (-86_399, false), (0, false), (86_400, false),
      (-40_000_000, true), (-1_700_000_000, true), (-3_400_000_000, true),
    ] as [(Int64, Bool)])
  func aTimeIsSetBackByMoreThanADay(_ difference: Int64, _ isSo: Bool) {
    let wanted = Self.then + difference
    #expect(setsBack(.utimensat, [-100, "/srv/file", times(wanted), 0]) == isSo)
    #expect(setsBack(.futimesat, [-100, "/srv/file", times(wanted)]) == isSo)
    #expect(setsBack(.utimes, ["/srv/file", times(wanted)]) == isSo)
    let buffer = [5, UInt64(bitPattern: wanted)].flatMap { littleEndian($0) }
    #expect(setsBack(.utime, ["/srv/file", .bytes(buffer)]) == isSo)
  }

  /// `UTIME_NOW`, `UTIME_OMIT`, and no times at all.
  @Test func theTimeIsSetToNow() {
    #expect(setsBack(.utimensat, [-100, "/srv/file", times(0), 0]))
    #expect(!setsBack(.utimensat, [-100, "/srv/file", times(0, fraction: 0x3FFF_FFFF), 0]))
    #expect(!setsBack(.utimensat, [-100, "/srv/file", times(0, fraction: 0x3FFF_FFFE), 0]))
    #expect(!setsBack(.utimensat, [-100, "/srv/file", 0, 0]))
    #expect(!setsBack(.utime, ["/srv/file", 0]))
    #expect(!setsBack(.utimensat, [-100, "/srv/none", times(0), 0]))
  }

  /// After the call, what counts is when the file was changed before.
  @Test func theFormerTimeIsKept() {
    run.inspector.addFile("/srv/file")
    _ = run.change("/srv/file", changed: Self.then * 1_000_000_000)
    var view = run.view(.utimensat, [-100, "/srv/file", times(1), 0], .entry)
    view.capture()
    _ = run.change("/srv/file", changed: 1_000_000_000)
    view.phase = .returned(0)
    var arena = ByteArena()
    #expect(view.value(of: FieldKey(.fileTimeSetBack), in: &arena) == .boolean(true))
  }

  // MARK: Targets

  private func isInRun(_ number: Int64, _ event: EventType = .kill) -> RecordedValue? {
    run.value(.targetIsInRun, event, [FakeArgument(integerLiteral: number), 9])
  }

  @Test func whoeverIsSignalledIsInTheRunOrNot() {
    run.state.tree.add(5_000_010, parent: run.process, unknown: FakeRun.image(""))
    run.state.tree.add(5_000_020, parent: run.process, unknown: FakeRun.image(""))
    run.state.forget(5_000_020)
    keep("Tgid:\t5000010\n", as: "status", of: 5_000_011)
    keep("Tgid:\t5000030\n", as: "status", of: 5_000_031)
    for number in [5_000_000, 5_000_010, 5_000_011, 5_000_020] as [Int64] {
      #expect(isInRun(number) == .boolean(true), "\(number)")
      // A group.
      #expect(isInRun(-number) == .boolean(true), "\(number)")
    }
    for number in [5_000_030, 5_000_031, 1, 5_000_099] as [Int64] {
      #expect(isInRun(number) == .boolean(false), "\(number)")
      if number > 1 { #expect(isInRun(-number) == .boolean(false), "\(number)") }
    }
  }

  @Test func theOwnGroupIsInTheRunAndEverybodyIsNot() {
    #expect(isInRun(0) == .boolean(true))
    #expect(isInRun(-1) == .boolean(false))
    // Not even when a process 1 is of the run, as in a container.
    run.state.tree.add(1, parent: 0, unknown: FakeRun.image(""))
    #expect(isInRun(1) == .boolean(true))
    #expect(isInRun(-1) == .boolean(false))
    // The register's upper half is nothing to the kernel.
    #expect(isInRun(0x7_0000_0001) == .boolean(true))
  }

  @Test func nothingIsSaidOfAnotherNamespacesIds() {
    run.inspector.addLink("/proc/self/ns/pid", to: "pid:[1]")
    run.inspector.addLink("/proc/\(run.thread.rawValue)/ns/pid", to: "pid:[1]")
    #expect(isInRun(0) == .boolean(true))
    run.inspector.addLink("/proc/\(run.thread.rawValue)/ns/pid", to: "pid:[2]")
    for number in [0, -1, 5_000_000, 1] as [Int64] { #expect(isInRun(number) == nil) }
    #expect(run.value(.targetPid, .kill, [5_000_000, 9]) == .number(5_000_000))
  }

  @Test func aDescriptorNamesAProcess() {
    run.inspector.processDescriptors[run.thread] = [4: 5_000_000, 5: 5_000_099]
    #expect(isInRun(4, .pidfd_send_signal) == .boolean(true))
    #expect(isInRun(5, .pidfd_send_signal) == .boolean(false))
    #expect(isInRun(6, .pidfd_send_signal) == nil)
    #expect(run.value(.targetIsSelf, .pidfd_send_signal, [4, 9]) == .boolean(true))
  }

  @Test func theTargetsProgram() {
    run.inspector.executables = [5_000_000: "/bin/a", 5_000_010: "/bin/a", 5_000_020: "/bin/b"]
    keep("Tgid:\t5000000\n", as: "status", of: 5_000_001)
    func same(_ number: Int64) -> RecordedValue? {
      run.value(.targetIsSameProgram, .kill, [FakeArgument(integerLiteral: number), 9])
    }
    #expect(same(5_000_010) == .boolean(true) && same(5_000_020) == .boolean(false))
    #expect(same(-5_000_010) == nil && same(0) == nil)
    #expect(run.value(.targetExepath, .kill, [5_000_020, 9]) == .path("/bin/b"))
    #expect(run.value(.targetIsSelf, .kill, [5_000_001, 9]) == .boolean(true))
    #expect(run.value(.targetIsSelf, .kill, [5_000_010, 9]) == .boolean(false))
  }
}
