/// The known name nearest to a misspelt one; nil without a near name.
///
/// Near means that at most a third of the letters are wrong. Upper and lower case count as equal.
/// Returns the alphabetically first of equally near names.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8.map(lowercase))
  // Longer than any known name. The time grows with the product of both lengths.
  guard wanted.count <= 80 else { return nil }
  let limit = max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let letters = Array(candidate.utf8.map(lowercase))
    guard abs(letters.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    guard distance <= limit else { continue }
    if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// `; did you mean "NAME"?`, or an empty text without a near name.
///
/// - Parameter mark: the quotation mark; `'` for conditions, which are inside JSON strings.
public func suggestion(
  for name: String, among known: some Sequence<String>, mark: String = "\""
) -> String {
  guard let nearest = nearestName(to: name, among: known) else { return "" }
  return "; did you mean " + mark + visibleText(nearest) + mark + "?"
}

/// The edit distance with transpositions (optimal string alignment).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return left.count + right.count }
  var before: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var next = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(last[column + 1] + 1, next[column] + 1)
      cost = min(cost, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, before[column - 1] + 1)
      }
      next.append(cost)
    }
    before = last
    last = next
  }
  return last[right.count]
}

/// An ASCII letter in lower case; every other byte unchanged.
@inlinable
public func lowercase(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
