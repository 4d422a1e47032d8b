internal import Decoding
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Syscalls

/// What the rules may ask beyond the event itself; one for the whole run.
final class RunContext {
  var tree = ProcessTree()
  var memory = RunMemory()
  let countries: CountryTable
  /// The project's directory; nil when the run has none of its own.
  let workspace: [UInt8]?

  init(countries: CountryTable, workspace: [UInt8]?) {
    self.countries = countries
    self.workspace = workspace
  }

  /// Whether a path lies in the project.
  func isInWorkspace(_ path: [UInt8]) -> Bool {
    workspace.map { Paths.isBelow(path, $0) } ?? false
  }

  /// The country of an address and the range that says so.
  func country(of address: IPAddress) -> CountryMatch? {
    address.isIPv4
      ? countries.country(v4: UInt32(truncatingIfNeeded: address.low))
      : countries.country(v6High: address.high, low: address.low)
  }
}

/// The moment at which an event is looked at.
enum EventPhase: Equatable {
  /// The call is being entered: its result is not known.
  case entry
  /// The call has returned.
  case returned(Int64)
  /// The program has just been replaced; the call's result is 0.
  case executed
}

/// One event as the rules see it: each value is looked up when a rule first asks for it.
struct EventView: FieldSource {
  let facts: CallFacts
  let image: ProgramImage
  let parent: Int32
  let number: Int
  var phase: EventPhase
  let context: RunContext
  /// Which of the call's destinations is being judged.
  var destination: Endpoint?
  private(set) var paths: [Int: PathFacts?] = [:]
  private var link: DescriptorFacts??
  private var socket: SocketFacts??
  private var status: ProcTexts.Status?

  var eventType: EventType { facts.event }

  init(
    _ facts: CallFacts, image: ProgramImage, parent: Int32, number: Int, phase: EventPhase,
    context: RunContext
  ) {
    self.facts = facts
    self.image = image
    self.parent = parent
    self.number = number
    self.phase = phase
    self.context = context
  }

  /// The result, as far as the phase knows it.
  var result: Int64? {
    switch phase {
    case .entry: nil
    case .returned(let value): value
    case .executed: 0
    }
  }

  /// A path argument, resolved once.
  mutating func path(at position: Int) -> PathFacts? {
    if let known = paths[position] { return known }
    let found = facts.path(at: position)
    paths[position] = found
    return found
  }

  /// The positions of the path arguments.
  var pathPositions: [Int] {
    facts.event.arguments.indices.filter { facts.event.arguments[$0].kind.isPath }
  }

  /// Looks at all that the call names in the caller's memory, which is gone or changed later.
  mutating func capture() { for position in pathPositions { _ = path(at: position) } }

  /// Gives the path that was named before the program was replaced.
  mutating func preload(_ path: PathFacts?, at position: Int) { paths[position] = path }

  /// Forgets what the call may have changed.
  mutating func forgetDescriptors() {
    link = nil
    socket = nil
    status = nil
  }

  /// After a successful open, replaces what was asked for by what the new descriptor shows.
  mutating func verify() {
    guard facts.event.isOpen, let result, result >= 0,
      let link = ProcessFiles.descriptor(Int32(truncatingIfNeeded: result), of: facts.thread)
    else { return }
    let name = "/proc/\(facts.thread.rawValue)/fd/\(result)"
    let position = pathPositions.first ?? 0
    var found = (paths[position] ?? nil) ?? PathFacts(given: [], resolved: link)
    found.resolved = link
    found.status = ProcessFiles.status(name)
    found.isVerified = true
    paths[position] = found
  }

  /// What is known of the descriptor that the call is about.
  mutating func descriptor() -> DescriptorFacts? {
    if let link { return link }
    let found = facts.descriptor.flatMap {
      DescriptorFacts($0, thread: facts.thread, process: facts.process)
    }
    link = .some(found)
    return found
  }

  /// What the kernel says of the socket that the call is about.
  mutating func socketFacts() -> SocketFacts? {
    if let socket { return socket }
    let found = facts.descriptor.flatMap { ProcessFiles.socket($0, of: facts.process) }
    socket = .some(found)
    return found
  }

  /// Ids of the process.
  mutating func ids() -> ProcTexts.Status {
    if let status { return status }
    let found = ProcTexts.status(ProcessFiles.text("status", of: facts.thread) ?? [])
    status = found
    return found
  }

  /// The path that `fd.name` and its like are about.
  mutating func subject() -> PathFacts? {
    // Of two paths, the new name is what the call makes.
    if let position = pathPositions.last { return path(at: position) }
    if facts.event == .open_by_handle_at { return paths[0] ?? nil }
    guard let link = descriptor()?.link else { return nil }
    let status = facts.descriptor.flatMap {
      ProcessFiles.status("/proc/\(facts.thread.rawValue)/fd/\($0)")
    }
    return PathFacts(given: link, resolved: link, status: status)
  }

  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    if phase == .entry, key.field.needsResult(in: facts.event) { return .undecided }
    switch key.field.description.scope {
    case .calls, .opens, .argument: return callValue(key, &arena)
    case .any: return processValue(key, &arena)
    case .addresses: return networkValue(key.field, &arena)
    default: return fileValue(key, &arena)
    }
  }
}
