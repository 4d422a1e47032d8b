import Events
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// What the kernel calls the files that calls name, in a table of files and links.
@Suite struct PathResolutionTests {
  private func run(_ isCaching: Bool = false) -> FakeRun {
    let run = FakeRun(isCaching: isCaching)
    let inspector = run.inspector
    inspector.addFile("/srv/real/file")
    inspector.addFile("/srv/top")
    inspector.addLink("/srv/link", to: "real/file")
    inspector.addLink("/srv/directory", to: "/srv/real")
    inspector.addLink("/far", to: "/srv/real")
    inspector.addFile("/home/me/file")
    return run
  }

  @Test(
    arguments: [
      ([], true), ([.create], true), ([.exclusive], true), ([.noFollow], false),
      ([.create, .exclusive], false), ([.create, .exclusive, .writeOnly], false),
      ([.noFollow, .path], false), ([.path], true),
    ] as [(OpenFlags, Bool)], [false, true])
  func openFollowsALinkAtTheEnd(_ item: (flags: OpenFlags, isSo: Bool), _ isCaching: Bool) {
    let expected = item.isSo ? "/srv/real/file" : "/srv/link"
    let run = run(isCaching)
    let how = FakeArgument.bytes([item.flags.rawValue, 0o644, 0].flatMap { littleEndian($0) })
    #expect(run.resolved(.open, ["/srv/link", .flags(item.flags), 0]) == expected)
    #expect(run.resolved(.openat, [-100, "/srv/link", .flags(item.flags), 0]) == expected)
    #expect(run.resolved(.openat2, [-100, "/srv/link", how, 24]) == expected)
    // A link on the way is followed all the same.
    #expect(
      run.resolved(.open, ["/srv/directory/file", .flags(item.flags), 0]) == "/srv/real/file")
  }

  @Test func creatFollows() {
    #expect(run().resolved(.creat, ["/srv/link", 0o644]) == "/srv/real/file")
  }

  /// `AT_SYMLINK_NOFOLLOW` is 0x100, `AT_SYMLINK_FOLLOW` 0x400, `AT_REMOVEDIR` 0x200.
  @Test(
    arguments: [
      (.newfstatat, [-100, "/srv/link", 0, 0], true),
      (.newfstatat, [-100, "/srv/link", 0, 0x100], false),
      (.newfstatat, [-100, "/srv/link", 0, 0x400], true),
      (.fchownat, [-100, "/srv/link", 0, 0, 0], true),
      (.fchownat, [-100, "/srv/link", 0, 0, 0x100], false),
      (.utimensat, [-100, "/srv/link", 0, 0], true),
      (.utimensat, [-100, "/srv/link", 0, 0x100], false),
      (.execveat, [-100, "/srv/link", 0, 0, 0x100], false),
      (.execveat, [-100, "/srv/link", 0, 0, 0], true),
      (.linkat, [-100, "/srv/link", -100, "/srv/new", 0], false),
      (.linkat, [-100, "/srv/link", -100, "/srv/new", 0x400], true),
      (.unlinkat, [-100, "/srv/link", 0], false),
      (.unlinkat, [-100, "/srv/link", 0x400], false),
      (.stat, ["/srv/link"], true), (.lstat, ["/srv/link"], false),
      (.chown, ["/srv/link", 0, 0], true), (.lchown, ["/srv/link", 0, 0], false),
      (.chmod, ["/srv/link", 0], true), (.readlink, ["/srv/link"], false),
      (.unlink, ["/srv/link"], false), (.rename, ["/srv/link", "/srv/new"], false),
      (.link, ["/srv/link", "/srv/new"], false), (.truncate, ["/srv/link", 0], true),
      (.execve, ["/srv/link"], true),
    ] as [(EventType, [FakeArgument], Bool)])
  func callFollowsALinkAtTheEnd(_ event: EventType, _ arguments: [FakeArgument], _ isSo: Bool) {
    #expect(run().resolved(event, arguments) == (isSo ? "/srv/real/file" : "/srv/link"))
  }

  @Test(
    arguments: [
      ("/srv/real/file", "/srv/real/file"), ("/srv//real/./file", "/srv/real/file"),
      ("/srv/real/../top", "/srv/top"), ("/srv/new", "/srv/new"), ("/far/new", "/srv/real/new"),
      // `..` counts from where the link leads to.
      ("/far/../top", "/srv/top"), ("/far/../none", "/srv/none"), ("file", "/home/me/file"),
      ("./file", "/home/me/file"), ("../me/file", "/home/me/file"), ("/", "/"),
    ], [false, true])
  func pathIsResolved(_ item: (given: String, resolved: String), _ isCaching: Bool) {
    let run = run(isCaching)
    let given = FakeArgument(stringLiteral: item.given)
    for event in [EventType.open, .stat] {
      #expect(run.resolved(event, [given, 0]) == item.resolved, "\(event)")
      #expect(
        run.value(.fdName, event, [given, 0])
          == .path(given: item.given.bytes, resolved: item.resolved.bytes), "\(event)")
    }
  }

  @Test func aRelativePathCountsFromItsDescriptor() {
    var run = run()
    run.inspector.descriptors[run.thread]?[7] = "/srv/real"
    #expect(run.resolved(.openat, [7, "file", 0]) == "/srv/real/file")
    #expect(run.resolved(.openat, [7, "../top", 0]) == "/srv/top")
    #expect(run.resolved(.openat, [7, "/srv/top", 0]) == "/srv/top")
    #expect(run.resolved(.openat, [-100, "file", 0]) == "/home/me/file")
    #expect(run.resolved(.renameat, [7, "file", -100, "new"], at: 1) == "/srv/real/file")
    #expect(run.resolved(.renameat, [7, "file", -100, "new"], at: 3) == "/home/me/new")
    // The path is empty with AT_EMPTY_PATH: it is about the descriptor.
    #expect(run.resolved(.newfstatat, [7, "", 0, 0x1000]) == "/srv/real")
    #expect(run.resolved(.newfstatat, [8, "", 0, 0x1000]) == nil)
    // Other threads have other tables.
    run.thread = 5_000_001
    run.inspector.descriptors[run.thread] = [7: "/srv", -1: "/"]
    #expect(run.resolved(.openat, [7, "top", 0]) == "/srv/top")
  }

  /// What the kernel changes decides. A given name that leads elsewhere is none of what is changed.
  @Test(
    arguments: [
      (.open, 0o1, true), (.open, 0o2, true), (.open, 0o100, true), (.open, 0o1000, true),
      (.open, 0, false), (.unlink, 0, true), (.mkdir, 0, true), (.truncate, 0, true),
      (.chmod, 0, true), (.setxattr, 0, true), (.stat, 0, false), (.execve, 0, false),
    ] as [(EventType, UInt64, Bool)])
  func anEffectHasTheResolvedNameOnly(_ event: EventType, _ flags: UInt64, _ isEffect: Bool) {
    let run = run()
    let call: [FakeArgument] = ["/far/file", .number(flags)]
    let given = isEffect ? "/srv/real/file" : "/far/file"
    #expect(
      run.value(.fdName, event, call)
        == .path(given: given.bytes, resolved: "/srv/real/file".bytes))
    #expect(
      run.value(.fdDirectory, event, call)
        == .path(given: isEffect ? "/srv/real".bytes : "/far".bytes, resolved: "/srv/real".bytes))
  }

  @Test func ofTwoPathsTheNewOneIsTheName() {
    let run = run()
    let call: [FakeArgument] = ["/far/file", "/srv/new"]
    #expect(run.value(.fdName, .rename, call) == .path("/srv/new"))
    #expect(run.value(.fsPathSource, .rename, call) == .path("/srv/real/file"))
    #expect(run.value(.fsPathTarget, .rename, call) == .path("/srv/new"))
    #expect(run.value(.fsPathSource, .symlink, ["real", "/srv/new"]) == .path("real"))
    #expect(run.value(.fdFilename, .rename, call) == .path("new"))
    #expect(run.value(.fdDirectory, .rename, call) == .path("/srv"))
  }

  /// `/proc/self` is the caller's, not the tracer's.
  @Test(
    arguments: [
      ("/proc/self/maps", "/proc/5000000/maps"),
      ("/proc/thread-self/comm", "/proc/5000000/task/5000001/comm"),
      ("/proc/self", "/proc/5000000"), ("/proc/./self/../self/maps", "/proc/5000000/maps"),
      ("/dev/fd/7", "/srv/top"), ("/dev/stdin", "/srv/real/file"), ("/dev/stdout", "/dev/null"),
      ("/proc/selfish", "/proc/selfish"), ("/proc/1/maps", "/proc/1/maps"),
    ], [false, true])
  func ownNamesAreTheCallers(_ item: (given: String, resolved: String), _ isCaching: Bool) {
    var run = run(isCaching)
    run.thread = 5_000_001
    run.inspector.addLink("/proc/self", to: "77")
    run.inspector.addFile("/proc/77/maps")
    run.inspector.addFile("/proc/1/maps")
    run.inspector.addFile("/proc/5000000/maps")
    run.inspector.addFile("/proc/5000000/task/5000001/comm")
    run.inspector.addFile("/dev/null")
    run.inspector.addLink("/dev/fd", to: "/proc/self/fd")
    run.inspector.addLink("/proc/5000000/fd/7", to: "/srv/top")
    run.inspector.addLink("/proc/5000000/fd/0", to: "/srv/real/file")
    run.inspector.addLink("/proc/5000000/fd/1", to: "/dev/null")
    let given = FakeArgument(stringLiteral: item.given)
    for event in [EventType.open, .stat] {
      #expect(run.resolved(event, [given, 0]) == item.resolved, "\(event)")
    }
  }

  @Test func whatCannotBeReadIsNoPath() {
    let run = run()
    #expect(run.resolved(.open, [0, 0]) == nil)
    #expect(run.resolved(.open, [0x7000, 0]) == nil)
    #expect(run.resolved(.open, [.bytes("/srv/top".bytes), 0]) == nil)
    #expect(run.value(.fdName, .open, [0x7000, 0]) == nil)
  }

  /// The first name of what was given another, to rules about files; calls about names keep it.
  @Test func anotherNameOfAFileIsItsFirst() throws {
    let run = run()
    let status = try #require(run.inspector.files["/srv/top"])
    run.inspector.files["/home/me/other"] = status
    run.state.pathAliases.noteLink(status, "/srv/top".bytes)
    #expect(run.resolved(.open, ["/home/me/other", 0]) == "/srv/top")
    #expect(run.resolved(.unlink, ["/home/me/other"]) == "/home/me/other")
  }
}

extension RecordedValue {
  /// A path that is what it was named.
  static func path(_ text: String) -> RecordedValue {
    .path(given: text.bytes, resolved: text.bytes)
  }
}
