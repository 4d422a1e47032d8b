public import Events
import Syscalls

@testable import Rules

/// A field source whose values a test writes down; it counts how often it is asked.
struct FakeSource: FieldSource {
  enum Value {
    case text(String)
    case texts([String])
    case path(String)
    case names(given: String, resolved: String)
    case value(FieldValue)
  }

  var eventType: EventType
  var values: [FieldKey: Value] = [:]
  private(set) var asked: [FieldKey: Int] = [:]

  init(_ eventType: EventType, _ values: [FieldKey: Value] = [:]) {
    self.eventType = eventType
    self.values = values
  }

  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    asked[key, default: 0] += 1
    switch values[key] {
    case nil: return .absent
    case .value(let value): return value
    case .text(let text): return .text(arena.append(text))
    case .texts(let texts):
      return .texts(arena.append(texts.flatMap { Array($0.utf8) + [0] }))
    case .path(let path):
      let range = arena.append(path)
      return .path(given: range, resolved: range)
    case .names(let given, let resolved):
      return .path(given: arena.append(given), resolved: arena.append(resolved))
    }
  }
}

extension FieldKey: ExpressibleByUnicodeScalarLiteral {}
extension FieldKey: ExpressibleByExtendedGraphemeClusterLiteral {}
extension FieldKey: ExpressibleByStringLiteral {
  /// A field as a condition names it.
  public init(stringLiteral name: String) {
    switch FieldReference.find(name) {
    case .success(let found): self = found.key
    case .failure(let mistake): preconditionFailure(mistake.message)
    }
  }
}

extension FakeSource.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int64) { self = .value(.number(number)) }
  init(booleanLiteral truth: Bool) { self = .value(.boolean(truth)) }

  static func flags(_ register: UInt64, _ family: FlagFamily) -> Self {
    .value(.flags(register, family))
  }

  static func address(_ text: String) -> Self {
    .value(IPAddress(text).map { .address($0) } ?? .absent)
  }

  static func ends(_ first: String, _ second: String) -> Self {
    guard let first = IPAddress(first), let second = IPAddress(second) else {
      return .value(.absent)
    }
    return .value(.addresses(first, second))
  }
}

/// What a single condition says of an event.
func judge(
  _ condition: String, _ source: FakeSource, criteria: [String: CriterionValue] = [:]
) throws -> Verdict {
  let program = try RuleProgram.compile([
    RuleText(id: "test", condition: condition, criteria: criteria)
  ])
  var evaluation = RuleEvaluator(program)
  var source = source
  evaluation.run(&source)
  return evaluation.matches == [0] ? .yes : evaluation.isUndecided ? .undecided : .no
}

/// The mistakes in one condition.
func problems(
  _ condition: String, criteria: [String: CriterionValue] = [:]
) -> [RuleProblems.Problem] {
  do {
    _ = try RuleProgram.compile([RuleText(id: "test", condition: condition, criteria: criteria)])
    return []
  } catch {
    return error.problems
  }
}
