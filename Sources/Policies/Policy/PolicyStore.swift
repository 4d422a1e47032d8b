/// Finds policies by what users call them: a name, a file, or a file and a name.
public struct PolicyStore {
  private let catalogue: [AlertDefinition]
  private let files: any FileStore
  private let today: CivilDate
  private let workingDirectory: String
  private let savedDirectory: String?
  private let builtIn: PolicyFile

  /// The file that a project keeps its policy in, below its root.
  public static let projectFile = ".dftrace/policy.json"

  /// Prepares to look policies up.
  ///
  /// - Parameters:
  ///   - catalogue: the built-in alerts.
  ///   - files: where files are read.
  ///   - today: the day by which exceptions expire, in UTC.
  ///   - workingDirectory: where the search for a project's policy begins.
  ///   - savedDirectory: where saved policies lie, `NAME.json` each; nil for nowhere.
  public init(
    catalogue: [AlertDefinition], files: any FileStore, today: CivilDate,
    workingDirectory: String, savedDirectory: String?
  ) {
    self.catalogue = catalogue
    self.files = files
    self.today = today
    self.workingDirectory = workingDirectory
    self.savedDirectory = savedDirectory
    var problems = ProblemList(file: "policies.json")
    let read = PolicyReader(today: today)
      .read(Array(BuiltInPolicies.text.utf8), &problems)
    guard let read, problems.problems.isEmpty else {
      preconditionFailure("The built-in policies are malformed:\n\(problems.problems)")
    }
    builtIn = read
  }

  /// The names of the built-in policies.
  public var builtInNames: [String] { builtIn.policies.map(\.name) }

