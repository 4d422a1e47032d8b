public import Events
public import ProcessState
internal import Text
internal import Syscalls

/// The processes of a run for the process graph. Bounded.
public struct RunProcessList: Sendable {
  /// Capacity; further processes are only counted, since a larger graph is unreadable.
  public static let limit = 1000

  /// The processes in the order of their start, each after its parent.
  public private(set) var processes: [RunProcess] = []
  /// The index of each running process in the list.
  private var places: [Int32: Int] = [:]

  /// A run without processes.
  public init() {}

  /// Notes that a process has begun.
  public mutating func begin(_ pid: Int32, parent: Int32?, time: Int64) {
    // The process id may belong to an ended process.
    places[pid] = nil
    guard processes.count < Self.limit else { return }
    let place = parent.flatMap { places[$0] }
    let maker = place.map { processes[$0] }
    places[pid] = processes.count
    processes.append(
      RunProcess(
        pid: pid, parent: place, exe: maker?.exe ?? "", argv: maker?.argv ?? [], start: time))
  }

  /// Sets the program of a process.
  public mutating func run(_ pid: Int32, exe: String, argv: [String]) {
    guard let place = places[pid] else { return }
    processes[place].exe = exe
    processes[place].argv = argv
  }

  /// Sets the program that a process executes.
  public mutating func run(_ pid: Int32, _ image: ProgramImage) {
    guard places[pid] != nil else { return }
    run(
      pid, exe: displayText(image.facts.path), argv: image.argumentList.map { displayText($0) })
  }

  /// Notes that a process has ended.
  public mutating func end(_ pid: Int32, _ outcome: CommandOutcome?, time: Int64) {
    guard let place = places.removeValue(forKey: pid) else { return }
    processes[place].end = time
    processes[place].outcome = outcome
  }

  /// Updates the process of a recorded event.
  public mutating func note(_ event: RecordedEvent) {
    let process = event.last.process
    if event.type == .procstart || places[process.pid] == nil && event.type != .procexit {
      begin(process.pid, parent: process.ppid, time: event.time)
    }
    if event.type == .procexit {
      end(process.pid, nil, time: event.time)
    } else {
      run(process.pid, exe: process.exe, argv: process.argv)
    }
  }
}
