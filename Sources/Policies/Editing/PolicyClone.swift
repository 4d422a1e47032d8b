internal import Events
internal import JSON
internal import Rules
internal import Text

// Copies of policies that inherit nothing.
extension PolicyStore {
  /// Creates a copy of a policy that inherits nothing and contains all resolved settings.
  ///
  /// Later releases of the original policies do not change the copy.
  public func clone(
    _ source: ResolvedPolicy, name: String, at place: PolicyPlace
  ) throws(PolicyRefusal) -> PolicyDocument {
    let path = try path(of: place, name: name)
    var root = JSONTree.object([.init("schemaVersion", .number("1")), .init("name", .text(name))])
    if !source.description.isEmpty { root["description"] = .text(source.description) }
    root["failOn"] = .text(source.failOn.name)
    if source.ioUring != .allow { root["ioUring"] = .text(source.ioUring.rawValue) }
    root["alerts"] = .object(
      source.allAlerts.map { JSONTree.Member($0.definition.id, JSONTree(settings: $0)) })
    let customs = source.allAlerts.filter(\.isCustom)
    if !customs.isEmpty {
      root["customAlerts"] = .array(customs.map { JSONTree(custom: $0) })
    }
    return PolicyDocument(path: path, root: root, index: nil)
  }
}

extension JSONTree {
  /// All settings of an alert.
  fileprivate init(settings alert: ResolvedAlert) {
    self = .object([
      .init("enabled", .boolean(alert.isEnabled)), .init("priority", .text(alert.priority.name)),
    ])
    let criteria = alert.criteria.sorted { $0.key < $1.key }
    if !criteria.isEmpty, !alert.isCustom {
      self["criteria"] = .object(criteria.map { Member($0.key, JSONTree($0.value)) })
    }
    if !alert.exceptions.isEmpty {
      self["exceptions"] = .array(alert.exceptions.map { JSONTree(exception: $0) })
    }
  }

  /// Formats an exception as in a policy file.
  init(exception: PolicyException) {
    self = .object([
      .init("when", .text(exception.when.text)), .init("reason", .text(exception.reason)),
    ])
    if let expires = exception.expires { self["expires"] = .text(expires.description) }
    if let owner = exception.owner { self["owner"] = .text(owner) }
  }

  /// The definition of a custom alert.
  fileprivate init(custom alert: ResolvedAlert) {
    let definition = alert.definition
    self = .object([
      .init("id", .text(definition.id)), .init("title", .text(definition.title)),
      .init("category", .text(definition.category.rawValue)),
      .init("priority", .text(alert.priority.name)), .init("enabled", .boolean(alert.isEnabled)),
      .init("condition", .text(definition.condition)),
    ])
    let criteria = alert.criteria.sorted { $0.key < $1.key }
    if !criteria.isEmpty {
      self["criteria"] = .object(criteria.map { Member($0.key, JSONTree($0.value)) })
    }
    let texts = [
      ("message", definition.message), ("object", definition.object),
      ("description", definition.description), ("trigger", definition.trigger),
      ("remedy", definition.remedy),
    ]
    for (key, text) in texts where !text.isEmpty { self[key] = .text(text) }
    let tags = definition.tags
    if !tags.attack.isEmpty || !tags.cwe.isEmpty {
      let version = tags.attackVersion.map { [Member("attackVersion", .text($0))] } ?? []
      self["tags"] = .object(
        [Member("attack", .texts(tags.attack))] + version + [Member("cwe", .texts(tags.cwe))])
    }
  }
}