  /// The names of the saved policies.
  public var savedNames: [String] {
    guard let savedDirectory else { return [] }
    return files.names(in: savedDirectory).filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }
  }

  /// The policy file of the project around the working directory, if it has one.
  public var projectPath: String? {
    var directory = workingDirectory
    while true {
      let path = (directory == "/" ? "" : directory) + "/" + Self.projectFile
      if files.exists(path) { return path }
      guard directory != "/", let slash = directory.lastIndex(of: "/") else { return nil }
      directory = slash == directory.startIndex ? "/" : String(directory[..<slash])
    }
  }

  /// Loads a policy with all that it inherits.
  ///
  /// - Parameter reference: `NAME`, `NAME@VERSION`, `FILE` or `FILE#NAME`; nil for the project's
  ///   policy, or else the default one.
  public func load(_ reference: String?) throws(PolicyError) -> ResolvedPolicy {
    guard let reference else {
      guard let projectPath else { return try load(builtIn.defaultName ?? "standard") }
      return try load(file: projectPath, name: nil)
    }
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    // A directory that a checkout happens to have must not replace the policy of that name.
    if isName(reference) { return try load(name: reference) }
    // A file whose own name has a "#" goes before one with a policy's name behind it.
    if files.exists(reference) { return try load(file: reference, name: nil) }
    if parts.count == 2, isFile(String(parts[0])) {
      return try load(file: String(parts[0]), name: String(parts[1]))
    }
    if isFile(reference) { return try load(file: reference, name: nil) }
    return try load(name: reference)
  }

  /// Loads every policy of a file, to find all mistakes in all of them.
  public func loadAll(_ path: String) throws(PolicyError) -> [ResolvedPolicy] {
    let (file, problems) = try read(path)
    var found = Set(problems)
    var policies: [ResolvedPolicy] = []
    for policy in file.policies {
      do throws(PolicyError) {
        policies.append(try resolve(policy, file, problems))
      } catch {
        found.formUnion(error.problems)
      }
    }
    guard found.isEmpty else { throw PolicyError(found) }
    return policies
  }

  private func isName(_ text: String) -> Bool {
    guard !text.hasSuffix(".json"), !text.unicodeScalars.contains("/") else { return false }
    let base = text.split(separator: "@", omittingEmptySubsequences: false).first.map(String.init)
    return base.map(builtInNames.contains) == true || savedPath(text) != nil
  }

  /// The file of a saved policy, if there is one.
  private func savedPath(_ name: String) -> String? {
    guard let savedDirectory, !name.unicodeScalars.contains("/") else { return nil }
    let path = "\(savedDirectory)/\(name).json"
    return files.exists(path) ? path : nil
  }

  private func isFile(_ text: String) -> Bool {
    text.contains("/") || text.hasSuffix(".json") || files.exists(text)
  }

  private func load(file path: String, name: String?) throws(PolicyError) -> ResolvedPolicy {
    let (file, problems) = try read(path)
    let known = file.policies.map(\.name)
    guard let wanted = name ?? file.defaultName else {
      guard problems.isEmpty else { throw PolicyError(problems) }
      let hint = "expected \(printable(path))#NAME"
      throw refusal(path, "holds \(alternatives(known, joinedBy: "and")); \(hint)")
    }
    guard let policy = file.policies.first(where: { $0.name == wanted }) else {
      guard problems.isEmpty else { throw PolicyError(problems) }
      throw refusal(
        path,
        "holds no policy \(quoted(wanted)); expected \(alternatives(known))"
          + suggestion(for: wanted, among: known))
    }
    return try resolve(policy, file, problems)
  }

  private func load(name: String) throws(PolicyError) -> ResolvedPolicy {
    switch builtInPolicy(name) {
    case .found(let policy): return try resolve(policy, builtIn, [])
    case .otherVersion(let message): throw refusal(name, message)
    case nil: break
    }
    if let path = savedPath(name) { return try load(file: path, name: nil) }
    let known = builtInNames + savedNames
    throw PolicyError([
      PolicyProblem(
        file: name, place: nil,
        message: "there is no such policy; expected a file, or \(alternatives(known))"
          + suggestion(for: name, among: known))
    ])
  }

  private enum BuiltIn {
    case found(PolicyText)
    case otherVersion(String)
  }

  private func builtInPolicy(_ name: String) -> BuiltIn? {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let base = parts.first,
      let policy = builtIn.policies.first(where: { $0.name == base })
    else { return nil }
    let version = policy.version ?? 0
    guard parts.count == 2, parts[1] != String(version) else { return .found(policy) }
    return .otherVersion(
      "this release has version \(version) of it; expected \(quoted("\(base)@\(version)"))")
  }

  private func refusal(_ file: String, _ message: String) -> PolicyError {
    PolicyError([PolicyProblem(file: file, place: nil, message: message)])
  }

  private func read(
    _ path: String
  ) throws(PolicyError) -> (file: PolicyFile, problems: [PolicyProblem]) {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try files.read(path) } catch {
      throw refusal(path, error.message)
    }
    var problems = ProblemList(file: path)
    guard let file = PolicyReader(today: today).read(bytes, &problems) else {
      throw PolicyError(problems.problems)
    }
    for policy in file.policies where builtInNames.contains(policy.name) {
      problems.add(
        policy.place, "\(quoted(policy.name)) is the name of a built-in policy; expected another")
    }
    return (file, problems.problems)
  }

  private func resolve(
    _ policy: PolicyText, _ file: PolicyFile, _ found: [PolicyProblem]
  ) throws(PolicyError) -> ResolvedPolicy {
    var problems = found
    let chain = chain(from: policy, in: file, &problems)
    // Only a built-in policy can have a built-in's name: a file's would be refused.
    let isBuiltIn = builtInNames.contains(policy.name)
    var resolver = PolicyResolver(
      catalogue: catalogue, origin: isBuiltIn ? "built-in" : policy.file)
    return try resolver.resolve(chain, problems)
  }

  /// A policy and its parents as far as they are there, so that the mistakes of those are told.
  private func chain(
    from policy: PolicyText, in file: PolicyFile, _ problems: inout [PolicyProblem]
  ) -> [PolicyText] {
    var chain = [policy]
    var siblings = file
    while let last = chain.last, let extends = last.extends {
      func add(_ message: String) {
        problems.append(PolicyProblem(file: last.file, place: extends.start, message: message))
      }
      switch parent(extends.text, in: siblings) {
      case .found(let parent, let home, let found):
        problems += found
        if let start = chain.firstIndex(where: { $0.name == parent.name && $0.file == parent.file })
        {
          let circle = (chain[start...].map(\.name) + [parent.name]).joined(separator: " → ")
          add("policies extend each other in a circle: \(printable(circle))")
          return chain
        }
        chain.append(parent)
        siblings = home
      case .malformed(let found):
        problems += found
        return chain
      case .otherVersion(let message):
        add("\(quoted(extends.text)): \(message)")
        return chain
      case .unknown:
        let known = builtInNames + savedNames + siblings.policies.map(\.name)
        add(
          "unknown policy \(quoted(extends.text)); expected \(alternatives(known))"
            + suggestion(for: extends.text, among: known))
        return chain
      }
    }
    return chain
  }

  private enum Parent {
    /// The policy, the file that it is in, and that file's mistakes.
    case found(PolicyText, PolicyFile, [PolicyProblem])
    case malformed([PolicyProblem])
    case otherVersion(String)
    case unknown
  }

  private func parent(_ name: String, in siblings: PolicyFile) -> Parent {
    switch builtInPolicy(name) {
    case .found(let policy): return .found(policy, builtIn, [])
    case .otherVersion(let message): return .otherVersion(message)
    case nil: break
    }
    if let found = siblings.policies.first(where: { $0.name == name }) {
      return .found(found, siblings, [])
    }
    guard let path = savedPath(name) else { return .unknown }
    do throws(PolicyError) {
      let (file, problems) = try read(path)
      let policy =
        file.policies.first { $0.name == name }
        ?? file.policies.first { $0.name == file.defaultName }
      if let policy { return .found(policy, file, problems) }
      return problems.isEmpty ? .unknown : .malformed(problems)
    } catch {
      return .malformed(error.problems)
    }
  }
}
