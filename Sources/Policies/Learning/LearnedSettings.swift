/// What a run did, in the words of a policy: patterns and names, nothing that a run names anew.
public struct LearnedSettings: Equatable, Sendable {
  /// An exception for an alert that was raised.
  public struct Exception: Hashable, Sendable {
    /// The alert.
    public let alert: String
    /// When it is excused.
    public let when: String

    /// Names an exception.
    public init(alert: String, when: String) {
      self.alert = alert
      self.when = when
    }
  }

  /// A list of an alert's that says what is allowed.
  public enum List: String, CaseIterable, Sendable {
    /// Patterns of host names that were contacted.
    case hosts
    /// Addresses that were contacted and had no name.
    case networks
    /// Ports that were contacted.
    case ports
    /// Ports that were listened on.
    case listeners
    /// Patterns of programs that were executed.
    case programs
    /// Directories that were written in.
    case directories
    /// Patterns of files that were written in the project.
    case projectFiles
    /// Patterns of libraries that were loaded from unusual places.
    case libraries
  }

  /// The items of each list.
  public var items: [List: Set<String>] = [:]
  /// Exceptions for what no list allows.
  public var exceptions: Set<Exception> = []

  /// Nothing.
  public init() {}

  /// Adds an item to a list.
  public mutating func add(_ item: String, to list: List) {
    items[list, default: []].insert(item)
  }
}

extension LearnedSettings.List {
  /// What stands in a list that allows nothing: an empty one would switch its alert off.
  var nothing: String? {
    switch self {
    // Nothing can be sent there but to the own network.
    case .networks: "255.255.255.255"
    case .listeners: "0"
    case .programs, .directories: "/nonexistent"
    case .hosts, .ports, .projectFiles, .libraries: nil
    }
  }

  /// Whether an item allows all that another, different one does.
  func covers(_ wide: String, _ narrow: String) -> Bool {
    guard wide != narrow else { return false }
    return switch self {
    case .directories: narrow.hasPrefix(wide + "/")
    case .projectFiles, .libraries: wide.hasSuffix("/*") && narrow.hasPrefix(wide.dropLast())
    default: false
    }
  }
}
