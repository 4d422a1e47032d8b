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
  /// Long options that put the program on the command line, or need none.
  private let inlineLong: Set<String>
  /// Subcommands that a script follows.
  private let subcommands: Set<String>
  /// Subcommands that no script follows.
  private let verbs: Set<String>
  /// Whether `-m` takes the name of a module.
  private let hasModules: Bool
  /// Whether `-` only ends the options instead of meaning standard input.
  private let dashEndsOptions: Bool
  /// Whether the first non-option word is the program's text instead of a file.
  private let isFilter: Bool

  init(
    inline: String = "", taking: String = "", attached: String = "", naming: String = "",
    long: Set<String> = [], inlineLong: Set<String> = [], subcommands: Set<String> = [],
    verbs: Set<String> = [], hasModules: Bool = false, dashEndsOptions: Bool = false,
    isFilter: Bool = false
  ) {
    self.inline = Set(inline)
    self.taking = Set(taking)
    self.attached = Set(attached)
    self.naming = Set(naming)
    self.long = long
    self.inlineLong = inlineLong
    self.subcommands = subcommands
    self.verbs = verbs
    self.hasModules = hasModules
    self.dashEndsOptions = dashEndsOptions
    self.isFilter = isFilter
  }

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
    if isFirst, verbs.contains(word) { return .none }
    if isFirst, subcommands.contains(word) { return .nothing }
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
    if inlineLong.contains(String(name)) { return .none }
    switch name {
    case "--eval", "--print", "--command", "--init-command", "--source", "--exec": return .none
    case "--file" where naming.contains("f"), "--process-file" where naming.contains("F"):
      let value = hasValue ? String(word.dropFirst(name.count + 1)) : next ?? ""
      return value.isEmpty ? .none : .script(value)
    default: return !hasValue && long.contains(String(name)) ? .next : .nothing
    }
  }
}
