import Glibc
import Testing

extension EndToEnd {
  /// Where the loader may be told to look without an alert.
  @Suite struct LibraryPathTests {
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        ("/usr/lib", false), ("/usr/lib:/nonexistent", false), ("/tmp", true), ("/var/tmp/", true),
        ("lib", true), ("/usr/lib:", true), ("$ORIGIN/../lib", false),
        // A directory of one's own below a shared one, and one that everybody may write.
        ("SCRATCH/own", false), ("SCRATCH/open", true), ("SCRATCH/open/own", true),
      ])
    func onlyWhereOthersMayWrite(_ path: String, _ isUnsafe: Bool) throws {
      let scratch = try Scratch()
      mkdir(scratch.file("own"), 0o755)
      mkdir(scratch.file("open"), 0o755)
      chmod(scratch.file("open"), 0o777)
      mkdir(scratch.file("open/own"), 0o755)
      let value = path.replacing("SCRATCH", with: scratch.path)
      let traced = try Traced(
        Command("/usr/bin/env", "LD_LIBRARY_PATH=\(value)", "/bin/true"), options: [])
      // The loader has looked there too, which is another alert.
      let ids = traced.report.alertIDs.filter { $0 != "library-search-hijackable" }
      #expect(ids == (isUnsafe ? ["library-preloaded"] : []))
    }
  }
}
