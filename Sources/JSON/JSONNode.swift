internal import Text

/// A value of a JSON document together with its place, so that a mistake can be pointed at.
public struct JSONNode: Equatable, Sendable {
  /// What the value is.
  public indirect enum Value: Equatable, Sendable {
    case null
    case boolean(Bool)
    case number(JSONNumber)
    case text(JSONText)
    case array([JSONNode])
    case object([JSONMember])
  }

  /// Where the value begins.
  public let place: TextPlace
  /// The value itself.
  public let value: Value

  /// What a message calls the value: `a string`, `null`.
  public var kind: String {
    switch value {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .text(let text): quoted(text.text)
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A key of a JSON object and its value.
public struct JSONMember: Equatable, Sendable {
  /// The key with its escapes resolved.
  public let key: String
  /// Where the key's opening quotation mark is.
  public let place: TextPlace
  /// The key's value.
  public let value: JSONNode
}

/// A number of a JSON document as it was written and as what it stands for.
public struct JSONNumber: Equatable, Sendable {
  /// As written.
  public let text: String
  /// The value, if it is written without fraction and exponent and fits.
  public var integer: Int64? { Int64(text) }
  /// The nearest double-precision value; infinite when it is too large.
  public var double: Double { Double(text) ?? .nan }
}

/// A string of a JSON document, which knows where each of its characters is in the file.
public struct JSONText: Equatable, Sendable {
  /// An escape sequence: which character it stands for and how many columns more than one it has.
  public struct Escape: Equatable, Sendable {
    /// The index of the character in the resolved string, in Unicode scalars.
    public let index: Int
    /// How many columns more than one the escape takes.
    public let extraColumns: Int
  }

  /// The string with its escapes resolved.
  public let text: String
  /// Where the opening quotation mark is.
  public let start: TextPlace
  /// In ascending order.
  public let escapes: [Escape]

  /// Where a character of the resolved string is in the file.
  ///
  /// - Parameters:
  ///   - line: line within the resolved string, from 1.
  ///   - column: column within that line, from 1, in Unicode scalars.
  public func place(line: Int, column: Int) -> TextPlace {
    var index = 0
    var current = 1
    for scalar in text.unicodeScalars where current < line {
      index += 1
      if scalar == "\n" { current += 1 }
    }
    return place(ofScalar: index + max(0, column - 1))
  }

  /// Where the character at an index of the resolved string is in the file.
  public func place(ofScalar index: Int) -> TextPlace {
    let index = min(index, text.unicodeScalars.count)
    let extra = escapes.prefix { $0.index < index }.reduce(0) { $0 + $1.extraColumns }
    return TextPlace(line: start.line, column: start.column + 1 + index + extra)
  }
}
