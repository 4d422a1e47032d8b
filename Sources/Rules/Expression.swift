internal import Events

/// A condition in negation normal form: every `not` is moved to the checks, which keep their order.
enum Expression {
  case all([Expression])
  case any([Expression])
  case check(ParsedCheck)
}

extension Expression {
  /// The constants false and true.
  static let never = Expression.any([])
  static let always = Expression.all([])

  /// A check whether a criterion is set.
  var asksForCriteria: Bool {
    switch self {
    case .all(let terms), .any(let terms): terms.contains(where: \.asksForCriteria)
    case .check(let check): check.criterion != nil
    }
  }

  /// Simplifies the expression by its checks of criteria, which are constant for a policy.
  func resolved(_ criteria: [String: CriterionValue]) -> Expression {
    switch self {
    case .check(let check):
      guard let name = check.criterion else { return self }
      let isGiven = criteria[name].map { !$0.isEmpty } ?? false
      return isGiven != check.isNegated ? .always : .never
    case .all(let terms): return Self.joined(terms, criteria, isAll: true)
    case .any(let terms): return Self.joined(terms, criteria, isAll: false)
    }
  }

  private static func joined(
    _ terms: [Expression], _ criteria: [String: CriterionValue], isAll: Bool
  ) -> Expression {
    var kept: [Expression] = []
    for term in terms.map({ $0.resolved(criteria) }) {
      switch term {
      case .all(let inner) where inner.isEmpty: if !isAll { return .always }
      case .any(let inner) where inner.isEmpty: if isAll { return .never }
      default: kept.append(term)
      }
    }
    if kept.count == 1 { return kept[0] }
    return isAll ? .all(kept) : .any(kept)
  }
}

extension CriterionValue {
  /// Whether it is an empty list or an empty text.
  fileprivate var isEmpty: Bool {
    switch self {
    case .list(let items): items.isEmpty
    case .text(let text): text.isEmpty
    case .number, .boolean: false
    }
  }
}

/// One parsed comparison with unresolved names.
struct ParsedCheck {
  /// The field's name with its parameter, or the macro's name when there is no operator.
  var field: String
  /// Offset of the field's name in bytes.
  var place: Int
  /// The operator; nil for a macro name.
  var comparison: ConditionOperator?
  var comparisonPlace: Int
  var quantity: Quantity?
  /// The transformers, in order of application.
  var transformers: [Transformer] = []
  var values: [ParsedValue]
  /// Whether an odd number of `not`s applies.
  var isNegated: Bool
  /// The check as written, without `not`.
  var text: String

  /// The criterion of `$criterion exists`; nil for a field.
  var criterion: String? {
    field.utf8.first == UInt8(ascii: "$") ? String(field.dropFirst()) : nil
  }
}

/// The right side of a comparison, or one item of it.
struct ParsedValue {
  enum Kind {
    case text([UInt8])
    case criterion(String)
    /// Another field's value, `val(FIELD)`.
    case field(String)
  }
  var kind: Kind
  /// Offset in bytes.
  var place: Int
  /// Whether it is an item of a list, where a criterion may be a list.
  var isItem: Bool
}
