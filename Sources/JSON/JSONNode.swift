internal import Text

/// A value of a JSON document with its place, for error messages.
public struct JSONNode: Equatable, Sendable {
  /// The type of value.
  public indirect enum Value: Equatable, Sendable {
    case null
    case boolean(Bool)
    case number(JSONNumber)
    case text(JSONText)
    case array([JSONNode])
    case object([JSONMember])
  }

  /// The start of the value.
  public let place: TextPlace
  /// The value itself.
  public let value: Value

  /// The value's type in error messages: `a string`, `null`.
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
  /// The place of the key's opening quotation mark.
  public let place: TextPlace
  /// The key's value.
  public let value: JSONNode
}

/// A number of a JSON document: its text and its value.
public struct JSONNumber: Equatable, Sendable {
  /// The text.
  public let text: String
  /// The value as an integer; nil with a fraction or exponent, or out of range.
  public var integer: Int64? { Int64(text) }
  /// The nearest double-precision value; infinite when out of range.
  public var double: Double { Double(text) ?? .nan }
}

/// A string of a JSON document with a mapping of its characters to the file.
public struct JSONText: Equatable, Sendable {
  /// An escape sequence: the index of its character and its additional columns.
  public struct Escape: Equatable, Sendable {
    /// The index of the character in the resolved string, in Unicode scalars.
    public let index: Int
    /// The columns of the escape beyond one.
    public let extraColumns: Int
  }

  /// The string with its escapes resolved.
  public let text: String
  /// The place of the opening quotation mark.
  public let start: TextPlace
  /// In ascending order.
  public let escapes: [Escape]

  /// The place in the file of a character of the resolved string.
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

  /// The place in the file of the character at an index of the resolved string.
  public func place(ofScalar index: Int) -> TextPlace {
    let index = min(index, text.unicodeScalars.count)
    let extra = escapes.prefix { $0.index < index }.reduce(0) { $0 + $1.extraColumns }
    return TextPlace(line: start.line, column: start.column + 1 + index + extra)
  }
}
