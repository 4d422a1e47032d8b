/// A country by its ISO 3166-1 code.
public struct Country: Hashable, Sendable, BitwiseCopyable {
  /// The first letter, `A` to `Z` in ASCII.
  public let first: UInt8
  /// The second letter, `A` to `Z` in ASCII.
  public let second: UInt8

  init(_ first: UInt8, _ second: UInt8) {
    self.first = first
    self.second = second
  }
}

extension Country: CustomStringConvertible {
  /// The two letters, such as `KP`.
  public var description: String {
    var text = String(UnicodeScalar(first))
    text.unicodeScalars.append(UnicodeScalar(second))
    return text
  }
}
