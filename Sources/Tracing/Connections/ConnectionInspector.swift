internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Rules
internal import Syscalls

/// What is looked for on a socket.
enum ConnectionPurpose: Equatable {
  /// Questions to a name server and its answers, which over TCP have their length in front.
  case names
  /// Questions to systemd-resolved.
  case resolved
  /// What protocol is spoken, which the first message shows.
  case greeting
}

/// The sockets whose first messages are listened to. Bounded.
///
/// No filter can ask for the writes and reads of one descriptor alone, so that a thread that has
/// connected such a socket is stopped at each of its calls for a little while.
struct ConnectionInspector {
  private struct WatchedThread {
    var sockets: [UInt64: ConnectionPurpose]
    /// How many calls are looked at still.
    var rest: Int
  }

  /// Calls of one thread that are looked at: a resolver makes some ten for a question.
  private static let mostCalls = 64
  private var threads: [ThreadID: WatchedThread] = [:]
  /// Sockets to name servers on which nothing could be heard.
  private(set) var unheard: Set<UInt64> = []

  /// Begins to listen to a thread's socket.
  mutating func begin(_ thread: ThreadID, _ socket: UInt64, _ purpose: ConnectionPurpose) {
    var watched = threads[thread] ?? WatchedThread(sockets: [:], rest: 0)
    guard watched.sockets.count < 16 else { return }
    watched.sockets[socket] = purpose
    watched.rest = Self.mostCalls
    threads[thread] = watched
    if purpose != .greeting, unheard.count < 10_000 { unheard.insert(socket) }
  }

  /// What is listened for on a thread's socket.
  func purpose(_ thread: ThreadID, _ socket: UInt64) -> ConnectionPurpose? {
    threads[thread]?.sockets[socket]
  }

  /// Notes that something was understood.
  mutating func hear(_ socket: UInt64) { unheard.remove(socket) }

  /// Stops listening to a socket.
  mutating func end(_ thread: ThreadID, _ socket: UInt64) {
    threads[thread]?.sockets[socket] = nil
    if threads[thread]?.sockets.isEmpty ?? false { threads[thread] = nil }
  }

  /// Forgets a thread.
  mutating func end(_ thread: ThreadID) { threads[thread] = nil }

  /// Counts a call of a thread.
  ///
  /// - Returns: whether it is to be listened to any longer.
  mutating func goesOn(_ thread: ThreadID) -> Bool {
    guard var watched = threads[thread] else { return false }
    watched.rest -= 1
    threads[thread] = watched.rest > 0 ? watched : nil
    return watched.rest > 0
  }
}

// Connections whose first messages tell what they are for.
extension CallPipeline {
  /// Begins to watch a connection's first messages when the connection is worth it.
  ///
  /// - Returns: whether the thread is to be stopped at its calls.
  mutating func beginListening(
    _ facts: CallFacts, _ endpoint: Endpoint?, _ table: inout TaskTable
  ) -> Bool {
    guard assembly.listens, facts.connects, let endpoint,
      let purpose = purpose(of: endpoint, facts), let descriptor = facts.descriptor,
      let link = run.inspector.descriptor(descriptor, of: facts.thread),
      let socket = ProcTexts.socketInode(link)
    else { return false }
    guard facts.event == .connect else {
      // What is sent along with the connection is the first message. A thread that has only
      // announced its call is not stopped, and can't be let go from call to call.
      hear(facts, facts.said(nil), socket, purpose)
      return false
    }
    connections.begin(facts.thread, socket, purpose)
    table.listen(to: facts.thread, true)
    return true
  }

  private func purpose(of endpoint: Endpoint, _ facts: CallFacts) -> ConnectionPurpose? {
    switch endpoint {
    case .unix(let path):
      return path.elementsEqual("/run/systemd/resolve/io.systemd.Resolve".utf8) ? .resolved : nil
    case .ip(_, port: 53): return .names
    case .ip(let address, let port):
      guard !address.isLoopback, port != 22, port != 0, assembly.listensForGreetings,
        let descriptor = facts.descriptor,
        run.inspector.socket(descriptor, of: facts.process)?.type == SocketType.stream
      else { return nil }
      return .greeting
    default: return nil
    }
  }

