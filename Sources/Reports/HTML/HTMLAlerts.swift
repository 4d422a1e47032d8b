import Events

/// The alerts of a run for the HTML page: all are counted and shown on the timeline, a limited
/// number is stored with all details.
struct HTMLAlerts {
  /// Whether an alert counts.
  enum State: String, CaseIterable {
    case new, known
    /// An exception suppresses the alert; the page's markup says "excused".
    case suppressed = "excused"

    init(_ alert: Alert) {
      self = alert.suppression != nil ? .suppressed : alert.isNew ? .new : .known
    }
  }

  /// The facts stored for every alert.
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
    /// The stored alerts, by the index of their mark.
    var kept: [(mark: Int, alert: Alert)] = []
    /// The number of stored alerts in each state.
    var keptCounts: [State: Int] = [:]

    /// The number of alerts that count: neither suppressed nor in the baseline.
    var counting: Int { counts[.new, default: 0] }
    var total: Int { counts.values.reduce(0, +) }
  }

  private(set) var marks: [Mark] = []
  private(set) var kinds: [Kind] = []
  private var kindByID: [String: Int] = [:]
  private var markByFingerprint: [String: Int] = [:]
  private var kept = 0
  /// Number of alerts over the timeline's capacity.
  private(set) var unplaced = 0

  /// Adds an alert; replaces one with the same fingerprint that was suppressed before.
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

  /// Stores an alert with all details: a few of each kind and state always, more below the limit.
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

  /// The indices of the kinds, the most urgent first; kinds without an alert that counts come last.
  var byUrgency: [Int] {
    kinds.indices.sorted { a, b in
      let (a, b) = (kinds[a], kinds[b])
      if (a.counting > 0) != (b.counting > 0) { return a.counting > 0 }
      if a.priority != b.priority { return a.priority > b.priority }
      return a.id < b.id
    }
  }
}

/// The capacities of a page. The page shows the number of omitted entries.
enum HTMLLimits {
  /// Alerts on the timeline.
  static let marks = 100_000
  /// Alerts stored with all details.
  static let kept = 2_000
  /// Stored alerts of one kind.
  static let keptOfKind = 200
  /// Stored alerts of one kind that are suppressed or in the baseline.
  static let keptUncounted = 20
  /// Alerts of one kind and state that are stored even when ``kept`` is reached.
  static let keptAnyway = 5
  /// Total bytes of the shown alerts.
  static let alertBytes = 3_000_000
  /// Processes in the picture.
  static let drawnProcesses = 150
  /// Processes in the list.
  static let listedProcesses = 1_000
  /// Entries of each other list.
  static let items = 500
  /// Entries of a drop-down list.
  static let choices = 200
}

/// The time since `start` in nanoseconds; 0 if `time` is earlier. Saturates, since times of a
/// recording are untrusted.
func elapsed(_ time: Int64, since start: Int64) -> Int64 {
  let (difference, isBeyond) = time.subtractingReportingOverflow(start)
  return isBeyond ? (time > start ? .max : 0) : max(0, difference)
}

/// A saturating sum.
func total(_ counts: some Sequence<Int>) -> Int {
  counts.reduce(0) { sum, count in
    let (more, isBeyond) = sum.addingReportingOverflow(count)
    return isBeyond ? .max : more
  }
}
