public import JSON
public import Text
internal import Embedded

/// Finds policies by reference: a name, a file, or a file and a name.
public struct PolicyStore {
  let catalogue: [AlertDefinition]
  let files: any FileStore
  let today: CalendarDate
  let workingDirectory: String
  let savedDirectory: String?
  let configurationFile: String?
  let builtIn: PolicyFile

  /// The policy file of a project, relative to its root.
  public static let projectFile = ".dftrace/policy.json"

  /// Creates a store.
  ///
  /// - Parameters:
  ///   - catalogue: the built-in alerts.
  ///   - files: the file system.
  ///   - today: the current day in UTC, for the expiry of exceptions.
  ///   - workingDirectory: start of the search for a project's policy.
  ///   - savedDirectory: directory of saved policies, each `NAME.json`; nil for none.
  ///   - configurationFile: file with the default policy and the pins; nil for none.
  public init(
    catalogue: [AlertDefinition], files: any FileStore, today: CalendarDate,
    workingDirectory: String, savedDirectory: String?, configurationFile: String? = nil
  ) {
    self.init(
      catalogue: catalogue, files: files, today: today, workingDirectory: workingDirectory,
      savedDirectory: savedDirectory, configurationFile: configurationFile,
      builtIn: Self.readBuiltIn(EmbeddedFile.policies.bytes, today: today))
  }

  /// Fingerprint of the text of the built-in policies: FNV-1a, 64 bits.
  public static var builtInFingerprint: UInt64 {
    var hash = FNV1a()
    hash.add(EmbeddedFile.policies.bytes)
    return hash.value
  }

  init(
    catalogue: [AlertDefinition], files: any FileStore, today: CalendarDate,
    workingDirectory: String, savedDirectory: String?, configurationFile: String?,
    builtIn: PolicyFile
  ) {
    self.catalogue = catalogue
    self.files = files
    self.today = today
    self.workingDirectory = workingDirectory
    self.savedDirectory = savedDirectory
    self.configurationFile = configurationFile
    self.builtIn = builtIn
  }

  /// Reads the built-in policies; an error in them is a bug.
  static func readBuiltIn(_ bytes: [UInt8], today: CalendarDate) -> PolicyFile {
    var problems = ProblemList(file: "policies.json")
    let read = PolicyReader(today: today, keepsVersions: true)
      .read(bytes, &problems)
    guard let read, problems.problems.isEmpty else {
      preconditionFailure("The built-in policies are malformed:\n\(problems.problems)")
    }
    return read
  }

  /// The same store with one file replaced in memory.
  func overlaying(_ path: String, with bytes: [UInt8]) -> PolicyStore {
    PolicyStore(
      catalogue: catalogue, files: OverlaidFiles(base: files, path: path, bytes: bytes),
      today: today, workingDirectory: workingDirectory, savedDirectory: savedDirectory,
      configurationFile: configurationFile, builtIn: builtIn)
  }

  /// The names of the built-in policies.
  public var builtInNames: [String] {
    var names: [String] = []
    for policy in builtIn.policies where !names.contains(policy.name) { names.append(policy.name) }
    return names
  }

