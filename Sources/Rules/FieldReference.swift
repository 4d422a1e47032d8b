internal import Events
internal import Syscalls
internal import Text

/// A field named in a condition, with its possible types.
struct FieldReference {
  var key: FieldKey
  var types: OperandTypes

  /// Looks a name up.
  ///
  /// - Returns: the field, or an error.
  static func find(_ word: String) -> Result<FieldReference, FieldMistake> {
    var name = word[...]
    var bracket: Substring?
    // Bytes, since a search for characters is much slower.
    if word.utf8.last == UInt8(ascii: "]"),
      let open = word.utf8.firstIndex(of: UInt8(ascii: "["))
    {
      name = word[..<open]
      bracket = word[word.utf8.index(after: open)...].dropLast()
    }
    for (field, prefix) in [(Field.evtArg, "evt.arg."), (.evtRawarg, "evt.rawarg.")] {
      guard name.hasPrefix(prefix) else { continue }
      guard bracket == nil else { return .failure("'\(name)' takes no parameter in brackets") }
      return argument(field, String(name.dropFirst(prefix.utf8.count)))
    }
    guard let field = Field(name: String(name)) else {
      let names = Field.table.map { $0.parameter == .argument ? $0.name + ".NAME" : $0.name }
      return .failure(
        FieldMistake(
          "unknown field '\(word.prefix(80))'"
            + suggestion(for: String(name), among: names, mark: "'")))
    }
    switch field.description.parameter {
    case .argument: return .failure("'\(name)' needs an argument's name: '\(name).NAME'")
    case .none:
      guard bracket == nil else { return .failure("'\(name)' takes no parameter") }
      return .success(FieldReference(key: FieldKey(field), types: OperandTypes(of: field)))
    case .name:
      guard let bracket, !bracket.isEmpty else {
        return .failure("'\(name)' needs a name: '\(name)[NAME]'")
      }
      let key = FieldKey(field, .name(String(bracket)))
      return .success(FieldReference(key: key, types: OperandTypes(of: field)))
    case .optionalIndex: return index(field, bracket)
    case .seconds: return seconds(field, bracket)
    }
  }

  private static func index(
    _ field: Field, _ bracket: Substring?
  ) -> Result<FieldReference, FieldMistake> {
    var types = OperandTypes(of: field)
    guard let bracket else {
      types.isFamily = true
      return .success(FieldReference(key: FieldKey(field), types: types))
    }
    guard (1...3).contains(bracket.utf8.count),
      bracket.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(bracket)
    else {
      return .failure("'\(field.description.name)' takes an index from 0 to 999")
    }
    types.isList = false
    return .success(FieldReference(key: FieldKey(field, .index(index)), types: types))
  }

  private static func seconds(
    _ field: Field, _ bracket: Substring?
  ) -> Result<FieldReference, FieldMistake> {
    guard let seconds = bracket.flatMap({ Int($0) }), (1...3600).contains(seconds) else {
      let name = field.description.name
      return .failure("'\(name)' needs a number of seconds from 1 to 3600: '\(name)[10]'")
    }
    let key = FieldKey(field, .index(seconds))
    return .success(FieldReference(key: key, types: OperandTypes(of: field)))
  }

  private static func argument(
    _ field: Field, _ name: String
  ) -> Result<FieldReference, FieldMistake> {
    guard let argument = ArgumentName(rawValue: name) else {
      let hint = suggestion(for: name, among: ArgumentName.allCases.map(\.rawValue), mark: "'")
      return .failure(FieldMistake("no call has an argument '\(name.prefix(80))'" + hint))
    }
    var types = OperandTypes()
    for event in EventType.allCases {
      guard let position = event.position(of: argument) else { continue }
      if field == .evtRawarg {
        types.add(numbers: Int64.min...Int64.max)
      } else {
        types.add(event.arguments[position].kind)
      }
    }
    guard !types.isEmpty else { return .failure("no call has an argument '\(name)'") }
    return .success(FieldReference(key: FieldKey(field, .argument(argument)), types: types))
  }
}

