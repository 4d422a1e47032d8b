internal import Events
internal import JSON
internal import Syscalls
internal import Text

// Field values, with the types of the field table.
extension LineDecoder {
  /// The values of an event's fields.
  ///
  /// - Parameter event: the event, which determines the types of arguments.
  func fields(
    _ key: String, of event: EventType
  ) throws(DocumentError) -> [FieldKey: RecordedValue] {
    var values: [FieldKey: RecordedValue] = [:]
    for member in try object(key).all {
      guard let field = FieldKey(name: member.key) else {
        throw LineDecoder.mistake(
          file, member.place, "unknown field \"\(displayText(Array(member.key.utf8), limit: 80))\"")
      }
      values[field] = try value(member.value, of: field, in: event)
    }
    return values
  }

  /// Named values of any type.
  func named(_ key: String) throws(DocumentError) -> [NamedValue] {
    var values: [NamedValue] = []
    for member in try object(key).all {
      switch member.value.value {
      case .text(let text): values.append(NamedValue(member.key, .text(text.text)))
      case .boolean(let truth): values.append(NamedValue(member.key, .boolean(truth)))
      case .number:
        values.append(NamedValue(member.key, .number(try integer(member.value))))
      default: throw mistake(member.value, "a string, a number, true or false")
      }
    }
    return values
  }

  private func value(
    _ node: JSONNode, of key: FieldKey, in event: EventType
  ) throws(DocumentError) -> RecordedValue {
    if key.field == .evtRawarg { return .number(try integer(node)) }
    switch key.field.description.type {
    case .boolean: return .boolean(try truth(node))
    case .number: return .number(try integer(node))
    case .text, .event: return .text(try bytes(node))
    case .path: return try path(node)
    case .address: return .address(try address(node))
    case .addresses:
      let pair = try pair(node)
      return .addresses(try address(pair.0), try address(pair.1))
    case .numbers:
      let pair = try pair(node)
      return .numbers(try integer(pair.0), try integer(pair.1))
    case .flags: return try flags(node, key.field.flagFamily ?? .mode)
    case .texts: return try texts(node)
    case .argument: return try argument(node, key.parameter, event)
    }
  }

  private func argument(
    _ node: JSONNode, _ parameter: FieldKey.Parameter, _ event: EventType
  ) throws(DocumentError) -> RecordedValue {
    guard case .argument(let name) = parameter, let position = event.position(of: name) else {
      throw mistake(node, "no argument of that name in \(event.name)")
    }
    switch event.arguments[position].kind {
    case .flags(let family), .enumeration(let family), .member(let family, _, _):
      return try flags(node, family)
    case .path, .pathNoFollow: return try path(node)
    case .strings: return try texts(node)
    case .text, .socketAddress, .message, .messages: return .text(try bytes(node))
    case .int, .uint, .ulong, .pointer, .descriptor, .directory, .openHow, .cloneArguments, .pid,
      .id:
      return .number(try integer(node))
    }
  }

  private func path(_ node: JSONNode) throws(DocumentError) -> RecordedValue {
    guard case .array = node.value else {
      let name = try bytes(node)
      return .path(given: name, resolved: name)
    }
    let pair = try pair(node)
    return .path(given: try bytes(pair.0), resolved: try bytes(pair.1))
  }

  private func texts(_ node: JSONNode) throws(DocumentError) -> RecordedValue {
    var items: [[UInt8]] = []
    for item in try array(node) { items.append(try bytes(item)) }
    return .texts(items)
  }

  private func flags(
    _ node: JSONNode, _ family: FlagFamily
  ) throws(DocumentError) -> RecordedValue {
    .flags(try LineDecoder(node, file: file).integer("bits"), family)
  }

  private func address(_ node: JSONNode) throws(DocumentError) -> IPAddress {
    guard let address = IPAddress(try text(node)) else { throw mistake(node, "an IP address") }
    return address
  }

  private func pair(_ node: JSONNode) throws(DocumentError) -> (JSONNode, JSONNode) {
    let items = try array(node)
    guard items.count == 2 else { throw mistake(node, "an array of two") }
    return (items[0], items[1])
  }
}

// The last line.
extension RecordingReader {
  func end(_ object: LineDecoder) throws(DocumentError) -> RecordingEnd {
    var events: [String: Int] = [:]
    for member in try object.object("events").all {
      events[member.key] = try object.integer(member.value)
    }
    var spots: [BlindSpot] = []
    for spot in try object.objects("blindSpots") {
      spots.append(
        BlindSpot(
          id: try spot.text("id"), message: try spot.text("message"),
          count: try spot.integer("count")))
    }
    return RecordingEnd(
      outcome: try outcome(object), duration: try object.integer("durationNanoseconds"),
      processes: try object.integer("processes"), events: events,
      inventory: try inventory(try object.object("inventory")), blindSpots: spots)
  }

  private func outcome(_ object: LineDecoder) throws(DocumentError) -> CommandOutcome {
    let name = try object.text("outcome")
    switch name {
    case "exited": return .exited(try object.integer("exitStatus"))
    case "signaled":
      let signal = try object.object("signal")
      return .signaled(number: try signal.integer("number"), name: try signal.text("name"))
    default:
      throw object.mistake(try object.required("outcome"), "\"exited\" or \"signaled\"")
    }
  }

  private func inventory(_ object: LineDecoder) throws(DocumentError) -> Inventory {
    func items(_ key: String) throws(DocumentError) -> [InventoryItem] {
      var items: [InventoryItem] = []
      for item in try object.objects(key) {
        items.append(
          InventoryItem(
            name: try item.text("name"), country: try item.optionalText("country"),
            hosts: item.optional("hosts") == nil ? [] : try item.texts("hosts"),
            count: try item.integer("count")))
      }
      return items
    }
    var inventory = Inventory()
    inventory.programs = try items("programs")
    inventory.destinations = try items("destinations")
    inventory.listeners = try items("listeners")
    inventory.libraries = try items("libraries")
    inventory.directoriesWritten = try items("directoriesWritten")
    inventory.omitted = try object.integer("omitted")
    inventory.notCovered = try object.texts("notCovered")
    return inventory
  }
}
