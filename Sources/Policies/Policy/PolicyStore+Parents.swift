internal import JSON
internal import Text

// Built-in policies, their versions, and parents.
extension PolicyStore {
  enum BuiltIn {
    case found(PolicyText)
    case otherVersion(String)
  }

  /// A built-in policy: the newest version of its name, or the version of `NAME@VERSION`.
  func builtInPolicy(_ name: String) -> BuiltIn? {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let base = parts.first else { return nil }
    let versions = builtIn.policies.filter { $0.name == base }
      .sorted { ($0.version ?? 0) < ($1.version ?? 0) }
    guard let newest = versions.last else { return nil }
    guard parts.count == 2 else { return .found(newest) }
    let numbers = versions.map { String($0.version ?? 0) }
    if let index = numbers.firstIndex(of: String(parts[1])) { return .found(versions[index]) }
    let known = numbers.count == 1 ? "version \(numbers[0])" : "the versions " + list(numbers)
    let names = numbers.reversed().map { "\(base)@\($0)" }
    return .otherVersion("this release has \(known) of it; expected \(alternatives(names))")
  }

  private func list(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }

  /// The name of a policy; superseded built-in policies have their version.
  func label(of policy: PolicyText) -> String {
    guard builtInNames.contains(policy.name), case .found(let newest)? = builtInPolicy(policy.name),
      newest.version != policy.version
    else { return policy.name }
    return "\(policy.name)@\(policy.version ?? 0)"
  }

  func resolve(
    _ policy: PolicyText, _ file: PolicyFile, _ found: [DocumentProblem]
  ) throws(DocumentError) -> ResolvedPolicy {
    var problems = found
    let chain = chain(from: policy, in: file, &problems)
    // Only built-in policies have these names, since files with them are invalid.
    let isBuiltIn = builtInNames.contains(policy.name)
    var resolver = PolicyResolver(
      catalogue: catalogue, origin: isBuiltIn ? "built-in" : policy.file)
    return try resolver.resolve(chain, names: chain.map { label(of: $0) }, problems)
  }

  /// A policy and its existing parents, whose errors are reported too.
  private func chain(
    from policy: PolicyText, in file: PolicyFile, _ problems: inout [DocumentProblem]
  ) -> [PolicyText] {
    var chain = [policy]
    var siblings = file
    while let last = chain.last, let extends = last.extends {
      func add(_ message: String) {
        problems.append(DocumentProblem(file: last.file, place: extends.start, message: message))
      }
      switch parent(extends.text, in: siblings) {
      case .found(let parent, let home, let found):
        problems += found
        let start = chain.firstIndex {
          $0.name == parent.name && $0.file == parent.file && $0.version == parent.version
        }
        if let start {
          let circle = (chain[start...].map(\.name) + [parent.name]).joined(separator: " → ")
          add("policies extend each other in a cycle: \(visibleText(circle))")
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
    /// The policy, its file and the errors of the file.
    case found(PolicyText, PolicyFile, [DocumentProblem])
    case malformed([DocumentProblem])
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
    do throws(DocumentError) {
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
