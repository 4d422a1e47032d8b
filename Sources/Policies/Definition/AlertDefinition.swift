public import Events
public import Rules
public import JSON

/// A setting of an alert that a policy may change.
public struct CriterionDefinition: Equatable, Sendable {
  /// Its name; the condition says `$name`.
  public let name: String
  /// What values it takes.
  public let type: CriterionType
  /// Its value unless a policy gives another.
  public let defaultValue: CriterionValue
  /// One sentence.
  public let meaning: String
}

/// What happened somewhere that shows why an alert matters.
public struct RealWorldExample: Equatable, Sendable {
  /// What happened.
  public let text: String
  /// When: `2021` , `2021-12` or `2021-12-09`.
  public let date: String
  /// The address of a page about it.
  public let reference: String
}

/// An event by which an alert's condition is tested.
public struct ExampleEvent: Equatable, Sendable {
  /// The value of one field.
  public struct Field: Equatable, Sendable {
    /// The field as a condition names it, its parameter included: `evt.arg.flags`.
    public let name: String
    /// Its value.
    public let value: CriterionValue
    /// Where the file names it.
    public let place: TextPlace
  }

  /// What the event shows.
  public let name: String
  /// What a policy that the event is judged under says of the alert's criteria; the defaults
  /// otherwise.
  public let criteria: [String: CriterionValue]
  /// The values of its fields in the order of the file; a field not named has no value.
  public let fields: [Field]
}

/// A kind of risky behaviour: what it is, when it is raised and how a policy can adjust it.
///
/// Whether it is enabled and how urgent it is, only policies say.
public struct AlertDefinition: Equatable, Sendable {
  /// The name in policies and outputs, such as `network-shell-connects`.
  public let id: String
  /// A few words.
  public let title: String
  /// What kind of insight it is.
  public let category: Category
  /// What was seen and why it matters.
  public let description: String
  /// When it is raised, in words.
  public let trigger: String
  /// When it is raised, in the condition language, and where its text stands.
  public let conditionSource: SourceText
  /// The message of an occurrence, with fields as `%proc.name`.
  public let message: String
  /// What an occurrence is about, with fields as in ``message``; it enters the fingerprint.
  public let object: String
  /// The settings, sorted by name.
  public let criteria: [CriterionDefinition]
  /// A real incident; nil for a custom alert.
  public let example: RealWorldExample?
  /// What to do about it.
  public let remedy: String
  /// What others call it.
  public let tags: AlertTags
  /// Which kind of credentials it is about; nil for what is about none.
  public var credential: String?
  /// The lists of a learned policy that it is allowed by, each with the criterion that holds the list;
  /// empty for an alert that is learned as an exception.
  public var learnsInto: [LearnedSettings.List: String] = [:]
  /// Events that raise it.
  public let firesOn: [ExampleEvent]
  /// Events near to those that do not.
  public let silentOn: [ExampleEvent]

  /// The text of the condition.
  public var condition: String { conditionSource.text }

  /// Finds a criterion by its name.
  public func criterion(named name: String) -> CriterionDefinition? {
    criteria.first { $0.name == name }
  }

  /// Two definitions are equal when they say the same, wherever they stand.
  public static func == (a: AlertDefinition, b: AlertDefinition) -> Bool {
    a.id == b.id && a.title == b.title && a.category == b.category
      && a.description == b.description && a.trigger == b.trigger && a.condition == b.condition
      && a.message == b.message && a.object == b.object && a.criteria == b.criteria
      && a.example == b.example && a.remedy == b.remedy && a.tags == b.tags
      && a.credential == b.credential && a.learnsInto == b.learnsInto
      && a.firesOn == b.firesOn && a.silentOn == b.silentOn
  }
}

/// A text that came out of a file, and the way back to its place there.
public struct SourceText: Equatable, Sendable {
  /// The text with its escapes resolved.
  public var text: String { source.text }
  /// The file as the user named it.
  public let file: String
  let source: JSONText

  /// Where a line and column of the text (from 1, in Unicode scalars) are in the file.
  public func place(line: Int, column: Int) -> TextPlace {
    source.place(line: line, column: column)
  }
}
