/// A syscall of an architecture.
public struct SyscallRow: Sendable {
  /// The syscall number.
  public let number: UInt16
  /// The type, the same on every architecture.
  public let event: EventType
  /// The arguments.
  public let shape: Shape

  init(_ number: UInt16, _ event: EventType, _ shape: Shape) {
    self.number = number
    self.event = event
    self.shape = shape
  }
}

/// The syscalls of an architecture, by number and by name.
public struct SyscallTable: Sendable {
  /// The architecture.
  public let architecture: Architecture
  /// The rows in ascending order of their numbers.
  public let rows: [SyscallRow]
  private let byNumber: [Int16]
  private let byEvent: [Int16]

  /// The native table of x86-64.
  public static let x86_64 = SyscallTable(.x86_64, x86_64Rows)

  init(_ architecture: Architecture, _ rows: [SyscallRow]) {
    self.architecture = architecture
    self.rows = rows
    var byNumber = [Int16](repeating: -1, count: Int(rows.last?.number ?? 0) + 1)
    var byEvent = [Int16](repeating: -1, count: EventType.allCases.count)
    for (index, row) in rows.enumerated() {
      byNumber[Int(row.number)] = Int16(index)
      byEvent[Int(row.event.rawValue)] = Int16(index)
    }
    self.byNumber = byNumber
    self.byEvent = byEvent
  }

  /// The row of a number; nil for a syscall newer than this table.
  public func row(number: UInt64) -> SyscallRow? {
    guard number < byNumber.count, byNumber[Int(number)] >= 0 else { return nil }
    return rows[Int(byNumber[Int(number)])]
  }

  /// The row of a syscall; nil when this architecture does not have it.
  public func row(of event: EventType) -> SyscallRow? {
    let index = byEvent[Int(event.rawValue)]
    return index < 0 ? nil : rows[Int(index)]
  }
}

extension EventType {
  /// The name in `evt.type`.
  public var name: String { Self.names[Int(rawValue)] }

  /// Finds a syscall by its Linux name.
  public init?(name: String) {
    guard let found = Self.byName[name] else { return nil }
    self = found
  }

  /// The arguments: of a syscall; number and sender of a signal; none of an exit.
  ///
  /// The order is the same on every architecture.
  public var arguments: [CallArgument] { Self.argumentTable[Int(rawValue)] }

  private static let argumentTable: [[CallArgument]] = allCases.map { event in
    if event == .signaldeliver { return Shape.signalDelivery.arguments }
    return SyscallTable.x86_64.row(of: event)?.shape.arguments ?? []
  }

  /// The register index of an argument; nil when the syscall has no argument of that name.
  public func position(of name: ArgumentName) -> Int? {
    arguments.firstIndex { $0.name == name }
  }
}
