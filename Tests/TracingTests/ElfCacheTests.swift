import Events
import TestSupport
import Testing

@testable import Tracing

/// A file is read once as long as it is the same, by how often it is opened.
@Suite struct ElfCacheTests {
  private let path = "/lib/library.so"

  @Test func anotherFileOrAChangedOneIsReadAgain() throws {
    let run = FakeRun()
    run.inspector.addFile(path, "no ELF file")
    var cache = ElfCache(run.inspector)
    func look(_ status: FileStatus?) throws -> Int {
      #expect(cache.facts(try #require(status)) { path.bytes } == nil)
      return run.inspector.questions["file"] ?? 0
    }
    let first = run.inspector.files[path]
    #expect(try look(first) == 1)
    #expect(try look(first) == 1)
    #expect(try look(run.change(path, device: 9)) == 2)
    #expect(try look(run.change(path, inode: 9)) == 3)
    #expect(try look(run.change(path, size: 9)) == 4)
    #expect(try look(run.change(path, changed: 9)) == 5)
    #expect(try look(run.inspector.files[path]) == 5)
    #expect(try look(first) == 5)
  }

  @Test func onlyRegularFilesAreOpened() throws {
    let run = FakeRun()
    var cache = ElfCache(run.inspector)
    let status = run.inspector.addDirectory("/lib")
    #expect(cache.facts(status) { "/lib".bytes } == nil)
    #expect(run.inspector.questions["file"] == nil)
  }
}
