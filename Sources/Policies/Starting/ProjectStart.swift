internal import Events
internal import Rules
internal import Text

/// A file to write.
public struct StartingFile: Equatable, Sendable {
  /// Its path, relative to the project.
  public let path: String
  /// Its content.
  public let text: String
  /// Whether it is executable.
  public var isExecutable = false
  /// Whether the file exists already and stays unchanged.
  public internal(set) var isThere = false
}

/// The user's choices; nil for values to detect.
public struct StartWishes: Sendable {
  /// The shell command that runs the tests.
  public var command: String?
  /// The CI system.
  public var system: CISystem?
  /// Base URL of the releases.
  public var releases: String?
  /// The GitHub action of the workflow, as OWNER/REPOSITORY@REF.
  public var action: String?

  /// No choices: everything is detected.
  public init() {}
}

/// The files that `dftrace init` writes for a project.
public struct ProjectStart {
  /// The name of the project, valid as a policy name.
  public let name: String
  /// The detected facts.
  public let facts: ProjectFacts
  /// The shell command that runs its tests.
  public let command: String
  /// The CI system and the evidence for it.
  public let system: (system: CISystem, evidence: String)
  /// The parent of the project's policy, and the reason for it.
  public let parent: (policy: String, reason: String)
  /// The files, in the order in which they are written.
  public let files: [StartingFile]
  /// Manual steps: a sentence each, followed by lines to insert.
  public let notes: [String]

  /// Whether all files exist already.
  public var isDone: Bool { files.allSatisfy(\.isThere) }

  /// The command that accepts the current alerts.
  public var accepting: String {
    "dftrace run --app \(name) --write-baseline \(JobTexts.baseline) -- "
      + ShellWords.words(command)
  }

  /// Detects a project's facts and creates the contents of its files.
  ///
  /// - Parameters:
  ///   - root: the project's directory.
  ///   - version: the release of dftrace that the job downloads.
  /// - Throws: ``PolicyRefusal/mistake(_:)`` for invalid choices, or when the test command is
  ///   unknown.
  public init(
    _ root: String, _ wishes: StartWishes, version: String, _ store: PolicyStore
  ) throws(PolicyRefusal) {
    try Self.check(wishes)
    var facts = ProjectDetection(root, in: store.files).facts
    if let wish = wishes.command {
      facts.testCommand = wish
      facts.commandEvidence = nil
    }
    guard let command = facts.testCommand else {
      throw .mistake(
        EditMistake("cannot detect the test command of this project; use --command 'COMMAND'"))
    }
    let system =
      wishes.system.map { ($0, "--ci") } ?? CISystem.guess(root, in: store.files)
    name = Self.name(root, store.builtInNames)
    self.facts = facts
    self.command = command
    self.system = system
    parent = facts.language.parent
    let texts = JobTexts(
      app: name, version: version, facts: facts, command: command, releases: wishes.releases,
      action: wishes.action)
    let (job, include, releases) = Self.job(system.0, texts, root, store.files)
    var files: [StartingFile] = []
    files.append(try Self.policy(root, name, parent.policy, store))
    files.append(
      StartingFile(
        path: JobTexts.baseline,
        text: String(decoding: Baseline([KnownAlert]()).bytes, as: UTF8.self)))
    if let job {
      files.append(StartingFile(path: ".dftrace/.gitignore", text: "/reports/\n"))
      files.append(job)
    }
    self.files = files.map { file in
      var file = file
      file.isThere = store.files.exists(root + "/" + file.path)
      return file
    }
    // A project with the job has done the manual steps before.
    let isJobThere = job.map { store.files.exists(root + "/" + $0.path) } ?? true
    notes = [include, isJobThere ? nil : releases].compactMap(\.self)
  }

  /// The directory's name, restricted to characters that policies, shells and YAML accept unquoted.
  static func name(_ root: String, _ taken: [String]) -> String {
    let last = root.split(separator: "/").last ?? "project"
    let plain = last.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": Character(scalar)
      default: "-"
      }
    }
    // A leading "-" would start an option, and YAML reads digits as a number.
    var name = String(String(plain).drop { $0 == "-" || $0 == "." })
    if name.allSatisfy({ $0.isNumber || $0 == "." || $0 == "_" }) { name = "project-" + name }
    return taken.contains(name) ? name + "-project" : name
  }

  private static func policy(
    _ root: String, _ name: String, _ parent: String, _ store: PolicyStore
  ) throws(PolicyRefusal) -> StartingFile {
    let path = PolicyStore.projectFile
    // An existing file is kept, valid or not.
    guard !store.files.exists(root + "/" + path) else { return StartingFile(path: path, text: "") }
    let document = try store.draft(
      name: name, extends: parent, at: .file(root + "/" + path),
      [.description("Allowed behaviour of the tests of \(name)."), .failOn(.at(.p2))])
    return StartingFile(path: path, text: String(decoding: document.bytes, as: UTF8.self))
  }

  private static func check(_ wishes: StartWishes) throws(PolicyRefusal) {
    if let command = wishes.command, let mistake = ShellWords.mistake(in: command) {
      throw .mistake(EditMistake("--command: \(mistake)"))
    }
    func isPlain(_ text: String, _ more: String) -> Bool {
      text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || more.unicodeScalars.contains(scalar)
      }
    }
    if let releases = wishes.releases,
      !releases.contains("://") || !isPlain(releases, "-._~:/@%+=")
    {
      throw .mistake(
        EditMistake(
          "--releases: expected a URL such as https://HOST/PATH, found \(quoted(releases))"))
    }
    if let action = wishes.action {
      let parts = action.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].contains("/"), !parts[1].isEmpty, isPlain(action, "-._/@")
      else {
        throw .mistake(
          EditMistake("--action: expected OWNER/REPOSITORY@REF, found \(quoted(action))"))
      }
    }
  }
}
