/// Byte arrays that successive events reuse, so that ordinary events allocate nothing.
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
    // Moved out, since clearing an array with two owners copies it.
    var bytes: [UInt8] = []
    swap(&bytes, &path.given)
    give(bytes)
    bytes = []
    swap(&bytes, &path.resolved)
    give(bytes)
  }
}
