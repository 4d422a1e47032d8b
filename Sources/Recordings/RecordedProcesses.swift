internal import Events

/// What a line of a recording tells of a process.
struct RecordedProcess: Sendable {
  let process: AlertProcess
  let environment: [[UInt8]]
  let values: [FieldKey: RecordedValue]
}

/// The processes that later lines may refer to, by their numbers: those that were read last.
struct RecordedProcesses: Sendable {
  /// Twice what a writer remembers before it starts anew.
  private static let limit = 8192
  /// The most that their lines come to, in bytes: more than what a writer has written before it starts
  /// anew, and the longest line.
  private static let mostBytes = 48 << 20

  private var known: [Int: (process: RecordedProcess, size: Int)] = [:]
  /// The numbers in the order of their lines, from `first` on.
  private var order: [Int] = []
  private var first = 0
  private var bytes = 0

  subscript(number: Int) -> RecordedProcess? { known[number]?.process }

  /// Keeps a process, and forgets what was read long before.
  ///
  /// - Parameter size: how long its line is, in bytes.
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
