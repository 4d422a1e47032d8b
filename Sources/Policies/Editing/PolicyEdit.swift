public import Events
internal import Rules
internal import Text

/// An error in a requested change.
public struct EditMistake: Error, Equatable, Sendable, CustomStringConvertible {
  /// One sentence.
  public let description: String

  /// Creates an error.
  init(_ description: String) { self.description = description }
}

/// One change of a policy.
public enum PolicyEdit: Equatable, Sendable {
  /// Enables or disables alerts, by id or pattern.
  case enable(String, Bool)
  /// Sets the priority of alerts, by id or pattern.
  case priority(String, Priority)
  /// Sets a criterion of one alert, from text.
  case criterion(alert: String, name: String, value: String)
  /// Sets the lowest priority that fails a run.
  case failOn(FailThreshold)
  /// Whether programs may use io_uring.
  case ioUring(IoUringRule)
  /// Sets the description; an empty one removes it.
  case description(String)
  /// Sets the parent.
  case extends(String)

  /// Reads an assignment: `ALERT.priority=P1`, `ALERT.CRITERION=VALUE,VALUE`, `failOn=P2`,
  /// `ioUring=deny`, `description=TEXT` or `extends=POLICY`.
  public init(assignment text: String) throws(EditMistake) {
    guard let sign = text.firstIndex(of: "=") else {
      throw EditMistake("\(quoted(text)) has no \"=\"; expected \(Self.forms)")
    }
    let target = String(text[..<sign])
    let value = String(text[text.index(after: sign)...])
    guard let dot = target.firstIndex(of: ".") else {
      self = try Self.ofPolicy(target, value)
      return
    }
    let alert = String(target[..<dot])
    let name = String(target[target.index(after: dot)...])
    switch name {
    case "priority": self = .priority(alert, try Self.priority(value))
    case "enabled":
      guard value == "true" || value == "false" else {
        throw EditMistake("expected true or false as \(quoted(target)), found \(quoted(value))")
      }
      self = .enable(alert, value == "true")
    default: self = .criterion(alert: alert, name: name, value: value)
    }
  }

  /// Reads `ALERT=P1`.
  public init(priorityAssignment text: String) throws(EditMistake) {
    guard let sign = text.firstIndex(of: "=") else {
      throw EditMistake("\(quoted(text)) has no \"=\"; expected ALERT=P1")
    }
    self = .priority(
      String(text[..<sign]), try Self.priority(String(text[text.index(after: sign)...])))
  }

  private static let forms =
    "ALERT.priority=P1, ALERT.CRITERION=VALUE,VALUE, failOn=P2, ioUring=deny, description=TEXT or "
    + "extends=POLICY"

  private static func ofPolicy(
    _ target: String, _ value: String
  ) throws(EditMistake) -> PolicyEdit {
    switch target {
    case "failOn":
      guard let threshold = FailThreshold(name: value) else {
        let known = Priority.allCases.map(\.name) + ["never"]
        throw EditMistake("expected \(alternatives(known)) as \"failOn\", found \(quoted(value))")
      }
      return .failOn(threshold)
    case "ioUring":
      guard let rule = IoUringRule(rawValue: value) else {
        let known = alternatives(IoUringRule.allCases.map(\.rawValue))
        throw EditMistake("expected \(known) as \"ioUring\", found \(quoted(value))")
      }
      return .ioUring(rule)
    case "description": return .description(value)
    case "extends": return .extends(value)
    default:
      throw EditMistake("unknown setting \(quoted(target)); expected \(forms)")
    }
  }

  private static func priority(_ value: String) throws(EditMistake) -> Priority {
    guard let priority = Priority(name: value) else {
      let known = alternatives(Priority.allCases.map(\.name))
      throw EditMistake("expected \(known) as a priority, found \(quoted(value))")
    }
    return priority
  }
}
