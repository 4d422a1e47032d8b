public import Events
public import ProcessState
internal import Text
internal import Syscalls

/// The processes of a run as a picture of it shows them; bounded.
public struct RunProcessList: Sendable {
  /// A picture with more is none; what comes later is only counted.
  public static let limit = 1000

  /// The processes in the order of their beginning, each after the one that made it.
  public private(set) var processes: [RunProcess] = []
  /// Where in the list the processes that are running are.
  private var places: [Int32: Int] = [:]

  /// A run without processes.
  public init() {}

  /// Notes that a process has begun.
  public mutating func begin(_ pid: Int32, parent: Int32?, time: Int64) {
    // Its number may have been another's.
    places[pid] = nil
    guard processes.count < Self.limit else { return }
    let place = parent.flatMap { places[$0] }
    let maker = place.map { processes[$0] }
    places[pid] = processes.count
    processes.append(
      RunProcess(
        pid: pid, parent: place, exe: maker?.exe ?? "", argv: maker?.argv ?? [], start: time))
  }

  /// Notes what a process runs.
  public mutating func run(_ pid: Int32, exe: String, argv: [String]) {
    guard let place = places[pid] else { return }
    processes[place].exe = exe
    processes[place].argv = argv
  }

  /// Notes what a process executes.
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

  /// Notes what a recorded event tells of its process.
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
