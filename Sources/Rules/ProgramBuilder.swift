internal import Events
internal import Syscalls
internal import Text

/// Compiles conditions into the arrays of a ``RuleProgram``.
struct ProgramBuilder {
  /// Maximum number of reported errors in one text.
  static let mostProblems = 20

  private(set) var program = RuleProgram()
  private(set) var problems: [RuleProblems.Problem] = []

  /// The text under compilation.
  private struct Context {
    let rule: Int
    let part: RuleProblems.Part
    let criteria: [String: CriterionValue]
    let scanner: ConditionScanner
    /// Whether the text is an exception, which is analysed as if under a `not`.
    let isException: Bool
    var problemCount = 0
  }

  /// Compiles a rule with its exceptions.
  mutating func add(_ text: RuleText) {
    let rule = program.rules.count
    let root = compile(text.condition, rule, .condition, text.criteria)
    var exceptions: [Int32] = []
    for (index, exception) in text.exceptions.enumerated() {
      if let node = compile(exception, rule, .exception(index), text.criteria) {
        exceptions.append(node)
      }
    }
    program.add(
      root: root, exceptions: exceptions)
  }

  private mutating func compile(
    _ text: String, _ rule: Int, _ part: RuleProblems.Part, _ criteria: [String: CriterionValue]
  ) -> Int32? {
    var parser = ConditionParser(text)
    do throws(ConditionProblem) {
      let expression = try parser.parse()
      var context = Context(
        rule: rule, part: part, criteria: criteria, scanner: parser.scanner,
        isException: part != .condition)
      let before = program
      var node = add(expression, &context)
      if expression.asksForCriteria, context.problemCount == 0 {
        // Parts that the criteria disable have been checked for errors; drop them, so that they
        // make no call stop.
        program = before
        node = add(expression.resolved(criteria), &context)
      }
      return context.problemCount == 0 ? node : nil
    } catch {
      problems.append(.init(rule: rule, part: part, problem: error))
      return nil
    }
  }

  private mutating func report(
    _ message: String, at place: Int, criterion: String? = nil, _ context: inout Context
  ) {
    // A criterion has the type of its use in the condition; a mismatch in an exception is an error
    // of the exception.
    let named = context.isException ? nil : criterion
    let part = named.map { RuleProblems.Part.criterion($0) } ?? context.part
    context.problemCount += 1
    guard context.problemCount <= Self.mostProblems else { return }
    // Report an error of a criterion once, even if it is used twice.
    let isKnown =
      criterion != nil
      && problems.contains {
        $0.rule == context.rule && $0.part == part && $0.problem.message == message
      }
    guard !isKnown else { return }
    problems.append(
      .init(
        rule: context.rule, part: part, problem: context.scanner.problem(at: place, message)))
  }

  // MARK: Nodes

  private mutating func add(_ expression: Expression, _ context: inout Context) -> Int32 {
    switch expression {
    case .all(let terms): return program.add(.all(children(terms, &context)))
    case .any(let terms): return program.add(.any(children(terms, &context)))
    case .check(let parsed):
      guard context.problemCount <= Self.mostProblems else { return 0 }
      if let name = parsed.criterion {
        if context.criteria[name] == nil { reportUnknown(name, at: parsed.place, &context) }
        return program.add(.all(OperandRange()))
      }
      let check = add(parsed, &context)
      return program.add(.check(check ?? 0, isNegated: parsed.isNegated))
    }
  }

  private mutating func children(_ terms: [Expression], _ context: inout Context) -> OperandRange {
    var nodes: [Int32] = []
    for term in terms { nodes.append(add(term, &context)) }
    return program.add(children: nodes)
  }

  // MARK: Checks

  private mutating func add(_ parsed: ParsedCheck, _ context: inout Context) -> Int32? {
    guard let comparison = parsed.comparison else {
      report("unknown macro '\(parsed.field.prefix(80))'", at: parsed.place, &context)
      return nil
    }
    let reference: FieldReference
    switch FieldReference.find(field(parsed.field, context)) {
    case .success(let found): reference = found
    case .failure(let mistake):
      report(mistake.message, at: parsed.place, &context)
      return nil
    }
    var types = reference.types
    for transformer in parsed.transformers {
      guard let next = types.transformed(by: transformer) else {
        report(
          "'\(transformer.rawValue)()' expects text, but '\(parsed.field)' is \(types.name)",
          at: parsed.place, &context)
        return nil
      }
      types = next
    }
    if let first = parsed.values.first, case .field(let name) = first.kind {
      return addComparison(parsed, reference.key, types, with: name, at: first.place, &context)
    }
    let literals = literals(of: parsed, &context)
    guard let literals else { return nil }
    var check = Check(
      comparison: comparison, quantity: parsed.quantity ?? .any,
      slot: program.slot(of: reference.key),
      needsEveryName: parsed.isNegated != context.isException,
      isFamily: types.isFamily)
    check.transformers = program.operands.add(transformers: parsed.transformers)
    let compiler = CheckCompiler(
      field: parsed.field, types: types, comparison: comparison, literals: literals)
    let mistakes = compiler.fill(&check, &program.operands)
    for mistake in mistakes {
      report(
        mistake.message, at: mistake.literal?.place ?? parsed.comparisonPlace,
        criterion: mistake.literal?.criterion, &context)
    }
    guard mistakes.isEmpty else { return nil }
    return program.add(check, (parsed.isNegated ? "not " : "") + parsed.text)
  }

