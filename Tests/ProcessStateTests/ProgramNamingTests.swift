import Testing

@testable import ProcessState

@Suite struct ProgramNamingTests {
  private func image(_ path: String, _ arguments: [String]) -> ProgramImage {
    var facts = ProgramImage.Facts()
    facts.path = Array(path.utf8)
    facts.arguments = arguments.flatMap { Array($0.utf8) + [0] }
    return ProgramImage(facts)
  }

  @Test(
    arguments: [
      ("/usr/bin/python3.11", ["python3", "-m", "pip", "install"], "pip"),
      ("/usr/bin/python3.11", ["python3", "-Im", "ensurepip"], "ensurepip"),
      ("/usr/bin/python3.11", ["python3", "-m", "pip.__main__"], "pip"),
      ("/usr/bin/python3.11", ["python3", "/usr/bin/pip3", "install"], "pip3"),
      ("/usr/bin/python3.11", ["python3", "-W", "ignore", "app.py"], "app.py"),
      ("/usr/bin/python3.11", ["python3", "-c", "import os"], "python3.11"),
      ("/usr/bin/python3.11", ["python3"], "python3.11"),
      ("/usr/bin/node", ["node", "/usr/lib/npm/bin/npm-cli.js"], "npm-cli.js"),
      ("/usr/bin/node", ["node", "-e", "1"], "node"),
      ("/usr/bin/dash", ["/bin/sh", "./configure", "--x"], "configure"),
      ("/usr/bin/bash", ["-bash"], "bash"), ("/usr/bin/bash", ["bash", "-c", "id"], "bash"),
      ("/bin/busybox", ["wget", "x"], "wget"), ("/bin/busybox", ["/bin/sh"], "sh"),
      ("/usr/bin/java", ["java", "-cp", "x", "-jar", "/a/app.jar"], "app.jar"),
      ("/usr/bin/java", ["java", "-Xmx1g", "Main"], "Main"),
      ("/usr/bin/x86_64-linux-gnu-ld.bfd", ["ld"], "x86_64-linux-gnu-ld.bfd"),
      ("/usr/bin/mawk", ["awk", "BEGIN{print 1}", "-f"], "mawk"),
      ("/usr/bin/gawk", ["awk", "-v", "a=b", "-f", "/a/b.awk", "data"], "b.awk"),
      ("", [], ""), ("/usr/bin/python3.11", [], "python3.11"),
    ] as [(String, [String], String)])
  func program(_ path: String, _ arguments: [String], isCalled name: String) {
    #expect(image(path, arguments).name == name)
  }

  @Test(
    arguments: [
      ("/usr/bin/dash", ["sh"], true, false), ("/bin/busybox", ["sh"], true, false),
      ("/bin/busybox", ["busybox", "sh"], true, false), ("/bin/busybox", ["wget"], false, false),
      ("/usr/bin/mawk", ["awk"], false, true),
      ("/usr/bin/perl", ["perl"], false, true), ("/usr/bin/python3.11", ["python"], false, true),
      ("/usr/bin/curl", ["bash"], false, false), ("/usr/bin/bashful", ["sh"], false, false),
    ] as [(String, [String], Bool, Bool)])
  func kinds(_ path: String, _ arguments: [String], isShell: Bool, isInterpreter: Bool) {
    let image = image(path, arguments)
    #expect(image.isShell == isShell)
    #expect(image.isInterpreter == isInterpreter)
  }
}

@Suite struct RunMemoryTests {
  @Test func theLastWriterCounts() {
    var memory = RunMemory()
    let file = FileIdentity(device: 1, inode: 2)
    memory.noteWritten(file, by: "curl")
    memory.noteWritten(file, by: "ld")
    #expect(memory.writer(of: file) == "ld")
    #expect(memory.writer(of: FileIdentity(device: 2, inode: 2)) == nil)
  }

  @Test func whatDoesNotFitIsCounted() {
    var memory = RunMemory(limit: 2)
    for inode in UInt64(0)..<5 {
      memory.noteWritten(FileIdentity(device: 1, inode: inode), by: "x")
      memory.noteOutgoing(inode)
    }
    #expect(memory.overflow == 6)
    #expect(memory.isOutgoing(1) && !memory.isOutgoing(4))
  }

  @Test func ancestorsStopAtACircle() {
    var tree = ProcessTree()
    tree.add(1, parent: 2, unknown: ProgramImage(.init()))
    tree.add(2, parent: 1, unknown: ProgramImage(.init()))
    #expect(tree.ancestors(of: 1).count == 64)
    tree.remove(2)
    #expect(tree.ancestors(of: 1).isEmpty)
    #expect(tree.total == 2)
  }
}
