internal import Events

/// The alerts of a run: each distinct one once, with an exact count; bounded.
struct AlertLedger {
  private struct Entry {
    let id: String
    let priority: Priority
    /// Whether the baseline accepts it.
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
  /// How much the texts of all alerts may come to, in bytes: reports keep them to the end of the run,
  /// and a program decides how long its names and arguments are.
  private let room: Int
  private var taken = 0
  /// What the baseline accepts and the run did, by ``AcceptedAlerts/key(of:)``.
  private var accepted: Set<String> = []
  /// Distinct alerts beyond the bound, told apart no further.
  private(set) var overflow = 0
  /// The exceptions that have excused something.
  private(set) var suppressions: Set<Suppression> = []

  init(limit: Int, room: Int = 32 << 20) {
    self.limit = limit
    self.room = room
  }

  /// Whether an alert has been seen; one that was only seen suppressed is new when it is not.
  func isKnown(_ fingerprint: String, isSuppressed: Bool) -> Bool {
    entries[fingerprint].map { isSuppressed || !$0.isSuppressed } ?? false
  }

  /// Counts an alert.
  ///
  /// - Parameters:
  ///   - index: the rule's index.
  ///   - suppression: the index of the exception that holds the alert back.
  ///   - size: the length of the texts of an alert that may be shown, in bytes.
  ///   - key: the key of an alert that the baseline accepts; nil for a new one.
  /// - Returns: whether it is seen for the first time and to be shown.
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
    // The baseline bounds its own entries, and they have to be known to be there still.
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

  /// The final counts, in the order of first sight.
  var totals: [AlertTotal] {
    order.compactMap { fingerprint in
      entries[fingerprint].map {
        AlertTotal(fingerprint: fingerprint, id: $0.id, count: $0.count)
      }
    }
  }

  /// Distinct alerts that count, by priority: no exception suppressions them, and they are new.
  var byPriority: [Priority: Int] {
    entries.reduce(into: [:]) { numbers, entry in
      if counts(entry) { numbers[entry.value.priority, default: 0] += 1 }
    }
  }

  private func counts(_ entry: (key: String, value: Entry)) -> Bool {
    !entry.value.isSuppressed && !entry.value.isAccepted
  }

  /// How many distinct alerts the baseline has and no exception suppressions.
  var known: Int {
    entries.count { !$0.value.isSuppressed && $0.value.isAccepted }
  }

  /// Whether the run did what the baseline accepts by a key, suppressed or not.
  func did(_ key: String) -> Bool { accepted.contains(key) }

  /// The exceptions that have excused nothing, in the order of the rules.
  func unused(of rules: [AlertRule]) -> [ExceptionFacts] {
    rules.enumerated().flatMap { index, rule in
      rule.exceptions.enumerated().filter {
        !suppressions.contains(Suppression(rule: index, exception: $0.offset))
      }.map(\.element)
    }
  }

  /// How many distinct alerts an exception excused.
  var suppressed: Int { entries.values.count { $0.isSuppressed } }

  /// Priority and id of each rule that counts, the most urgent first.
  var raised: [(priority: Priority, id: String)] {
    var seen: Set<String> = []
    return order.compactMap { name in entries[name].map { (key: name, value: $0) } }
      .filter { counts($0) && seen.insert($0.value.id).inserted }
      .map { ($0.value.priority, $0.value.id) }
      .sorted { $0.priority > $1.priority }
  }
}
