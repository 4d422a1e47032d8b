internal import Events
public import JSON
internal import Rules
internal import Text

/// Builds a policy from runs: it allows exactly the observed actions.
public struct PolicyLearning {
  private let store: PolicyStore
  /// The policy to extend.
  private let document: PolicyDocument
  private let resolved: ResolvedPolicy

  /// Starts learning into a policy.
  public init(_ store: PolicyStore, _ document: PolicyDocument) throws(PolicyRefusal) {
    self.store = store
    self.document = document
    resolved = try store.resolved(document)
  }

  /// The alert that a list allows, and the criterion that holds the list; the catalogue declares
  /// both.
  func place(of list: LearnedSettings.List) -> (alert: String, criterion: String)? {
    for alert in store.catalogue {
      if let criterion = alert.learnsInto[list] { return (alert.id, criterion) }
    }
    return nil
  }

  /// The policy for observing a run: its lists allow nothing, so every action is reported.
  public func observing() throws(PolicyRefusal) -> ResolvedPolicy {
    var document = document
    for list in lists {
      enable(list, &document)
      guard let nothing = list.nothing else {
        // Other lists of the same alert.
        if list == .hosts || list == .ports { set(list, [], &document) }
        continue
      }
      set(list, [nothing], &document)
    }
    return try store.resolved(document)
  }

  /// Adds the learned actions.
  ///
  /// - Returns: the policy and its additions as text; the same policy when nothing is new.
  public func adding(
    _ learnt: LearnedSettings
  ) throws(PolicyRefusal) -> (document: PolicyDocument, added: [String]) {
    var document = document
    var added: [String] = []
    for list in lists {
      let old = current(list)
      let known = old.filter { $0 != list.nothing }
      var items = learnt.items[list, default: []].filter { item in
        !known.contains { $0 == item || list.covers($0, item) }
      }
      items = items.filter { item in !items.contains { list.covers($0, item) } }
      let new = items.sorted { list.isBefore($0, $1) }
      if let (alert, criterion) = place(of: list) {
        added += new.map { "\(alert) \(criterion): \(visibleText($0))" }
      }
      enable(list, &document)
      guard !new.isEmpty || isToSayNothing(list, old, learnt) else { continue }
      var all = known.filter { item in !new.contains { list.covers($0, item) } } + new
      if all.isEmpty, let nothing = list.nothing { all = [nothing] }
      set(list, all.sorted { list.isBefore($0, $1) }, &document)
    }
    for (alert, exceptions) in Dictionary(grouping: learnt.exceptions, by: \.alert)
      .sorted(by: { $0.key < $1.key })
    {
      let conditions = exceptions.map(\.when).sorted()
      add(conditions, to: alert, &document)
      added += conditions.map { "\(alert) when \(visibleText($0))" }
    }
    _ = try store.resolved(document)
    return (document, added)
  }

  /// Whether an empty list needs an item that matches nothing, to keep its alert enabled.
  private func isToSayNothing(
    _ list: LearnedSettings.List, _ old: [String], _ learnt: LearnedSettings
  ) -> Bool {
    guard list.nothing != nil, old.isEmpty else { return false }
    guard list == .networks else { return true }
    return current(.hosts).isEmpty && learnt.items[.hosts, default: []].isEmpty
  }

  /// The lists whose alerts the policy file does not disable.
  private var lists: [LearnedSettings.List] {
    LearnedSettings.List.allCases.filter { list in
      guard let (id, criterion) = place(of: list) else { return false }
      let alert = resolved.allAlerts.first { $0.definition.id == id }
      return alert?.definition.criterion(named: criterion) != nil
        && document[alert: id]["enabled"] != .boolean(false)
    }
  }

  private func current(_ list: LearnedSettings.List) -> [String] {
    guard let (id, criterion) = place(of: list) else { return [] }
    let alert = resolved.allAlerts.first { $0.definition.id == id }
    guard case .list(let items)? = alert?.criteria[criterion] else { return [] }
    return items.map(\.words)
  }

  private func enable(_ list: LearnedSettings.List, _ document: inout PolicyDocument) {
    guard let id = place(of: list)?.alert else { return }
    let alert = resolved.allAlerts.first { $0.definition.id == id }
    if alert?.isEnabled == false { document[alert: id]["enabled"] = .boolean(true) }
  }

  private func set(
    _ list: LearnedSettings.List, _ items: [String], _ document: inout PolicyDocument
  ) {
    guard let (id, criterion) = place(of: list) else { return }
    var criteria = document[alert: id]["criteria"] ?? .object([])
    criteria[criterion] = .array(items.map { list.isNumeric ? .number($0) : .text($0) })
    document[alert: id]["criteria"] = criteria
  }

  private func add(
    _ conditions: [String], to alert: String, _ document: inout PolicyDocument
  ) {
    let reason = "learned on \(store.today); review it"
    let old = document[alert: alert]["exceptions"]?.items ?? []
    let new = conditions.map { condition in
      JSONTree.object([.init("when", .text(condition)), .init("reason", .text(reason))])
    }
    document[alert: alert]["exceptions"] = .array(old + new)
  }
}

extension LearnedSettings.List {
  fileprivate var isNumeric: Bool { self == .ports || self == .listeners }

  /// Sorts numbers by value and texts by scalars, identically on every machine.
  fileprivate func isBefore(_ a: String, _ b: String) -> Bool {
    if isNumeric, let a = Int(a), let b = Int(b) { return a < b }
    return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }
}

extension PolicyStore {
  /// The name or file of the policy in force.
  public func referenceInForce(app: String?) throws(DocumentError) -> String {
    let settings = try configuration()
    if let app, let pin = settings.pins[app] { return pin }
    return projectPath ?? settings.defaultPolicy ?? builtInDefault
  }

  /// Whether a reference is a name, which other policies can extend, not a file.
  public func isName(ofPolicy reference: String) -> Bool {
    if case .name = location(of: reference) { true } else { false }
  }

  /// Whether a file exists.
  public func isThere(_ path: String) -> Bool { files.exists(path) }
}
