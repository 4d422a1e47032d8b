/// How urgent an alert is.
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

  /// Finds a priority by its name, in either case.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name.uppercased() }) else {
      return nil
    }
    self = found
  }

  /// Ascending urgency: P4 is less than P1.
  public static func < (a: Priority, b: Priority) -> Bool { a.rawValue > b.rawValue }
}

/// From which priority on alerts change the exit status.
public enum FailThreshold: Equatable, Sendable {
  /// Alerts at or above this priority.
  case at(Priority)
  /// No alert does.
  case never

  /// The name in policies and options.
  public var name: String {
    switch self {
    case .at(let priority): priority.name
    case .never: "never"
    }
  }

  /// Finds a threshold by its name: `P1` to `P4`, or `never`.
  public init?(name: String) {
    if name == "never" {
      self = .never
    } else if let priority = Priority(name: name) {
      self = .at(priority)
    } else {
      return nil
    }
  }

  /// Whether an alert of a priority reaches the threshold.
  public func isReached(by priority: Priority) -> Bool {
    switch self {
    case .at(let threshold): priority >= threshold
    case .never: false
    }
  }
}

/// What kind of insight an alert belongs to; the catalogue has a file for each.
public enum Category: String, CaseIterable, Sendable {
  case network, process, library, node, file, memory, syscall, libcall
}

/// How well an alert's facts are known.
public enum EvidenceLevel: String, Sendable {
  /// Seen when the call was entered; another thread could still have changed its memory.
  case requested
  /// The call's result is known.
  case returned
  /// What `/proc` showed after the call agrees.
  case verified
}
