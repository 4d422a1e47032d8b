import Events
import Policies
import Rules
import Syscalls

/// An example event of the catalogue as the rule engine sees a real one.
///
/// A field has the type that the field table or the argument's kind gives it. A path may be a list
/// of two: the name as the program gave it and the one that the kernel resolved it to.
struct ExampleSource: FieldSource {
  let eventType: EventType
  private let values: [FieldKey: Typed]

  /// A value whose text is not yet in an arena.
  private enum Typed {
    case plain(FieldValue)
    case text(String)
    case texts([String])
    case path(given: String, resolved: String)
  }

  /// Reads an example; the problem says which field is wrong and why.
  init(_ example: ExampleEvent) throws(ExampleProblem) {
    guard let type = example.fields.first(where: { $0.name == "evt.type" }),
      case .text(let name) = type.value, let event = EventType(name: name)
    else { throw ExampleProblem("\(example.name): evt.type is no event") }
    eventType = event
    var values: [FieldKey: Typed] = [:]
    for item in example.fields {
      let key = try Self.key(item.name)
      let wanted = "\(example.name): \(item.name)"
      guard key.field.applies(to: event, key.parameter) else {
        throw ExampleProblem("\(wanted) is no field of \(name)")
      }
      guard let value = Self.typed(item.value, key, event) else {
        throw ExampleProblem("\(wanted) has a value of another type: \(item.value)")
      }
      guard values.updateValue(value, forKey: key) == nil else {
        throw ExampleProblem("\(wanted) is given twice")
      }
    }
    self.values = values
  }

  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    switch values[key] {
    case nil: return .absent
    case .plain(let value): return value
    case .text(let text): return .text(arena.append(text))
    case .texts(let texts):
      return .texts(arena.append(texts.flatMap { Array($0.utf8) + [0] }))
    case .path(let given, let resolved):
      let range = arena.append(given)
      return .path(given: range, resolved: given == resolved ? range : arena.append(resolved))
    }
  }

  /// The key of a field's name as a condition writes it.
  private static func key(_ name: String) throws(ExampleProblem) -> FieldKey {
    for field in [Field.evtArg, .evtRawarg] where name.hasPrefix(field.description.name + ".") {
      let argument = String(name.dropFirst(field.description.name.count + 1))
      guard let argument = ArgumentName(rawValue: argument) else { break }
      return FieldKey(field, .argument(argument))
    }
    if name.hasSuffix("]"), let open = name.firstIndex(of: "["),
      let field = Field(name: String(name[..<open])), field.description.parameter == .seconds,
      let seconds = Int(name[open...].dropFirst().dropLast())
    {
      return FieldKey(field, .index(seconds))
    }
    guard let field = Field(name: name), field.description.parameter == .none else {
      throw ExampleProblem("\(name) is no field that an example can give")
    }
    return FieldKey(field)
  }

  private static func typed(
    _ value: CriterionValue, _ key: FieldKey, _ event: EventType
  ) -> Typed? {
    switch key.field.description.type {
    case .boolean: if case .boolean(let flag) = value { return .plain(.boolean(flag)) }
    case .number: if case .number(let number) = value { return .plain(.number(number)) }
    case .text: if case .text(let text) = value { return .text(text) }
    case .path: return path(value)
    case .event: return .plain(.event(event))
    case .address:
      if case .text(let text) = value { return IPAddress(text).map { .plain(.address($0)) } }
    case .argument: return argument(value, key.parameter, event)
    case .texts:
      guard case .list(let items) = value else { return nil }
      let texts = items.compactMap { item -> String? in
        if case .text(let text) = item { return text }
        return nil
      }
      return texts.count == items.count ? .texts(texts) : nil
    case .flags:
      guard case .text(let names) = value else { return nil }
      switch key.field {
      case .memProt: return flags(names, .protection)
      case .fileAttributesSet: return flags(names, .fileAttributes)
      default: return flags(names, .mode)
      }
    case .addresses, .numbers: return nil
    }
    return nil
  }

  private static func path(_ value: CriterionValue) -> Typed? {
    switch value {
    case .text(let text): .path(given: text, resolved: text)
    case .list(let names):
      if names.count == 2, case .text(let given) = names[0], case .text(let resolved) = names[1] {
        .path(given: given, resolved: resolved)
      } else {
        nil
      }
    default: nil
    }
  }

  private static func flags(_ names: String, _ family: FlagFamily) -> Typed? {
    var bits: UInt64 = 0
    for name in names.split(separator: "|") {
      guard let constant = family.constant(named: String(name)) else { return nil }
      bits |= constant.value
    }
    return .plain(.flags(bits, family))
  }

  private static func argument(
    _ value: CriterionValue, _ parameter: FieldKey.Parameter, _ event: EventType
  ) -> Typed? {
    guard case .argument(let name) = parameter, let position = event.position(of: name) else {
      return nil
    }
    switch (event.arguments[position].kind, value) {
    case (.path, _), (.pathNoFollow, _): return path(value)
    case (.text, .text(let text)): return .text(text)
    case (.flags(let family), .text(let names)), (.enumeration(let family), .text(let names)),
      (.member(let family, _, _), .text(let names)):
      return flags(names, family)
    case (let kind, .number(let number)) where kind.isScalar: return .plain(.number(number))
    default: return nil
    }
  }
}

/// What is wrong with an example event.
struct ExampleProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
