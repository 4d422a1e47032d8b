/// A process of the run.
public struct TracedProcess: Sendable {
  /// Its id in dftrace's pid namespace.
  public let id: Int32
  /// Its parent's id when it was made.
  public let parent: Int32
  /// What it runs.
  public var image: ProgramImage
}

/// The processes of the run, as long as they live.
public struct ProcessTree: Sendable {
  private var processes: [Int32: TracedProcess] = [:]
  /// Processes that have ended, whose ids may be named as long as nobody has asked how they ended.
  private var former: Set<Int32> = []
  /// How many processes the run has had.
  public private(set) var total = 0

  /// A tree without processes.
  public init() {}

  /// How many processes live.
  public var count: Int { processes.count }

  /// A living process.
  public subscript(id: Int32) -> TracedProcess? { processes[id] }

  /// Notes a new process, which runs what its parent does.
  public mutating func add(_ id: Int32, parent: Int32, unknown: @autoclosure () -> ProgramImage) {
    guard processes[id] == nil else { return }
    processes[id] = TracedProcess(
      id: id, parent: parent, image: processes[parent]?.image ?? unknown())
    total += 1
  }

  /// Notes that a process runs another program.
  public mutating func execute(_ id: Int32, _ image: ProgramImage) { processes[id]?.image = image }

  /// Forgets a process that has ended.
  public mutating func remove(_ id: Int32) {
    guard processes.removeValue(forKey: id) != nil else { return }
    // Ids come again: the set is no longer than there are.
    former.insert(id)
  }

  /// Whether a process belongs to the run or has belonged to it.
  public func hasBelonged(_ id: Int32) -> Bool { processes[id] != nil || former.contains(id) }

  /// The ids of the processes that live.
  public var living: [Int32] { Array(processes.keys) }

  /// The parent, its parent, and so on, as far as they live and belong to the run.
  public func ancestors(of id: Int32) -> [TracedProcess] {
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
