import Events
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// What is kept of directories and for how long, by how often the inspector is asked.
@Suite struct DirectoryCacheTests {
  private let inspector = FakeInspector()
  private let second: Int64 = 1_000_000_000

  init() {
    inspector.addFile("/srv/real/file")
    inspector.addLink("/srv/link", to: "/srv/real")
    inspector.addLink("/srv/real/name", to: "file")
  }

  private var asked: Int { inspector.questions["resolve"] ?? 0 }

  /// The path as the cache locates it; nil when it needs a closer look.
  private func locate(
    _ text: String, _ cache: inout DirectoryCache, now: Int64 = 0, followingLink: Bool = false
  ) -> String? {
    var path = text.bytes
    return cache.locate(&path, followingLink: followingLink, now: now, inspector)
      ? String(decoding: path, as: UTF8.self) : nil
  }

  @Test func aDirectoryIsAskedForOnce() {
    var cache = DirectoryCache(isReliable: true)
    #expect(locate("/srv/link/file", &cache) == "/srv/real/file")
    #expect(locate("/srv/link/other", &cache) == "/srv/real/other")
    #expect(asked == 1)
    #expect(locate("/srv/real/file", &cache) == "/srv/real/file")
    #expect(asked == 2)
  }

  @Test func itIsForgottenAfterASecond() {
    var cache = DirectoryCache(isReliable: true)
    #expect(locate("/srv/link/file", &cache, now: 5 * second) == "/srv/real/file")
    inspector.addDirectory("/srv/elsewhere")
    inspector.addLink("/srv/link", to: "/srv/elsewhere")
    #expect(locate("/srv/link/file", &cache, now: 6 * second - 1) == "/srv/real/file")
    #expect(asked == 1)
    #expect(locate("/srv/link/file", &cache, now: 6 * second) == "/srv/elsewhere/file")
    #expect(asked == 2)
    // A clock that has been set back tells nothing of how long it was kept.
    #expect(locate("/srv/link/file", &cache, now: 2 * second) == "/srv/elsewhere/file")
    #expect(asked == 3)
  }

  @Test(
    arguments: [
      .rename, .renameat, .renameat2, .symlink, .symlinkat, .mount, .umount2, .move_mount,
      .pivot_root,
    ] as [EventType])
  func itIsForgottenWhenSomethingMoves(_ event: EventType) {
    var cache = DirectoryCache(isReliable: true)
    _ = locate("/srv/link/file", &cache)
    cache.note(event, by: 7)
    // While the call is under way nothing is known, and nothing kept.
    #expect(locate("/srv/link/file", &cache) == nil)
    #expect(asked == 1)
    cache.settle(8)
    #expect(locate("/srv/link/file", &cache) == nil)
    inspector.addDirectory("/srv/elsewhere")
    inspector.addLink("/srv/link", to: "/srv/elsewhere")
    cache.settle(7)
    #expect(locate("/srv/link/file", &cache) == "/srv/elsewhere/file")
    #expect(asked == 2)
  }

  @Test func allThatMoveHaveToBeHeardOfAgain() {
    var cache = DirectoryCache(isReliable: true)
    cache.note(.rename, by: 7)
    cache.note(.symlink, by: 8)
    cache.settle(7)
    #expect(locate("/srv/link/file", &cache) == nil)
    cache.settle(8)
    #expect(locate("/srv/link/file", &cache) == "/srv/real/file")
  }

  @Test(arguments: [.openat, .unlink, .link, .mkdir, .write] as [EventType])
  func itIsKeptWhenNothingMoves(_ event: EventType) {
    var cache = DirectoryCache(isReliable: true)
    _ = locate("/srv/link/file", &cache)
    cache.note(event, by: 7)
    #expect(locate("/srv/link/file", &cache) == "/srv/real/file")
    #expect(asked == 1)
  }

  @Test func withoutReliabilityNothingIsKept() {
    var cache = DirectoryCache(isReliable: false)
    #expect(locate("/srv/link/file", &cache) == nil)
    cache = DirectoryCache(isReliable: true)
    _ = locate("/srv/link/file", &cache)
    cache.distrust()
    #expect(locate("/srv/link/file", &cache) == nil)
    #expect(asked == 1)
  }

  @Test func aLinkAtTheEndNeedsACloserLook() {
    var cache = DirectoryCache(isReliable: true)
    #expect(locate("/srv/link/name", &cache, followingLink: true) == nil)
    #expect(locate("/srv/link/name", &cache, followingLink: false) == "/srv/real/name")
    #expect(locate("/srv/link/file", &cache, followingLink: true) == "/srv/real/file")
    #expect(locate("/file", &cache) == nil)
    #expect(locate("/srv/none/file", &cache) == nil)
    #expect(locate("/srv/real/file/below", &cache) == nil)
  }

  @Test func whetherOthersMayWriteIsKeptAsLong() {
    var cache = DirectoryCache(isReliable: true)
    var found = 0
    func isWritable(_ now: Int64) -> Bool {
      cache.isWritable("/srv/real".bytes[...], now: now, inspector) {
        found += 1
        return found % 2 == 1
      }
    }
    #expect(isWritable(0) && isWritable(second - 1))
    #expect(found == 1)
    #expect(!isWritable(second))
    cache.note(.rename, by: 7)
    #expect(isWritable(second) && !isWritable(second))
    #expect(found == 4)
    cache.settle(7)
    #expect(isWritable(second) && isWritable(second))
    #expect(found == 5)
  }
}
