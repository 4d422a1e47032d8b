internal import Text

// Byte comparisons. Time is bounded by the product of the two lengths, without recursion, so that
// hostile file names cannot slow dftrace down.

func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  left.count == right.count && hasPrefix(left, right)
}

func hasPrefix(_ text: Span<UInt8>, _ prefix: Span<UInt8>) -> Bool {
  guard text.count >= prefix.count else { return false }
  for index in prefix.indices where text[index] != prefix[index] { return false }
  return true
}

func hasSuffix(_ text: Span<UInt8>, _ suffix: Span<UInt8>) -> Bool {
  let start = text.count - suffix.count
  guard start >= 0 else { return false }
  for index in suffix.indices where text[start + index] != suffix[index] { return false }
  return true
}

/// Whether `text` contains `part`, optionally ignoring the case of ASCII letters.
func contains(_ text: Span<UInt8>, _ part: Span<UInt8>, ignoresCase: Bool) -> Bool {
  guard text.count >= part.count else { return false }
  var start = 0
  while start <= text.count - part.count {
    var index = 0
    while index < part.count, areAlike(text[start + index], part[index], ignoresCase) {
      index += 1
    }
    if index == part.count { return true }
    start += 1
  }
  return false
}

private func areAlike(_ left: UInt8, _ right: UInt8, _ ignoresCase: Bool) -> Bool {
  left == right || (ignoresCase && lowercase(left) == lowercase(right))
}

/// Whether a text matches a shell pattern, as `fnmatch(3)` with flags 0 in the C locale.
///
/// `*`, `?` and brackets match `/` and leading dots too. Backtracking to the last `*` suffices:
/// earlier ones keep their shortest match, since the last one can match the rest.
func glob(_ pattern: Span<UInt8>, _ text: Span<UInt8>, ignoresCase: Bool = false) -> Bool {
  // Fast path: most paths differ from most patterns in the last byte.
  if !pattern.isEmpty, let last = plainByte(pattern, pattern.count - 1, ignoresCase),
    text.isEmpty || text[text.count - 1] != last
  {
    return false
  }
  var place = 0
  var index = 0
  var retry: (place: Int, index: Int)?
  while index < text.count {
    if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
      place += 1
      index = skip(text, from: index, to: plainByte(pattern, place, ignoresCase))
      retry = (place, index)
      continue
    }
    if let next = matchOne(pattern, place, text[index], ignoresCase) {
      place = next
      index += 1
      continue
    }
    guard let last = retry else { return false }
    place = last.place
    index = skip(text, from: last.index + 1, to: plainByte(pattern, place, ignoresCase))
    retry = (place, index)
  }
  while place < pattern.count, pattern[place] == UInt8(ascii: "*") { place += 1 }
  return place == pattern.count
}

/// The literal byte at an index of a pattern; nil for a special byte.
private func plainByte(_ pattern: Span<UInt8>, _ place: Int, _ ignoresCase: Bool) -> UInt8? {
  guard place < pattern.count, !ignoresCase else { return nil }
  switch pattern[place] {
  case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"),
    UInt8(ascii: "\\"):
    return nil
  case let byte: return byte
  }
}

/// The next index of a byte in a text, or its end; the index itself without a byte.
private func skip(_ text: Span<UInt8>, from start: Int, to byte: UInt8?) -> Int {
  guard let byte else { return start }
  var index = start
  while index < text.count, text[index] != byte { index += 1 }
  return index
}

/// Matches one byte with the pattern element at an index, which is not `*`.
///
/// - Returns: the index after the element, or nil without a match.
private func matchOne(
  _ pattern: Span<UInt8>, _ place: Int, _ byte: UInt8, _ ignoresCase: Bool
) -> Int? {
  guard place < pattern.count else { return nil }
  switch pattern[place] {
  case UInt8(ascii: "?"):
    return place + 1
  case UInt8(ascii: "\\"):
    guard place + 1 < pattern.count else { return nil }
    return areAlike(pattern[place + 1], byte, ignoresCase) ? place + 2 : nil
  case UInt8(ascii: "["):
    let (matches, end) = matchBracket(pattern, place, byte, ignoresCase)
    if let end { return matches ? end : nil }
    // An unclosed bracket is literal.
    return byte == UInt8(ascii: "[") ? place + 1 : nil
  default:
    return areAlike(pattern[place], byte, ignoresCase) ? place + 1 : nil
  }
}

