internal import Events

/// The alerts of a run: each distinct one once, with an exact count; bounded.
struct AlertLedger {
  private struct Entry {
    let id: String
    let priority: Priority
    var isSuppressed: Bool
    var count: Int
  }

  /// An exception of a rule.
  struct Excuse: Hashable {
    let rule: Int
    let exception: Int
  }

  private var entries: [String: Entry] = [:]
  private var order: [String] = []
  private let limit: Int
  /// Distinct alerts beyond the bound, told apart no further.
  private(set) var overflow = 0
  /// The exceptions that have excused something.
  private(set) var excuses: Set<Excuse> = []

  init(limit: Int) { self.limit = limit }

  /// Whether an alert has been seen; one that was only seen excused is new when it is not.
  func isKnown(_ fingerprint: String, isExcused: Bool) -> Bool {
    entries[fingerprint].map { isExcused || !$0.isSuppressed } ?? false
  }

  /// Counts an alert.
  ///
  /// - Returns: whether it is seen for the first time and to be shown.
  mutating func count(_ fingerprint: String, _ kind: AlertKind, rule: Int, excuse: Int?) -> Bool {
    if let excuse { excuses.insert(Excuse(rule: rule, exception: excuse)) }
    if let entry = entries[fingerprint] {
      let isNew = entry.isSuppressed && excuse == nil
      entries[fingerprint]?.count += 1
      if isNew { entries[fingerprint]?.isSuppressed = false }
      return isNew
    }
    guard entries.count < limit else {
      overflow += 1
      return false
    }
    entries[fingerprint] = Entry(
      id: kind.id, priority: kind.priority, isSuppressed: excuse != nil, count: 1)
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

  /// Distinct alerts that no exception excuses, by priority.
  var byPriority: [Priority: Int] {
    entries.values.reduce(into: [:]) { counts, entry in
      if !entry.isSuppressed { counts[entry.priority, default: 0] += 1 }
    }
  }

  /// The exceptions that have excused nothing, in the order of the rules.
  func unused(of kinds: [AlertKind]) -> [ExceptionFacts] {
    kinds.enumerated().flatMap { rule, kind in
      kind.exceptions.enumerated().filter {
        !excuses.contains(Excuse(rule: rule, exception: $0.offset))
      }.map(\.element)
    }
  }

  /// How many distinct alerts an exception excused.
  var suppressed: Int { entries.values.count { $0.isSuppressed } }

  /// Priority and id of each kind that was raised, the most urgent first.
  var raised: [(priority: Priority, id: String)] {
    var seen: Set<String> = []
    return order.compactMap { entries[$0] }
      .filter { !$0.isSuppressed && seen.insert($0.id).inserted }
      .map { ($0.priority, $0.id) }
      .sorted { $0.priority > $1.priority }
  }
}
