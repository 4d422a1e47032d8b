internal import Events
internal import Text

/// One operand of a comparison: an item of a list, with `$criterion` resolved.
struct Literal {
  enum Value {
    case text([UInt8])
    case number(Int64)
    case boolean(Bool)
  }
  var value: Value
  /// Offset in the condition in bytes.
  var place: Int
  /// The criterion of the value; nil for a literal.
  var criterion: String?

  /// The value as text, for error messages.
  var shown: String {
    switch value {
    case .text(let bytes): displayText(bytes, limit: 80)
    case .number(let number): String(number)
    case .boolean(let truth): String(truth)
    }
  }

  /// The value as sign and magnitude.
  var number: Numeral {
    switch value {
    case .text(let bytes): Numeral(bytes)
    case .number(let number): .value(isNegative: number < 0, number.magnitude)
    case .boolean: .none
    }
  }

  /// The value as text; nil for a number or a boolean.
  var text: [UInt8]? {
    guard case .text(let bytes) = value else { return nil }
    return bytes
  }

  var truth: Bool? {
    switch value {
    case .boolean(let truth): truth
    case .text(Array("true".utf8)): true
    case .text(Array("false".utf8)): false
    default: nil
    }
  }
}

/// A text parsed as a number: decimal, `0x` hexadecimal or `0o` octal, with an optional sign.
enum Numeral: Equatable {
  /// Not a number.
  case none
  /// Out of the range of a register.
  case tooLarge
  /// A decimal number with leading zeros, which C reads as octal.
  case leadingZero
  case value(isNegative: Bool, UInt64)

  init(_ text: [UInt8]) {
    var digits = text[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    var radix: UInt64 = 10
    if digits.starts(with: "0x".utf8) || digits.starts(with: "0o".utf8) {
      radix = digits.starts(with: "0x".utf8) ? 16 : 8
      digits = digits.dropFirst(2)
    }
    guard !digits.isEmpty else {
      self = .none
      return
    }
    var result: UInt64 = 0
    var isTooLarge = false
    for byte in digits {
      guard let digit = Self.digit(byte), digit < radix else {
        self = .none
        return
      }
      let (product, overflowsOnce) = result.multipliedReportingOverflow(by: radix)
      let (sum, overflowsAgain) = product.addingReportingOverflow(digit)
      isTooLarge = isTooLarge || overflowsOnce || overflowsAgain
      result = sum
    }
    if isTooLarge {
      self = .tooLarge
    } else if radix == 10, digits.count > 1, digits.first == UInt8(ascii: "0") {
      self = .leadingZero
    } else {
      self = .value(isNegative: isNegative, result)
    }
  }

  /// The number if it fits in a signed 64-bit integer.
  var signed: Int64? {
    guard case .value(let isNegative, let magnitude) = self else { return nil }
    if !isNegative { return Int64(exactly: magnitude) }
    return magnitude == Int64.min.magnitude ? .min : Int64(exactly: magnitude).map { -$0 }
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
