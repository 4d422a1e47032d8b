internal import Events
internal import Text

/// Parses a condition by recursive descent; only parentheses recurse.
struct ConditionParser {
  /// Maximum length in bytes, which bounds the time of the parser.
  static let longestText = 65_536
  static let deepestNesting = 100

  private(set) var scanner: ConditionScanner

  init(_ text: String) { scanner = ConditionScanner(text) }

  /// Parses the whole text.
  mutating func parse() throws(ConditionProblem) -> Expression {
    guard scanner.bytes.count <= Self.longestText else {
      throw scanner.problem(
        at: 0, "the condition is longer than \(Self.longestText) bytes")
    }
    let expression = try disjunction(isNegated: false, depth: 0)
    scanner.skipSpace()
    guard scanner.isAtEnd else {
      let hint =
        scanner.current == UInt8(ascii: ")")
        ? "')' without '('"
        : "expected 'and' or 'or', found \(scanner.found)"
          + suggestion(for: scanner.word(), among: ["and", "or"], mark: "'")
      throw scanner.problem(at: scanner.offset, hint)
    }
    return expression
  }

  private mutating func disjunction(
    isNegated: Bool, depth: Int
  ) throws(ConditionProblem) -> Expression {
    var terms = [try conjunction(isNegated: isNegated, depth: depth)]
    while scanner.takeWord("or") {
      terms.append(try conjunction(isNegated: isNegated, depth: depth))
    }
    return terms.count == 1 ? terms[0] : isNegated ? .all(terms) : .any(terms)
  }

  private mutating func conjunction(
    isNegated: Bool, depth: Int
  ) throws(ConditionProblem) -> Expression {
    var terms = [try negation(isNegated: isNegated, depth: depth)]
    while scanner.takeWord("and") {
      terms.append(try negation(isNegated: isNegated, depth: depth))
    }
    return terms.count == 1 ? terms[0] : isNegated ? .any(terms) : .all(terms)
  }

  private mutating func negation(
    isNegated: Bool, depth: Int
  ) throws(ConditionProblem) -> Expression {
    var isNegated = isNegated
    while scanner.takeWord("not") { isNegated.toggle() }
    let place = scanner.offset
    guard scanner.take(UInt8(ascii: "(")) else { return .check(try check(isNegated: isNegated)) }
    guard depth < Self.deepestNesting else {
      throw scanner.problem(
        at: place, "parentheses are nested more than \(Self.deepestNesting) deep")
    }
    let inner = try disjunction(isNegated: isNegated, depth: depth + 1)
    guard scanner.take(UInt8(ascii: ")")) else {
      throw scanner.problem(at: scanner.offset, "expected ')', found \(scanner.found)")
    }
    return inner
  }

  private mutating func check(isNegated: Bool) throws(ConditionProblem) -> ParsedCheck {
    scanner.skipSpace()
    let place = scanner.offset
    if scanner.current == UInt8(ascii: "$") {
      return try criterionCheck(at: place, isNegated: isNegated)
    }
    let field = scanner.word()
    guard !field.isEmpty, field != "and", field != "or" else {
      throw scanner.problem(at: place, "expected a field, found \(scanner.found)")
    }
    scanner.advance(field.utf8.count)
    if scanner.current == UInt8(ascii: "("), Transformer(rawValue: field) != nil {
      return try transformed(field, at: place, isNegated: isNegated, depth: 0)
    }
    try refuseFunction(field, at: place)
    return try check(of: field, at: place, transformers: [], isNegated: isNegated)
  }

