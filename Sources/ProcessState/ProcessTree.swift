public import Events

/// A process of the run.
public struct TracedProcess: Sendable {
  /// Its id in dftrace's pid namespace.
  public let id: ProcessID
  /// Its parent's id when it was made.
  public let parent: ProcessID
  /// What it runs.
  public var image: ProgramImage
}

/// The processes of the run, as long as they live.
public struct ProcessTree: Sendable {
  private var processes: [ProcessID: TracedProcess] = [:]
  /// Processes that have ended, whose ids may be named as long as nobody has asked how they ended.
  private var former: Set<ProcessID> = []
  /// How many processes the run has had.
  public private(set) var total = 0

  /// A tree without processes.
  public init() {}

  /// How many processes live.
  public var count: Int { processes.count }

  /// A living process.
  public subscript(id: ProcessID) -> TracedProcess? { processes[id] }

  /// Notes a new process, which runs what its parent does.
  public mutating func add(
    _ id: ProcessID, parent: ProcessID, unknown: @autoclosure () -> ProgramImage
  ) {
    guard processes[id] == nil else { return }
    processes[id] = TracedProcess(
      id: id, parent: parent, image: processes[parent]?.image ?? unknown())
    total += 1
  }

  /// Notes that a process runs another program.
  public mutating func execute(_ id: ProcessID, _ image: ProgramImage) {
    processes[id]?.image = image
  }

  /// Forgets a process that has ended.
  public mutating func remove(_ id: ProcessID) {
    guard processes.removeValue(forKey: id) != nil else { return }
    // Ids come again: the set is no longer than there are.
    former.insert(id)
  }

  /// Whether a process belongs to the run or has belonged to it.
  public func hasBelonged(_ id: ProcessID) -> Bool { processes[id] != nil || former.contains(id) }

  /// The ids of the processes that live.
  public var living: [ProcessID] { Array(processes.keys) }

  /// The parent, its parent, and so on, as far as they live and belong to the run.
  public func ancestors(of id: ProcessID) -> [TracedProcess] {
    var found: [TracedProcess] = []
    var next = processes[id]?.parent
    // A recycled id could close a circle.
    while let id = next, let process = processes[id], found.count < 64 {
      found.append(process)
      next = process.parent
    }
    return found
  }
}
