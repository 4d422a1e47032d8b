internal import Events

/// The distinct alerts of a run with exact counts. Bounded.
struct AlertLedger {
  private struct Entry {
    let id: String
    let priority: Priority
    /// Whether the baseline contains the alert.
    let isAccepted: Bool
    var isSuppressed: Bool
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

  /// Whether an alert has occurred; the first unsuppressed occurrence after suppressed ones is new.
  func isKnown(_ fingerprint: String, isSuppressed: Bool) -> Bool {
    entries[fingerprint].map { isSuppressed || !$0.isSuppressed } ?? false
  }

  /// Counts an alert.
  ///
  /// - Parameters:
  ///   - index: the rule's index.
  ///   - suppression: the index of the exception that suppresses the alert.
  ///   - size: the size of the alert's texts, in bytes.
  ///   - key: the key of an alert in the baseline; nil for a new alert.
  /// - Returns: whether to emit the alert: at its first occurrence.
  mutating func count(
    _ fingerprint: String, _ rule: AlertRule, index: Int, suppression: Int?, size: Int = 0,
    accepted key: String? = nil
  ) -> Bool {
    if let suppression { suppressions.insert(Suppression(rule: index, exception: suppression)) }
    if let entry = entries[fingerprint] {
      let isNew = entry.isSuppressed && suppression == nil
      entries[fingerprint]?.count += 1
      if isNew { entries[fingerprint]?.isSuppressed = false }
      return isNew
    }
    // The baseline limits its own entries, and the comparison needs all of them.
    let hasRoom = entries.count < limit && taken + size <= room
    guard hasRoom || key != nil else {
      overflow += 1
      return false
    }
    taken += size
    if let key { accepted.insert(key) }
    entries[fingerprint] = Entry(
      id: rule.id, priority: rule.priority, isAccepted: key != nil,
      isSuppressed: suppression != nil, count: 1)
    order.append(fingerprint)
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
    !entry.value.isSuppressed && !entry.value.isAccepted
  }

  /// The number of distinct alerts in the baseline that no exception suppresses.
  var known: Int {
    entries.count { !$0.value.isSuppressed && $0.value.isAccepted }
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
