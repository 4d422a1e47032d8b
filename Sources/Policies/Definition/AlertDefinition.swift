public import Events
public import Rules
public import JSON

/// A criterion: a parameter of an alert's condition that policies can set.
public struct CriterionDefinition: Equatable, Sendable {
  /// The name; the condition refers to it as `$name`.
  public let name: String
  /// The type of its values.
  public let type: CriterionType
  /// The default value.
  public let defaultValue: CriterionValue
  /// One sentence.
  public let meaning: String
}

/// A real incident that shows why an alert matters.
public struct RealWorldExample: Equatable, Sendable {
  /// What happened.
  public let text: String
  /// The date: `2021`, `2021-12` or `2021-12-09`.
  public let date: String
  /// The URL of a page about it.
  public let reference: String
}

/// An event that tests an alert's condition.
public struct ExampleEvent: Equatable, Sendable {
  /// The value of one field.
  public struct Field: Equatable, Sendable {
    /// The field name with its parameter, such as `evt.arg.flags`.
    public let name: String
    /// Its value.
    public let value: CriterionValue
    /// The place of the name in the file.
    public let place: TextPlace
  }

  /// The purpose of the event.
  public let name: String
  /// Criteria for the evaluation of this event; the defaults for the others.
  public let criteria: [String: CriterionValue]
  /// The values of its fields in the order of the file; other fields have no value.
  public let fields: [Field]
}

/// The definition of an alert: its meaning, its condition and the criteria that policies can set.
///
/// Policies determine its priority and whether it is enabled.
public struct AlertDefinition: Equatable, Sendable {
  /// The name in policies and outputs, such as `network-shell-connects`.
  public let id: String
  /// The title.
  public let title: String
  /// The category.
  public let category: Category
  /// The behaviour and why it matters.
  public let description: String
  /// The trigger in words.
  public let trigger: String
  /// The trigger in the condition language, and the place of its text.
  public let conditionSource: SourceText
  /// The message template, with fields such as `%proc.name`.
  public let message: String
  /// The object template, with fields as in ``message``; part of the fingerprint.
  public let object: String
  /// The criteria, sorted by name.
  public let criteria: [CriterionDefinition]
  /// A real incident; nil for a custom alert.
  public let example: RealWorldExample?
  /// How to fix the cause.
  public let remedy: String
  /// Ids in ATT&CK and CWE.
  public let tags: AlertTags
  /// The kind of credentials that it reports; nil for other alerts.
  public var credential: String?
  /// The lists of a learned policy that it is allowed by, each with the criterion that holds the
  /// list; empty for an alert that is learned as an exception.
  public var learnsInto: [LearnedSettings.List: String] = [:]
  /// Events that raise it.
  public let firesOn: [ExampleEvent]
  /// Similar events that do not raise it.
  public let silentOn: [ExampleEvent]

  /// The text of the condition.
  public var condition: String { conditionSource.text }

  /// Finds a criterion by its name.
  public func criterion(named name: String) -> CriterionDefinition? {
    criteria.first { $0.name == name }
  }

  /// Compares the content, not the places in files.
  public static func == (a: AlertDefinition, b: AlertDefinition) -> Bool {
    a.id == b.id && a.title == b.title && a.category == b.category
      && a.description == b.description && a.trigger == b.trigger && a.condition == b.condition
      && a.message == b.message && a.object == b.object && a.criteria == b.criteria
      && a.example == b.example && a.remedy == b.remedy && a.tags == b.tags
      && a.credential == b.credential && a.learnsInto == b.learnsInto
      && a.firesOn == b.firesOn && a.silentOn == b.silentOn
  }
}

/// A text from a file, with a mapping of its positions to the file.
public struct SourceText: Equatable, Sendable {
  /// The text with its escapes resolved.
  public var text: String { source.text }
  /// The file as the user named it.
  public let file: String
  let source: JSONText

  /// Maps a line and column of the text (from 1, in Unicode scalars) to the file.
  public func place(line: Int, column: Int) -> TextPlace {
    source.place(line: line, column: column)
  }
}
