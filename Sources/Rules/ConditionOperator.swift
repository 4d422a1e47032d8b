/// A comparison operator.
enum ConditionOperator: String, CaseIterable, Sendable, BitwiseCopyable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains, icontains, startswith, endswith, glob, iglob, regex
  case `in`, intersects, pmatch, exists

  /// Whether it compares one text with one text, so that a list needs a modifier.
  var isTextual: Bool {
    switch self {
    case .contains, .icontains, .startswith, .endswith, .glob, .iglob, .regex: true
    default: false
    }
  }

  /// Whether the right side is a list.
  var takesList: Bool { self == .in || self == .intersects || self == .pmatch }

  /// Whether the operator is written as a word.
  var isWord: Bool { takesList || isTextual || self == .exists }

  static let words = allCases.filter(\.isWord)

  /// Falco's unsupported operators, for error messages.
  static let refusedWords = ["bcontains", "bstartswith"]
}

/// How many items of a list must match.
enum Quantity: String, CaseIterable, Sendable, BitwiseCopyable {
  case any = "anyof"
  case all = "allof"
  case one = "oneof"
}

/// Falco's unsupported functions, for error messages.
let refusedFunctions = ["concat", "join", "getopt"]
