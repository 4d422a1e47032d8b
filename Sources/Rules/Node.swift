/// One node of a compiled condition: a trivial value that points into the program's arrays.
struct Node: Sendable, BitwiseCopyable {
  enum Kind: Sendable, BitwiseCopyable {
    /// All of a run of ``RuleProgram/children``.
    case all(OperandRange)
    /// Any of a run of ``RuleProgram/children``.
    case any(OperandRange)
    /// A check, or the opposite of one.
    case check(Int32, isNegated: Bool)
  }
  var kind: Kind
}

/// What a condition says of an event: `undecided` until the call has returned.
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

/// A rule, ready to be evaluated.
struct CompiledRule: Sendable {
  /// The node of the condition.
  var root: Int32
  /// The nodes of the exceptions.
  var exceptions: [Int32]
  /// The events that the condition may be true for.
  var events: EventSet
  /// The events in which an exception reads what is only known after the call.
  var exceptionsWait: EventSet
  /// Which calls must be looked at for it.
  var plan: FilterPlan
}
