public import JSON
internal import Rules
internal import Text

/// Why a policy was not changed.
public enum PolicyRefusal: Error, Equatable, Sendable {
  /// The request is invalid.
  case mistake(EditMistake)
  /// A policy file is invalid, or would be after the change.
  case policy(DocumentError)
}

/// The destination of a new policy.
public enum PolicyPlace: Equatable, Sendable {
  /// The user's saved policies, by the policy's name.
  case saved
  /// A file.
  case file(String)
}

// Creating and changing policies.
extension PolicyStore {
  /// Changes a policy and writes it when the result is valid.
  ///
  /// - Returns: the written file, or nil when nothing changes.
  public func edit(
    _ reference: String, _ edits: [PolicyEdit]
  ) throws(PolicyRefusal) -> String? {
    let document = try document(reference)
    let changed = try apply(edits, to: document)
    guard changed != document else { return nil }
    try save(changed)
    return changed.path
  }

  /// Creates a new policy without writing it.
  public func draft(
    name: String, extends: String, at place: PolicyPlace, _ edits: [PolicyEdit]
  ) throws(PolicyRefusal) -> PolicyDocument {
    var root = JSONTree.object([.init("schemaVersion", .number("1")), .init("name", .text(name))])
    root["extends"] = .text(extends)
    let path = try path(of: place, name: name)
    return try apply(edits, to: PolicyDocument(path: path, root: root, index: nil))
  }

  /// Writes a new policy.
  ///
  /// - Parameter replacing: whether to replace an existing policy.
  public func create(_ document: PolicyDocument, replacing: Bool) throws(PolicyRefusal) {
    guard replacing || !files.exists(document.path) else {
      throw .policy(refusal(document.path, "exists already; use --force to replace it"))
    }
    try save(document)
  }

  /// Writes a policy when it is valid.
  func save(_ document: PolicyDocument) throws(PolicyRefusal) {
    do throws(DocumentError) {
      _ = try overlaying(document.path, with: document.bytes).loadAll(document.path)
      try write(document.bytes, to: document.path)
    } catch {
      throw .policy(error)
    }
  }

  /// Applies changes in order; each sees the results of the previous ones.
  func apply(
    _ edits: [PolicyEdit], to document: PolicyDocument
  ) throws(PolicyRefusal) -> PolicyDocument {
    var document = document
    // Set the parent first: other changes may refer to its alerts.
    let first = edits.filter { if case .extends = $0 { true } else { false } }
    for edit in first + edits.filter({ !first.contains($0) }) {
      let resolved = try resolved(document)
      do throws(EditMistake) { try document.apply(edit, resolved: resolved) } catch {
        throw .mistake(error)
      }
    }
    return document
  }

  /// Resolves a policy before it is written.
  public func resolved(_ document: PolicyDocument) throws(PolicyRefusal) -> ResolvedPolicy {
    do throws(DocumentError) {
      let store = overlaying(document.path, with: document.bytes)
      let name = document.policy["name"]?.string
      let (file, problems) = try store.read(document.path)
      return try store.resolve(try store.choose(name, from: file, problems), file, problems)
    } catch {
      throw .policy(error)
    }
  }

  /// Reads the file of a policy for editing.
  public func document(_ reference: String) throws(PolicyRefusal) -> PolicyDocument {
    do throws(DocumentError) {
      switch location(of: reference) {
      case .file(let path, let name): return try document(path, name)
      case .name(let name):
        if builtInPolicy(name) != nil {
          throw refusal(
            name,
            "is built in and read-only; `dftrace policy clone \(name) NEW-NAME` creates an "
              + "editable copy")
        }
        guard let path = savedPath(name) else { throw unknownPolicy(name) }
        return try document(path, nil)
      }
    } catch {
      throw .policy(error)
    }
  }

  private func document(
    _ path: String, _ name: String?
  ) throws(DocumentError) -> PolicyDocument {
    let (file, problems) = try read(path)
    guard problems.isEmpty else { throw DocumentError(problems) }
    let chosen = try choose(name, from: file, [])
    let bytes: [UInt8]
    do throws(FileError) { bytes = try files.read(path) } catch {
      throw refusal(path, error.message)
    }
    let root = JSONTree(try JSONReader.read(bytes, file: path))
    let index = root["policies"].flatMap { policies in
      policies.items.firstIndex { $0["name"]?.string == chosen.name }
    }
    return PolicyDocument(path: path, root: root, index: index)
  }

  /// The path of a new policy.
  func path(of place: PolicyPlace, name: String) throws(PolicyRefusal) -> String {
    if let mistake = PolicyReader.mistake(inName: name) {
      throw .mistake(EditMistake("\(quoted(name)) is not a valid policy name: \(mistake)"))
    }
    if builtInNames.contains(name) {
      throw .mistake(
        EditMistake("\(quoted(name)) is the name of a built-in policy; expected another name"))
    }
    switch place {
    case .file(let path): return path
    case .saved:
      guard !name.hasSuffix(".json") else {
        throw .mistake(EditMistake("\(quoted(name)) is the name of a file; expected a policy name"))
      }
      guard let savedDirectory else {
        throw .policy(
          refusal(name, "no directory for saved policies; set XDG_CONFIG_HOME or HOME"))
      }
      return "\(savedDirectory)/\(name).json"
    }
  }
}