  /// Looks at a call that a watched thread begins.
  mutating func passing(_ registers: CallRegisters, _ id: ThreadID, _ table: inout TaskTable) {
    guard connections.goesOn(id) else {
      table.listen(to: id, false)
      return
    }
    guard let facts = heardFacts(registers, id, table), facts.event.isSaying,
      let socket = socket(of: facts), let purpose = connections.purpose(id, socket)
    else { return }
    hear(facts, facts.said(nil), socket, purpose)
  }

  /// Looks at a call that a watched thread has come back from.
  mutating func passed(
    _ registers: CallRegisters, _ result: Int64, _ id: ThreadID, _ table: TaskTable
  ) {
    guard result > 0, let facts = heardFacts(registers, id, table), facts.event.isHearing,
      let socket = socket(of: facts), let purpose = connections.purpose(id, socket)
    else { return }
    hear(facts, facts.said(result), socket, purpose, result)
  }

  private func heardFacts(
    _ registers: CallRegisters, _ id: ThreadID, _ table: TaskTable
  ) -> CallFacts? {
    guard registers.isNative, let row = SyscallTable.x86_64.row(number: registers.number),
      row.event.isSaying || row.event.isHearing, let process = table.process(of: id),
      let memory = memory(of: process)
    else { return nil }
    return CallFacts(
      thread: id, process: process, event: row.event, registers: registers, memory: memory,
      run: run)
  }

  private func socket(of facts: CallFacts) -> UInt64? {
    facts.descriptor.flatMap { run.inspector.descriptor($0, of: facts.thread) }
      .flatMap { ProcTexts.socketInode($0) }
  }

  /// Whether the filter asks for a call as well.
  private func isAskedFor(_ facts: CallFacts) -> Bool {
    let arguments = (0..<6).map { facts.registers.arguments[$0] }
    return assembly.plan.needs[facts.event]?.letsThrough(arguments) ?? false
  }

  private mutating func hear(
    _ facts: CallFacts, _ bytes: [UInt8], _ socket: UInt64, _ purpose: ConnectionPurpose,
    _ result: Int64? = nil
  ) {
    if purpose == .names, isAskedFor(facts), !facts.connects {
      // The filter asks for it too, and it is evaluated there.
      connections.hear(socket)
      return
    }
    guard !bytes.isEmpty else { return }
    var view = events.view(of: facts, result.map { .returned($0) } ?? .entry)
    switch purpose {
    case .names:
      // Over TCP two bytes with the length come first, which may be sent and read by themselves.
      let isPrefixed = bytes.count > 14 && Int(bytes[0]) << 8 | Int(bytes[1]) == bytes.count - 2
      let message = isPrefixed ? Array(bytes.dropFirst(2)) : bytes
      view.knownQuestion = .some(DNSQuestion(message))
      for answer in DNSMessage(message)?.names ?? [] {
        run.names.note(answer.name, for: answer.address)
      }
    case .resolved:
      guard let message = ResolvedMessage(bytes) else { return }
      view.knownQuestion = .some(message.name.map { DNSQuestion(name: $0, type: "A") })
      for address in message.addresses {
        if let name = message.name { run.names.note(name, for: address) }
      }
    case .greeting:
      view.conversation = Conversation.protocolName(bytes)
      connections.end(facts.thread, socket)
    }
    if case .some(.some(let question)) = view.knownQuestion {
      run.totals.note(question)
      connections.hear(socket)
    } else if view.conversation == nil {
      return
    }
    events.counts.add(facts.event)
    events.close(&view)
  }
}

extension EventType {
  /// Whether the call says something on a connection.
  fileprivate var isSaying: Bool {
    switch self {
    case .write, .writev, .sendto, .sendmsg, .sendmmsg: true
    default: false
    }
  }

  /// Whether the call hears something on a connection.
  fileprivate var isHearing: Bool {
    switch self {
    case .read, .readv, .recvfrom, .recvmsg: true
    default: false
    }
  }
}
