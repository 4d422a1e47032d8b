/// A line of a file of the project, which outputs for code reviewers show a result at.
public struct SourcePlace: Equatable, Sendable {
  /// Relative to the top of the project, with slashes.
  public let path: String
  /// From 1.
  public let line: Int

  /// Names a line.
  public init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// An incident that shows why an alert matters.
public struct Incident: Equatable, Sendable {
  /// What happened.
  public let text: String
  /// When: `2021`, `2021-12` or `2021-12-09`.
  public let date: String
  /// The address of a page about it.
  public let reference: String

  /// Describes an incident.
  public init(text: String, date: String, reference: String) {
    self.text = text
    self.date = date
    self.reference = reference
  }
}

/// What an alert is under a policy, whether or not it is raised.
public struct AlertText: Equatable, Sendable {
  /// The alert's name in the catalogue or the policy.
  public let id: String
  /// How urgent it is under the policy.
  public let priority: Priority
  /// What kind of insight it belongs to.
  public let category: Category
  /// A few words.
  public let title: String
  /// What is seen and why it matters.
  public var description = ""
  /// When it is raised, in words.
  public var trigger = ""
  /// What to do about it.
  public var remedy = ""
  /// A real incident; nil for an alert of a policy's own.
  public var incident: Incident?
  /// Ids that others know the behaviour by.
  public var tags = AlertTags()
  /// Where the project's policy speaks of it; nil where it does not.
  public var place: SourcePlace?

  /// Names an alert.
  public init(id: String, priority: Priority, category: Category, title: String) {
    self.id = id
    self.priority = priority
    self.category = category
    self.title = title
  }
}
