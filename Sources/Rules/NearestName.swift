/// The known name that a misspelt one most likely means; nil when none is near.
///
/// Near is at most a third of the letters wrong: more would suggest names that have nothing to do
/// with what was written.
func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8.map(lowercase))
  // No known name is longer, and the distance takes time in proportion to the product of lengths.
  guard wanted.count <= 64 else { return nil }
  var best: String?
  var bestDistance = max(1, wanted.count / 3) + 1
  for candidate in known {
    let letters = Array(candidate.utf8.map(lowercase))
    guard abs(letters.count - wanted.count) < bestDistance else { continue }
    let distance = editDistance(wanted, letters)
    if distance < bestDistance {
      bestDistance = distance
      best = candidate
    }
  }
  return best
}

/// `; did you mean 'NAME'?`, or nothing when no known name is near.
func suggestion(for name: String, among known: some Sequence<String>) -> String {
  nearestName(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
}

/// How many letters have to be added, removed, replaced or swapped with their neighbour.
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

/// ASCII letters in lower case, every other byte as it is.
func lowercase(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
