internal import Events
internal import Syscalls
internal import Text

/// Writes a condition that matches only events with the same values; with patterns, also the
/// equivalent events of other runs.
enum ExactCondition {
  private static let ports: Set<Field> = [.fdPort, .fdSport, .fdCport, .fdLport, .fdRport]

  /// Capacity in bytes; `ConditionParser` rejects longer conditions.
  private static let longest = 65_536

  /// The condition for an event's current values.
  ///
  /// - Parameter patterns: how to write paths; nil for literal paths.
  /// - Returns: nil when the condition exceeds the capacity.
  static func text<Source: FieldSource>(
    of keys: [FieldKey], _ source: inout Source, patterns: PathPattern? = nil
  ) -> String? {
    var arena = ByteArena()
    var checks: [String] = []
    var seen: Set<FieldKey> = []
    for key in keys where seen.insert(key).inserted {
      guard key.field != .evtType else {
        checks.append("evt.type = \(source.eventType.name)")
        continue
      }
      let applies = key.field.applies(to: source.eventType, key.parameter)
      let value = applies ? source.value(of: key, in: &arena) : .absent
      let wide = patterns.flatMap { pattern(key, value, arena, $0) }
      if let check = wide ?? check(key.name, value, arena) { checks.append(check) }
    }
    let condition = checks.joined(separator: " and ")
    return condition.utf8.count <= longest ? condition : nil
  }

  /// The check of a value that differs between runs; nil for any other.
  private static func pattern(
    _ key: FieldKey, _ value: FieldValue, _ arena: ByteArena, _ patterns: PathPattern
  ) -> String? {
    switch value {
    case .number(let number) where ports.contains(key.field) && EphemeralPorts.contains(number):
      return "\(key.name) >= \(EphemeralPorts.first)"
    case .text(let text): return glob(key.name, [arena[text]], patterns)
    case .path(let given, let resolved):
      return glob(key.name, [arena[given], arena[resolved]], patterns)
    default: return nil
    }
  }

  private static func glob(
    _ name: String, _ paths: [ArraySlice<UInt8>], _ patterns: PathPattern
  ) -> String? {
    let found = paths.map { patterns.pattern(of: $0) }
    guard found.contains(where: { !$0.isExact }) else { return nil }
    var texts: [String] = []
    for pattern in found where !texts.contains(quoted(pattern.glob[...])) {
      texts.append(quoted(pattern.glob[...]))
    }
    return texts.count == 1
      ? "\(name) glob \(texts[0])" : "\(name) glob anyof (\(texts.joined(separator: ", ")))"
  }

  private static func check(_ name: String, _ value: FieldValue, _ arena: ByteArena) -> String? {
    switch value {
    // The value is unknown until later.
    case .undecided: nil
    case .absent: "not \(name) exists"
    case .boolean(let truth): "\(name) = \(truth)"
    case .number(let number): "\(name) = \(number)"
    case .text(let text): "\(name) = \(quoted(arena[text]))"
    case .path(let given, let resolved):
      // An exception must match both names.
      arena[given].elementsEqual(arena[resolved])
        ? "\(name) = \(quoted(arena[resolved]))"
        : "\(name) in (\(quoted(arena[given])), \(quoted(arena[resolved])))"
    case .address(let address): "\(name) = \(address)"
    case .addresses(let first, let second): "\(name) = \(first) and \(name) = \(second)"
    case .numbers(let first, let second): "\(name) = \(first) and \(name) = \(second)"
    case .flags(let register, let family): "\(name) = \(family.text(of: register))"
    case .event(let event): "\(name) = \(event.name)"
    case .texts(let range): list(name, arena[range])
    }
  }

  private static func list(_ name: String, _ bytes: ArraySlice<UInt8>) -> String {
    let items = bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    guard !items.isEmpty else { return "not \(name) exists" }
    return "\(name) in (\(items.map { quoted($0) }.joined(separator: ", ")))"
  }

  /// Keywords of the condition language, which need quotes as values.
  private static let keywords: Set<String> = [
    "and", "or", "not", "in", "exists", "anyof", "allof", "oneof", "val",
  ]

  /// A literal of the condition language: a bare word, or quoted with escapes.
  ///
  /// Other bytes than plain text are escaped, so that no character is invisible.
  static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    if !bytes.isEmpty, bytes.allSatisfy(isPlain) {
      let word = String(decoding: bytes, as: UTF8.self)
      if !keywords.contains(word) { return word }
    }
    var text = "'"
    var rest = bytes
    while let first = rest.first {
      let length = scalarLength(first)
      let head = rest.prefix(length)
      if let scalar = String(validating: head, as: UTF8.self)?.unicodeScalars.first,
        head.count == length, isVisible(scalar)
      {
        if scalar == "'" || scalar == "\\" { text += "\\" }
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        let digits = String(first, radix: 16)
        text += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
        rest = rest.dropFirst()
      }
    }
    return text + "'"
  }

  private static func scalarLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }

  /// Whether a terminal displays the character.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isHazardous else { return false }
    if scalar.isASCII { return true }
    // Two of these can look alike, and an exception is compared by its bytes.
    switch scalar.properties.generalCategory {
    case .privateUse, .spaceSeparator, .nonspacingMark, .enclosingMark: return false
    default: return true
    }
  }
}
