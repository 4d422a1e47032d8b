import Events
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// Which directories others may write to, by the modes of directories in a table.
@Suite struct WritableDirectoryTests {
  private func run(isCaching: Bool = false) -> FakeRun {
    let run = FakeRun(workspace: "/srv/open/project", isCaching: isCaching)
    let inspector = run.inspector
    inspector.addDirectory("/tmp", mode: 0o1777)
    inspector.addDirectory("/tmp/mine", mode: 0o700)
    inspector.addDirectory("/tmp/mine/open", mode: 0o777)
    inspector.addDirectory("/tmp/shared", mode: 0o755)
    inspector.addDirectory("/srv/open", mode: 0o777)
    inspector.addDirectory("/srv/open/mine", mode: 0o755)
    inspector.addDirectory("/srv/open/project", mode: 0o777)
    inspector.addDirectory("/srv/group", mode: 0o775)
    inspector.addDirectory("/srv/team", mode: 0o1775)
    inspector.addDirectory("/srv/plain", mode: 0o755)
    return run
  }

  @Test(
    arguments: [
      ("/tmp/file", true), ("/tmp/mine/file", false), ("/tmp/shared/file", true),
      ("/tmp/mine/open/file", false), ("/srv/open/file", true), ("/srv/open/mine/file", true),
      ("/srv/group/file", false), ("/srv/team/file", false),
      ("/srv/plain/file", false), ("/srv/open", false), ("/srv/open/project/file", false),
      ("pipe:[1]", false), ("/srv/plain/none/file", false), ("/srv/open/none/file", true),
    ], [false, true])
  func fileLiesWhereOthersMayWrite(_ item: (path: String, isSo: Bool), _ isCaching: Bool) {
    let run = run(isCaching: isCaching)
    // Twice, since the second answer may be a kept one.
    for _ in 0..<2 {
      #expect(run.state.isInWritableDirectory(item.path.bytes, of: run.thread) == item.isSo)
    }
    // What cannot be found below the process's root is writable by nobody.
    run.state.mayDifferInRoot = true
    #expect(!run.state.isInWritableDirectory(item.path.bytes, of: run.thread))
  }

  /// Nobody may replace what is another's below a directory with the sticky bit, but everybody may put
  /// something into that itself.
  @Test(arguments: [
    ("/tmp", true), ("/tmp/mine", false), ("/tmp/mine/open", false), ("/srv/open", true),
    ("/srv/open/mine", true),
    ("/srv/group", false), ("/srv/team", false), ("/srv/plain", false),
    ("/srv/open/project", false), ("/srv/open/project/lib", false), ("lib", false),
  ])
  func othersMayPutFilesInto(_ path: String, _ isSo: Bool) {
    let run = run()
    #expect(run.state.isWritableByOthers(path.bytes, of: run.thread) == isSo)
  }

  @Test(arguments: [
    ("/tmp/file", true), ("/tmp/mine/file", false), ("/srv/open/file", false),
    ("/srv/team/file", false), ("/srv/plain/file", false), ("file", false),
  ])
  func fileLiesInATemporaryDirectory(_ path: String, _ isSo: Bool) {
    let run = run()
    #expect(run.state.isInTemporaryDirectory(path.bytes, of: run.thread) == isSo)
    let argument = FakeArgument(stringLiteral: path)
    #expect(run.value(.fileInTempDir, .unlink, [argument]) == .boolean(isSo))
  }

  @Test func directoriesAreThoseBelowTheProcessesRoot() {
    let run = run()
    let root = "/proc/\(run.thread.rawValue)/root"
    run.inspector.addDirectory(root + "/srv/plain", mode: 0o1777)
    run.state.mayDifferInRoot = true
    let path = "/srv/plain/file".bytes
    #expect(run.state.isInWritableDirectory(path, of: run.thread))
    #expect(run.state.isInTemporaryDirectory(path, of: run.thread))
    #expect(run.state.isWritableByOthers("/srv/plain".bytes, of: run.thread))
    #expect(!run.state.isInWritableDirectory("/srv/open/file".bytes, of: run.thread))
  }
}
