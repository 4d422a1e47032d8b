/// The grammars of the interpreters that dftrace knows, after their manual pages.
extension CommandLineGrammar {
  static let shell = CommandLineGrammar(
    inline: "cs", taking: "oO", long: ["--rcfile", "--init-file", "--emulate"],
    dashEndsOptions: true)
  static let fish = CommandLineGrammar(
    inline: "cC", taking: "dof", long: ["--debug", "--debug-output", "--features", "--profile"])
  static let python = CommandLineGrammar(
    inline: "c", taking: "WXQ", long: ["--check-hash-based-pycs"], hasModules: true)
  static let perl = CommandLineGrammar(inline: "eE", taking: "I", attached: "iMmFCDxdV")
  static let ruby = CommandLineGrammar(
    inline: "e", taking: "rICXE", attached: "KTWiFx",
    long: ["--encoding", "--external-encoding", "--internal-encoding", "--enable", "--disable"])
  static let node = CommandLineGrammar(
    inline: "ep", taking: "rC",
    long: [
      "--require", "--import", "--loader", "--experimental-loader", "--conditions", "--title",
      "--input-type", "--env-file", "--env-file-if-exists", "--redirect-warnings",
      "--diagnostic-dir", "--disable-warning", "--dns-result-order", "--icu-data-dir",
      "--inspect-port", "--openssl-config", "--test-name-pattern", "--test-reporter",
      "--test-reporter-destination", "--tls-cipher-list", "--trace-event-categories",
      "--unhandled-rejections", "--watch-path",
    ], inlineLong: ["--run"])
  static let deno = CommandLineGrammar(
    taking: "cL", long: ["--config", "--import-map", "--cert", "--location", "--seed", "--ext"],
    subcommands: ["run", "serve"],
    verbs: [
      "add", "bench", "bundle", "cache", "check", "clean", "compile", "completions", "coverage",
      "doc", "eval", "fmt", "help", "info", "init", "install", "jupyter", "lint", "lsp",
      "outdated", "publish", "remove", "repl", "task", "test", "types", "uninstall", "update",
      "upgrade", "vendor",
    ])
  static let bun = CommandLineGrammar(
    inline: "ep", taking: "rc",
    long: ["--preload", "--require", "--import", "--cwd", "--env-file", "--config"],
    subcommands: ["run", "x"],
    verbs: [
      "a", "add", "audit", "build", "c", "create", "exec", "i", "info", "init", "install", "link",
      "outdated", "patch", "pm", "publish", "remove", "repl", "rm", "test", "unlink", "update",
      "upgrade", "why",
    ])
  /// `-S` takes the address of the built-in server, `-t` its directory.
  static let php = CommandLineGrammar(
    inline: "rBRE", taking: "dczSt", naming: "fF",
    long: ["--define", "--php-ini", "--zend-extension", "--server", "--docroot"],
    inlineLong: [
      "--run", "--process-begin", "--process-code", "--process-end", "--rf", "--rfunction", "--rc",
      "--rclass", "--re", "--rextension", "--rz", "--rzendextension", "--ri", "--rextinfo",
    ])
  /// `-j` and `-O` are LuaJIT's.
  static let lua = CommandLineGrammar(inline: "e", taking: "lj", attached: "O")
  /// `awk` and similar programs.
  static let filter = CommandLineGrammar(
    inline: "e", taking: "FvWil", naming: "f",
    long: ["--assign", "--field-separator", "--include", "--load"], isFilter: true)
}
