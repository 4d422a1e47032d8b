import TestSupport
import Events
import Testing

@testable import ProcessState

@Suite struct ProgramNamingTests {
  private func image(_ path: String, _ arguments: [String]) -> ProgramImage {
    var facts = ProgramImage.Facts()
    facts.path = Array(path.utf8)
    facts.arguments = arguments.flatMap { Array($0.utf8) + [0] }
    return ProgramImage(facts)
  }

  @Test(arguments: [
    ("", "", "w"), ("a", "", "w"), ("a\0", "", "w"), ("a\0b\0", "b", "w b"),
    ("a\0b c\0d\0", "b c d", "w b c d"), ("a\0\0", "", "w "), ("a\0\0b\0", " b", "w  b"),
    ("\0b\0", "b", "w b"), ("a\0cut", "cut", "w cut"),
  ])
  func argumentsAreJoinedByBlanks(_ arguments: String, _ rest: String, _ line: String) {
    var facts = ProgramImage.Facts()
    facts.arguments = Array(arguments.utf8)
    let image = ProgramImage(facts)
    #expect(image.argumentText == Array(rest.utf8))
    #expect(image.line(beginningWith: [0x77]) == Array(line.utf8))
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
      ("/bin/busybox", ["busybox", "nc", "-l"], "nc"), ("/bin/busybox", ["busybox"], "busybox"),
      // A login shell's first word begins with a dash.
      ("/bin/busybox", ["-sh"], "sh"),
      ("/usr/bin/java", ["java", "-cp", "x", "-jar", "/a/app.jar"], "app.jar"),
      ("/usr/bin/java", ["java", "-Xmx1g", "Main"], "Main"),
      ("/usr/bin/x86_64-linux-gnu-ld.bfd", ["ld"], "x86_64-linux-gnu-ld.bfd"),
      ("/usr/bin/mawk", ["awk", "BEGIN{print 1}", "-f"], "mawk"),
      ("/usr/bin/gawk", ["awk", "-v", "a=b", "-f", "/a/b.awk", "data"], "b.awk"),
      ("", [], ""), ("/usr/bin/python3.11", [], "python3.11"),
      ("/usr/bin/php8.2", ["php", "-S", "127.0.0.1:8080"], "php8.2"),
      (
        "/usr/bin/php8.2", ["php", "-S", "127.0.0.1:8080", "-t", "public", "router.php"],
        "router.php"
      ),
      ("/usr/bin/php8.2", ["php", "-f", "app.php"], "app.php"),
      ("/usr/bin/env", ["env", "node", "/usr/bin/npm", "ci"], "npm"),
      ("/usr/bin/env", ["env", "-S", "python3", "-u", "/a/app.py"], "app.py"),
      ("/usr/bin/env", ["env", "A=1", "bash", "/a/b.sh"], "b.sh"), ("/usr/bin/env", ["env"], "env"),
      ("/usr/bin/env", ["env", "make"], "env"),
      // The kernel passes all after the interpreter's name in `#!` as one word.
      ("/usr/bin/env", ["env", "-S node --no-warnings", "/usr/bin/tool"], "tool"),
      ("/usr/bin/env", ["env", "-vS", "python3 -u", "/a/app.py"], "app.py"),
      ("/usr/bin/env", ["env", "-u", "HOME", "-C", "/", "ruby", "/a/rake"], "rake"),
      ("/usr/bin/env", ["env", "-S"], "env"), ("/usr/bin/env", ["env", "-u"], "env"),
      ("/usr/bin/php8.2", ["php", "--server", "127.0.0.1:8080", "--docroot", "w"], "php8.2"),
      ("/usr/bin/php8.2", ["php", "--server=127.0.0.1:8080", "router.php"], "router.php"),
      ("/usr/bin/php8.2", ["php", "--define", "a=b", "--file", "app.php"], "app.php"),
      ("/usr/bin/php8.2", ["php", "--process-file=app.php"], "app.php"),
      ("/usr/bin/node", ["node", "--env-file-if-exists", ".env", "app.js"], "app.js"),
      ("/usr/bin/ruby", ["ruby", "--disable", "gems", "app.rb"], "app.rb"),
      ("/usr/bin/luajit", ["luajit", "-j", "off", "-O3", "app.lua"], "app.lua"),
      ("/usr/bin/deno", ["deno", "run", "--import-map", "m.json", "app.ts"], "app.ts"),
      ("/usr/bin/java", ["java", "--add-opens", "a/b=c", "@options", "Main"], "Main"),
      ("/usr/bin/env", ["env", "node", "-e", "1"], "env"),
    ] as [(String, [String], String)])
  func program(_ path: String, _ arguments: [String], isCalled name: String) {
    #expect(image(path, arguments).name == name)
  }

  /// The words of `env -S` must not be split again and again.
  @Test func manySplitsTakeLinearTime() {
    let words = "-S " + Array(repeating: "-S", count: 60_000).joined(separator: " ")
    #expect(image("/usr/bin/env", ["env", words, "python3", "a.py"]).name == "a.py")
  }

  /// A word that is no script's name must not become the program's: it costs nothing to write.
  @Test(
    arguments: [
      ("/usr/bin/dash", ["sh", "-cu", "evil #/git"], "dash"),
      ("/usr/bin/dash", ["sh", "-s", "git"], "dash"),
      ("/usr/bin/dash", ["sh", "-eus", "git"], "dash"),
      ("/usr/bin/bash", ["bash", "--rcfile", "/x/git", "evil.sh"], "evil.sh"),
      ("/usr/bin/bash", ["bash", "-", "evil.sh"], "evil.sh"),
      ("/usr/bin/fish", ["fish", "-C", "evil", "git"], "fish"),
      ("/usr/bin/fish", ["fish", "--init-command=evil", "git"], "fish"),
      ("/usr/bin/python3.11", ["python3", "-cevil", "git"], "python3.11"),
      ("/usr/bin/python3.11", ["python3", "-Wc", "evil.py"], "evil.py"),
      ("/usr/bin/python3.11", ["python3", "-", "git"], "python3.11"),
      ("/usr/bin/python3.11", ["python3", "run", "git"], "run"),
      ("/usr/bin/python3.11", ["python3", "-mpip"], "pip"),
      ("/usr/bin/perl", ["perl", "-wevil", "git"], "perl"),
      ("/usr/bin/perl", ["perl", "-pi.bak", "evil.pl"], "evil.pl"),
      ("/usr/bin/perl", ["perl", "-Ie", "evil.pl"], "evil.pl"),
      ("/usr/bin/ruby", ["ruby", "-revil", "-eputs", "git"], "ruby"),
      ("/usr/bin/php8.2", ["php", "-r", "evil();//git", "x"], "php8.2"),
      ("/usr/bin/php8.2", ["php", "--", "git"], "php8.2"),
      ("/usr/bin/node", ["node", "--eval=evil", "git"], "node"),
      ("/usr/bin/node", ["node", "--title", "git", "evil.js"], "evil.js"),
      ("/usr/bin/deno", ["deno", "eval", "evil //git"], "deno"),
      ("/usr/bin/deno", ["deno", "install", "git"], "deno"),
      ("/usr/bin/bun", ["bun", "install"], "bun"), ("/usr/bin/bun", ["bun", "x", "git"], "git"),
      ("/usr/bin/bun", ["bun", "exec", "evil //git"], "bun"),
      ("/usr/bin/php8.2", ["php", "--run", "evil();//git"], "php8.2"),
      ("/usr/bin/php8.2", ["php", "--process-code=evil();", "git"], "php8.2"),
      ("/usr/bin/node", ["node", "--run", "git"], "node"),
      ("/usr/bin/zsh", ["zsh", "--emulate", "git", "evil.sh"], "evil.sh"),
      ("/usr/bin/luajit", ["luajit", "-Ofuse", "evil.lua"], "evil.lua"),
      ("/usr/bin/deno", ["deno", "run", "-A", "evil.ts"], "evil.ts"),
      ("/usr/bin/lua5.4", ["lua", "-eevil", "git"], "lua5.4"),
      ("/usr/bin/gawk", ["awk", "evil", "-f", "/a/git"], "gawk"),
      ("/usr/bin/gawk", ["awk", "-eevil", "-f", "/a/git"], "gawk"),
      ("/usr/bin/gawk", ["awk", "-f/a/b.awk"], "b.awk"),
      ("/usr/bin/gawk", ["awk", "--file=/a/b.awk"], "b.awk"),
      ("/usr/bin/gawk", ["awk", "--", "evil"], "gawk"),
    ] as [(String, [String], String)])
  func nothingIsTakenForAScript(
    _ path: String, _ arguments: [String], isCalled name: String
  ) {
    #expect(image(path, arguments).name == name)
  }

  /// What a program's first word says counts for nothing, except of programs that are many in one.
  @Test(arguments: ["/usr/local/bin/evil", "/usr/bin/curl", "/home/u/\u{FFFD}evil"])
  func aProgramIsNotCalledWhatItSays(_ path: String) {
    let own = image(path, [])
    for words in [["sshd"], ["/usr/sbin/sshd", "-D"], ["-bash"], [""], ["sh", "-c", "id"]] {
      let image = image(path, words)
      #expect(image.name == own.name && !image.isShell && !image.isInterpreter)
    }
  }

  @Test(
    arguments: [
      ("/usr/bin/dash", ["sh"], true, false), ("/bin/busybox", ["sh"], true, false),
      ("/bin/busybox", ["-sh"], true, false), ("/bin/busybox", ["-ash", "-i"], true, false),
      ("/bin/busybox", ["--sh"], false, false), ("/usr/bin/toybox", ["-sh"], true, false),
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
    #expect(!memory.isNew(file))
    memory.noteWritten(file, by: "cp", isNew: true)
    memory.noteWritten(file, by: "ld")
    #expect(memory.writer(of: file) == "ld" && memory.isNew(file))
    #expect(memory.writer(of: FileIdentity(device: 2, inode: 2)) == nil)
  }

  @Test func pipesHaveTheirPrograms() {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    var memory = RunMemory()
    memory.notePipes(input: nil, output: bytes("pipe:[1]"), bytes("cat"))
    memory.notePipes(input: bytes("pipe:[2]"), output: nil, bytes("sh"))
    memory.notePipes(input: nil, output: bytes("pipe:[1]"), bytes("env"))
    memory.notePipes(input: bytes("pipe:[1]"), output: bytes("pipe:[2]"), bytes("gzip"))
    #expect(memory.writers(ofPipe: bytes("pipe:[2]")) == [bytes("gzip"), bytes("env")])
    #expect(memory.readers(ofPipe: bytes("pipe:[1]")) == [bytes("gzip"), bytes("sh")])
    #expect(memory.writers(ofPipe: bytes("pipe:[9]")).isEmpty)
    // A circle.
    memory.notePipes(
      input: bytes("pipe:[3]"), output: bytes("pipe:[3]"), [UInt8](repeating: 0x61, count: 5000))
    #expect(
      memory.writers(ofPipe: bytes("pipe:[3]")).map(\.count) == Array(repeating: 256, count: 16))
  }

  @Test func oldPipesAreForgotten() {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    var memory = RunMemory()
    memory.notePipes(input: nil, output: bytes("pipe:[0]"), bytes("old"))
    for number in 1..<15_000 {
      memory.notePipes(input: nil, output: bytes("pipe:[\(number)]"), bytes("new"))
    }
    #expect(memory.writers(ofPipe: bytes("pipe:[0]")) == [bytes("old")])
    for number in 15_000..<25_000 {
      memory.notePipes(input: nil, output: bytes("pipe:[\(number)]"), bytes("new"))
    }
    #expect(memory.writers(ofPipe: bytes("pipe:[0]")).isEmpty && memory.overflow == 0)
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
