import Decoding
import Events
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// Which trees are the run's own.
@Suite struct OwnGroundTests {
  private static let homes = UserList(
    """
    ann:x:1000:1000::/home/ann:/bin/sh
    root:x:0:0::/root:/bin/sh
    ci:x:1001:1001::/tmp/ci/home:/bin/sh
    """.bytes
  ).homes

  @Test(
    arguments: [
      ("/tmp/a/b", "/srv/shop", "/tmp"), ("/var/tmp/a/b", nil, "/var/tmp"),
      ("/dev/shm/a/b", nil, "/dev/shm"), ("/srv/shop/a/b", "/srv/shop", "/srv/shop"),
      ("/srv/shopping/a", "/srv/shop", nil), ("/srv/shop", "/srv/shop", nil), ("/srv/a", nil, nil),
      // The longest one decides whether an account's home lies in it.
      ("/tmp/w/a/b", "/tmp/w", "/tmp/w"), ("/home/ann/shop/a", "/home/ann/shop", "/home/ann/shop"),
      ("/home/ann/.config/a", "/home/ann", nil), ("/home/ann/a", "/home", nil),
      ("/root/a/b", "/root", nil), ("/tmp/ci/home/a", nil, nil), ("/tmp/ci/x/a", nil, "/tmp"),
      ("/tmp/ci/home/shop/a", "/tmp/ci/home/shop", "/tmp/ci/home/shop"),
      // Directories of the system, whoever creates what is in them.
      ("/etc/cron.d/a/b", "/etc/cron.d", nil), ("/usr/lib/a/b", "/", nil), ("/srv/a/b", "/", "/"),
      ("/dev/a/b", "/dev", nil), ("/usr/src/app/a", "/usr/src/app", "/usr/src/app"),
    ] as [(String, String?, String?)])
  func base(_ path: String, _ workspace: String?, _ expected: String?) {
    let found = OwnGround.base(of: path.bytes, workspace: workspace?.bytes, homes: Self.homes)
    #expect(found == expected?.bytes)
  }

  @Test(
    arguments: [
      ("/w/repo/.github/workflows/ci.yml", "/w/repo"), ("/w/repo/.git/hooks/x", "/w/repo"),
      ("/w/repo/.git/modules/m/hooks/x", "/w/repo"), ("/w/.github/workflows/x", "/w"),
      ("/w/repo/.gitlab-ci.yml", "/w/repo"), ("/w/a/.git/x/.github/y", "/w/a"),
      ("/w/repo.git/hooks/x", "/w/repo.git/hooks"),
    ])
  func repository(_ path: String, _ root: String) {
    #expect(OwnGround.repository(of: path.bytes, below: "/w".bytes) == root.utf8.count)
  }

  /// A project may be the whole machine.
  @Test func repositoryBelowTheRootDirectory() {
    #expect(OwnGround.repository(of: "/.git/hooks/x".bytes, below: "/".bytes) == 0)
    #expect(OwnGround.repository(of: "/srv/repo/.git/x".bytes, below: "/".bytes) == 9)
  }

  // MARK: In a run

  private let run = FakeRun(workspace: "/work")

  private func create(_ path: String, birth: Int64? = 1) {
    let status = run.inspector.addDirectory(path)
    run.inspector.births[path] = birth
    run.state.ground.note(status.identity, birth: birth)
  }

  private func isOwn(_ path: String) -> Bool {
    run.state.isOnOwnGround(path.bytes, of: run.thread)
  }

  @Test func everyDirectoryMustBeTheRuns() {
    run.inspector.addDirectory("/work/old/inner")
    #expect(!isOwn("/work/old/inner/file"))
    create("/work/old/new")
    create("/work/old/new/deep")
    #expect(isOwn("/work/old/new/file") && isOwn("/work/old/new/deep/file"))
    #expect(!isOwn("/work/old/file") && !isOwn("/work/old/new/missing/file"))
    // What was moved or mounted there is not.
    run.inspector.addDirectory("/work/old/new/moved")
    create("/work/old/new/moved/inner")
    #expect(!isOwn("/work/old/new/moved/file") && !isOwn("/work/old/new/moved/inner/file"))
    run.inspector.addLink("/work/old/new/link", to: "/work/old")
    #expect(!isOwn("/work/old/new/link/file"))
  }

  /// A removed directory's inode may become another directory's.
  @Test(
    arguments: [(1, 1, true), (1, 2, false), (1, nil, false), (nil, nil, true)]
      as [(Int64?, Int64?, Bool)])
  func anotherBirthIsAnotherDirectory(_ noted: Int64?, _ now: Int64?, _ expected: Bool) {
    create("/tmp/new", birth: noted)
    run.inspector.births["/tmp/new"] = now
    #expect(isOwn("/tmp/new/file") == expected)
  }

  @Test func aRepositoryIsOwnWithItsRoot() {
    func isOwn(_ path: String) -> Bool {
      run.state.isInOwnRepository(path.bytes, of: run.thread)
    }
    create("/work/.github")
    create("/work/.github/workflows")
    #expect(!isOwn("/work/.github/workflows/ci.yml"))
    for path in ["/work/repo", "/work/repo/.github"] { create(path) }
    #expect(isOwn("/work/repo/.github/x") && isOwn("/work/repo/.gitlab-ci.yml"))
  }

  @Test func onlyWhatTheRunCreatedIsOwn() {
    create("/tmp/new")
    #expect(run.value(.fileIsOnOwnGround, .open, ["/tmp/new/file", 0]) == .boolean(true))
    let status = run.inspector.addFile("/tmp/new/file")
    #expect(run.value(.fileIsOnOwnGround, .open, ["/tmp/new/file", 0]) == .boolean(false))
    run.state.noteWritten("/tmp/new/file".bytes, status, by: "cat")
    #expect(run.value(.fileIsOnOwnGround, .open, ["/tmp/new/file", 0]) == .boolean(false))
    run.state.noteWritten("/tmp/new/file".bytes, status, by: "cat", isNew: true)
    #expect(run.value(.fileIsOnOwnGround, .open, ["/tmp/new/file", 0]) == .boolean(true))
    #expect(run.value(.fileCreatedInRun, .open, ["/tmp/new/file", 0]) == .boolean(true))
    #expect(
      run.value(.fileIsOnOwnGround, .rename, ["/etc/x", "/tmp/new/y"]) == .boolean(true))
  }
}
