internal import Events
internal import Text

/// Parses a regular expression into NFA states.
struct RegexParser {
  /// Maximum number of states, which bounds the time per byte.
  private static let mostStates = 2000
  private static let deepestNesting = 50

  private indirect enum Tree {
    case empty
    case read(LinearRegex.ByteClass)
    case sequence([Tree])
    case either([Tree])
    case repeated(Tree, Int, Int?)
  }

  private let bytes: [UInt8]
  private var place = 0
  private var states: [LinearRegex.State] = []
  /// Number of emitted fragments: repeating an empty group adds no states but takes time.
  private var pieces = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private func mistake(_ words: String) -> FieldMistake {
    FieldMistake("in the expression at byte \(place + 1): \(words)")
  }

  /// Parses the expression: its states, and the longest literal that every matching text contains.
  mutating func parse() throws(FieldMistake) -> (states: [LinearRegex.State], literal: [UInt8]) {
    let tree = try alternatives(depth: 0)
    guard place == bytes.count else { throw mistake("')' without '('") }
    try write(tree)
    states.append(.accept)
    return (states, Self.literal(of: tree))
  }

  private static func literal(of tree: Tree) -> [UInt8] {
    var best: [UInt8] = []
    var run: [UInt8] = []
    for part in parts(of: tree) {
      if case .read(let set) = part, let byte = set.onlyByte { run.append(byte) } else { run = [] }
      if run.count > best.count { best = run }
    }
    return best
  }

  private static func parts(of tree: Tree) -> [Tree] {
    guard case .sequence(let parts) = tree else { return [tree] }
    return parts.flatMap { Self.parts(of: $0) }
  }

