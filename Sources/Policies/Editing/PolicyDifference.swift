public import Events
public import Rules

/// The differences between two resolved policies, alert by alert.
public struct PolicyDifference: Equatable, Sendable {
  /// A changed value.
  public struct Change<Value: Equatable & Sendable>: Equatable, Sendable {
    /// In the first policy.
    public let from: Value
    /// In the second one.
    public let to: Value

    init?(_ from: Value, _ to: Value) {
      guard from != to else { return nil }
      self.from = from
      self.to = to
    }
  }

  /// The change of a criterion's value.
  public enum CriterionChange: Equatable, Sendable {
    /// Items of a list.
    case items(added: [String], removed: [String])
    /// A single value.
    case value(from: String, to: String)
  }

  /// The changes of one alert.
  public struct AlertChange: Equatable, Sendable {
    /// Whether both policies have the alert, or a custom alert is only in one of them.
    public enum Presence: String, Sendable {
      case both, added, removed
    }

    /// Its id.
    public let id: String
    /// The policies that have it.
    public let presence: Presence
    /// The change of whether it is enabled.
    public let enabled: Change<Bool>?
    /// The change of its priority.
    public let priority: Change<Priority>?
    /// The change of a custom alert's condition.
    public let condition: Change<String>?
    /// The keys of a custom alert with changed texts, except its condition.
    public let texts: [String]
    /// Criteria by name, sorted.
    public let criteria: [(name: String, change: CriterionChange)]
    /// Exceptions in the second policy only.
    public let exceptionsAdded: [PolicyException]
    /// Exceptions in the first policy only.
    public let exceptionsRemoved: [PolicyException]
    /// Exceptions with the same condition and another reason, expiry or owner.
    public let exceptionsChanged: [Change<PolicyException>]

    var isEmpty: Bool {
      presence == .both && enabled == nil && priority == nil && condition == nil
        && texts.isEmpty && criteria.isEmpty && exceptionsAdded.isEmpty && exceptionsRemoved.isEmpty
        && exceptionsChanged.isEmpty
    }

    /// Compares all members.
    public static func == (a: AlertChange, b: AlertChange) -> Bool {
      a.id == b.id && a.presence == b.presence && a.enabled == b.enabled
        && a.priority == b.priority && a.condition == b.condition
        && a.texts == b.texts && a.criteria.elementsEqual(b.criteria, by: ==)
        && a.exceptionsAdded == b.exceptionsAdded && a.exceptionsRemoved == b.exceptionsRemoved
        && a.exceptionsChanged == b.exceptionsChanged
    }
  }

  /// The names of the policies.
  public let names: (from: String, to: String)
  /// The change of the threshold.
  public let failOn: Change<FailThreshold>?
  /// Whether programs may use io_uring.
  public let ioUring: Change<IoUringRule>?
  /// The alerts that differ, in the catalogue's order, custom ones last.
  public let alerts: [AlertChange]

  /// Compares two policies.
  public init(_ a: ResolvedPolicy, _ b: ResolvedPolicy) {
    names = (a.name, b.name)
    failOn = Change(a.failOn, b.failOn)
    ioUring = Change(a.ioUring, b.ioUring)
    let later = Dictionary(uniqueKeysWithValues: b.allAlerts.map { ($0.definition.id, $0) })
    let earlier = Set(a.allAlerts.map(\.definition.id))
    alerts =
      a.allAlerts.map { AlertChange($0, later[$0.definition.id]) }.filter { !$0.isEmpty }
      + b.allAlerts.filter { !earlier.contains($0.definition.id) }.map { AlertChange(added: $0) }
  }

  /// Compares all members.
  public static func == (a: PolicyDifference, b: PolicyDifference) -> Bool {
    a.names == b.names && a.failOn == b.failOn && a.ioUring == b.ioUring && a.alerts == b.alerts
  }
}

extension PolicyDifference.AlertChange {
  fileprivate init(added alert: ResolvedAlert) {
    id = alert.definition.id
    presence = .added
    enabled = nil
    priority = nil
    condition = nil
    texts = []
    criteria = []
    exceptionsAdded = alert.exceptions
    exceptionsRemoved = []
    exceptionsChanged = []
  }

  /// Compares an alert with the same alert of the second policy, if any.
  fileprivate init(_ a: ResolvedAlert, _ b: ResolvedAlert?) {
    id = a.definition.id
    presence = b == nil ? .removed : .both
    // A removed alert has no other differences.
    let b = b ?? a
    enabled = .init(a.isEnabled, b.isEnabled)
    priority = .init(a.priority, b.priority)
    condition = .init(a.definition.condition, b.definition.condition)
    texts = Self.differing(a.definition, b.definition)
    let names = Set(a.criteria.keys).union(b.criteria.keys).sorted()
    criteria = names.compactMap { name in
      Self.change(a.criteria[name], b.criteria[name]).map { (name, $0) }
    }
    var rest = b.exceptions
    var removed: [PolicyException] = []
    var changed: [PolicyDifference.Change<PolicyException>] = []
    for exception in a.exceptions {
      // Prefer an identical exception to one with only the same condition.
      let index =
        rest.firstIndex { $0.says(exception) }
        ?? rest.firstIndex { $0.when.text == exception.when.text }
      guard let index else {
        removed.append(exception)
        continue
      }
      let other = rest.remove(at: index)
      if !other.says(exception), let change = PolicyDifference.Change(exception, other) {
        changed.append(change)
      }
    }
    exceptionsAdded = rest
    exceptionsRemoved = removed
    exceptionsChanged = changed
  }

  private static func differing(_ a: AlertDefinition, _ b: AlertDefinition) -> [String] {
    let pairs = [
      ("title", a.title == b.title), ("category", a.category == b.category),
      ("message", a.message == b.message), ("object", a.object == b.object),
      ("description", a.description == b.description), ("trigger", a.trigger == b.trigger),
      ("remedy", a.remedy == b.remedy), ("tags", a.tags == b.tags),
    ]
    return pairs.filter { !$0.1 }.map(\.0)
  }

  private static func change(
    _ a: CriterionValue?, _ b: CriterionValue?
  ) -> PolicyDifference.CriterionChange? {
    guard a != b else { return nil }
    guard case .list(let old)? = a, case .list(let new)? = b else {
      return .value(from: a.map(\.words) ?? "none", to: b.map(\.words) ?? "none")
    }
    let added = new.filter { !old.contains($0) }.map(\.words)
    let removed = old.filter { !new.contains($0) }.map(\.words)
    // Lists are compared without order.
    return added.isEmpty && removed.isEmpty ? nil : .items(added: added, removed: removed)
  }
}

extension PolicyException {
  /// Whether another exception has the same content, regardless of its place.
  func says(_ other: PolicyException) -> Bool {
    when.text == other.when.text && reason == other.reason && expires == other.expires
      && owner == other.owner
  }
}

extension CriterionValue {
  /// The value as text.
  public var words: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .boolean(let flag): String(flag)
    case .list(let items):
      items.isEmpty ? "none" : items.map(\.words).joined(separator: ", ")
    }
  }
}
