/// Heuristics for random bytes and names.
public enum Randomness {
  /// The entropy of bytes, in bits per byte: 8 for encrypted data, 4 to 5 for text.
  ///
  /// Short data cannot reach 8: 256 random bytes have 7.2 on average.
  public static func entropy(_ bytes: [UInt8]) -> Double {
    guard !bytes.isEmpty else { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    return counts.reduce(0) { sum, count in
      guard count > 0 else { return sum }
      let share = Double(count) / total
      return sum - share * logarithm(share)
    }
  }

  /// The binary logarithm of a number between 0 and 1; exact to some six digits.
  private static func logarithm(_ value: Double) -> Double {
    let exponent = Double(value.exponent)
    let x = (value.significand - 1) / (value.significand + 1)
    let square = x * x
    // 2 artanh(x), whose series needs few terms for a significand from 1 to 2.
    let series =
      x * (2 + square * (2.0 / 3 + square * (2.0 / 5 + square * (2.0 / 7 + square * 2.0 / 9))))
    return exponent + series * 1.442695040888963
  }

  /// Whether content looks encrypted: its bytes are distributed uniformly.
  public static func looksEncrypted(_ bytes: [UInt8]) -> Bool {
    // 1,024 random bytes have an entropy of 7.8; compressed files have headers and less.
    bytes.count >= 256 && entropy(bytes) > (bytes.count >= 1024 ? 7.7 : 7.0)
  }

  /// Whether a file name has a random part, such as names of `mkstemp(3)`.
  ///
  /// Searches for six consecutive letters and digits that mix two classes (lower case, upper case,
  /// digit) unlike words and process ids.
  public static func isRandom(_ name: some Sequence<UInt8>) -> Bool {
    var run: [UInt8] = []
    for byte in name {
      if isAlphanumeric(byte) {
        run.append(byte)
      } else {
        if isRandomRun(run) { return true }
        run.removeAll()
      }
    }
    return isRandomRun(run)
  }

  private static func isRandomRun(_ run: [UInt8]) -> Bool {
    guard run.count >= 6 else { return false }
    // Number of class changes: words with a final number have one.
    var changes = 0
    for (left, right) in zip(run, run.dropFirst()) where kind(left) != kind(right) { changes += 1 }
    if changes >= 3 { return true }
    // Letters only, with hardly any vowels.
    let vowels = run.count { "aeiouyAEIOUY".utf8.contains($0) }
    let letters = run.count { kind($0) != 2 }
    return changes >= 2 || letters == run.count && run.count >= 8 && vowels * 8 < run.count
  }

  private static func kind(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: 0
    case 0x41...0x5A: 1
    default: 2
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
