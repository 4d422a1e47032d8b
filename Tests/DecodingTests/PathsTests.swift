import Testing

@testable import Decoding

@Suite struct PathsTests {
  private func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  @Test(arguments: [
    ("/a/./b//c", "/a/b/c"), ("/a/../../b", "/b"), ("/", "/"), ("//", "/"), ("/..", "/"),
    ("/a/b/..", "/a"), ("/...", "/..."),
  ])
  func normal(_ path: String, is expected: String) {
    #expect(text(Paths.normalized(Array(path.utf8))) == expected)
  }

  @Test(arguments: [
    ("/proc/self/root/etc/shadow", "/proc/7/root/etc/shadow"), ("/proc/selfish", "/proc/selfish"),
    ("/proc/thread-self/fd", "/proc/7/task/8/fd"), ("/dev/fd/3", "/proc/7/fd/3"),
    ("/dev/stdin", "/proc/7/fd/0"), ("/etc", "/etc"),
  ])
  func selfNames(_ path: String, become expected: String) {
    #expect(text(Paths.replacingSelf(Array(path.utf8), process: 7, thread: 8)) == expected)
  }

  @Test(arguments: [
    ("/a/b", "/a", true), ("/a", "/a", true), ("/ab", "/a", false), ("/x", "/", true),
    ("/", "/a", false),
  ])
  func path(_ path: String, below directory: String, is expected: Bool) {
    #expect(Paths.isBelow(Array(path.utf8), Array(directory.utf8)) == expected)
  }

  @Test(arguments: [("/a/b", "/a", "b"), ("/a", "/", "a"), ("a", "", "a"), ("/a/", "/a", "")])
  func parts(_ path: String, directory: String, name: String) {
    let bytes = Array(path.utf8)[...]
    #expect(text(Paths.directory(bytes)) == directory)
    #expect(text(Paths.filename(bytes)) == name)
  }

  @Test func textsOfProcAreNotTrusted() {
    let status = ProcTexts.status(
      Array("Name:\tx) y\nTgid:\t5\nPPid:\t4\nUid:\t1000\t0\t0\t0\nGid:\t7\n".utf8))
    #expect(status.process == 5 && status.parent == 4)
    #expect(status.uid == 1000 && status.euid == 0 && status.gid == 7)
    #expect(ProcTexts.status(Array("Tgid:\nUid:\tx\n\n:".utf8)) == ProcTexts.Status())
    let stat = ProcTexts.sessionAndTerminal(Array("9 (a) b) S 1 9 33 34816 9".utf8))
    #expect(stat?.session == 33 && stat?.terminal == 34816)
    #expect(ProcTexts.sessionAndTerminal(Array("9 (a".utf8)) == nil)
    let inner = ProcTexts.status(
      Array("Name:\tNStgid: 9\nNStgid:\t77\t3\nNSpid:\t78\t4\nThreads:\t4\n".utf8))
    let signals = ProcTexts.status(
      Array("SigIgn:\t0000000000001001\nSigCgt:\t0000000180000002\n".utf8))
    #expect(signals.ignored == 0x1001 && signals.caught == 0x1_8000_0002)
    #expect(inner.innermost == 3 && inner.threads == 4)
    let long = "9 (a) b) S " + String(repeating: "1 ", count: 18) + "250 7\n"
    #expect(ProcTexts.startTime(Array(long.utf8)) == 2_500_000_000)
    for text in ["", ")", "9 (a) S 1", long.replacing("250", with: "-1")] {
      #expect(ProcTexts.startTime(Array(text.utf8)) == nil)
    }
    #expect(ProcTexts.startTime(Array(long.replacing("250", with: "\(Int64.max)").utf8)) == nil)
    #expect(ProcTexts.socketInode(Array("socket:[12]".utf8)) == 12)
    #expect(ProcTexts.socketInode(Array("socket:[x]".utf8)) == nil)
    let block = Array("A=1\0AB=2\0\0".utf8)
    #expect(ProcTexts.variable("AB", in: block).map(text) == "2")
    #expect(ProcTexts.variable("B", in: block) == nil)
  }
}