  /// Parses `TRANSFORMER(FIELD) OP VALUE` after the name; transformers may be nested.
  private mutating func transformed(
    _ name: String, at place: Int, isNegated: Bool, depth: Int
  ) throws(ConditionProblem) -> ParsedCheck {
    var names = [name]
    var field = ""
    while scanner.take(UInt8(ascii: "(")) {
      guard names.count <= 8 else {
        throw scanner.problem(at: scanner.offset, "more than 8 transformers")
      }
      scanner.skipSpace()
      field = scanner.word()
      scanner.advance(field.utf8.count)
      guard scanner.current == UInt8(ascii: "(") else { break }
      names.append(field)
    }
    var transformers: [Transformer] = []
    for name in names.reversed() {
      guard let transformer = Transformer(rawValue: name) else {
        try refuseFunction(name, at: place)
        throw scanner.problem(at: place, "unknown function '\(name)'")
      }
      guard scanner.take(UInt8(ascii: ")")) else {
        throw scanner.problem(at: scanner.offset, "expected ')', found \(scanner.found)")
      }
      transformers.append(transformer)
    }
    guard !field.isEmpty else {
      throw scanner.problem(at: place, "expected a field in '\(name)()'")
    }
    return try check(of: field, at: place, transformers: transformers, isNegated: isNegated)
  }

  private mutating func check(
    of field: String, at place: Int, transformers: [Transformer], isNegated: Bool
  ) throws(ConditionProblem) -> ParsedCheck {
    scanner.skipSpace()
    let comparisonPlace = scanner.offset
    var check = ParsedCheck(
      field: field, place: place, comparison: nil, comparisonPlace: comparisonPlace,
      quantity: nil, transformers: transformers, values: [], isNegated: isNegated, text: field)
    guard let comparison = try comparison(after: field) else { return check }
    check.comparison = comparison
    if comparison.takesList {
      check.values = try list(after: comparison.rawValue)
    } else if comparison != .exists {
      check.quantity = try quantity(after: comparison)
      check.values =
        if let quantity = check.quantity {
          try list(after: quantity.rawValue)
        } else {
          [try value(isItem: false)]
        }
    }
    check.text = scanner.tidyText(place..<scanner.offset)
    return check
  }

  /// Parses `$criterion exists`, which tests whether the policy sets the criterion.
  private mutating func criterionCheck(
    at place: Int, isNegated: Bool
  ) throws(ConditionProblem) -> ParsedCheck {
    let name = scanner.valueWord()
    scanner.advance(name.utf8.count)
    scanner.skipSpace()
    let comparisonPlace = scanner.offset
    guard scanner.takeWord(ConditionOperator.exists.rawValue) else {
      throw scanner.problem(
        at: comparisonPlace, "expected 'exists' after '\(name)', found \(scanner.found)")
    }
    return ParsedCheck(
      field: name, place: place, comparison: .exists, comparisonPlace: comparisonPlace,
      quantity: nil, values: [], isNegated: isNegated, text: name + " exists")
  }

  /// Takes an operator; nil before `and`, `or`, `)` and the end.
  private mutating func comparison(after field: String) throws(ConditionProblem)
    -> ConditionOperator?
  {
    let place = scanner.offset
    if let symbol = takeSymbol() { return symbol }
    let word = scanner.word()
    if let comparison = ConditionOperator(rawValue: word), comparison.isWord {
      scanner.advance(word.utf8.count)
      return comparison
    }
    if ConditionOperator.refusedWords.contains(word) {
      throw scanner.problem(at: place, "the operator '\(word)' is not supported")
    }
    let isEnd = scanner.isAtEnd || scanner.current == UInt8(ascii: ")")
    guard isEnd || word == "and" || word == "or" else {
      let hint = suggestion(
        for: word,
        among: ConditionOperator.words.map(\.rawValue) + ConditionOperator.refusedWords + [
          "and", "or",
        ], mark: "'")
      throw scanner.problem(
        at: place, "expected an operator after '\(field)', found \(scanner.found)\(hint)")
    }
    guard let known = Field(name: field) else { return nil }
    let hint = known.description.type == .boolean ? "; write '\(field) = true'" : ""
    throw scanner.problem(at: place, "expected an operator after '\(field)'\(hint)")
  }

