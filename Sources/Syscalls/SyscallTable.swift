/// One system call of one architecture.
public struct SyscallRow: Sendable {
  /// The number that the kernel knows it by.
  public let number: UInt16
  /// What it is called on every architecture.
  public let event: EventType
  /// Its arguments.
  public let shape: Shape

  init(_ number: UInt16, _ event: EventType, _ shape: Shape) {
    self.number = number
    self.event = event
    self.shape = shape
  }
}

/// The system calls of one architecture, both ways: by number and by name.
public struct SyscallTable: Sendable {
  /// Which architecture this is.
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

  /// The row of a number, or nil for a call newer than this table.
  public func row(number: UInt64) -> SyscallRow? {
    guard number < byNumber.count, byNumber[Int(number)] >= 0 else { return nil }
    return rows[Int(byNumber[Int(number)])]
  }

  /// The row of a call by what it is, or nil when this architecture has no such call.
  public func row(of event: EventType) -> SyscallRow? {
    let index = byEvent[Int(event.rawValue)]
    return index < 0 ? nil : rows[Int(index)]
  }
}

extension EventType {
  /// The name, as `evt.type` shows it.
  public var name: String { Self.names[Int(rawValue)] }

  /// Finds a call by its Linux name.
  public init?(name: String) {
    guard let found = Self.byName[name] else { return nil }
    self = found
  }

  /// The arguments that the call takes; a signal has its number and its sender, the end of a
  /// process none.
  ///
  /// Every architecture that has the call gives its arguments in the same order.
  public var arguments: [CallArgument] { Self.argumentTable[Int(rawValue)] }

  private static let argumentTable: [[CallArgument]] = allCases.map { event in
    if event == .signaldeliver { return Shape.signalDelivery.arguments }
    return SyscallTable.x86_64.row(of: event)?.shape.arguments ?? []
  }

  /// The position of an argument among the registers, or nil when the call has none of that name.
  public func position(of name: ArgumentName) -> Int? {
    arguments.firstIndex { $0.name == name }
  }
}