  private mutating func alternatives(depth: Int) throws(FieldMistake) -> Tree {
    guard depth < Self.deepestNesting else { throw mistake("groups are nested too deeply") }
    var branches = [try sequence(depth: depth)]
    while take("|") { branches.append(try sequence(depth: depth)) }
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  private mutating func sequence(depth: Int) throws(FieldMistake) -> Tree {
    var parts: [Tree] = []
    while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      // The whole text must match, so anchors at the ends are redundant.
      if byte == UInt8(ascii: "^"), place == 0 {
        place += 1
      } else if byte == UInt8(ascii: "$"), place == bytes.count - 1 {
        place += 1
      } else {
        parts.append(try repetition(of: try atom(depth: depth)))
      }
    }
    return parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func repetition(of tree: Tree) throws(FieldMistake) -> Tree {
    if take("*") { return .repeated(tree, 0, nil) }
    if take("+") { return .repeated(tree, 1, nil) }
    if take("?") { return .repeated(tree, 0, 1) }
    guard take("{") else { return tree }
    guard let least = number() else { throw mistake("expected a number after '{'") }
    var most: Int? = least
    if take(",") { most = peek == UInt8(ascii: "}") ? nil : number() ?? -1 }
    guard take("}"), most.map({ $0 >= least }) ?? true, least <= 1000, most ?? 0 <= 1000 else {
      throw mistake("expected '{m}', '{m,}' or '{m,n}' up to 1000")
    }
    return .repeated(tree, least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = peek, (0x30...0x39).contains(byte), (value ?? 0) < 10_000 {
      value = (value ?? 0) * 10 + Int(byte - 0x30)
      place += 1
    }
    return value
  }

  private mutating func atom(depth: Int) throws(FieldMistake) -> Tree {
    guard let byte = peek else { throw mistake("expected a character, found the end") }
    place += 1
    switch byte {
    case UInt8(ascii: "("):
      if take("?"), !take(":") { throw mistake("unsupported group: only '(?:' is supported") }
      let inner = try alternatives(depth: depth + 1)
      guard take(")") else { throw mistake("expected ')'") }
      return inner
    case UInt8(ascii: "["): return .read(try bracket())
    case UInt8(ascii: "."): return .read(LinearRegex.ByteClass([0x0A]).complement)
    case UInt8(ascii: "\\"): return .read(try escape())
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
      place -= 1
      throw mistake("nothing to repeat")
    case UInt8(ascii: "^"), UInt8(ascii: "$"):
      place -= 1
      throw mistake("anchor inside the expression; write \\^ or \\$ for the character")
    default: return .read(LinearRegex.ByteClass([byte]))
    }
  }

  private static let digits = LinearRegex.ByteClass(0x30...0x39)
  private static let blanks = LinearRegex.ByteClass([0x20, 0x09, 0x0A, 0x0D, 0x0C, 0x0B])
  private static let word = LinearRegex.ByteClass(
    Array(0x30...0x39) + Array(0x41...0x5A) + [0x5F] + Array(0x61...0x7A))

  private mutating func escape() throws(FieldMistake) -> LinearRegex.ByteClass {
    guard let byte = peek else { throw mistake("nothing after '\\'") }
    place += 1
    switch byte {
    case UInt8(ascii: "d"): return Self.digits
    case UInt8(ascii: "D"): return Self.digits.complement
    case UInt8(ascii: "s"): return Self.blanks
    case UInt8(ascii: "S"): return Self.blanks.complement
    case UInt8(ascii: "w"): return Self.word
    case UInt8(ascii: "W"): return Self.word.complement
    case UInt8(ascii: "n"): return LinearRegex.ByteClass([0x0A])
    case UInt8(ascii: "t"): return LinearRegex.ByteClass([0x09])
    case UInt8(ascii: "r"): return LinearRegex.ByteClass([0x0D])
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
      throw mistake("unknown escape '\\\(Unicode.Scalar(byte))'")
    default: return LinearRegex.ByteClass([byte])
    }
  }

  private mutating func bracket() throws(FieldMistake) -> LinearRegex.ByteClass {
    let isNegated = take("^")
    var set = LinearRegex.ByteClass()
    var isFirst = true
    while let byte = peek, byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      place += 1
      if byte == UInt8(ascii: "\\") {
        set.formUnion(try escape())
        continue
      }
      guard peek == UInt8(ascii: "-"), place + 1 < bytes.count,
        bytes[place + 1] != UInt8(ascii: "]")
      else {
        set.insert(byte)
        continue
      }
      let last = bytes[place + 1]
      guard last >= byte, last != UInt8(ascii: "\\") else { throw mistake("empty range") }
      place += 2
      for member in byte...last { set.insert(member) }
    }
    guard take("]") else { throw mistake("expected ']'") }
    return isNegated ? set.complement : set
  }

  private mutating func write(_ tree: Tree) throws(FieldMistake) {
    pieces += 1
    guard states.count < Self.mostStates, pieces < 10 * Self.mostStates else {
      throw FieldMistake("the expression is too large after its repetitions are expanded")
    }
    switch tree {
    case .empty: break
    case .read(let set): states.append(.read(set))
    case .sequence(let parts): for part in parts { try write(part) }
    case .either(let branches):
      var ends: [Int] = []
      for (number, branch) in branches.enumerated() {
        guard number + 1 < branches.count else {
          try write(branch)
          break
        }
        let split = states.count
        states.append(.accept)
        try write(branch)
        ends.append(states.count)
        states.append(.accept)
        states[split] = .split(split + 1, states.count)
      }
      for end in ends { states[end] = .jump(states.count) }
    case .repeated(let inner, let least, let most):
      for _ in 0..<least { try write(inner) }
      guard let most else {
        let split = states.count
        states.append(.accept)
        try write(inner)
        states.append(.jump(split))
        states[split] = .split(split + 1, states.count)
        return
      }
      var splits: [Int] = []
      for _ in least..<most {
        splits.append(states.count)
        states.append(.accept)
        try write(inner)
      }
      for split in splits { states[split] = .split(split + 1, states.count) }
    }
  }
}
