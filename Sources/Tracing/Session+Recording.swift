internal import Events
internal import Kernel

// What a recording is given: every event, with all that any policy could ask of it.
extension Session {
  /// Whether events are recorded.
  var isRecording: Bool { keep != nil }

  /// What can be said of a call when it is entered, one a destination.
  mutating func snapshots(
    _ view: inout EventView, _ destinations: Destinations
  ) -> [EventSnapshot] {
    guard isRecording else { return [] }
    return (0..<destinations.count).map { index in
      view.destination = destinations[index]
      return view.snapshot(&recordingArena)
    }
  }

  /// Records a call that has returned, or whose return will not be seen.
  mutating func record(_ call: PendingCall) {
    guard isRecording else { return }
    var view = call.view
    guard view.phase != .entry else {
      // Nothing but its entry is known, and the caller may be gone. An execution that never came
      // about has none, since it is judged by what it makes.
      for snapshot in call.snapshots { keep(view, entry: nil, last: snapshot) }
      return
    }
    record(&view, call.destinations, entries: call.snapshots)
  }

  /// Records an event as it stands now.
  mutating func record(
    _ view: inout EventView, _ destinations: Destinations, entries: [EventSnapshot] = []
  ) {
    guard isRecording else { return }
    for place in 0..<destinations.count {
      view.destination = destinations[place]
      let snapshot = view.snapshot(&recordingArena)
      let entry = entries.indices.contains(place) ? entries[place] : nil
      keep(view, entry: entry, last: snapshot)
    }
  }

  private func keep(_ view: EventView, entry: EventSnapshot?, last: EventSnapshot) {
    keep?(
      RecordedEvent(
        number: view.number, time: view.time, type: view.facts.event, entry: entry, last: last))
  }
}