/// An error in a field's name or operand.
struct FieldMistake: Error, ExpressibleByStringInterpolation {
  let message: String

  init(_ message: String) { self.message = message }
  init(stringLiteral message: String) { self.message = message }
}

/// The types of a field's values. An argument may have several: flags in one call, a number in
/// another.
struct OperandTypes {
  /// The range of a number.
  var numbers: ClosedRange<Int64>?
  var hasText = false
  /// Whether the value is several texts.
  var isList = false
  /// Whether the texts are alternatives of which any may match: the ancestors.
  var isFamily = false
  var families: [FlagFamily] = []
  var isBoolean = false
  var isAddress = false
  var isEvent = false

  init() {}

  init(of field: Field) {
    switch field.description.type {
    case .boolean: isBoolean = true
    case .number, .numbers: numbers = field.numberRange
    case .text, .path: hasText = true
    case .texts:
      hasText = true
      isList = true
      isFamily = field == .fdSipName || field == .netlinkType
    case .address, .addresses: isAddress = true
    case .flags: families = field.flagFamily.map { [$0] } ?? []
    case .event: isEvent = true
    case .argument: break
    }
  }

  var isEmpty: Bool {
    numbers == nil && !hasText && families.isEmpty && !isBoolean && !isAddress && !isEvent
  }

  mutating func add(numbers range: ClosedRange<Int64>) {
    guard let known = numbers else {
      numbers = range
      return
    }
    numbers = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
  }

  mutating func add(_ kind: ArgumentKind) {
    switch kind {
    case .int, .descriptor, .directory, .pid: add(numbers: Int64(Int32.min)...Int64(Int32.max))
    case .uint: add(numbers: 0...Int64(UInt32.max))
    // All ones ("no change") is written as -1 or 4294967295.
    case .id: add(numbers: -1...Int64(UInt32.max))
    case .ulong, .pointer: add(numbers: Int64.min...Int64.max)
    case .flags(let family), .enumeration(let family), .member(let family, _, _):
      if !families.contains(family) { families.append(family) }
    case .strings:
      hasText = true
      isList = true
    case .path, .pathNoFollow, .text, .socketAddress, .message, .messages, .openHow,
      .cloneArguments:
      hasText = true
    }
  }

  /// Whether any of these types supports an operator.
  func allows(_ comparison: ConditionOperator) -> Bool {
    switch comparison {
    case .equal, .notEqual, .exists: true
    case .less, .lessOrEqual, .greater, .greaterOrEqual: numbers != nil
    case .contains: hasText || isEvent || !families.isEmpty
    case .icontains, .startswith, .endswith, .glob, .iglob: hasText || isEvent
    case .regex: hasText
    case .in: !isBoolean
    case .intersects: isList
    case .pmatch: hasText
    }
  }

  /// The types in words.
  var name: String {
    var names: [String] = []
    if isBoolean { names.append("true or false") }
    if isEvent { names.append("an event's name") }
    if numbers != nil { names.append("a number") }
    if isAddress { names.append("an address") }
    if !families.isEmpty { names.append("flags") }
    if hasText { names.append(isList ? "a list of texts" : "text") }
    return names.joined(separator: " or ")
  }
}

extension Field {
  /// The range of a number field.
  var numberRange: ClosedRange<Int64> {
    switch self {
    case .fdPort, .fdSport, .fdCport, .fdLport, .fdRport: 0...65_535
    case .procPid, .procPpid, .procSid, .threadTid, .targetPid: 0...Int64(Int32.max)
    case .userUid, .userEuid, .groupGid, .procTty: 0...Int64(UInt32.max)
    case .fdNum: Int64(Int32.min)...Int64(Int32.max)
    case .evtNum, .memAddress, .memLength: 0...Int64.max
    default: Int64.min...Int64.max
    }
  }
}
