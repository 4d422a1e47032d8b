/// The program's name for a reader: `pip` rather than `python3.11`.
///
/// The name is based on the kernel's executable, which a program cannot choose freely. Arguments
/// add to it only for known interpreters, since the program controls them.
struct ProgramNaming {
  let name: String
  let isShell: Bool
  let isInterpreter: Bool

  private static let shells: Set<String> = [
    "sh", "bash", "rbash", "dash", "ash", "zsh", "ksh", "ksh93", "mksh", "lksh", "csh", "tcsh",
    "fish", "yash", "posh",
  ]
  /// Multi-call programs, which depend on their first argument.
  private static let multicall: Set<String> = ["busybox", "toybox"]
  /// Interpreters by their name without a version.
  private static let interpreters: [String: CommandLineGrammar] = [
    "python": .python, "pypy": .python, "perl": .perl, "ruby": .ruby, "node": .node,
    "nodejs": .node, "deno": .deno, "bun": .bun, "php": .php, "lua": .lua, "luajit": .lua,
    "tclsh": .init(), "expect": .init(inline: "c"), "Rscript": .init(inline: "e"),
  ]
  /// Interpreters with their program on the command line unless an option names a file.
  private static let filters: Set<String> = ["awk", "gawk", "mawk", "nawk"]

  /// Runtimes with a just-in-time compiler, by their name with or without a version.
  private static let jits: Set<String> = [
    "java", "javac", "jshell", "node", "nodejs", "deno", "bun", "php", "luajit", "dotnet", "mono",
    "pwsh", "pypy", "ruby", "julia", "erl", "beam.smp", "racket", "sbcl", "guile", "chrome",
    "chromium", "firefox", "electron", "code", "gjs", "R", "box64", "box86",
  ]
  private static let jitFamilies = ["qemu-", "wine"]

  /// Whether an executable is a runtime with a just-in-time compiler.
  static func isJIT(_ path: [UInt8]) -> Bool {
    let text = String(decoding: path, as: UTF8.self)
    let file = lastComponent(text)
    return jits.contains(file) || jits.contains(withoutVersion(file))
      || jitFamilies.contains { file.hasPrefix($0) } || text.hasPrefix("/usr/lib/jvm/")
  }

  init(path: [UInt8], arguments: [UInt8]) {
    let words = arguments.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let file = Self.lastComponent(String(decoding: path, as: UTF8.self))
    let called = Self.lastComponent(words.first ?? "")
    let base = Self.withoutVersion(file)
    // A login shell's argv[0] begins with a dash.
    let applet = called.hasPrefix("-") ? String(called.dropFirst()) : called
    let isMulticall = Self.multicall.contains(file)
    isShell =
      Self.shells.contains(file)
      || isMulticall && (Self.shells.contains(applet) || Self.isAppletShell(words))
    isInterpreter = Self.interpreters[base] != nil || Self.filters.contains(base)
    let rest = words.dropFirst()
    if let grammar = Self.interpreters[base] {
      name = grammar.script(rest).map(Self.lastComponent) ?? file
    } else if Self.filters.contains(base) {
      name = CommandLineGrammar.filter.script(rest).map(Self.lastComponent) ?? file
    } else if isShell, !isMulticall {
      let grammar = file == "fish" ? CommandLineGrammar.fish : .shell
      name = grammar.script(rest).map(Self.lastComponent) ?? file
    } else if isMulticall, !applet.isEmpty {
      // `busybox nc` is nc.
      name = Self.multicall.contains(applet) && words.count > 2 ? words[1] : applet
    } else if file == "java" {
      name = Self.javaProgram(rest) ?? file
    } else if file == "env", let naming = Self.started(byEnv: rest) {
      name = naming
    } else {
      name = file
    }
  }

  private static func isAppletShell(_ words: [String]) -> Bool {
    words.count > 1 && shells.contains(words[1])
  }

  /// The script of an interpreter that `env` is about to execute, as `#!/usr/bin/env node` does.
  private static func started(byEnv words: ArraySlice<String>) -> String? {
    let program = programWords(ofEnv: words)
    guard let interpreter = program.first else { return nil }
    let base = withoutVersion(lastComponent(interpreter))
    let grammar = interpreters[base] ?? (shells.contains(base) ? .shell : nil)
    return grammar?.script(program.dropFirst()).map(lastComponent)
  }

  /// The words after the options and variables of `env`; `env(1)`.
  private static func programWords(ofEnv words: ArraySlice<String>) -> ArraySlice<String> {
    var rest = words
    var isSplit = false
    while let word = rest.first {
      // A second split could repeat without end.
      if !isSplit, let split = splitText(word) {
        // `#!/usr/bin/env -S node --flag` passes all after the blank as one word.
        isSplit = true
        rest = rest.dropFirst()
        let text = split.isEmpty ? rest.popFirst() ?? "" : String(split)
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        rest = (parts + rest)[...]
      } else if ["-u", "-C", "-a", "--unset", "--chdir", "--argv0"].contains(word) {
        rest = rest.dropFirst(2)
      } else if word.hasPrefix("-") || word.contains("=") {
        rest = rest.dropFirst()
      } else {
        return rest
      }
    }
    return rest
  }

  /// The text that `-S` of `env` splits into words, if a word is that option.
  private static func splitText(_ word: String) -> Substring? {
    if word.hasPrefix("--split-string=") { return word.dropFirst(15) }
    guard word.hasPrefix("-"), !word.hasPrefix("--") else { return nil }
    let letters = word.dropFirst().prefix { "0iv".contains($0) }
    let rest = word.dropFirst(1 + letters.count)
    return rest.hasPrefix("S") ? rest.dropFirst() : nil
  }

  /// The options of `java` that take the next word; `java(1)`.
  private static let javaOptions: Set<String> = [
    "-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules", "--add-exports",
    "--add-opens", "--add-reads", "--enable-native-access", "--limit-modules", "--patch-module",
    "--source", "--upgrade-module-path",
  ]

  private static func javaProgram(_ words: ArraySlice<String>) -> String? {
    var rest = words
    while let word = rest.popFirst(), !word.isEmpty {
      switch word {
      case "-jar": return rest.first.map(lastComponent)
      case "-m", "--module": return rest.first
      case _ where javaOptions.contains(word): rest = rest.dropFirst()
      // `@FILE` contains further options.
      default: if !word.hasPrefix("-"), !word.hasPrefix("@") { return word }
      }
    }
    return nil
  }

  private static func lastComponent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// `python3.11` and `php8.2` are the interpreters `python` and `php`.
  private static func withoutVersion(_ name: String) -> String {
    var end = name.endIndex
    while end > name.startIndex {
      let before = name.index(before: end)
      guard name[before].isASCII, name[before].isNumber || name[before] == "." else { break }
      end = before
    }
    return end == name.startIndex ? name : String(name[..<end])
  }
}