  /// The names of the saved policies.
  public var savedNames: [String] {
    guard let savedDirectory else { return [] }
    return files.names(in: savedDirectory).filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }
  }

  /// The policy file of the project that contains the working directory; nil without one.
  public var projectPath: String? { Self.projectPath(around: workingDirectory, in: files) }

  /// The policy file of the project that contains a directory; nil without one.
  public static func projectPath(around directory: String, in files: any FileStore) -> String? {
    var directory = directory
    while true {
      let path = (directory == "/" ? "" : directory) + "/" + projectFile
      if files.exists(path) { return path }
      guard directory != "/", let slash = directory.lastIndex(of: "/") else { return nil }
      directory = slash == directory.startIndex ? "/" : String(directory[..<slash])
    }
  }

  /// Loads and resolves a policy.
  ///
  /// - Parameters:
  ///   - reference: `NAME`, `NAME@VERSION`, `FILE` or `FILE#NAME`; nil for the policy in force.
  ///   - app: the traced application, which may be pinned to a policy.
  public func load(
    _ reference: String?, app: String? = nil
  ) throws(DocumentError) -> ResolvedPolicy {
    guard let reference else { return try loadInForce(app: app) }
    switch location(of: reference) {
    case .name(let name): return try load(name: name)
    case .file(let path, let name): return try load(file: path, name: name)
    }
  }

  /// Loads every policy of a file and reports all errors.
  public func loadAll(_ path: String) throws(DocumentError) -> [ResolvedPolicy] {
    let (file, problems) = try read(path)
    var found = Set(problems)
    var policies: [ResolvedPolicy] = []
    for policy in file.policies {
      do throws(DocumentError) {
        policies.append(try resolve(policy, file, problems))
      } catch {
        found.formUnion(error.problems)
      }
    }
    guard found.isEmpty else { throw DocumentError(found) }
    return policies
  }

  /// A parsed reference.
  enum Location: Equatable {
    /// A built-in, saved or unknown policy.
    case name(String)
    /// A file and the name of one of its policies.
    case file(String, name: String?)
  }

  func location(of reference: String) -> Location {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    // A directory of a checkout must not hide a policy of the same name.
    if isName(reference) { return .name(reference) }
    // A file with "#" in its name precedes FILE#NAME.
    if files.exists(reference) { return .file(reference, name: nil) }
    if parts.count == 2, isFile(String(parts[0])) {
      return .file(String(parts[0]), name: String(parts[1]))
    }
    return isFile(reference) ? .file(reference, name: nil) : .name(reference)
  }

  private func isName(_ text: String) -> Bool {
    guard !text.hasSuffix(".json"), !text.unicodeScalars.contains("/") else { return false }
    let base = text.split(separator: "@", omittingEmptySubsequences: false).first.map(String.init)
    return base.map(builtInNames.contains) == true || savedPath(text) != nil
  }

  /// The file of a saved policy; nil when it does not exist.
  func savedPath(_ name: String) -> String? {
    guard let savedDirectory, !name.unicodeScalars.contains("/") else { return nil }
    let path = "\(savedDirectory)/\(name).json"
    return files.exists(path) ? path : nil
  }

  private func isFile(_ text: String) -> Bool {
    text.contains("/") || text.hasSuffix(".json") || files.exists(text)
  }

  private func load(file path: String, name: String?) throws(DocumentError) -> ResolvedPolicy {
    let (file, problems) = try read(path)
    return try resolve(try choose(name, from: file, problems), file, problems)
  }

  /// Selects one policy of a file.
  func choose(
    _ name: String?, from file: PolicyFile, _ problems: [DocumentProblem]
  ) throws(DocumentError) -> PolicyText {
    let path = file.file
    let known = file.policies.map(\.name)
    guard let wanted = name ?? file.defaultName else {
      guard problems.isEmpty else { throw DocumentError(problems) }
      let hint = "expected \(visibleText(path))#NAME"
      throw refusal(path, "contains \(alternatives(known, joinedBy: "and")); \(hint)")
    }
    guard let policy = file.policies.first(where: { $0.name == wanted }) else {
      guard problems.isEmpty else { throw DocumentError(problems) }
      throw refusal(
        path,
        "contains no policy \(quoted(wanted)); expected \(alternatives(known))"
          + suggestion(for: wanted, among: known))
    }
    return policy
  }

  private func load(name: String) throws(DocumentError) -> ResolvedPolicy {
    switch builtInPolicy(name) {
    case .found(let policy): return try resolve(policy, builtIn, [])
    case .otherVersion(let message): throw refusal(name, message)
    case nil: break
    }
    if let path = savedPath(name) { return try load(file: path, name: nil) }
    throw unknownPolicy(name)
  }

  func unknownPolicy(_ name: String) -> DocumentError {
    let known = builtInNames + savedNames
    return refusal(
      name,
      "no such policy; expected a file, or \(alternatives(known))"
        + suggestion(for: name, among: known))
  }

  func refusal(_ file: String, _ message: String) -> DocumentError {
    DocumentError([DocumentProblem(file: file, place: nil, message: message)])
  }

  func read(
    _ path: String
  ) throws(DocumentError) -> (file: PolicyFile, problems: [DocumentProblem]) {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try files.read(path) } catch {
      throw refusal(path, error.message)
    }
    var problems = ProblemList(file: path)
    guard let file = PolicyReader(today: today).read(bytes, &problems) else {
      throw DocumentError(problems.problems)
    }
    for policy in file.policies where builtInNames.contains(policy.name) {
      problems.add(
        policy.place,
        "\(quoted(policy.name)) is the name of a built-in policy; expected another name")
    }
    return (file, problems.problems)
  }
}
