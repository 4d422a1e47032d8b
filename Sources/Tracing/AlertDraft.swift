internal import Decoding
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Rules
internal import Syscalls

/// An alert on its way: decided, but perhaps waiting for the call to return.
enum AlertDraft {
  /// One that has been shown before: only its count changes.
  case again(fingerprint: String, rule: Int, isSuppressed: Bool)
  case first(Alert, rule: Int)

  /// The rule that matched.
  var rule: Int {
    switch self {
    case .again(_, let rule, _), .first(_, let rule): rule
    }
  }
}

/// Writes alerts: gathers what is said of the process, the event and the reasons, while the
/// caller is held. Only ever done for a match, so that ordinary calls pay nothing for it.
struct AlertDrafting {
  let configuration: TraceConfiguration
  private let fingerprint: Fingerprint

  init(_ configuration: TraceConfiguration) {
    self.configuration = configuration
    fingerprint = Fingerprint(workspace: configuration.workspace)
  }

  /// Drafts the alert of a rule that has matched.
  ///
  /// - Parameter isKnown: whether a fingerprint has been shown before.
  func draft(
    rule: Int, _ view: inout EventView, _ evaluation: inout Evaluation,
    isKnown: (String) -> Bool
  ) -> AlertDraft {
    let kind = configuration.kinds[rule]
    let excuse = evaluation.excuse(rule: rule, &view)
    let object = evaluation.render(kind.object, &view)
    let name = fingerprint.of(
      id: kind.id, exe: displayText(view.image.facts.path), object: object)
    guard !isKnown(name) else {
      return .again(fingerprint: name, rule: rule, isSuppressed: excuse != nil)
    }
    let alert = Alert(
      id: kind.id, priority: kind.priority, category: kind.category, title: kind.title,
      message: evaluation.render(kind.message, &view), time: Machine.now, count: 1,
      fingerprint: name, isNew: true,
      suppression: excuse.map {
        kind.exceptionReasons.indices.contains($0) ? kind.exceptionReasons[$0] : ""
      },
      policy: configuration.policy, app: configuration.app, component: configuration.component,
      process: process(&view), event: event(&view), evidence: evidence(&view, kind.category),
      why: evaluation.reasons(rule: rule, &view), tags: kind.tags, remedy: kind.remedy)
    return .first(alert, rule: rule)
  }

  private func process(_ view: inout EventView) -> AlertProcess {
    let facts = view.image.facts
    let ids = view.ids()
    return AlertProcess(
      pid: view.facts.process.rawValue, ppid: view.parent, exe: displayText(facts.path),
      argv: view.image.argumentList.map { displayText($0) },
      cwd: displayText(ProcessFiles.workingDirectory(of: view.facts.thread) ?? []),
      uid: ids.uid, euid: ids.euid,
      ancestors: view.context.tree.ancestors(of: view.facts.process.rawValue).map {
        .init(pid: $0.id, exe: displayText($0.image.facts.path))
      })
  }

  private func event(_ view: inout EventView) -> AlertEvent {
    var event = AlertEvent(
      type: view.facts.event.name, result: nil, errno: nil, level: .requested,
      arguments: arguments(&view))
    complete(&event, view)
    return event
  }

  /// Adds what the return of the call has shown.
  func complete(_ event: inout AlertEvent, _ view: EventView) {
    guard let result = view.result else { return }
    event.result = result
    event.errno = result < 0 ? EventView.resultName(result) : nil
    let isVerified = view.paths.values.contains { $0?.isVerified ?? false }
    event.level = isVerified || view.phase == .executed ? .verified : .returned
  }

  private func arguments(_ view: inout EventView) -> [NamedValue] {
    var list: [NamedValue] = []
    for (position, argument) in view.facts.event.arguments.enumerated() {
      let register = view.facts.registers.arguments[position]
      let name = argument.name.rawValue
      switch argument.kind {
      case .int, .descriptor, .directory, .pid:
        list.append(.init(name, .number(Int64(Int32(truncatingIfNeeded: register)))))
      case .uint, .id: list.append(.init(name, .number(Int64(register & 0xFFFF_FFFF))))
      // Without O_CREAT or O_TMPFILE the register of the mode holds whatever was in it.
      case .flags(.mode) where (view.facts.openFlags ?? 0x40) & 0x400040 == 0: continue
      case .flags(let family), .enumeration(let family):
        list.append(.init(name, .text(family.text(of: register))))
      case .path, .pathNoFollow:
        guard let path = view.path(at: position) else { continue }
        list.append(.init(name, .text(displayText(path.given))))
      case .socketAddress, .message, .messages: list += destination(view.destination)
      case .ulong, .pointer, .text, .strings, .openHow, .cloneArguments: continue
      }
    }
    // A length of what has just been taken apart says nothing more.
    return list.filter { $0.name != ArgumentName.addrlen.rawValue }
  }

  private func destination(_ endpoint: Endpoint?) -> [NamedValue] {
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

  private func evidence(_ view: inout EventView, _ category: Category) -> [NamedValue] {
    var list: [NamedValue] = []
    if case .ip(let address, _)? = view.destination,
      let match = view.context.country(of: address)
    {
      list.append(.init("country", .text(match.country.description)))
      let countries = view.context.countries
      list.append(.init("database", .text("\(countries.source), \(countries.date)")))
      list.append(.init("matched", .text(AddressRange.text(of: match))))
    }
    if view.facts.event.isExecution {
      list.append(.init("executed", .text(displayText(view.image.facts.executed))))
      if let writer = view.image.facts.writer { list.append(.init("writer", .text(writer))) }
    }
    for position in view.pathPositions {
      guard let path = view.path(at: position), path.resolved != path.given else { continue }
      let name = view.pathPositions.count == 1 ? "path" : "path\(position)"
      list.append(.init(name, .text(displayText(path.resolved))))
    }
    if view.phase == .executed || category != .process { return list }
    var arena = ByteArena()
    if case .path(_, let resolved) = view.value(of: FieldKey(.targetExepath), in: &arena) {
      list.append(.init("target", .text(displayText(arena[resolved]))))
    }
    return list
  }
}
