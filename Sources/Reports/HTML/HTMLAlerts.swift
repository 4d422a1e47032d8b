import Events

/// The alerts of a run as a page needs them: all are counted and placed in time, and as many are
/// kept whole as a person may want to read.
struct HTMLAlerts {
  /// Whether an alert counts.
  enum State: String, CaseIterable {
    case new, known, excused

    init(_ alert: Alert) {
      self = alert.suppression != nil ? .excused : alert.isNew ? .new : .known
    }
  }

  /// What is remembered of every alert.
  struct Mark {
    let kind: Int
    let fingerprint: String
    let time: Int64
    let pid: Int32
    var state: State
  }

  /// The alerts of one id.
  struct Kind {
    let id: String
    var priority: Priority
    let category: Category
    let title: String
    /// The number of alerts in each state.
    var counts: [State: Int] = [:]
    /// Those kept, by the place of their mark.
    var kept: [(mark: Int, alert: Alert)] = []
    /// The number of those kept that came in each state.
    var keptCounts: [State: Int] = [:]

    /// Those that neither the baseline nor an exception takes away.
    var counting: Int { counts[.new, default: 0] }
    var total: Int { counts.values.reduce(0, +) }
  }

  private(set) var marks: [Mark] = []
  private(set) var kinds: [Kind] = []
  private var kindByID: [String: Int] = [:]
  private var markByFingerprint: [String: Int] = [:]
  private var kept = 0
  /// Alerts beyond the bound of what is placed in time.
  private(set) var unplaced = 0

  /// Takes an alert in. One that was seen excused before and now counts takes that one's place.
  mutating func add(_ alert: Alert) {
    let state = State(alert)
    if let place = markByFingerprint[alert.fingerprint] {
      let kind = marks[place].kind
      kinds[kind].counts[marks[place].state, default: 1] -= 1
      kinds[kind].counts[state, default: 0] += 1
      marks[place].state = state
      if let index = kinds[kind].kept.firstIndex(where: { $0.mark == place }) {
        kinds[kind].kept[index].alert = alert
      } else {
        keep(alert, state, kind, mark: place)
      }
      return
    }
    let kind = self.kind(of: alert)
    kinds[kind].counts[state, default: 0] += 1
    guard marks.count < HTMLLimits.marks else {
      unplaced += 1
      return
    }
    markByFingerprint[alert.fingerprint] = marks.count
    marks.append(
      Mark(
        kind: kind, fingerprint: alert.fingerprint, time: alert.time, pid: alert.process.pid,
        state: state))
    keep(alert, state, kind, mark: marks.count - 1)
  }

  /// Keeps an alert whole: a few of each kind and state in any case, more while there is room.
  private mutating func keep(_ alert: Alert, _ state: State, _ kind: Int, mark: Int) {
    let ofState = kinds[kind].keptCounts[state, default: 0]
    let limit = state == .new ? HTMLLimits.keptOfKind : HTMLLimits.keptUncounted
    guard ofState < (kept < HTMLLimits.kept ? limit : HTMLLimits.keptAnyway) else { return }
    kinds[kind].kept.append((mark, alert))
    kinds[kind].keptCounts[state] = ofState + 1
    kept += 1
  }

  private mutating func kind(of alert: Alert) -> Int {
    if let index = kindByID[alert.id] { return index }
    kindByID[alert.id] = kinds.count
    kinds.append(
      Kind(
        id: alert.id, priority: alert.priority, category: alert.category, title: alert.title))
    return kinds.count - 1
  }

  /// The places of the kinds, the most urgent first; those with no alert that counts are the last.
  var byUrgency: [Int] {
    kinds.indices.sorted { a, b in
      let (a, b) = (kinds[a], kinds[b])
      if (a.counting > 0) != (b.counting > 0) { return a.counting > 0 }
      if a.priority != b.priority { return a.priority > b.priority }
      return a.id < b.id
    }
  }
}

/// How much a page holds at most. What is left out is counted on the page.
enum HTMLLimits {
  /// Alerts that are placed in time.
  static let marks = 100_000
  /// Alerts that are kept whole.
  static let kept = 2_000
  /// Those of one kind.
  static let keptOfKind = 200
  /// Those of one kind that an exception or the baseline takes away.
  static let keptUncounted = 20
  /// Those of one kind and state that are kept when there is no room for more.
  static let keptAnyway = 5
  /// Bytes of all alerts that are shown.
  static let alertBytes = 3_000_000
  /// Processes that are drawn.
  static let drawnProcesses = 150
  /// Processes that are listed.
  static let listedProcesses = 1_000
  /// Entries of each other list.
  static let items = 500
  /// Entries that a list of choices offers.
  static let choices = 200
}

/// How long after another time a time is, in nanoseconds; 0 if it is before. Times of a recording
/// are not to be trusted: they may be as far apart as numbers go.
func elapsed(_ time: Int64, since start: Int64) -> Int64 {
  let (difference, isBeyond) = time.subtractingReportingOverflow(start)
  return isBeyond ? (time > start ? .max : 0) : max(0, difference)
}

/// A sum that stays at the largest number instead of going beyond.
func total(_ counts: some Sequence<Int>) -> Int {
  counts.reduce(0) { sum, count in
    let (more, isBeyond) = sum.addingReportingOverflow(count)
    return isBeyond ? .max : more
  }
}
