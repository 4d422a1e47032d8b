import Events
import ProcessState
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// Who makes a call, whom it descends from, and where its standard streams lead.
@Suite struct ProcessValueTests {
  private let run = FakeRun()

  private func keep(_ text: String, as name: String, of process: ProcessID) {
    run.inspector.texts["/proc/\(process.rawValue)/\(name)"] = text.bytes
  }

  @Test func idsAreReadFromTheStatus() {
    keep(
      "Tgid:\t5000000\nUid:\t1000\t1001\t1002\t1003\nGid:\t2000\t2001\t2002\t2003\n"
        + "CapPrm:\t3\nCapEff:\t1\n", as: "status", of: run.process)
    run.inspector.addFile("/etc/passwd", "root:x:0:0::/root:\nme:x:1000:2000::/home/me:\n")
    run.inspector.addFile("/etc/group", "root:x:0:\nours:x:2000:\n")
    #expect(run.value(.userUid) == .number(1000))
    #expect(run.value(.userEuid) == .number(1001))
    #expect(run.value(.groupGid) == .number(2000))
    #expect(run.value(.userName) == .text("me".bytes))
    #expect(run.value(.groupName) == .text("ours".bytes))
    #expect(run.value(.threadCapEffective) == .texts(["CAP_CHOWN".bytes]))
    #expect(
      run.value(.threadCapPermitted) == .texts(["CAP_CHOWN".bytes, "CAP_DAC_OVERRIDE".bytes]))
    #expect(run.value(.procPid) == .number(5_000_000) && run.value(.procPpid) == .number(1))
  }

  /// Of a process that has gone, what it was when it executed is the last that is known.
  @Test func idsOfAProcessThatHasGone() {
    var facts = FakeRun.image("/bin/a").facts
    facts.uid = 5
    facts.euid = 6
    run.state.tree.execute(run.process, .init(facts))
    #expect(run.value(.userUid) == .number(5) && run.value(.userEuid) == .number(6))
  }

  /// Real, effective and saved user ids before the call, the effective one after it. A process that
  /// had 0 in one of them takes back what it had.
  @Test(
    arguments: [
      ([1000, 1000, 1000], 0, true), ([1000, 1000, 1000], 1000, false), ([0, 0, 0], 0, false),
      ([0, 65534, 65534], 0, false), ([1000, 1000, 0], 0, false), ([1000, 0, 1000], 0, false),
    ])
  func rootIsGained(_ former: [Int], _ now: Int, _ isSo: Bool) {
    func live(_ users: [Int]) {
      let ids = users.map { String($0) }.joined(separator: "\t")
      // The fourth id, that of file accesses, follows the effective one.
      keep("Tgid:\t5000000\nUid:\t\(ids)\t0\n", as: "status", of: run.process)
    }
    live(former)
    var view = run.view(.setuid, [0], .entry)
    view.capture()
    live([former[0], now, former[2]])
    view.forgetDescriptors()
    var arena = ByteArena()
    #expect(view.value(of: FieldKey(.procGainedRoot), in: &arena) == .undecided)
    view.phase = .returned(0)
    #expect(view.value(of: FieldKey(.procGainedRoot), in: &arena) == .boolean(isSo))
    view.phase = .returned(-1)
    #expect(view.value(of: FieldKey(.procGainedRoot), in: &arena) == .boolean(false))
  }

  /// An empty or relative part of a search path is the working directory, or lies below it.
  @Test(
    arguments: [
      ("/work/lib:", "/work/sub", false), (":", "/work", false), ("lib", "/work", false),
      ("/usr/lib:", "/srv", true), ("", "/srv", false), ("../x", "/work", true),
      ("../x", "/work/sub", false), ("/open", "/work", true), ("/work/open", "/work", false),
      ("$ORIGIN/lib", "/srv", false),
    ])
  func librarySearchPath(_ value: String, _ place: String, _ isUnsafe: Bool) {
    let run = FakeRun(workspace: "/work")
    run.inspector.addDirectory("/open", mode: 0o777)
    run.inspector.addDirectory("/work/open", mode: 0o777)
    run.inspector.descriptors[run.thread] = [-1: place]
    run.inspector.texts["/proc/\(run.process.rawValue)/environ"] =
      "LD_LIBRARY_PATH=\(value)\0".bytes
    #expect(run.value(.procLibraryPathIsUnsafe) == .boolean(isUnsafe))
  }

  // MARK: Ancestors

  /// A process whose parent is the one before it, and so on: sh, make, cat.
  private func addFamily() {
    let state = run.state
    state.forget(run.process)
    state.tree.add(5_000_100, parent: 1, unknown: FakeRun.image("/bin/sh", "-c", "make"))
    state.tree.add(5_000_200, parent: 5_000_100, unknown: FakeRun.image(""))
    state.tree.execute(5_000_200, FakeRun.image("/usr/bin/make", "all"))
    state.tree.add(run.process, parent: 5_000_200, unknown: FakeRun.image(""))
    state.tree.execute(run.process, FakeRun.image("/usr/bin/cat", "x"))
    keep("sh\n", as: "comm", of: 5_000_100)
    keep("make\n", as: "comm", of: 5_000_200)
    keep("cat\n", as: "comm", of: run.process)
  }

  @Test func ancestorsAreCountedFromTheProcessItself() {
    addFamily()
    for (index, name) in ["cat", "make", "sh"].enumerated() {
      #expect(run.value(.procAname, .index(index)) == .text(name.bytes))
    }
    #expect(run.value(.procAname, .index(3)) == nil && run.value(.procAname, .index(64)) == nil)
    #expect(run.value(.procAexepath, .index(0)) == .text("/usr/bin/cat".bytes))
    #expect(run.value(.procAexepath, .index(2)) == .text("/bin/sh".bytes))
    #expect(run.value(.procAcmdline, .index(1)) == .text("make all".bytes))
  }

  @Test func theListHasTheAncestorsAlone() {
    addFamily()
    #expect(run.value(.procAname) == .texts(["make".bytes, "sh".bytes]))
    #expect(run.value(.procAexepath) == .texts(["/usr/bin/make".bytes, "/bin/sh".bytes]))
    #expect(run.value(.procAcmdline) == .texts(["make all".bytes, "sh -c make".bytes]))
  }

  @Test func theParentIsTheFirstAncestor() {
    addFamily()
    #expect(run.value(.procPname) == .text("make".bytes))
    #expect(run.value(.procPexepath) == .path("/usr/bin/make"))
    #expect(run.value(.procPcmdline) == .text("make all".bytes))
    #expect(run.value(.procName) == .text("cat".bytes))
    #expect(run.value(.procCmdline) == .text("cat x".bytes))
    #expect(run.value(.procArgs) == .text("x".bytes))
    #expect(run.value(.procPpid) == .number(5_000_200))
    // A parent that has ended is known no more.
    run.state.forget(5_000_200)
    #expect(run.value(.procPname) == nil && run.value(.procAname) == nil)
    #expect(run.value(.procAname, .index(0)) == .text("cat".bytes))
  }

  // MARK: Streams

  private func connect(_ number: Int32, to link: String) {
    run.inspector.descriptors[run.thread]?[number] = link
    run.inspector.addLink("/proc/\(run.thread.rawValue)/fd/\(number)", to: link)
  }

  @Test(arguments: [
    ("/srv/file", "file"), ("/srv", "directory"), ("pipe:[7]", "pipe"), ("/dev/null", "null"),
    ("/dev/pts/3", "tty"), ("/dev/tty", "tty"), ("/memfd:x (deleted)", "memfd"),
    ("anon_inode:[eventpoll]", "other"), ("/srv/gone (deleted)", "other"), ("socket:[8]", "other"),
  ])
  func aStreamHasAType(_ link: String, _ type: String) {
    run.inspector.addFile("/srv/file")
    let names: [(Field, Field)] = [
      (.procStdinType, .procStdinName), (.procStdoutType, .procStdoutName),
      (.procStderrType, .procStderrName),
    ]
    for (number, (typeField, nameField)) in names.enumerated() {
      #expect(run.value(typeField) == nil && run.value(nameField) == nil)
      connect(Int32(number), to: link)
      #expect(run.value(typeField) == .text(type.bytes))
      #expect(run.value(nameField) == .text(link.bytes))
    }
  }

  @Test(arguments: [
    (SocketFamily.unix, "unix"), (SocketFamily.ipv4, "ipv4"), (SocketFamily.ipv6, "ipv6"),
    (SocketFamily.netlink, "netlink"),
  ])
  func aSocketHasItsFamilysType(_ domain: Int32, _ type: String) {
    connect(0, to: "socket:[8]")
    run.inspector.sockets[run.process] = [
      0: SocketFacts(domain: domain, type: SocketType.stream, proto: 0, local: [])
    ]
    #expect(run.value(.procStdinType) == .text(type.bytes))
  }

  /// A shell whose streams are a connection is a reverse shell.
  @Test func aStreamIsOutgoingWhenTheRunConnectedIt() {
    connect(0, to: "socket:[8]")
    connect(1, to: "socket:[9]")
    run.state.memory.noteOutgoing(9)
    #expect(run.value(.procStdinIsOutgoing) == .boolean(false))
    #expect(run.value(.procStdoutIsOutgoing) == .boolean(true))
  }
}
