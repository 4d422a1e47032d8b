internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import Syscalls

// Fields of the data that a syscall sends or has received.
extension EventView {
  mutating func messageValue(_ field: MessageField, _ arena: inout ByteArena) -> FieldValue {
    switch field {
    case .netProtocol: return conversation.map { .text(arena.append($0)) } ?? .absent
    case .netlinkType:
      return list(netlinkMessages().map { Array($0.utf8) }, &arena)
    case .dnsName: return question().map { .text(arena.append($0.name)) } ?? .absent
    case .dnsType: return question().map { .text(arena.append($0.type)) } ?? .absent
    case .dnsUnusualNames:
      return question().map { .number(Int64(run.totals.unusualNames(in: $0.domain))) } ?? .absent
    case .dnsBulkNames:
      return question().map { .number(Int64(run.totals.bulkNames(in: $0.domain))) } ?? .absent
    }
  }

  /// The DNS question of the message.
  mutating func question() -> DNSQuestion? {
    if let known = knownQuestion { return known }
    let found = facts.nameServiceQuestion(result, destination)
    knownQuestion = .some(found)
    if let found { run.totals.note(found) }
    return found
  }

  /// The netlink requests of the message.
  private func netlinkMessages() -> [String] {
    facts.netlinkContent().map { Netlink.types($0.bytes, family: $0.family) } ?? []
  }

  /// Fields of syscalls that set socket options and file attributes.
  mutating func changeValue(_ field: ChangeField) -> FieldValue {
    switch field {
    case .netSetsPromiscuous: return .boolean(facts.setsPromiscuous)
    case .fileAttributesSet:
      return facts.attributesSet.map { .flags($0, .fileAttributes) } ?? .absent
    case .fileWasCreated: return .boolean(isCreation)
    case .fileCreationMode:
      guard facts.event.isOpen ? isCreation : true, let mode = facts.mode else { return .absent }
      return .flags(mode & 0o7777 & ~UInt64(run.umask(of: facts.process)), .mode)
    case .fileTimeSetBack: return .boolean(setsTimeBack())
    }
  }

  /// Whether the syscall creates a file.
  private var isCreation: Bool {
    mutating get {
      if let wasMissing { return wasMissing }
      let found = findMissing()
      wasMissing = found
      return found
    }
  }

  /// Checks before the syscall whether the file to create is missing.
  mutating func findMissing() -> Bool {
    if facts.event.isOpen, !(facts.openFlags ?? []).contains(.create) { return false }
    guard let position = pathPositions.last, let path = path(at: position) else { return false }
    return path.status(run.inspector) == nil
  }

  /// Whether the new modification time is more than a day before the old one.
  private mutating func setsTimeBack() -> Bool {
    let change =
      formerChange ?? pathPositions.last.flatMap { path(at: $0)?.status(run.inspector)?.changed }
    guard let wanted = facts.modificationTime, let former = change else { return false }
    return wanted < former / 1_000_000_000 - 86_400
  }
}
