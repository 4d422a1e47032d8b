/// One node of a compiled condition: a trivial value that points into the program's arrays.
struct Node: Sendable, BitwiseCopyable {
  enum Kind: Sendable, BitwiseCopyable {
    /// The conjunction of a range of ``RuleProgram/children``.
    case all(OperandRange)
    /// The disjunction of a range of ``RuleProgram/children``.
    case any(OperandRange)
    /// A check or its negation.
    case check(Int32, isNegated: Bool)
  }
  var kind: Kind
}

/// The result of a condition: `undecided` until the call's return.
enum Verdict: Sendable, BitwiseCopyable {
  case no, undecided, yes

  var negated: Verdict {
    switch self {
    case .no: .yes
    case .undecided: .undecided
    case .yes: .no
    }
  }
}

/// A compiled rule.
struct CompiledRule: Sendable {
  /// The node of the condition.
  var root: Int32
  /// The nodes of the exceptions.
  var exceptions: [Int32]
  /// The events for which the condition may be true.
  var events: EventSet
  /// The events in which an exception reads a value that is known only after the call's return.
  var exceptionsWait: EventSet
  /// The calls that the rule needs to observe.
  var plan: FilterPlan
}
