internal import Events
public import JSON
internal import Rules
internal import Text

/// The file of one policy for editing; unchanged parts keep their content.
public struct PolicyDocument: Equatable, Sendable {
  /// The file.
  public let path: String
  /// The content of the file.
  public internal(set) var root: JSONTree
  /// The index of the policy in the file; nil for a file with a single policy.
  let index: Int?

  /// The text of the file.
  public var bytes: [UInt8] { root.bytes }

  /// The policy itself.
  var policy: JSONTree {
    get {
      guard let index else { return root }
      let policies = root["policies"]?.items ?? []
      return policies.indices.contains(index) ? policies[index] : .object([])
    }
    set {
      guard let index else {
        root = newValue
        return
      }
      var policies = root["policies"]?.items ?? []
      guard policies.indices.contains(index) else { return }
      policies[index] = newValue
      root["policies"] = .array(policies)
    }
  }

  /// The settings of an alert.
  subscript(alert id: String) -> JSONTree {
    get { policy["alerts"]?[id] ?? .object([]) }
    set {
      var alerts = policy["alerts"] ?? .object([])
      alerts[id] = newValue
      set("alerts", alerts)
    }
  }

  /// The keys of a policy in their written order; new keys are inserted at their position.
  private static let order = [
    "$schema", "schemaVersion", "name", "version", "description", "extends", "failOn", "ioUring",
    "alerts", "customAlerts",
  ]

  mutating func set(_ key: String, _ value: JSONTree?) {
    guard let value, policy[key] == nil, let rank = Self.order.firstIndex(of: key) else {
      policy[key] = value
      return
    }
    var members = policy.members
    let place = members.firstIndex { member in
      Self.order.firstIndex(of: member.key).map { $0 > rank } ?? false
    }
    members.insert(.init(key, value), at: place ?? members.count)
    policy = .object(members)
  }

  /// Applies a change.
  ///
  /// - Parameter resolved: the policy before the change, with its alerts and criteria.
  mutating func apply(
    _ edit: PolicyEdit, resolved: ResolvedPolicy
  ) throws(EditMistake) {
    switch edit {
    case .enable(let pattern, let isOn):
      for id in try Self.ids(pattern, resolved) { self[alert: id]["enabled"] = .boolean(isOn) }
    case .priority(let pattern, let priority):
      for id in try Self.ids(pattern, resolved) {
        self[alert: id]["priority"] = .text(priority.name)
      }
    case .criterion(let id, let name, let value):
      try setCriterion(id, name, value, resolved)
    case .failOn(let threshold): set("failOn", .text(threshold.name))
    case .ioUring(let rule): set("ioUring", .text(rule.rawValue))
    case .description(let text): set("description", text.isEmpty ? nil : .text(text))
    case .extends(let parent): set("extends", .text(parent))
    }
  }

  /// The alerts that match a pattern.
  private static func ids(
    _ pattern: String, _ resolved: ResolvedPolicy
  ) throws(EditMistake) -> [String] {
    let known = resolved.allAlerts.map(\.definition.id)
    let found = known.filter { matchesGlob($0, pattern) }
    guard found.isEmpty else { return found }
    let guess = suggestion(for: pattern, among: known)
    let hint = guess.isEmpty ? "; `dftrace alerts list` lists all alerts" : guess
    throw EditMistake("unknown alert \(quoted(pattern))\(hint)")
  }

  private mutating func setCriterion(
    _ id: String, _ name: String, _ value: String, _ resolved: ResolvedPolicy
  ) throws(EditMistake) {
    guard let alert = resolved.allAlerts.first(where: { $0.definition.id == id }) else {
      _ = try Self.ids(id, resolved)
      throw EditMistake("a criterion belongs to one alert; expected its id, found \(quoted(id))")
    }
    let known = alert.definition.criteria.map(\.name)
    guard let criterion = alert.definition.criterion(named: name) else {
      let names = ["priority", "enabled"] + known
      throw EditMistake(
        "\(quoted(id)) has no criterion \(quoted(name)); expected \(alternatives(names))"
          + suggestion(for: name, among: names))
    }
    let type =
      alert.isCustom
      ? CriterionType(like: alert.criteria[name] ?? criterion.defaultValue) : criterion.type
    switch type.parse(value) {
    case .success(let value):
      var criteria = self[alert: id]["criteria"] ?? .object([])
      criteria[name] = value
      self[alert: id]["criteria"] = criteria
    case .failure(let mistake): throw EditMistake("\(id).\(name): \(mistake)")
    }
  }
}
