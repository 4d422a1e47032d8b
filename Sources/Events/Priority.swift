/// The priority of an alert.
public enum Priority: Int, Comparable, CaseIterable, Sendable {
  /// Critical.
  case p1 = 1
  /// High.
  case p2 = 2
  /// Medium.
  case p3 = 3
  /// Low.
  case p4 = 4

  /// The name in policies and outputs: `P1` to `P4`.
  public var name: String { "P\(rawValue)" }

  /// Parses the name of a priority, ignoring case.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name.uppercased() }) else {
      return nil
    }
    self = found
  }

  /// Ascending priority: P4 is less than P1.
  public static func < (a: Priority, b: Priority) -> Bool { a.rawValue > b.rawValue }
}

/// The lowest priority that fails a run.
public enum FailThreshold: Equatable, Sendable {
  /// Alerts at or above this priority.
  case at(Priority)
  /// No alert fails a run.
  case never

  /// The name in policies and options.
  public var name: String {
    switch self {
    case .at(let priority): priority.name
    case .never: "never"
    }
  }

  /// Parses a threshold: `P1` to `P4`, or `never`.
  public init?(name: String) {
    if name == "never" {
      self = .never
    } else if let priority = Priority(name: name) {
      self = .at(priority)
    } else {
      return nil
    }
  }

  /// Whether a priority reaches the threshold.
  public func isReached(by priority: Priority) -> Bool {
    switch self {
    case .at(let threshold): priority >= threshold
    case .never: false
    }
  }
}

/// The category of an alert; the catalogue has a file for each.
public enum Category: String, CaseIterable, Sendable {
  case network, process, library, node, file, memory, syscall, libcall
}

/// The reliability of an alert's facts.
public enum EvidenceLevel: String, Sendable {
  /// Observed at the entry of the syscall; another thread may have changed the memory later.
  case requested
  /// The result of the syscall is known.
  case returned
  /// `/proc` confirmed the facts after the syscall.
  case verified
}
