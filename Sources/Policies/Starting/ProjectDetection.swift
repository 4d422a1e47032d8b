/// Finds out what a project is by the files at its top.
public struct ProjectDetection {
  let files: any FileStore
  let root: String
  let names: Set<String>

  /// Prepares to look.
  ///
  /// - Parameters:
  ///   - root: the project's directory.
  ///   - files: where files are read.
  public init(_ root: String, in files: any FileStore) {
    self.root = root
    self.files = files
    names = Set(files.names(in: root))
  }

  /// What the project is: a Makefile's target goes before what the language's own tool does, since
  /// somebody has written it down.
  public var facts: ProjectFacts {
    let own = firstLanguage
    var facts = ProjectFacts(
      language: own?.language ?? .unknown, languageEvidence: own?.evidence,
      testCommand: own?.command, commandEvidence: own?.commandEvidence ?? own?.evidence,
      preparation: own?.preparation ?? [])
    if own?.command == nil { facts.commandEvidence = nil }
    if let (file, target) = makeTarget {
      facts.testCommand = "make \(target)"
      facts.commandEvidence = file
    }
    return facts
  }

  /// What one kind of manifest tells.
  struct Finding {
    let language: ProjectLanguage
    let evidence: String
    var command: String?
    var commandEvidence: String?
    var preparation: [String] = []
  }

  /// What builds a project goes before what only helps it: many have a package.json or a
  /// pyproject.toml for their tools' sake.
  private var firstLanguage: Finding? {
    let ways: [KeyPath<ProjectDetection, Finding?>] = [
      \.rust, \.go, \.swift, \.java, \.dotNet, \.cMake, \.php, \.ruby, \.javaScript, \.python,
      \.sources,
    ]
    return ways.lazy.compactMap { self[keyPath: $0] }.first
  }

  /// The first of some names that is there.
  func first(_ candidates: String...) -> String? { candidates.first(where: names.contains) }

  /// The text of a file at the top; empty when it can't be read.
  func text(_ name: String) -> String {
    guard names.contains(name), let bytes = try? files.read(path(name)) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  func path(_ name: String) -> String { (root == "/" ? "" : root) + "/" + name }

  /// The name of a Makefile with a target that tests, and the target.
  private var makeTarget: (file: String, target: String)? {
    // The order in which GNU make looks.
    guard let file = first("GNUmakefile", "makefile", "Makefile") else { return nil }
    let targets = Self.makeTargets(text(file))
    return ["test", "check"].first(where: targets.contains).map { (file, $0) }
  }

  /// The explicit targets of a Makefile.
  static func makeTargets(_ text: String) -> Set<String> {
    var targets: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      guard let start = line.first, start != "\t", start != "#", start != " ",
        let colon = line.firstIndex(of: ":")
      else { continue }
      // `NAME := VALUE` and `NAME ::= VALUE` are variables.
      let rest = line[line.index(after: colon)...].drop { $0 == ":" }
      guard rest.first != "=", !line[..<colon].contains("=") else { continue }
      for name in line[..<colon].split(separator: " ") { targets.insert(String(name)) }
    }
    return targets
  }

  /// A Makefile without any manifest beside it: the endings of its sources tell.
  var sources: Finding? {
    guard let file = first("GNUmakefile", "makefile", "Makefile", "configure.ac", "meson.build")
    else { return nil }
    let all = names.union(["src", "lib"].flatMap { files.names(in: path($0)) })
    func has(_ endings: String...) -> Bool {
      all.contains { name in endings.contains { name.hasSuffix($0) } }
    }
    if has(".c", ".cc", ".cpp", ".cxx") { return Finding(language: .c, evidence: file) }
    if has(".go") { return Finding(language: .go, evidence: file) }
    if has(".rs") { return Finding(language: .rust, evidence: file) }
    if has(".py") { return Finding(language: .python, evidence: file) }
    if has(".js", ".ts", ".mjs") { return Finding(language: .javaScript, evidence: file) }
    if has(".rb") { return Finding(language: .ruby, evidence: file) }
    return nil
  }
}
