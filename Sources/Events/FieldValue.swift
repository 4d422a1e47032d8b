public import Syscalls

/// A range of bytes in an event's arena.
public struct ByteRange: Equatable, Sendable, BitwiseCopyable {
  /// The start index.
  public let start: Int32
  /// The number of bytes.
  public let count: Int32

  /// Creates a range of `count` bytes from `start`.
  public init(start: Int, count: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.count = Int32(truncatingIfNeeded: count)
  }

  /// The range as indices of the arena.
  public var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// The value of one field in one event; text lives in the event's ``ByteArena``.
public enum FieldValue: Equatable, Sendable, BitwiseCopyable {
  /// The event has no value: every check on it is false.
  case absent
  /// The value is known only after the call's return; conditions that need it are evaluated then.
  case undecided
  case boolean(Bool)
  case number(Int64)
  case text(ByteRange)
  /// A path: unresolved as in the argument, and as the kernel resolves it. The same range twice
  /// when both are equal.
  case path(given: ByteRange, resolved: ByteRange)
  case address(IPAddress)
  /// Both addresses of a connection, for fields that match either.
  case addresses(IPAddress, IPAddress)
  /// Both ports of a connection, for fields that match either.
  case numbers(Int64, Int64)
  /// Named bits or a named value, in the register's width.
  case flags(UInt64, FlagFamily)
  case event(EventType)
  /// Several texts, each followed by a NUL byte.
  case texts(ByteRange)
}

/// Storage for the texts of one event's fields; cleared, not freed, between events.
public struct ByteArena: Sendable {
  /// The bytes of all texts so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty arena.
  public init() {}

  /// Removes all texts and keeps the capacity.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Stores a text.
  public mutating func append(_ text: some Sequence<UInt8>) -> ByteRange {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return ByteRange(start: start, count: bytes.count - start)
  }

  /// Stores a text.
  public mutating func append(_ text: [UInt8]) -> ByteRange { append(text[...]) }

  /// Stores a text.
  public mutating func append(_ text: ArraySlice<UInt8>) -> ByteRange {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return ByteRange(start: start, count: text.count)
  }

  /// Stores a string's UTF-8.
  public mutating func append(_ text: String) -> ByteRange {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return ByteRange(start: start, count: bytes.count - start)
  }

  /// The bytes of a text.
  public subscript(range: ByteRange) -> ArraySlice<UInt8> { bytes[range.indices] }
}

/// A reference to a value of an event: a field and its parameter.
public struct FieldKey: Hashable, Sendable {
  /// The parameter: `proc.aname[2]`, `proc.env[HOME]`, `evt.arg.flags`.
  public enum Parameter: Hashable, Sendable {
    case none
    case index(Int)
    case argument(ArgumentName)
    case name(String)
  }

  /// The field.
  public let field: Field
  /// The parameter; `.none` for fields without one.
  public let parameter: Parameter

  /// Parses the name of a value in a condition; nil if it needs a parameter in brackets.
  public init?(name: String) {
    for field in [Field.evtArg, .evtRawarg] where name.hasPrefix(field.description.name + ".") {
      let argument = name.dropFirst(field.description.name.utf8.count + 1)
      guard let argument = ArgumentName(rawValue: String(argument)) else { return nil }
      self.init(field, .argument(argument))
      return
    }
    guard let field = Field(name: name), field.description.parameter != .argument else {
      return nil
    }
    self.init(field)
  }

  /// The name of the value in a condition.
  public var name: String {
    switch parameter {
    case .none: field.description.name
    case .index(let index): "\(field.description.name)[\(index)]"
    case .argument(let argument): "\(field.description.name).\(argument.rawValue)"
    case .name(let name): "\(field.description.name)[\(name)]"
    }
  }

  /// Creates a reference.
  public init(_ field: Field, _ parameter: Parameter = .none) {
    self.field = field
    self.parameter = parameter
  }
}

/// The kinds of an open, the values of `evt.is_open_read` and similar fields, which most file rules
/// test first.
public struct OpenKinds: OptionSet, Sendable {
  /// One bit for each field, in their order.
  public let rawValue: UInt8

  /// Creates kinds from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `evt.is_open_read`.
  public static let read = OpenKinds(rawValue: 1)
  /// `evt.is_open_write`.
  public static let write = OpenKinds(rawValue: 2)
  /// `evt.is_open_create`.
  public static let create = OpenKinds(rawValue: 4)
  /// `evt.is_open_exec`.
  public static let execute = OpenKinds(rawValue: 8)
}

/// Provides the values of one event's fields lazily, each at most once.
public protocol FieldSource {
  /// The type of the event.
  var eventType: EventType { get }

  /// The kinds of an open, for a source that knows all four at once; nil when each must be looked
  /// up, or when the event is no open.
  var openKinds: OpenKinds? { get }

  /// Looks up a value and stores its text in the arena.
  ///
  /// - Returns: ``FieldValue/absent`` when the event has none, ``FieldValue/undecided`` when it is
  ///   known only after the call's return.
  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue
}

extension FieldSource {
  /// Nil: each value is looked up.
  public var openKinds: OpenKinds? { nil }
}
