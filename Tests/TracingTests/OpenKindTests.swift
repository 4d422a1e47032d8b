import Events
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// What an open does with a file, by its flags and its mode.
@Suite struct OpenKindTests {
  private let run = FakeRun()

  private static let neither = OpenFlags(rawValue: 3)
  private static let unnamed: OpenFlags = [.temporaryFile, .directory]

  private static let cases: [(OpenFlags, UInt64, OpenKinds)] = [
    ([], 0, .read), ([], 0o777, .read), (.writeOnly, 0, .write),
    (.readWrite, 0, [.read, .write]), (neither, 0, []), ([neither, .truncate], 0, .write),
    ([neither, .create], 0o644, [.write, .create]),
    (.path, 0, []), (.directory, 0, []),
    (.truncate, 0, [.read, .write]), ([.writeOnly, .truncate], 0o755, .write),
    (.create, 0o644, [.read, .write, .create]),
    (.create, 0o755, [.read, .write, .create, .execute]),
    ([.create, .writeOnly], 0o100, [.write, .create, .execute]),
    ([.create, .writeOnly], 0o010, [.write, .create, .execute]),
    ([.create, .writeOnly], 0o001, [.write, .create, .execute]),
    ([.create, .writeOnly], 0o6666, [.write, .create]),
    ([unnamed, .readWrite], 0o600, [.write, .create]),
    ([unnamed, .writeOnly], 0o700, [.write, .create, .execute]),
    (.exclusive, 0o755, .read), (.noFollow, 0, .read),
  ]

  private func kinds(_ event: EventType, _ arguments: [FakeArgument]) -> OpenKinds? {
    let view = run.view(event, arguments)
    let kinds = view.openKinds
    for (field, kind) in [
      (Field.evtIsOpenRead, OpenKinds.read), (.evtIsOpenWrite, .write),
      (.evtIsOpenCreate, .create), (.evtIsOpenExec, .execute),
    ] {
      #expect(run.value(field, event, arguments) == kinds.map { .boolean($0.contains(kind)) })
    }
    return kinds
  }

  @Test(arguments: Self.cases)
  func flagsSayWhatFor(_ flags: OpenFlags, _ mode: UInt64, _ expected: OpenKinds) {
    let number = FakeArgument.number(flags.rawValue)
    #expect(kinds(.open, ["/a", number, .number(mode)]) == expected)
    #expect(kinds(.openat, [-100, "/a", number, .number(mode)]) == expected)
    let how = [flags.rawValue, mode, 0].flatMap { littleEndian($0) }
    #expect(kinds(.openat2, [-100, "/a", .bytes(how), 24]) == expected)
    // The kernel takes the lower half of the register.
    let wide = FakeArgument.number(flags.rawValue | 0x41 << 32)
    #expect(kinds(.open, ["/a", wide, .number(mode)]) == expected)
    #expect(kinds(.openat, [-100, "/a", wide, .number(mode)]) == expected)
  }

  @Test func creatWritesAndCreates() {
    #expect(kinds(.creat, ["/a", 0o644]) == [.write, .create])
    #expect(kinds(.creat, ["/a", 0o755]) == [.write, .create, .execute])
  }

  @Test func whatCannotBeReadIsNotKnown() {
    #expect(kinds(.openat2, [-100, "/a", 0x7000, 24]) == nil)
    // Without its mode a new file is not executable.
    let flags = OpenFlags([.create, .writeOnly]).rawValue
    #expect(
      kinds(.openat2, [-100, "/a", .bytes(littleEndian(flags)), 24]) == [.write, .create])
  }

  @Test func otherCallsOpenNothing() {
    #expect(kinds(.stat, ["/a"]) == nil)
    #expect(kinds(.unlink, ["/a"]) == nil)
  }

  @Test func theModeCountsForANewFile() {
    run.state.noteUmask(0o027, of: run.process)
    run.inspector.addFile("/there")
    func mode(_ path: FakeArgument, _ flags: OpenFlags) -> RecordedValue? {
      run.value(.fileCreationMode, .open, [path, .flags(flags), 0o4777])
    }
    #expect(mode("/new", [.create]) == .flags(0o4750, .mode))
    #expect(mode("/there", [.create]) == nil)
    #expect(mode("/new", []) == nil)
    #expect(run.value(.fileWasCreated, .open, ["/new", .flags(.create), 0]) == .boolean(true))
    #expect(run.value(.fileWasCreated, .open, ["/there", .flags(.create), 0]) == .boolean(false))
  }
}
