/// A value that a policy gives to one of a rule's criteria.
public enum CriterionValue: Equatable, Sendable {
  case text(String)
  case number(Int64)
  case boolean(Bool)
  case list([CriterionValue])
}

/// A rule as a policy writes it.
public struct RuleText: Sendable {
  /// The alert's name.
  public let id: String
  /// When the alert is raised, in the condition language.
  public let condition: String
  /// The values that `$name` stands for in the condition and the exceptions.
  public let criteria: [String: CriterionValue]
  /// Conditions that suppression an event that the rule is true for.
  public let exceptions: [String]

  /// Gathers a rule's texts.
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

/// A mistake in a condition or a message template.
public struct ConditionProblem: Error, Equatable, Sendable {
  /// The line within the text, from 1.
  public let line: Int
  /// The column within the line, from 1, in Unicode scalars.
  public let column: Int
  /// What is wrong, and the nearest known name if there is one.
  public let message: String

  /// Places a mistake.
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

/// Every mistake of every rule at once.
public struct RuleProblems: Error, Equatable, Sendable {
  /// Which of a rule's texts is wrong.
  public enum Part: Hashable, Sendable {
    case condition
    /// An exception by its index.
    case exception(Int)
    /// A criterion's value; line and column are those of its use in the condition.
    case criterion(String)
  }

  /// One mistake.
  public struct Problem: Equatable, Sendable {
    /// The index of the rule.
    public let rule: Int
    /// Which of its texts is wrong.
    public let part: Part
    /// What is wrong and where.
    public let problem: ConditionProblem

    /// Places a mistake in its rule.
    public init(rule: Int, part: Part, problem: ConditionProblem) {
      self.rule = rule
      self.part = part
      self.problem = problem
    }
  }

  /// The mistakes in the order of the rules.
  public let problems: [Problem]

  /// Gathers mistakes.
  public init(_ problems: [Problem]) {
    self.problems = problems
  }
}
