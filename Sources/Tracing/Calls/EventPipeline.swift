internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// How many events of each type occurred.
struct EventCounts {
  private var numbers = [Int](repeating: 0, count: EventType.allCases.count)
  /// The sum, kept because the summation is too slow for each event.
  private(set) var total = 0

  mutating func add(_ event: EventType) {
    numbers[Int(event.rawValue)] += 1
    total += 1
  }

  /// Subtracts an event that was counted too early.
  mutating func remove(_ event: EventType) {
    numbers[Int(event.rawValue)] -= 1
    total -= 1
  }

  /// The event types that occurred, sorted by name.
  var list: [(name: String, count: Int)] {
    zip(EventType.allCases, numbers).filter { $0.1 > 0 }.map { (name: $0.0.name, count: $0.1) }
      .sorted { $0.name < $1.name }
  }
}

/// Evaluates, reports, records and counts the events of a run.
struct EventPipeline {
  let run: RunState
  private(set) var alerts: AlertPipeline
  var counts = EventCounts()
  private let watch: (any RunWatch)?
  private let keep: ((RecordedEvent) -> Void)?
  private let emit: (Alert) -> Void
  private var arena = ByteArena()
  private var request = RunRequest.goOn

  init(
    _ run: RunState, _ alerts: AlertPipeline, watch: (any RunWatch)? = nil,
    keep: ((RecordedEvent) -> Void)? = nil, emit: @escaping (Alert) -> Void
  ) {
    self.run = run
    self.alerts = alerts
    self.watch = watch
    self.keep = keep
    self.emit = emit
  }

  /// Whether events are recorded.
  var isRecording: Bool { keep != nil }

  /// Whether events of a type are evaluated or recorded.
  func watches(_ event: EventType) -> Bool { isRecording || alerts.isWatched(event) }

  /// Returns and resets the request of the run's watch.
  mutating func takeRequest() -> RunRequest {
    defer { request = .goOn }
    return request
  }

  /// The event as rules see it.
  func view(of facts: CallFacts, _ phase: EventPhase) -> EventView {
    let process = run.tree[facts.process]
    return EventView(
      facts, image: process?.image ?? ProgramImage(.init()),
      parent: process?.parent ?? ProcessID(rawValue: 0), number: counts.total, phase: phase,
      run: run)
  }

  /// Evaluates the rules on an event, once for each of its endpoints.
  mutating func evaluate(
    _ view: inout EventView, _ endpoints: Endpoints
  ) -> (drafts: [AlertDraft], isUndecided: Bool) {
    var drafts: [AlertDraft] = []
    guard alerts.isWatched(view.facts.event) else { return (drafts, false) }
    var isUndecided = false
    for index in 0..<endpoints.count {
      view.destination = endpoints[index]
      if alerts.evaluate(&view, endpoint: index, into: &drafts) { isUndecided = true }
    }
    return (drafts, isUndecided)
  }

  /// Evaluates a syscall at its return, once for each of its endpoints.
  mutating func complete(_ call: inout PendingCall) {
    guard alerts.isWatched(call.view.facts.event) else { return }
    for index in 0..<call.endpoints.count {
      call.view.destination = call.endpoints[index]
      alerts.complete(&call.drafts, &call.view, endpoint: index, except: call.counted)
    }
  }

  /// Counts the drafts of an event and emits the alerts at their first occurrence.
  ///
  /// - Parameter counted: rules whose alerts were counted before.
  mutating func finish(
    _ drafts: [AlertDraft], _ view: inout EventView, except counted: Set<Int> = []
  ) {
    guard !drafts.isEmpty else { return }
    var drafts = drafts
    // Rules that count alerts include these ones.
    if alerts.noteCredentials(&view, drafts) {
      _ = alerts.evaluate(
        &view, except: counted.union(drafts.map(\.rule)), into: &drafts)
    }
    for alert in alerts.finish(drafts, view) {
      emit(alert)
      guard let wanted = watch?.raised(alert), wanted != .goOn else { continue }
      // A later `goOn` does not cancel an earlier request to end.
      request = wanted
    }
  }

  /// Evaluates and records an event whose facts are complete.
  mutating func close(_ view: inout EventView) {
    let drafts = evaluate(&view, Endpoints(nil)).drafts
    finish(drafts, &view)
    record(&view, Endpoints(nil))
  }
}

// Recordings hold every event with all fields that any policy may read.
extension EventPipeline {
  /// The facts of a syscall at its entry, one snapshot for each endpoint; empty without a
  /// recording.
  mutating func snapshots(_ view: inout EventView, _ endpoints: Endpoints) -> [EventSnapshot] {
    guard isRecording else { return [] }
    return (0..<endpoints.count).map { index in
      view.destination = endpoints[index]
      return view.snapshot(&arena)
    }
  }

  /// Records a syscall that has returned, or whose return is not observed.
  mutating func record(_ call: PendingCall) {
    guard isRecording else { return }
    var view = call.view
    guard view.phase != .entry else {
      // Only the entry is known, and the caller may have ended. A failed execution has no entry,
      // since executions are evaluated at their success.
      for snapshot in call.snapshots { keep(view, entry: nil, last: snapshot) }
      return
    }
    record(&view, call.endpoints, entries: call.snapshots)
  }

  /// Records the current state of an event.
  mutating func record(
    _ view: inout EventView, _ endpoints: Endpoints, entries: [EventSnapshot] = []
  ) {
    guard isRecording else { return }
    for index in 0..<endpoints.count {
      view.destination = endpoints[index]
      let snapshot = view.snapshot(&arena)
      let entry = entries.indices.contains(index) ? entries[index] : nil
      keep(view, entry: entry, last: snapshot)
    }
  }

  private func keep(_ view: EventView, entry: EventSnapshot?, last: EventSnapshot) {
    keep?(
      RecordedEvent(
        number: view.number, time: view.time, type: view.facts.event, entry: entry, last: last))
  }
}
