internal import Events

/// A regular expression that matches whole texts in linear time.
///
/// A subset of RE2's syntax on bytes: literals, `.`, classes, `\d \w \s` and their complements,
/// groups, `|`, `* + ? {m,n}`. Without backtracking, so without back references and look-around.
struct LinearRegex: Sendable {
  /// A state of the NFA.
  enum State: Sendable {
    /// Consumes a byte of a class and continues with the next state.
    case read(ByteClass)
    /// Continues with either state, without input.
    case split(Int, Int)
    case jump(Int)
    case accept
  }

  /// A set of bytes.
  struct ByteClass: Sendable, Equatable {
    private var low: (UInt64, UInt64) = (0, 0)
    private var high: (UInt64, UInt64) = (0, 0)

    static func == (a: ByteClass, b: ByteClass) -> Bool { a.low == b.low && a.high == b.high }

    init() {}
    init(_ bytes: some Sequence<UInt8>) { for byte in bytes { insert(byte) } }

    func contains(_ byte: UInt8) -> Bool {
      let bit = UInt64(1) << UInt64(byte & 63)
      return switch byte >> 6 {
      case 0: low.0 & bit != 0
      case 1: low.1 & bit != 0
      case 2: high.0 & bit != 0
      default: high.1 & bit != 0
      }
    }

    /// The byte of a single-byte class.
    var onlyByte: UInt8? {
      let words = [low.0, low.1, high.0, high.1]
      guard words.reduce(0, { $0 + $1.nonzeroBitCount }) == 1 else { return nil }
      return words.firstIndex { $0 != 0 }.map { UInt8($0 * 64 + words[$0].trailingZeroBitCount) }
    }

    mutating func insert(_ byte: UInt8) {
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: low.0 |= bit
      case 1: low.1 |= bit
      case 2: high.0 |= bit
      default: high.1 |= bit
      }
    }

    mutating func formUnion(_ other: ByteClass) {
      low = (low.0 | other.low.0, low.1 | other.low.1)
      high = (high.0 | other.high.0, high.1 | other.high.1)
    }

    var complement: ByteClass {
      var result = self
      result.low = (~low.0, ~low.1)
      result.high = (~high.0, ~high.1)
      return result
    }
  }

  let states: [State]
  /// A literal that every matching text contains, to reject most texts quickly; may be empty.
  let literal: [UInt8]
  /// The expression as written.
  let pattern: [UInt8]

  /// Compiles an expression.
  ///
  /// - Throws: an error in the expression.
  init(_ pattern: [UInt8]) throws(FieldMistake) {
    self.pattern = pattern
    var parser = RegexParser(pattern)
    (states, literal) = try parser.parse()
  }

  /// Whether the whole text matches.
  func matches(_ text: Span<UInt8>) -> Bool {
    guard contains(text, literal.span, ignoresCase: false) else { return false }
    var current = Threads(states.count)
    var next = Threads(states.count)
    add(0, to: &current)
    for index in text.indices {
      next.removeAll()
      for place in current.list {
        if case .read(let set) = states[place], set.contains(text[index]) {
          add(place + 1, to: &next)
        }
      }
      swap(&current, &next)
      if current.list.isEmpty { return false }
    }
    return current.list.contains { if case .accept = states[$0] { true } else { false } }
  }

  /// The set of active states at a position.
  private struct Threads {
    var list: [Int] = []
    private var marks: [Bool]

    init(_ count: Int) { marks = Array(repeating: false, count: count) }

    mutating func insert(_ place: Int) -> Bool {
      guard !marks[place] else { return false }
      marks[place] = true
      list.append(place)
      return true
    }

    mutating func removeAll() {
      for place in list { marks[place] = false }
      list.removeAll(keepingCapacity: true)
    }
  }

  private func add(_ start: Int, to threads: inout Threads) {
    var waiting = [start]
    while let place = waiting.popLast() {
      guard threads.insert(place) else { continue }
      switch states[place] {
      case .split(let one, let other):
        waiting.append(other)
        waiting.append(one)
      case .jump(let target): waiting.append(target)
      case .read, .accept: break
      }
    }
  }
}