/// Matches one byte with a bracket expression: `[abc]`, `[a-z]`, `[!a]`, `[^a]`, `[[:alpha:]]`.
///
/// - Returns: whether it matches, and the index after the closing bracket; nil without one.
private func matchBracket(
  _ pattern: Span<UInt8>, _ start: Int, _ byte: UInt8, _ ignoresCase: Bool
) -> (Bool, Int?) {
  var place = start + 1
  var isNegated = false
  if place < pattern.count,
    pattern[place] == UInt8(ascii: "!") || pattern[place] == UInt8(ascii: "^")
  {
    isNegated = true
    place += 1
  }
  let first = place
  var isMember = false
  while place < pattern.count {
    if pattern[place] == UInt8(ascii: "]"), place > first {
      return (isMember != isNegated, place + 1)
    }
    if let (kind, end) = characterClass(pattern, place) {
      isMember =
        isMember || kind.contains(byte)
        || (ignoresCase && (kind == .upper || kind == .lower)
          && CharacterClass.alpha.contains(byte))
      place = end
      continue
    }
    guard let (low, afterLow) = bracketByte(pattern, place) else { return (false, nil) }
    place = afterLow
    var high = low
    if place + 1 < pattern.count, pattern[place] == UInt8(ascii: "-"),
      pattern[place + 1] != UInt8(ascii: "]")
    {
      guard let (end, afterHigh) = bracketByte(pattern, place + 1) else { return (false, nil) }
      high = end
      place = afterHigh
    }
    isMember = isMember || isInRange(byte, low, high, ignoresCase)
  }
  return (false, nil)
}

private func isInRange(_ byte: UInt8, _ low: UInt8, _ high: UInt8, _ ignoresCase: Bool) -> Bool {
  if low <= byte, byte <= high { return true }
  guard ignoresCase else { return false }
  let folded = lowercase(byte)
  return lowercase(low) <= folded && folded <= lowercase(high)
}

/// A byte of a bracket expression, optionally escaped.
private func bracketByte(_ pattern: Span<UInt8>, _ place: Int) -> (UInt8, Int)? {
  guard pattern[place] == UInt8(ascii: "\\") else { return (pattern[place], place + 1) }
  guard place + 1 < pattern.count else { return nil }
  return (pattern[place + 1], place + 2)
}

/// The character classes of `isalpha(3)` and similar, for ASCII.
private enum CharacterClass: String, CaseIterable {
  case alnum, alpha, blank, cntrl, digit, graph, lower, print, punct, space, upper, xdigit

  func contains(_ byte: UInt8) -> Bool {
    let isDigit = (0x30...0x39).contains(byte)
    let isLetter = (0x61...0x7A).contains(byte | 0x20)
    return switch self {
    case .alnum: isLetter || isDigit
    case .alpha: isLetter
    case .blank: byte == 0x20 || byte == 0x09
    case .cntrl: byte < 0x20 || byte == 0x7F
    case .digit: isDigit
    case .graph: (0x21...0x7E).contains(byte)
    case .lower: (0x61...0x7A).contains(byte)
    case .print: (0x20...0x7E).contains(byte)
    case .punct: (0x21...0x7E).contains(byte) && !isLetter && !isDigit
    case .space: byte == 0x20 || (0x09...0x0D).contains(byte)
    case .upper: (0x41...0x5A).contains(byte)
    case .xdigit: isDigit || (0x61...0x66).contains(byte | 0x20)
    }
  }
}

/// The `[:NAME:]` at an index, and the index after it.
private func characterClass(_ pattern: Span<UInt8>, _ place: Int) -> (CharacterClass, Int)? {
  guard place + 1 < pattern.count, pattern[place] == UInt8(ascii: "["),
    pattern[place + 1] == UInt8(ascii: ":")
  else { return nil }
  for kind in CharacterClass.allCases {
    let name = kind.rawValue.utf8
    var index = place + 2
    guard index + name.count + 1 < pattern.count else { continue }
    var matches = true
    for letter in name {
      matches = matches && pattern[index] == letter
      index += 1
    }
    if matches, pattern[index] == UInt8(ascii: ":"), pattern[index + 1] == UInt8(ascii: "]") {
      return (kind, index + 2)
    }
  }
  return nil
}

/// Whether a path equals a pattern or is below it, compared by component.
///
/// Components of the pattern may contain `*`, `?` and brackets, which do not match a slash. Doubled
/// and trailing slashes are ignored, as in the kernel.
func hasPathPrefix(_ path: Span<UInt8>, _ pattern: Span<UInt8>) -> Bool {
  let slash = UInt8(ascii: "/")
  guard !pattern.isEmpty, !path.isEmpty, (pattern[0] == slash) == (path[0] == slash) else {
    return false
  }
  var place = 0
  var index = 0
  while let wanted = nextComponent(pattern, &place) {
    guard let found = nextComponent(path, &index),
      glob(pattern.extracting(wanted), path.extracting(found))
    else { return false }
  }
  return true
}

/// The component at or after an index; advances the index past it.
private func nextComponent(_ path: Span<UInt8>, _ place: inout Int) -> Range<Int>? {
  let slash = UInt8(ascii: "/")
  while place < path.count, path[place] == slash { place += 1 }
  let start = place
  while place < path.count, path[place] != slash { place += 1 }
  return start < place ? start..<place : nil
}

/// Whether a text matches a shell pattern, as the operator `glob` of conditions has it; `fnmatch(3)`.
public func matchesGlob(_ text: String, _ pattern: String) -> Bool {
  glob(Array(pattern.utf8).span, Array(text.utf8).span)
}
