/// Detects a project's language and test command from the files in its root directory.
public struct ProjectDetection {
  let files: any FileStore
  let root: String
  let names: Set<String>

  /// Creates a detection.
  ///
  /// - Parameters:
  ///   - root: the project's directory.
  ///   - files: the file system.
  public init(_ root: String, in files: any FileStore) {
    self.root = root
    self.files = files
    names = Set(files.names(in: root))
  }

  /// The detected facts. A Makefile's test target precedes the language's default command, since
  /// the project defines it.
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

  /// The facts from one kind of manifest.
  struct Finding {
    let language: ProjectLanguage
    let evidence: String
    var command: String?
    var commandEvidence: String?
    var preparation: [String] = []
  }

  /// Detectors in order of precedence. Build systems come first, since many projects have a
  /// package.json or pyproject.toml only for their tools.
  private var firstLanguage: Finding? {
    let ways: [KeyPath<ProjectDetection, Finding?>] = [
      \.rust, \.go, \.swift, \.java, \.dotNet, \.cMake, \.php, \.ruby, \.javaScript, \.python,
      \.sources,
    ]
    return ways.lazy.compactMap { self[keyPath: $0] }.first
  }

  /// The first existing file of some names.
  func first(_ candidates: String...) -> String? { candidates.first(where: names.contains) }

  /// The text of a file in the root directory; empty when it cannot be read.
  func text(_ name: String) -> String {
    guard names.contains(name), let bytes = try? files.read(path(name)) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  func path(_ name: String) -> String { (root == "/" ? "" : root) + "/" + name }

  /// The Makefile with a test target, and the target.
  private var makeTarget: (file: String, target: String)? {
    // GNU make's search order.
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

  /// Detects the language of a project with only a Makefile by its sources' file extensions.
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
