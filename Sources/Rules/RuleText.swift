/// The value of a criterion.
public enum CriterionValue: Equatable, Sendable {
  case text(String)
  case number(Int64)
  case boolean(Bool)
  case list([CriterionValue])
}

/// The source of a rule.
public struct RuleText: Sendable {
  /// The alert's id.
  public let id: String
  /// The condition that raises the alert.
  public let condition: String
  /// The values of `$name` in the condition and the exceptions.
  public let criteria: [String: CriterionValue]
  /// Conditions that suppression an event that the rule is true for.
  public let exceptions: [String]

  /// Creates the source of a rule.
  public init(
    id: String, condition: String, criteria: [String: CriterionValue] = [:],
    exceptions: [String] = []
  ) {
    self.id = id
    self.condition = condition
    self.criteria = criteria
    self.exceptions = exceptions
  }
}

/// An error in a condition or a message template.
public struct ConditionProblem: Error, Equatable, Sendable {
  /// The line within the text, from 1.
  public let line: Int
  /// The column within the line, from 1, in Unicode scalars.
  public let column: Int
  /// The error message, with the nearest known name.
  public let message: String

  /// Creates an error with its place.
  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

extension ConditionProblem: CustomStringConvertible {
  /// `LINE:COLUMN: MESSAGE`.
  public var description: String { "\(line):\(column): \(message)" }
}

/// All errors of all rules.
public struct RuleProblems: Error, Equatable, Sendable {
  /// The part of a rule with the error.
  public enum Part: Hashable, Sendable {
    case condition
    /// An exception by its index.
    case exception(Int)
    /// A criterion's value; line and column are those of its use in the condition.
    case criterion(String)
  }

  /// One error.
  public struct Problem: Equatable, Sendable {
    /// The index of the rule.
    public let rule: Int
    /// The part of the rule with the error.
    public let part: Part
    /// The error and its place in the part.
    public let problem: ConditionProblem

    /// Creates an error of a rule.
    public init(rule: Int, part: Part, problem: ConditionProblem) {
      self.rule = rule
      self.part = part
      self.problem = problem
    }
  }

  /// The errors in the order of the rules.
  public let problems: [Problem]

  /// Creates an error from a list.
  public init(_ problems: [Problem]) {
    self.problems = problems
  }
}
