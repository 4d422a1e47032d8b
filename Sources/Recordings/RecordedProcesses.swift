internal import Events

/// A process line of a recording.
struct RecordedProcess: Sendable {
  let process: AlertProcess
  let environment: [[UInt8]]
  let values: [FieldKey: RecordedValue]
}

/// The most recently read processes, by number, which later lines may refer to.
struct RecordedProcesses: Sendable {
  /// Capacity in processes: twice the writer's capacity.
  private static let limit = 8192
  /// Capacity in bytes of their lines: more than the writer's capacity plus the longest line.
  private static let mostBytes = 48 << 20

  private var known: [Int: (process: RecordedProcess, size: Int)] = [:]
  /// The numbers in the order of their lines, from `first` on.
  private var order: [Int] = []
  private var first = 0
  private var bytes = 0

  subscript(number: Int) -> RecordedProcess? { known[number]?.process }

  /// Stores a process and drops old ones at capacity.
  ///
  /// - Parameter size: the length of its line in bytes.
  mutating func add(_ process: RecordedProcess, _ number: Int, _ size: Int) {
    let former = known.updateValue((process, size), forKey: number)
    bytes += size - (former?.size ?? 0)
    if former == nil { order.append(number) }
    while known.count > Self.limit || bytes > Self.mostBytes, known.count > 1 {
      bytes -= known.removeValue(forKey: order[first])?.size ?? 0
      first += 1
    }
    if first > Self.limit {
      order.removeFirst(first)
      first = 0
    }
  }
}
