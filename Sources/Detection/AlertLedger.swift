internal import Events

/// The distinct alerts of a run with exact counts. Bounded.
struct AlertLedger {
  private struct Entry {
    let id: String
    let priority: Priority
    /// Whether the baseline contains the alert.
    let isAccepted: Bool
    var isSuppressed: Bool
    /// Number of occurrences; 0 if other alerts named it as related only.
    var count: Int
  }

  /// An exception of a rule.
  struct Suppression: Hashable {
    let rule: Int
    let exception: Int
  }

  private var entries: [String: Entry] = [:]
  private var order: [String] = []
  private let limit: Int
  /// Capacity of all alerts' texts in bytes: reports keep them until the end of the run, and a
  /// program chooses the length of its names and arguments.
  private let room: Int
  private var taken = 0
  /// Alerts of the baseline that occurred in the run, by ``AcceptedAlerts/key(of:)``.
  private var accepted: Set<String> = []
  /// Occurrences of distinct alerts beyond the capacity.
  private(set) var overflow = 0
  /// The exceptions that have suppressed an alert.
  private(set) var suppressions: Set<Suppression> = []

  init(limit: Int, room: Int = 32 << 20) {
    self.limit = limit
    self.room = room
  }

  /// Whether an alert was raised; the first unsuppressed occurrence after suppressed ones is new.
  func isRaised(_ draft: AlertDraft) -> Bool {
    guard let entry = entries[draft.known.fingerprint], entry.count > 0 else { return false }
    return draft.suppression != nil || !entry.isSuppressed
  }

  /// Whether an alert was raised or named by another one as related.
  func isTold(_ draft: AlertDraft) -> Bool {
    guard let entry = entries[draft.known.fingerprint] else { return false }
    return draft.suppression != nil || !entry.isSuppressed
  }

  /// Counts an alert.
  ///
  /// - Parameters:
  ///   - size: the size of the alert's texts, in bytes.
  ///   - key: the key of an alert in the baseline; nil for a new alert.
  /// - Returns: whether to emit the alert: at its first occurrence.
  mutating func count(_ draft: AlertDraft, size: Int = 0, accepted key: String? = nil) -> Bool {
    let fingerprint = draft.known.fingerprint
    if let exception = draft.suppression {
      suppressions.insert(Suppression(rule: draft.rule, exception: exception))
    }
    if let entry = entries[fingerprint], entry.count > 0 {
      let isNew = entry.isSuppressed && draft.suppression == nil
      entries[fingerprint]?.count += 1
      if isNew { entries[fingerprint]?.isSuppressed = false }
      return isNew
    }
    guard add(draft, count: 1, size, key) else {
      overflow += 1
      return false
    }
    order.append(fingerprint)
    return true
  }

  /// Notes that an alert names another one as related.
  ///
  /// - Parameter key: the key of an alert in the baseline; nil for a new alert.
  mutating func relate(_ draft: AlertDraft, accepted key: String?) {
    guard entries[draft.known.fingerprint] == nil else { return }
    _ = add(draft, count: 0, 0, key)
  }

  private mutating func add(_ draft: AlertDraft, count: Int, _ size: Int, _ key: String?) -> Bool {
    // The baseline limits its own entries, and the comparison needs all of them.
    let isThere = entries[draft.known.fingerprint] != nil
    guard isThere || key != nil || entries.count < limit && taken + size <= room else {
      return false
    }
    taken += size
    if let key { accepted.insert(key) }
    entries[draft.known.fingerprint] = Entry(
      id: draft.known.id, priority: draft.priority, isAccepted: key != nil,
      isSuppressed: draft.suppression != nil, count: count)
    return true
  }

  /// The final counts, in the order of their first occurrence.
  var totals: [AlertTotal] {
    order.compactMap { fingerprint in
      entries[fingerprint].map {
        AlertTotal(fingerprint: fingerprint, id: $0.id, count: $0.count)
      }
    }
  }

  /// Distinct counted alerts by priority: neither in the baseline nor suppressed.
  var byPriority: [Priority: Int] {
    entries.reduce(into: [:]) { numbers, entry in
      if counts(entry) { numbers[entry.value.priority, default: 0] += 1 }
    }
  }

  private func counts(_ entry: (key: String, value: Entry)) -> Bool {
    entry.value.count > 0 && !entry.value.isSuppressed && !entry.value.isAccepted
  }

  /// The number of distinct alerts in the baseline that no exception suppresses.
  var known: Int {
    entries.values.count { $0.count > 0 && !$0.isSuppressed && $0.isAccepted }
  }

  /// Whether the alert with a baseline key occurred, suppressed or not.
  func did(_ key: String) -> Bool { accepted.contains(key) }

  /// The exceptions that suppressed no alert, in the order of the rules.
  func unused(of rules: [AlertRule]) -> [ExceptionFacts] {
    rules.enumerated().flatMap { index, rule in
      rule.exceptions.enumerated().filter {
        !suppressions.contains(Suppression(rule: index, exception: $0.offset))
      }.map(\.element)
    }
  }

  /// The number of distinct suppressed alerts.
  var suppressed: Int { entries.values.count { $0.isSuppressed } }

  /// Priority and id of each counted rule, the most urgent first.
  var raised: [(priority: Priority, id: String)] {
    var seen: Set<String> = []
    return order.compactMap { name in entries[name].map { (key: name, value: $0) } }
      .filter { counts($0) && seen.insert($0.value.id).inserted }
      .map { ($0.value.priority, $0.value.id) }
      .sorted { $0.priority > $1.priority }
  }
}
