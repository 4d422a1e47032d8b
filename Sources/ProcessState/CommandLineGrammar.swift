/// The grammar of an interpreter's command line, as far as it determines the script.
///
/// A program on the command line or standard input is no script. Later words must not count as one,
/// since a process can choose them freely.
struct CommandLineGrammar {
  /// The meaning of a word.
  private enum Finding {
    case script(String)
    /// The command line names no script.
    case none
    /// The option takes the next word.
    case next
    case nothing
  }

  /// Option letters that put the program on the command line, or need none.
  private let inline: Set<Character>
  /// Option letters that take the rest of their word or, if empty, the next word.
  private let taking: Set<Character>
  /// Option letters that take the rest of their word, if any.
  private let attached: Set<Character>
  /// Option letters whose value is the script.
  private let naming: Set<Character>
  /// Long options that take the next word.
  private let long: Set<String>
  /// Subcommands, which are no scripts.
  private let subcommands: Set<String>
  /// Whether `-m` takes the name of a module.
  private let hasModules: Bool
  /// Whether `-` only ends the options instead of meaning standard input.
  private let dashEndsOptions: Bool
  /// Whether the first non-option word is the program's text instead of a file.
  private let isFilter: Bool

  init(
    inline: String = "", taking: String = "", attached: String = "", naming: String = "",
    long: Set<String> = [], subcommands: Set<String> = [], hasModules: Bool = false,
    dashEndsOptions: Bool = false, isFilter: Bool = false
  ) {
    self.inline = Set(inline)
    self.taking = Set(taking)
    self.attached = Set(attached)
    self.naming = Set(naming)
    self.long = long
    self.subcommands = subcommands
    self.hasModules = hasModules
    self.dashEndsOptions = dashEndsOptions
    self.isFilter = isFilter
  }

  static let shell = CommandLineGrammar(
    inline: "cs", taking: "oO", long: ["--rcfile", "--init-file"], dashEndsOptions: true)
  static let fish = CommandLineGrammar(
    inline: "cC", taking: "dof", long: ["--debug", "--debug-output", "--features", "--profile"])
  static let python = CommandLineGrammar(
    inline: "c", taking: "WXQ", long: ["--check-hash-based-pycs"], hasModules: true)
  static let perl = CommandLineGrammar(inline: "eE", taking: "I", attached: "iMmFCDxdV")
  static let ruby = CommandLineGrammar(
    inline: "e", taking: "rICXE", attached: "KTWiFx", long: ["--encoding"])
  static let node = CommandLineGrammar(
    inline: "ep", taking: "rC",
    long: [
      "--require", "--import", "--loader", "--experimental-loader", "--conditions", "--title",
      "--input-type", "--env-file", "--redirect-warnings",
    ])
  static let deno = CommandLineGrammar(subcommands: ["run", "eval"])
  static let bun = CommandLineGrammar(inline: "ep", taking: "r", subcommands: ["run", "x"])
  /// `-S` takes the address of the built-in server, `-t` its directory.
  static let php = CommandLineGrammar(inline: "rBRE", taking: "dczSt", naming: "fF")
  static let lua = CommandLineGrammar(inline: "e", taking: "l")
  /// `awk` and similar programs.
  static let filter = CommandLineGrammar(
    inline: "e", taking: "FvWil", naming: "f",
    long: ["--assign", "--field-separator", "--include", "--load"], isFilter: true)

  /// The script among the words after the program's own name; nil without one.
  func script(_ words: ArraySlice<String>) -> String? {
    var rest = words
    var isFirst = true
    while let word = rest.popFirst(), !word.isEmpty {
      switch look(at: word, rest.first, isFirst: isFirst) {
      case .script(let name): return name
      case .none: return nil
      case .next: rest = rest.dropFirst()
      case .nothing: break
      }
      // No option follows.
      if word == "--" || word == "-" {
        guard !isFilter, let next = rest.first, !next.isEmpty else { return nil }
        return next
      }
      isFirst = false
    }
    return nil
  }

  private func look(at word: String, _ next: String?, isFirst: Bool) -> Finding {
    if word == "-" { return dashEndsOptions ? .nothing : .none }
    // For php, all later words belong to the program on standard input.
    if word == "--" { return inline.contains("R") ? .none : .nothing }
    if word.hasPrefix("--") { return long(word, next) }
    if word.hasPrefix("-") || word.hasPrefix("+") { return options(word.dropFirst(), next) }
    if isFirst, subcommands.contains(word) { return word == "eval" ? .none : .nothing }
    return isFilter ? .none : .script(word)
  }

  /// A word of option letters; the first letter that takes a value takes the rest.
  private func options(_ letters: Substring, _ next: String?) -> Finding {
    var rest = letters
    while let letter = rest.popFirst() {
      if inline.contains(letter) { return .none }
      if attached.contains(letter) { return .nothing }
      if taking.contains(letter) { return rest.isEmpty ? .next : .nothing }
      let value = rest.isEmpty ? next ?? "" : String(rest)
      if letter == "m", hasModules {
        // A package's `__main__` has the package's name.
        return value.isEmpty ? .none : .script(String(value.prefix { $0 != "." }))
      }
      if naming.contains(letter) { return value.isEmpty ? .none : .script(value) }
    }
    return .nothing
  }

  private func long(_ word: String, _ next: String?) -> Finding {
    let name = word.prefix { $0 != "=" }
    let hasValue = name.count < word.count
    switch name {
    case "--eval", "--print", "--command", "--init-command", "--source", "--exec": return .none
    case "--file" where isFilter:
      let value = hasValue ? String(word.dropFirst(name.count + 1)) : next ?? ""
      return value.isEmpty ? .none : .script(value)
    default: return !hasValue && long.contains(String(name)) ? .next : .nothing
    }
  }
}
