/// Byte arrays that one event after another uses, so that an ordinary event allocates nothing.
struct BufferPool {
  private var buffers: [[UInt8]] = []

  mutating func take() -> [UInt8] { buffers.popLast() ?? [] }

  /// An empty path.
  mutating func takePath() -> PathFacts { PathFacts(given: take(), resolved: take()) }

  mutating func give(_ bytes: consuming [UInt8]) {
    guard buffers.count < 8, bytes.capacity > 0 else { return }
    bytes.removeAll(keepingCapacity: true)
    buffers.append(bytes)
  }

  mutating func give(_ path: consuming PathFacts) {
    // Taken out, since an array that has two owners is copied when it is emptied.
    var bytes: [UInt8] = []
    swap(&bytes, &path.given)
    give(bytes)
    bytes = []
    swap(&bytes, &path.resolved)
    give(bytes)
  }
}