  private mutating func takeSymbol() -> ConditionOperator? {
    let hasEqual = scanner.following == UInt8(ascii: "=")
    let symbol: ConditionOperator
    switch scanner.current {
    case UInt8(ascii: "="): symbol = .equal
    case UInt8(ascii: "<"): symbol = hasEqual ? .lessOrEqual : .less
    case UInt8(ascii: ">"): symbol = hasEqual ? .greaterOrEqual : .greater
    case UInt8(ascii: "!") where hasEqual: symbol = .notEqual
    default: return nil
    }
    scanner.advance(hasEqual ? 2 : 1)
    return symbol
  }

  private mutating func quantity(
    after comparison: ConditionOperator
  ) throws(ConditionProblem) -> Quantity? {
    scanner.skipSpace()
    let place = scanner.offset
    guard let quantity = Quantity(rawValue: scanner.valueWord()) else { return nil }
    guard comparison.isTextual else {
      throw scanner.problem(
        at: place, "'\(quantity.rawValue)' is not allowed after '\(comparison.rawValue)'")
    }
    scanner.advance(quantity.rawValue.utf8.count)
    return quantity
  }

  private mutating func list(after word: String) throws(ConditionProblem) -> [ParsedValue] {
    scanner.skipSpace()
    if scanner.current == UInt8(ascii: "$") { return [try value(isItem: true)] }
    guard scanner.take(UInt8(ascii: "(")) else {
      throw scanner.problem(
        at: scanner.offset, "expected '(' after '\(word)', found \(scanner.found)")
    }
    var values: [ParsedValue] = []
    if scanner.take(UInt8(ascii: ")")) { return values }
    while true {
      values.append(try value(isItem: true))
      if scanner.take(UInt8(ascii: ")")) { return values }
      guard scanner.take(UInt8(ascii: ",")) else {
        throw scanner.problem(
          at: scanner.offset, "expected ',' or ')' in the list, found \(scanner.found)")
      }
    }
  }

  private mutating func value(isItem: Bool) throws(ConditionProblem) -> ParsedValue {
    scanner.skipSpace()
    let place = scanner.offset
    if scanner.current == UInt8(ascii: "'") || scanner.current == UInt8(ascii: "\"") {
      return ParsedValue(kind: .text(try scanner.string()), place: place, isItem: isItem)
    }
    let word = scanner.valueWord()
    guard !word.isEmpty else {
      throw scanner.problem(at: place, "expected a value, found \(scanner.found)")
    }
    guard !["and", "or", "not"].contains(word) else {
      throw scanner.problem(
        at: place, "expected a value, found '\(word)' (quote it to use it as a value)")
    }
    scanner.advance(word.utf8.count)
    if word == "val", scanner.take(UInt8(ascii: "(")) {
      scanner.skipSpace()
      let field = scanner.word()
      scanner.advance(field.utf8.count)
      guard !field.isEmpty, scanner.take(UInt8(ascii: ")")) else {
        throw scanner.problem(at: scanner.offset, "expected 'val(FIELD)', found \(scanner.found)")
      }
      return ParsedValue(kind: .field(field), place: place, isItem: isItem)
    }
    try refuseFunction(word, at: place)
    guard word.utf8.first == UInt8(ascii: "$") else {
      return ParsedValue(kind: .text(Array(word.utf8)), place: place, isItem: isItem)
    }
    let name = String(word.dropFirst())
    guard !name.isEmpty else {
      throw scanner.problem(at: place, "expected a criterion's name after '$'")
    }
    return ParsedValue(kind: .criterion(name), place: place, isItem: isItem)
  }

  /// Reports an unknown or unsupported `NAME(`.
  private func refuseFunction(_ name: String, at place: Int) throws(ConditionProblem) {
    guard scanner.current == UInt8(ascii: "(") else { return }
    if name == "val" || Transformer(rawValue: name) != nil {
      throw scanner.problem(at: place, "'\(name)()' is not allowed here")
    }
    if refusedFunctions.contains(name) {
      throw scanner.problem(at: place, "the transformer '\(name)()' is not supported")
    }
    throw scanner.problem(at: place, "unknown function '\(name)'")
  }
}
