/// The actions of a run as policy settings: patterns and names that are stable from run to run.
public struct LearnedSettings: Equatable, Sendable {
  /// An exception for a raised alert.
  public struct Exception: Hashable, Sendable {
    /// The alert.
    public let alert: String
    /// The condition of the exception.
    public let when: String

    /// Creates an exception.
    public init(alert: String, when: String) {
      self.alert = alert
      self.when = when
    }
  }

  /// A list criterion of an alert that contains allowed objects.
  public enum List: String, CaseIterable, Sendable {
    /// Patterns of contacted host names.
    case hosts
    /// Contacted addresses without a host name.
    case networks
    /// Contacted ports.
    case ports
    /// Listening ports.
    case listeners
    /// Patterns of executed programs.
    case programs
    /// Directories of written files.
    case directories
    /// Patterns of written files in the project.
    case projectFiles
    /// Patterns of libraries loaded from unusual paths.
    case libraries
  }

  /// The items of each list.
  public var items: [List: Set<String>] = [:]
  /// Exceptions for actions that no list covers.
  public var exceptions: Set<Exception> = []

  /// No actions.
  public init() {}

  /// Adds an item to a list.
  public mutating func add(_ item: String, to list: List) {
    items[list, default: []].insert(item)
  }
}

extension LearnedSettings.List {
  /// An item that matches nothing: an empty list would disable its alert.
  var nothing: String? {
    switch self {
    // Only the local network can use this address.
    case .networks: "255.255.255.255"
    case .listeners: "0"
    case .programs, .directories: "/nonexistent"
    case .hosts, .ports, .projectFiles, .libraries: nil
    }
  }

  /// Whether an item covers another, different item.
  func covers(_ wide: String, _ narrow: String) -> Bool {
    guard wide != narrow else { return false }
    return switch self {
    case .directories: narrow.hasPrefix(wide + "/")
    case .projectFiles, .libraries: wide.hasSuffix("/*") && narrow.hasPrefix(wide.dropLast())
    default: false
    }
  }
}
