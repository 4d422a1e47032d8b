internal import Events
internal import Syscalls
internal import Text

/// Compiles a parsed comparison to a ``Check``: looks up names and converts the operands to the
/// field's types.
struct CheckCompiler {
  let field: String
  let types: OperandTypes
  let comparison: ConditionOperator
  let literals: [Literal]

  /// An error and its literal; nil for an error of the operator.
  struct Mistake: Error {
    var literal: Literal?
    var message: String
  }

  /// Compiles the operands of the check.
  ///
  /// - Returns: the errors, one for each value that the field cannot have; empty on success.
  func fill(_ check: inout Check, _ operands: inout Operands) -> [Mistake] {
    guard types.allows(comparison) else {
      let known = ConditionOperator.allCases.filter(types.allows).map(\.rawValue).joined(
        separator: " ")
      return [
        Mistake(
          message: "'\(field)' is \(types.name), which '\(comparison.rawValue)' "
            + "does not apply to; it has \(known)")
      ]
    }
    check.itemCount = Int32(literals.count)
    if comparison == .exists {
      check.events = .all
      return []
    }
    // Try every type of value that the operator supports, the most specific first; report the
    // errors of the first when all fail.
    var mistakes: [Mistake]?
    var isFilled = false
    func tried(_ found: [Mistake]?) {
      guard let found else { return }
      if found.isEmpty { isFilled = true } else { mistakes = mistakes ?? found }
    }
    tried(fillFlags(&check, &operands))
    tried(fillNumbers(&check, &operands))
    tried(fillNetworks(&check, &operands))
    tried(fillTruth(&check, &operands))
    tried(fillEvents(&check, &operands))
    tried(fillTexts(&check, &operands))
    return isFilled ? [] : mistakes ?? []
  }

  private func fillFlags(_ check: inout Check, _ operands: inout Operands) -> [Mistake]? {
    guard !types.families.isEmpty,
      [.equal, .notEqual, .in, .contains].contains(comparison)
    else { return nil }
    let flags = FlagOperands(families: types.families, comparison: comparison, field: field)
    let (tests, mistakes) = convert { flags.tests($0) }
    if mistakes.isEmpty { check.flags = operands.add(flags: tests.flatMap(\.self)) }
    return mistakes
  }

  private func fillNumbers(_ check: inout Check, _ operands: inout Operands) -> [Mistake]? {
    guard let range = types.numbers, !comparison.isTextual, comparison != .pmatch,
      comparison != .intersects
    else { return nil }
    let (numbers, mistakes) = convert { literal in number(literal, range) }
    if mistakes.isEmpty { check.numbers = operands.add(numbers: numbers) }
    return mistakes
  }

  private func number(
    _ literal: Literal, _ range: ClosedRange<Int64>
  ) -> Result<Int64, FieldMistake> {
    switch literal.number {
    case .none: return .failure("expected a number, found '\(literal.shown)'")
    case .leadingZero: return .failure(octalMistake)
    case .tooLarge, .value:
      guard let number = literal.number.signed, range.contains(number) else {
        return .failure(
          """
          \(literal.shown) is out of range for '\(field)', which is \
          \(range.lowerBound) to \(range.upperBound)
          """)
      }
      return .success(number)
    }
  }

  private func fillNetworks(_ check: inout Check, _ operands: inout Operands) -> [Mistake]? {
    guard types.isAddress else { return nil }
    let (networks, mistakes) = convert { literal -> Result<IPNetwork, FieldMistake> in
      guard let text = literal.text, let network = IPNetwork(String(decoding: text, as: UTF8.self))
      else { return .failure("expected an address or a network, found '\(literal.shown)'") }
      return .success(network)
    }
    if mistakes.isEmpty { check.networks = operands.add(networks: networks) }
    return mistakes
  }

  private func fillTruth(_ check: inout Check, _ operands: inout Operands) -> [Mistake]? {
    guard types.isBoolean else { return nil }
    let (truths, mistakes) = convert { literal -> Result<Bool, FieldMistake> in
      literal.truth.map { .success($0) }
        ?? .failure("expected true or false for '\(field)', found '\(literal.shown)'")
    }
    check.truth = truths.first
    return mistakes
  }

  private func fillEvents(_ check: inout Check, _ operands: inout Operands) -> [Mistake]? {
    guard types.isEvent else { return nil }
    guard [.equal, .notEqual, .in].contains(comparison) else {
      let (texts, mistakes) = convert(text)
      guard mistakes.isEmpty else { return mistakes }
      // Expand a pattern of event names to the names that it matches.
      var pattern = check
      var scratch = Operands()
      pattern.texts = scratch.add(texts: texts)
      check.events = EventSet { event in
        let name = Array(event.name.utf8)
        return scratch.matches(pattern, text: name.span)
      }
      return []
    }
    let (events, mistakes) = convert { literal -> Result<EventType, FieldMistake> in
      let name = literal.text.map { String(decoding: $0, as: UTF8.self) } ?? literal.shown
      if let event = EventType(name: name) { return .success(event) }
      let hint = suggestion(for: name, among: EventType.allCases.lazy.map(\.name), mark: "'")
      return .failure(FieldMistake("unknown event '\(literal.shown)'" + hint))
    }
    var named = EventSet()
    for event in events { named.insert(event) }
    check.events = comparison == .notEqual ? EventSet.all.subtracting(named) : named
    return mistakes
  }

  private func fillTexts(_ check: inout Check, _ operands: inout Operands) -> [Mistake]? {
    let isOrder = [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(comparison)
    guard types.hasText, !isOrder else { return nil }
    let (texts, mistakes) = convert(text)
    guard mistakes.isEmpty else { return mistakes }
    if comparison == .regex {
      var expressions: [LinearRegex] = []
      for (literal, text) in zip(literals, texts) {
        do throws(FieldMistake) { expressions.append(try LinearRegex(text)) } catch {
          return [Mistake(literal: literal, message: error.message)]
        }
      }
      check.expressions = operands.add(expressions: expressions)
    } else if comparison == .in || comparison == .intersects {
      check.textSet = operands.add(textSet: texts)
    } else if comparison == .glob, check.quantity == .any {
      operands.add(patterns: texts, to: &check)
    } else {
      check.texts = operands.add(texts: texts)
    }
    return []
  }

  private func text(_ literal: Literal) -> Result<[UInt8], FieldMistake> {
    literal.text.map { .success($0) }
      ?? .failure("'\(field)' is text; put \(literal.shown) in quotes")
  }

  private func convert<Value>(
    _ conversion: (Literal) -> Result<Value, FieldMistake>
  ) -> ([Value], [Mistake]) {
    var values: [Value] = []
    var mistakes: [Mistake] = []
    for literal in literals where mistakes.count <= ProgramBuilder.mostProblems {
      switch conversion(literal) {
      case .success(let value): values.append(value)
      case .failure(let mistake):
        mistakes.append(Mistake(literal: literal, message: mistake.message))
      }
    }
    return (values, mistakes)
  }
}
