/// Base64 (RFC 4648, sections 4 and 5).
public enum Base64 {
  /// Decodes Base64 of either alphabet, with or without padding; nil for anything else.
  public static func decoded(_ text: [UInt8]) -> [UInt8]? {
    var bits: UInt32 = 0
    var count = 0
    var bytes: [UInt8] = []
    let digits = text.prefix { $0 != 0x3D }
    guard text[digits.endIndex...].allSatisfy({ $0 == 0x3D }), text.count - digits.count <= 2,
      digits.count % 4 != 1
    else { return nil }
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x41...0x5A: value = digit - 0x41
      case 0x61...0x7A: value = digit - 0x61 + 26
      case 0x30...0x39: value = digit - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
