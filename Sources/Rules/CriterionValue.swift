/// A value of a criterion.
public enum CriterionValue: Equatable, Sendable {
  case text(String)
  case number(Int64)
  case boolean(Bool)
  case list([CriterionValue])
}