  /// Resolves a criterion in the brackets of a field's name: `run.deleted[$seconds]`.
  private func field(_ name: String, _ context: Context) -> String {
    guard name.utf8.last == UInt8(ascii: "]"), let open = name.firstIndex(of: "["),
      name[open...].hasPrefix("[$"),
      case .number(let value)? = context.criteria[String(name[open...].dropFirst(2).dropLast())]
    else { return name }
    return "\(name[...open])\(value)]"
  }

  /// Adds a comparison of two fields.
  private mutating func addComparison(
    _ parsed: ParsedCheck, _ key: FieldKey, _ types: OperandTypes, with name: String,
    at place: Int, _ context: inout Context
  ) -> Int32? {
    guard let comparison = parsed.comparison, parsed.values.count == 1, parsed.quantity == nil,
      !comparison.takesList, comparison != .regex, parsed.transformers.isEmpty
    else {
      report(
        "'val()' needs a plain field, without transformers or a list", at: place, &context)
      return nil
    }
    let other: FieldReference
    switch FieldReference.find(name) {
    case .success(let found): other = found
    case .failure(let mistake):
      report(mistake.message, at: place, &context)
      return nil
    }
    let isOfOneType =
      types.hasText && other.types.hasText && !types.isList && !other.types.isList
      || types.numbers != nil && other.types.numbers != nil
      || types.isAddress && other.types.isAddress || types.isBoolean && other.types.isBoolean
    guard isOfOneType, types.allows(comparison) else {
      report(
        "'\(comparison.rawValue)' cannot compare '\(parsed.field)', which is \(types.name), "
          + "with '\(name)', which is \(other.types.name)", at: place, &context)
      return nil
    }
    var check = Check(
      comparison: comparison, quantity: .any, slot: program.slot(of: key),
      needsEveryName: parsed.isNegated != context.isException, isFamily: false)
    check.otherSlot = program.slot(of: other.key)
    return program.add(check, (parsed.isNegated ? "not " : "") + parsed.text)
  }

  /// The operands of a comparison with criteria resolved; nil after an error.
  private mutating func literals(
    of parsed: ParsedCheck, _ context: inout Context
  ) -> [Literal]? {
    var literals: [Literal] = []
    var isRight = true
    for value in parsed.values {
      switch value.kind {
      case .text(let text): literals.append(Literal(value: .text(text), place: value.place))
      case .field:
        report("'val()' is not allowed in a list", at: value.place, &context)
        isRight = false
      case .criterion(let name):
        guard let known = context.criteria[name] else {
          reportUnknown(name, at: value.place, &context)
          isRight = false
          continue
        }
        let items = items(of: known, name, value, &context)
        isRight = isRight && items != nil
        literals += items ?? []
      }
    }
    return isRight ? literals : nil
  }

  private mutating func reportUnknown(_ name: String, at place: Int, _ context: inout Context) {
    let hint = suggestion(
      for: "$" + name, among: context.criteria.keys.sorted().map { "$" + $0 }, mark: "'")
    report("unknown criterion '$\(name.prefix(80))'" + hint, at: place, &context)
  }

  private mutating func items(
    of value: CriterionValue, _ name: String, _ use: ParsedValue, _ context: inout Context
  ) -> [Literal]? {
    func literal(_ value: Literal.Value) -> Literal {
      Literal(value: value, place: use.place, criterion: name)
    }
    switch value {
    case .text(let text): return [literal(.text(Array(text.utf8)))]
    case .number(let number): return [literal(.number(number))]
    case .boolean(let truth): return [literal(.boolean(truth))]
    case .list(let values):
      guard use.isItem else {
        report("'$\(name)' is a list, but this operator takes one value", at: use.place, &context)
        return nil
      }
      var literals: [Literal] = []
      for item in values {
        if case .list = item {
          report("a list is not allowed in a list", at: use.place, criterion: name, &context)
          return nil
        }
        literals += items(of: item, name, use, &context) ?? []
      }
      return literals
    }
  }
}
