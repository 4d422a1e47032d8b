public import Events

/// A process of the run.
public struct TracedProcess: Sendable {
  /// The process id in dftrace's pid namespace.
  public let id: ProcessID
  /// The parent's id at the creation.
  public let parent: ProcessID
  /// The program of the process.
  public var image: ProgramImage
}

/// The living processes of the run.
public struct ProcessTree: Sendable {
  private var processes: [ProcessID: TracedProcess] = [:]
  /// Ended processes, whose ids may still occur until their parents have reaped them.
  private var former: Set<ProcessID> = []
  /// The number of processes in the run so far.
  public private(set) var total = 0

  /// An empty tree.
  public init() {}

  /// The number of living processes.
  public var count: Int { processes.count }

  /// A living process.
  public subscript(id: ProcessID) -> TracedProcess? { processes[id] }

  /// Adds a new process with its parent's program.
  public mutating func add(
    _ id: ProcessID, parent: ProcessID, unknown: @autoclosure () -> ProgramImage
  ) {
    guard processes[id] == nil else { return }
    processes[id] = TracedProcess(
      id: id, parent: parent, image: processes[parent]?.image ?? unknown())
    total += 1
  }

  /// Sets the program that a process executes.
  public mutating func execute(_ id: ProcessID, _ image: ProgramImage) {
    processes[id]?.image = image
  }

  /// Removes a process that has ended.
  public mutating func remove(_ id: ProcessID) {
    guard processes.removeValue(forKey: id) != nil else { return }
    // The kernel reuses ids, so the set is bounded by their number.
    former.insert(id)
  }

  /// Whether a process belongs or belonged to the run.
  public func hasBelonged(_ id: ProcessID) -> Bool { processes[id] != nil || former.contains(id) }

  /// The ids of the living processes.
  public var living: [ProcessID] { Array(processes.keys) }

  /// The parent, its parent, and so on, while they live and belong to the run.
  public func ancestors(of id: ProcessID) -> [TracedProcess] {
    var found: [TracedProcess] = []
    var next = processes[id]?.parent
    // A reused id could create a cycle.
    while let id = next, let process = processes[id], found.count < 64 {
      found.append(process)
      next = process.parent
    }
    return found
  }
}
