public import Syscalls

/// A run of bytes in an event's arena.
public struct ByteRange: Equatable, Sendable, BitwiseCopyable {
  /// Where it starts.
  public let start: Int32
  /// How many bytes it has.
  public let count: Int32

  /// A run of `count` bytes from `start`.
  public init(start: Int, count: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.count = Int32(truncatingIfNeeded: count)
  }

  /// The run as indices of the arena.
  public var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// The value of one field in one event; text lives in the event's ``ByteArena``.
public enum FieldValue: Equatable, Sendable, BitwiseCopyable {
  /// The event has no such value: every check on it is false.
  case absent
  /// It will be known when the call returns; a condition that needs it is decided then.
  case undecided
  case boolean(Bool)
  case number(Int64)
  case text(ByteRange)
  /// A path: as the program gave it, and as the kernel resolves it. The same range twice when
  /// there is but one name.
  case path(given: ByteRange, resolved: ByteRange)
  case address(IPAddress)
  /// Both ends of a connection, where a field means either.
  case addresses(IPAddress, IPAddress)
  /// Both ends' ports, where a field means either.
  case numbers(Int64, Int64)
  /// Named bits or a named value, in the register's width.
  case flags(UInt64, FlagFamily)
  case event(EventType)
  /// Several texts, each followed by a NUL byte.
  case texts(ByteRange)
}

/// Where the text of one event's fields is kept; emptied, not freed, between events.
public struct ByteArena: Sendable {
  /// The bytes of all texts so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty arena.
  public init() {}

  /// Forgets all texts and keeps the memory.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Keeps a text.
  public mutating func append(_ text: some Sequence<UInt8>) -> ByteRange {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return ByteRange(start: start, count: bytes.count - start)
  }

  /// Keeps a text.
  public mutating func append(_ text: [UInt8]) -> ByteRange { append(text[...]) }

  /// Keeps a text.
  public mutating func append(_ text: ArraySlice<UInt8>) -> ByteRange {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return ByteRange(start: start, count: text.count)
  }

  /// Keeps a string's UTF-8.
  public mutating func append(_ text: String) -> ByteRange {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return ByteRange(start: start, count: bytes.count - start)
  }

  /// The bytes of a text.
  public subscript(range: ByteRange) -> ArraySlice<UInt8> { bytes[range.indices] }
}

/// Which value of an event is asked for: a field, and its parameter if it takes one.
public struct FieldKey: Hashable, Sendable {
  /// What selects one of several: `proc.aname[2]`, `proc.env[HOME]`, `evt.arg.flags`.
  public enum Parameter: Hashable, Sendable {
    case none
    case index(Int)
    case argument(ArgumentName)
    case name(String)
  }

  /// Which field.
  public let field: Field
  /// Which of several values, if the field has several.
  public let parameter: Parameter

  /// Finds a value by the name that a condition has for it; nil for one that needs a parameter in
  /// brackets.
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

  /// The name that a condition has for the value.
  public var name: String {
    switch parameter {
    case .none: field.description.name
    case .index(let index): "\(field.description.name)[\(index)]"
    case .argument(let argument): "\(field.description.name).\(argument.rawValue)"
    case .name(let name): "\(field.description.name)[\(name)]"
    }
  }

  /// Names a value.
  public init(_ field: Field, _ parameter: Parameter = .none) {
    self.field = field
    self.parameter = parameter
  }
}

/// What a call that opens a file does with it: the values of `evt.is_open_read` and its like, which
/// nearly every rule about files begins with.
public struct OpenKinds: OptionSet, Sendable {
  /// A bit each, in the order of the fields.
  public let rawValue: UInt8

  /// Kinds by their bits.
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

/// Gives the values of one event's fields, each at most once and only when a condition asks.
public protocol FieldSource {
  /// What the event is.
  var eventType: EventType { get }

  /// Whether the event opens a file for reading and so on, for a source that knows all four at once;
  /// nil when they have to be asked for one by one, or the event has no such values.
  var openKinds: OpenKinds? { get }

  /// Finds a value, keeping its text in the arena.
  ///
  /// - Returns: ``FieldValue/absent`` when the event has none, ``FieldValue/undecided`` when it
  ///   will only be known after the call.
  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue
}

extension FieldSource {
  /// Nil: each value is asked for by itself.
  public var openKinds: OpenKinds? { nil }
}
