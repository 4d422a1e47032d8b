import Foundation

/// What the program says of its commands (`--experimental-dump-help`), and the page that is made of it.
struct CommandsPage: Decodable {
  /// An option, a flag or a positional argument.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let abstract: String?
    let names: [Name]?
    let valueName: String?
    let allValues: [String]?
    let defaultValue: String?
    let sectionTitle: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool

    var isPositional: Bool { kind == "positional" }

    /// The names as they are typed.
    var spellings: [String] {
      (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    }

    /// The first cell of its row.
    var term: String {
      let value = valueName ?? ""
      guard !isPositional else { return "`\(value)`" }
      var terms = spellings.map { "`\($0)`" }
      if kind == "option", let last = spellings.last {
        terms[terms.count - 1] = "`\(last) \(value)`"
      }
      return terms.joined(separator: ", ")
    }

    /// The second cell: what help says, with the values and the default that it does not name.
    var meaning: String {
      var text = abstract ?? ""
      if let allValues, !allValues.allSatisfy({ text.contains($0) }) {
        text += " One of " + allValues.joined(separator: ", ") + "."
      }
      if let defaultValue, !text.contains("default:") { text += " Default: \(defaultValue)." }
      return text
    }
  }

  /// A command, with those below it.
  struct Command: Decodable {
    let commandName: String
    let abstract: String
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
    let defaultSubcommand: String?
    let shouldDisplay: Bool
  }

  let command: Command

  /// In every command; the page names them once.
  private static let common: Set<String> = ["--help", "--version"]

  /// The page, in Markdown: a section for each command.
  var text: String {
    var lines = [
      "# Commands", "",
      "<!-- Written from the program's help by the tests; change it there. -->", "",
      "Every command with its options and defaults, as `dftrace COMMAND --help` prints them.",
      "Each command also has `--version` and `-h`, `--help`.", "",
      "| command | purpose |", "|---|---|",
    ]
    let all = Self.commands(below: command, "dftrace")
    for (name, command) in all {
      let anchor = name.split(separator: " ").joined(separator: "-")
      lines.append("| [`\(name)`](#\(anchor)) | \(Self.cell(command.abstract)) |")
    }
    for (name, command) in all { lines += Self.section(name, command) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The commands that help shows, each before those below it.
  private static func commands(below command: Command, _ name: String) -> [(String, Command)] {
    (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
      .flatMap { child in
        let path = name + " " + child.commandName
        return [(path, child)] + commands(below: child, path)
      }
  }

  private static func section(_ name: String, _ command: Command) -> [String] {
    var lines = ["", "## \(name)", "", escaped(command.abstract), ""]
    let shown = (command.arguments ?? []).filter {
      $0.shouldDisplay && common.isDisjoint(with: $0.spellings)
    }
    if (command.subcommands ?? []).isEmpty {
      lines += ["```text", synopsis(name, shown), "```", ""]
    }
    let parts = parts(command.discussion ?? "")
    lines += parts.prose
    lines += table("argument", shown.filter(\.isPositional))
    var titles: [String?] = []
    for option in shown where !option.isPositional && !titles.contains(option.sectionTitle) {
      titles.append(option.sectionTitle)
    }
    for title in titles {
      let options = shown.filter { !$0.isPositional && $0.sectionTitle == title }
      lines += table(title?.lowercased() ?? "option", options)
    }
    lines += parts.sections
    return Array(lines.dropLast())
  }

  /// The line that says how a command is called.
  private static func synopsis(_ name: String, _ arguments: [Argument]) -> String {
    var words = [name]
    if arguments.contains(where: { !$0.isPositional }) { words.append("[OPTION...]") }
    for argument in arguments where argument.isPositional {
      let value = (argument.valueName ?? "").uppercased()
      let repeated = argument.isRepeating ? value + "..." : value
      words.append(argument.isOptional ? "[\(repeated)]" : repeated)
    }
    return words.joined(separator: " ")
  }

  private static func table(_ title: String, _ arguments: [Argument]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    return ["| \(title) | meaning |", "|---|---|"]
      + arguments.map { "| \(cell($0.term)) | \(cell($0.meaning)) |" } + [""]
  }

  /// The text of a command: what stands before the first heading, and what the headings have.
  private static func parts(_ text: String) -> (prose: [String], sections: [String]) {
    var prose: [String] = []
    var sections: [String] = []
    var heading: String?
    var block: [String] = []
    func finish() {
      let lines = rendered(block, fence: heading?.hasPrefix("EXAMPLE") == true ? "sh" : "text")
      guard !lines.isEmpty else { return }
      if let heading {
        sections += ["**\(heading.prefix(1))\(heading.dropFirst().lowercased())**", ""] + lines
      } else {
        prose += lines
      }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let isHeading = !line.isEmpty && line.allSatisfy { $0.isUppercase || $0 == " " }
      guard isHeading else {
        block.append(line)
        continue
      }
      finish()
      heading = line
      block = []
    }
    finish()
    return (prose, sections)
  }

  /// Paragraphs as they are; indented lines as a block of code.
  private static func rendered(_ lines: [String], fence: String) -> [String] {
    var result: [String] = []
    var code: [String] = []
    func finish() {
      guard !code.isEmpty else { return }
      if result.last?.isEmpty == false { result.append("") }
      result += ["```\(fence)"] + code + ["```", ""]
      code = []
    }
    for line in lines {
      if line.hasPrefix("  ") {
        code.append(String(line.dropFirst(2)))
        continue
      }
      finish()
      if line.isEmpty ? result.last?.isEmpty == false : true { result.append(escaped(line)) }
    }
    finish()
    if result.last?.isEmpty == false { result.append("") }
    return result
  }

  private static func cell(_ text: String) -> String { escaped(text.replacing("|", with: "\\|")) }

  /// Text in which no angle bracket is taken for markup.
  private static func escaped(_ text: String) -> String { text.replacing("<", with: "&lt;") }
}
