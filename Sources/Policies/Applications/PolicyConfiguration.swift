public import JSON
internal import Text

/// The user's settings: the default policy and the pinned applications.
public struct PolicyConfiguration: Equatable, Sendable {
  /// A chosen policy and its place in the file.
  struct Choice: Equatable, Sendable {
    var reference: String
    var place: TextPlace?
  }

  var chosenDefault: Choice?
  var chosenPins: [String: Choice] = [:]

  /// Empty settings.
  public init() {}

  /// The default policy; nil for the built-in default.
  public var defaultPolicy: String? {
    get { chosenDefault?.reference }
    set { chosenDefault = newValue.map { Choice(reference: $0) } }
  }

  /// The pinned policies, by application name.
  public var pins: [String: String] { chosenPins.mapValues(\.reference) }

  /// Pins an application to a policy; nil removes the pin.
  public mutating func pin(_ app: String, to policy: String?) {
    chosenPins[app] = policy.map { Choice(reference: $0) }
  }

  /// Reads `config.json`.
  init(_ bytes: [UInt8], file: String) throws(DocumentError) {
    var problems = ProblemList(file: file)
    let keys = ["schemaVersion", "default", "apps"]
    if let root = JSONReader.read(bytes, &problems),
      let reader = ObjectReader(root, "the settings", keys: keys, &problems)
    {
      PolicyReader.checkVersion(reader, &problems)
      chosenDefault = reader.text("default", &problems).map {
        Choice(reference: $0.text, place: $0.start)
      }
      for member in reader.named("apps", &problems) {
        guard case .text(let text) = member.value.value, !text.text.isEmpty else {
          problems.add(
            member.value.place, "expected the name or file of a policy, found \(member.value.kind)")
          continue
        }
        chosenPins[member.key] = Choice(reference: text.text, place: text.start)
      }
    }
    guard problems.problems.isEmpty else { throw DocumentError(problems.problems) }
  }

  /// The text of `config.json`.
  var tree: JSONTree {
    var root = JSONTree.object([.init("schemaVersion", .number("1"))])
    if let defaultPolicy { root["default"] = .text(defaultPolicy) }
    let apps = pins.sorted { $0.key < $1.key }
    root["apps"] = .object(apps.map { .init($0.key, .text($0.value)) })
    return root
  }
}

// The choice of the policy when no option names one.
extension PolicyStore {
  /// The user's settings.
  public func configuration() throws(DocumentError) -> PolicyConfiguration {
    guard let configurationFile else { return PolicyConfiguration() }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try files.read(configurationFile) } catch {
      if error == .missing { return PolicyConfiguration() }
      throw refusal(configurationFile, error.message)
    }
    return try PolicyConfiguration(bytes, file: configurationFile)
  }

  /// Saves the user's settings.
  public func save(_ configuration: PolicyConfiguration) throws(DocumentError) {
    guard let configurationFile else {
      throw refusal("config.json", "no configuration directory; set XDG_CONFIG_HOME or HOME")
    }
    try write(configuration.tree.bytes, to: configurationFile)
  }

  func write(_ bytes: [UInt8], to path: String) throws(DocumentError) {
    do throws(FileError) { try files.replace(path, with: bytes) } catch {
      throw refusal(path, error.message)
    }
  }

  /// The name of the built-in default policy.
  public var builtInDefault: String { builtIn.defaultName ?? "standard" }

  /// The policy in force: the application's pin, else the project's policy, else the user's
  /// default, else the built-in default.
  func loadInForce(app: String?) throws(DocumentError) -> ResolvedPolicy {
    let settings = try configuration()
    if let app, let pin = settings.chosenPins[app] {
      return try load(chosen: pin, "the application \(quoted(app)) is pinned to")
    }
    if let projectPath { return try load(projectPath) }
    if let choice = settings.chosenDefault { return try load(chosen: choice, "the default is") }
    return try load(builtInDefault)
  }

  /// Loads a policy named in `config.json`; an error has the place in that file.
  private func load(
    chosen: PolicyConfiguration.Choice, _ why: String
  ) throws(DocumentError) -> ResolvedPolicy {
    do throws(DocumentError) { return try load(chosen.reference) } catch {
      throw DocumentError(
        error.problems.map { problem in
          guard problem.place == nil, let configurationFile else { return problem }
          return DocumentProblem(
            file: configurationFile, place: chosen.place,
            message: "\(why) \(quoted(problem.file)): \(problem.message)")
        })
    }
  }
}

extension PolicyStore {
  /// A reference that is valid in every directory.
  public func absolute(_ reference: String) -> String {
    guard case .file(let path, let name) = location(of: reference), !path.hasPrefix("/") else {
      return reference
    }
    let directory = workingDirectory == "/" ? "" : workingDirectory
    return "\(directory)/\(path)" + (name.map { "#\($0)" } ?? "")
  }
}
