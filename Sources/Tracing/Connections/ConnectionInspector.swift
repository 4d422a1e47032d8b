internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Rules
internal import Syscalls

/// The protocol to decode on a socket.
enum ConnectionPurpose: Equatable {
  /// DNS questions and answers; over TCP a length precedes them.
  case names
  /// Questions to systemd-resolved.
  case resolved
  /// The protocol of the connection, detected from its first message.
  case greeting
}

/// The sockets whose first messages are inspected. Bounded.
///
/// A filter cannot select one descriptor's reads and writes. So the thread that connected such a
/// socket stops at all its syscalls for a short time.
struct ConnectionInspector {
  private struct WatchedThread {
    var sockets: [UInt64: ConnectionPurpose]
    /// Remaining number of syscalls to inspect.
    var rest: Int
  }

  /// Limit of inspected syscalls for a thread. A resolver makes about ten for a question, ssh more
  /// than a hundred before its first message, since it reads its keys after it has connected.
  private static let mostCalls = 1024
  private var threads: [ThreadID: WatchedThread] = [:]
  /// Sockets to name servers without a decoded message.
  private(set) var unheard: Set<UInt64> = []

  /// Starts the inspection of a thread's socket.
  mutating func begin(_ thread: ThreadID, _ socket: UInt64, _ purpose: ConnectionPurpose) {
    var watched = threads[thread] ?? WatchedThread(sockets: [:], rest: 0)
    guard watched.sockets.count < 16 else { return }
    watched.sockets[socket] = purpose
    watched.rest = Self.mostCalls
    threads[thread] = watched
    if purpose != .greeting, unheard.count < 10_000 { unheard.insert(socket) }
  }

  /// The purpose of the inspection of a thread's socket.
  func purpose(_ thread: ThreadID, _ socket: UInt64) -> ConnectionPurpose? {
    threads[thread]?.sockets[socket]
  }

  /// Notes a decoded message.
  mutating func hear(_ socket: UInt64) { unheard.remove(socket) }

  /// Ends the inspection of a socket.
  mutating func end(_ thread: ThreadID, _ socket: UInt64) {
    threads[thread]?.sockets[socket] = nil
    if threads[thread]?.sockets.isEmpty ?? false { threads[thread] = nil }
  }

  /// Removes a thread.
  mutating func end(_ thread: ThreadID) { threads[thread] = nil }

  /// Counts a syscall of a thread.
  ///
  /// - Returns: whether the inspection continues.
  mutating func goesOn(_ thread: ThreadID) -> Bool {
    guard var watched = threads[thread] else { return false }
    watched.rest -= 1
    threads[thread] = watched.rest > 0 ? watched : nil
    return watched.rest > 0
  }
}

// Connections whose first messages reveal their protocol.
extension CallPipeline {
  /// Starts the inspection of a connection if any rule needs its first messages.
  ///
  /// - Returns: whether the thread stops at all its syscalls.
  mutating func beginListening(
    _ facts: CallFacts, _ endpoint: Endpoint?, _ table: inout TaskTable
  ) -> Bool {
    guard assembly.listens, facts.connects, let endpoint,
      let purpose = purpose(of: endpoint, facts), let descriptor = facts.descriptor,
      let link = run.inspector.descriptor(descriptor, of: facts.thread),
      let socket = ProcTexts.socketInode(link)
    else { return false }
    guard facts.event == .connect else {
      // The data sent with the connection are the first message. A thread that waits on a
      // notification is not in a ptrace stop, so it cannot resume to its next syscall.
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

  /// Inspects the entry of a watched thread's syscall.
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

  /// Inspects the return of a watched thread's syscall.
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

  /// Whether the filter selects the syscall too.
  private func isAskedFor(_ facts: CallFacts) -> Bool {
    let arguments = (0..<6).map { facts.registers.arguments[$0] }
    return assembly.plan.needs[facts.event]?.letsThrough(arguments) ?? false
  }

  private mutating func hear(
    _ facts: CallFacts, _ bytes: [UInt8], _ socket: UInt64, _ purpose: ConnectionPurpose,
    _ result: Int64? = nil
  ) {
    if purpose == .names, isAskedFor(facts), !facts.connects {
      // The filter selects the syscall too, and its handler evaluates it.
      connections.hear(socket)
      return
    }
    guard !bytes.isEmpty else { return }
    var view = events.view(of: facts, result.map { .returned($0) } ?? .entry)
    switch purpose {
    case .names:
      // Over TCP a length of two bytes precedes the message, possibly in a separate write or read.
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
  /// Whether the syscall sends on a connection.
  fileprivate var isSaying: Bool {
    switch self {
    case .write, .writev, .sendto, .sendmsg, .sendmmsg: true
    default: false
    }
  }

  /// Whether the syscall receives on a connection.
  fileprivate var isHearing: Bool {
    switch self {
    case .read, .readv, .recvfrom, .recvmsg: true
    default: false
    }
  }
}
