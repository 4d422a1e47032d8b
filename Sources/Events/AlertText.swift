/// A line in a file of the project, the place of an alert in reports for code review.
public struct SourcePlace: Equatable, Sendable {
  /// The path relative to the project's root.
  public let path: String
  /// The line, from 1.
  public let line: Int

  /// Creates a place.
  public init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// An incident that shows why an alert matters.
public struct Incident: Equatable, Sendable {
  /// What happened.
  public let text: String
  /// The date: `2021`, `2021-12` or `2021-12-09`.
  public let date: String
  /// The URL of a page about it.
  public let reference: String

  /// Creates an incident.
  public init(text: String, date: String, reference: String) {
    self.text = text
    self.date = date
    self.reference = reference
  }
}

/// The texts of an alert that a policy enables.
public struct AlertText: Equatable, Sendable {
  /// The alert's id in the catalogue or the policy.
  public let id: String
  /// The priority under the policy.
  public let priority: Priority
  /// The category.
  public let category: Category
  /// The title.
  public let title: String
  /// The behaviour and why it matters.
  public var description = ""
  /// The trigger in words.
  public var trigger = ""
  /// How to fix the cause.
  public var remedy = ""
  /// A real incident; nil for a custom alert.
  public var incident: Incident?
  /// Ids of the behaviour in public taxonomies.
  public var tags = AlertTags()
  /// Its place in the project's policy; nil if the policy does not mention it.
  public var place: SourcePlace?

  /// Creates the texts of an alert.
  public init(id: String, priority: Priority, category: Category, title: String) {
    self.id = id
    self.priority = priority
    self.category = category
    self.title = title
  }
}
