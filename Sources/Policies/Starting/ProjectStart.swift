internal import Events
internal import Rules
internal import Text

/// A file that a project gets.
public struct StartingFile: Equatable, Sendable {
  /// Its name, from the project's directory.
  public let path: String
  /// Its whole text.
  public let text: String
  /// Whether it is a program.
  public var isExecutable = false
  /// Whether there is such a file already, which is kept as it is.
  public internal(set) var isThere = false
}

/// What the user has said of a project; nil where it is to be found out.
public struct StartWishes: Sendable {
  /// The shell command that runs the tests.
  public var command: String?
  /// The system that the job is for.
  public var system: CISystem?
  /// The address that the releases' files lie below.
  public var releases: String?
  /// The action that the workflow uses, as OWNER/REPOSITORY@REF.
  public var action: String?

  /// Leaves everything to be found out.
  public init() {}
}

/// Everything that a project is given to start with, before any of it is written.
public struct ProjectStart {
  /// What the project is called, as a policy may be.
  public let name: String
  /// What the project is.
  public let facts: ProjectFacts
  /// The shell command that runs its tests.
  public let command: String
  /// What its jobs run on, and what tells so.
  public let system: (system: CISystem, evidence: String)
  /// The policy that its own extends, and why that one.
  public let parent: (policy: String, reason: String)
  /// The files, in the order in which they are written.
  public let files: [StartingFile]
  /// What has to be done by hand: a sentence each, and below it the lines to put somewhere.
  public let notes: [String]

  /// Whether every file is there already.
  public var isDone: Bool { files.allSatisfy(\.isThere) }

  /// The command by which the alerts of now are accepted.
  public var accepting: String {
    "dftrace run --app \(name) --write-baseline \(JobTexts.baseline) -- "
      + ShellWords.words(command)
  }

  /// Finds out what a project is and makes its files up.
  ///
  /// - Parameters:
  ///   - root: the project's directory.
  ///   - version: the release of dftrace that the job takes.
  /// - Throws: ``PolicyRefusal/mistake(_:)`` for wishes that make no sense, or when no command that
  ///   runs the tests is known.
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
        EditMistake("nothing here says how the tests are run; --command 'COMMAND' does"))
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
    // Who has the job has read what it needs.
    let isJobThere = job.map { store.files.exists(root + "/" + $0.path) } ?? true
    notes = [include, isJobThere ? nil : releases].compactMap(\.self)
  }

  /// The directory's name, as far as policies, shells and YAML take it as it stands.
  static func name(_ root: String, _ taken: [String]) -> String {
    let last = root.split(separator: "/").last ?? "project"
    let plain = last.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": Character(scalar)
      default: "-"
      }
    }
    // An option begins with "-", and YAML takes a lone number for one.
    var name = String(String(plain).drop { $0 == "-" || $0 == "." })
    if name.allSatisfy({ $0.isNumber || $0 == "." || $0 == "_" }) { name = "project-" + name }
    return taken.contains(name) ? name + "-project" : name
  }

  private static func policy(
    _ root: String, _ name: String, _ parent: String, _ store: PolicyStore
  ) throws(PolicyRefusal) -> StartingFile {
    let path = PolicyStore.projectFile
    // What is there is kept, with mistakes or without.
    guard !store.files.exists(root + "/" + path) else { return StartingFile(path: path, text: "") }
    let document = try store.draft(
      name: name, extends: parent, at: .file(root + "/" + path),
      [.description("What the tests of \(name) may do."), .failOn(.at(.p2))])
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
          "--releases: expected an address such as https://HOST/PATH, found \(quoted(releases))"))
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
