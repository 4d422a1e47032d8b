internal import Decoding
internal import Detection
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Rules
internal import Syscalls
internal import Text

// The facts of the event that an alert contains.
extension EventView: AlertSubject {
  var executable: String { displayText(image.facts.path) }

  var outcome: Outcome {
    guard let result else { return .done }
    return Outcome(facts.event, isReading: !facts.isEffect, result: result)
  }

  mutating func alertProcess() -> AlertProcess {
    let ids = ids()
    return AlertProcess(
      pid: facts.process.rawValue, ppid: parent.rawValue, exe: executable,
      argv: image.argumentList.map { displayText($0) },
      cwd: displayText(workingDirectory() ?? []), uid: ids.uid, euid: ids.euid,
      ancestors: run.tree.ancestors(of: facts.process).map {
        .init(pid: $0.id.rawValue, exe: displayText($0.image.facts.path))
      })
  }

  mutating func alertEvent() -> AlertEvent {
    var event = AlertEvent(
      type: facts.event.name, result: nil, errno: nil, level: .requested,
      arguments: arguments())
    complete(&event)
    return event
  }

  mutating func noteCredential(_ kind: String) -> Bool {
    guard run.totals.noteCredential(kind) else { return false }
    contribution.credentialKinds = run.totals.credentialKinds.count
    return true
  }

  /// Adds the facts that the syscall's return revealed.
  func complete(_ event: inout AlertEvent) {
    guard let result else {
      // The kernel reports the end of a process afterwards, and a signal on delivery.
      if phase == .happened { event.level = .verified }
      return
    }
    event.result = result
    event.errno = result < 0 ? Self.resultName(result) : nil
    event.level = paths.hasVerified || phase == .executed ? .verified : .returned
  }

  private mutating func arguments() -> [NamedValue] {
    if let signal = exitSnapshot?.signal { return [.init("sig", .text(signal.name))] }
    var list: [NamedValue] = []
    for (position, argument) in facts.event.arguments.enumerated() {
      let register = facts.registers.arguments[position]
      let name = argument.name.rawValue
      switch argument.kind {
      case .int, .descriptor, .directory, .pid:
        list.append(.init(name, .number(Int64(Int32(truncatingIfNeeded: register)))))
      case .uint, .id: list.append(.init(name, .number(Int64(register & 0xFFFF_FFFF))))
      // Without O_CREAT or O_TMPFILE, the register of the mode is undefined.
      case .flags(.mode) where !(facts.openFlags ?? .create).mayCreate: continue
      case .flags(let family), .enumeration(let family):
        list.append(.init(name, .text(family.text(of: register))))
      case .path, .pathNoFollow:
        guard let path = path(at: position) else { continue }
        list.append(.init(name, .text(displayText(path.given))))
      case .socketAddress, .message, .messages: list += Self.named(destination)
      case .member(let family, let register, let offset):
        guard let bits = facts.member(of: register, offset: offset) else { continue }
        if family == .mode, !(facts.openFlags ?? []).mayCreate { continue }
        list.append(.init(name, .text(family.text(of: bits))))
      case .ulong, .pointer, .text, .strings, .openHow, .cloneArguments: continue
      }
    }
    if facts.event == .listen { list += Self.named(destination) }
    // The length of a decoded address adds nothing.
    return list.filter { $0.name != ArgumentName.addrlen.rawValue }
  }

  private static func named(_ endpoint: Endpoint?) -> [NamedValue] {
    switch endpoint {
    case .ip(let address, let port):
      [
        .init("family", .text(address.isIPv4 ? "AF_INET" : "AF_INET6")),
        .init("address", .text(address.description)), .init("port", .number(Int64(port))),
      ]
    case .unix, .abstract, .unnamed:
      [
        .init("family", .text("AF_UNIX")),
        .init("address", .text(displayText(endpoint?.text ?? []))),
      ]
    case .other(let family):
      [.init("family", .text(FlagFamily.addressFamily.text(of: UInt64(family))))]
    case nil: []
    }
  }

  mutating func evidence() -> [NamedValue] {
    var list: [NamedValue] = []
    if case .ip(let address, _)? = destination,
      let match = run.country(of: address)
    {
      list.append(.init("country", .text(match.country.description)))
      let countries = run.countries
      list.append(.init("database", .text("\(countries.source), \(countries.date)")))
      list.append(.init("matched", .text(AddressRange.text(of: match))))
    }
    if facts.event.isExecution {
      list.append(.init("executed", .text(displayText(image.facts.executed))))
      if let writer = image.facts.writer { list.append(.init("writer", .text(writer))) }
    }
    for position in pathPositions {
      guard let path = path(at: position), path.resolved != path.given else { continue }
      let name = pathPositions.count == 1 ? "path" : "path\(position)"
      list.append(.init(name, .text(displayText(path.resolved))))
    }
    if Field.libPath.applies(to: facts.event), let library = mappedLibrary() {
      list.append(.init("library", .text(displayText(library.path))))
      if let writer = writer(of: library) { list.append(.init("writer", .text(writer))) }
    }
    if case .some(.some(let question)) = knownQuestion {
      list.append(.init("asked", .text("\(question.name) \(question.type)")))
    }
    if let conversation { list.append(.init("protocol", .text(conversation))) }
    list += exitSnapshot?.evidence ?? []
    guard phase != .executed, Field.targetExepath.applies(to: facts.event) else { return list }
    var arena = ByteArena()
    if case .path(_, let resolved) = value(of: FieldKey(.targetExepath), in: &arena) {
      list.append(.init("target", .text(displayText(arena[resolved]))))
    }
    return list
  }
}
