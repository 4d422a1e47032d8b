internal import Decoding
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Rules
internal import Syscalls
internal import Text

/// A call whose return is waited for, with all that it named in memory.
struct PendingCall {
  var view: EventView
  var drafts: [AlertDraft]
  let destinations: Destinations
  /// What a recording keeps of the call's entry, one a destination; empty without a recording.
  var snapshots: [EventSnapshot] = []
  /// The rules whose alert has been counted already, when the call was set aside.
  var counted: Set<Int> = []
}

/// An execution that has been asked for; its arguments are gone when it has happened.
struct ExecutingCall {
  let event: EventType
  let registers: CallRegisters
  let path: PathFacts?
  /// The effective user before.
  let user: UInt32?
  /// Where the call was made, where a rule asks.
  let origin: CallOrigin?
}

extension Session {
  /// Of each event whether it gives a file another name, or takes it.
  private static let renaming = EventType.allCases.map {
    (DirectoryMemory.moving + [.link, .linkat, .unlink, .unlinkat, .chroot]).contains($0)
  }
}

// The calls themselves: at their entry, at their return, and executions.
extension Session {
  /// Looks at a call that is being entered and says how the thread goes on.
  mutating func entered(
    _ registers: CallRegisters, _ id: ThreadID, _ answer: TaskAnswer
  ) -> TaskAnswer {
    setAside(id)
    let abi = Architecture(
      auditArchitecture: registers.architecture, number: registers.number)
    guard let process = table.process(of: id), let memory = memories[process],
      let (event, native) = native(registers, abi, memory)
    else {
      let isPlain = abi == .i386 && ForeignTable.plain.contains(registers.number)
      guard abi != .x86_64, !isPlain else { return answer }
      blindSpots.add(.foreignABI(abi.name))
      // What it does is not known.
      context.directories.distrust()
      return answer
    }
    let facts = CallFacts(
      thread: id, process: process, event: event, registers: native, raw: registers, abi: abi,
      memory: memory, context: context)
    if assembly.isOutput(event) {
      noteOutput(facts)
      guard assembly.isAsked(event) else { return answer }
    }
    counts[Int(event.rawValue)] += 1
    eventCount += 1
    if Self.renaming[Int(event.rawValue)] { context.settleCreations() }
    context.directories.note(event, by: id)
    guardAgainstBlinding(facts)
    return event.isExecution ? enteredExecution(facts, answer) : enteredCall(facts, answer)
  }

  /// The call that registers mean, and its arguments in the native order.
  private func native(
    _ registers: CallRegisters, _ abi: Architecture, _ memory: HeldMemory
  ) -> (EventType, CallRegisters)? {
    guard abi == .x86_64 else { return ForeignCalls.native(registers, abi, in: memory) }
    return SyscallTable.x86_64.row(number: registers.number).map { ($0.event, registers) }
  }

  private mutating func enteredCall(_ facts: CallFacts, _ answer: TaskAnswer) -> TaskAnswer {
    var view = makeView(facts, .entry)
    count(&view)
    let destinations = destinations(of: facts)
    let (drafts, isUndecided) = judge(&view, destinations)
    if watch != nil { noteTerminal(&view) }
    // What is mapped as code from now on is not what it was.
    if facts.event.changesProtection { context.origins.forget(facts.process) }
    if facts.event == .mmap, let library = view.mappedLibrary() {
      context.inventory.addLibrary(library.path)
    }
    if !observation.isKillable || !drafts.isEmpty, !source.isHeld() {
      forget(facts)
      view.recycle()
      return answer
    }
    if !drafts.isEmpty { statistics?.match(facts.event) }
    let isWanted =
      !drafts.isEmpty || isUndecided || isRecording
      || isToBeRemembered(facts) && !isCreation(&view)
    let isListening = beginListening(facts, destinations.first)
    guard isWanted else {
      view.recycle()
      return isListening ? TaskAnswer(.runToExit) : answer
    }
    view.capture()
    pending[facts.thread] = PendingCall(
      view: view, drafts: drafts, destinations: destinations,
      snapshots: snapshots(&view, destinations))
    return table.await(facts.raw, facts.thread)
  }

  /// Takes a call back whose thread did not wait until it was looked at: what was read may have been
  /// another call's. It will be announced again, unless the thread was killed.
  private mutating func forget(_ facts: CallFacts) {
    counts[Int(facts.event.rawValue)] -= 1
    eventCount -= 1
    isVoid = true
  }

  /// An execution is judged when it has happened or failed: before, it is another program's.
  private mutating func enteredExecution(
    _ facts: CallFacts, _ answer: TaskAnswer
  ) -> TaskAnswer {
    let id = facts.thread
    let path = facts.path(at: facts.event == .execveat ? 1 : 0)
    executing[id] = ExecutingCall(
      event: facts.event, registers: facts.registers, path: path,
      user: formerUser(id, executing: path),
      origin: assembly.asksForOrigins ? context.origins.origin(of: facts) : nil)
    guard assembly.awaitsExecutions else { return answer }
    var view = makeView(facts, .entry)
    view.capture()
    pending[id] = PendingCall(view: view, drafts: [], destinations: Destinations(nil))
    return table.await(facts.raw, id)
  }

  /// The effective user before an execution that may change it.
  private func formerUser(_ id: ThreadID, executing path: PathFacts?) -> UInt32? {
    guard let status = path?.status, status.mode & 0o4000 != 0 else { return nil }
    return ProcTexts.status(ProcessFiles.text("status", of: id) ?? []).euid
  }

  /// Judges a call that has returned.
  mutating func returned(_ result: Int64, _ id: ThreadID) {
    executing[id] = nil
    guard var call = pending.removeValue(forKey: id) else { return }
    call.view.phase = .returned(result)
    call.view.forgetDescriptors()
    call.view.verify()
    remember(call.view, result)
    let early = call.counted.union(call.drafts.map(\.rule))
    let (late, _) = judge(&call.view, call.destinations)
    for draft in call.drafts + late.filter({ !early.contains($0.rule) }) {
      finish(draft, call.view)
    }
    record(call)
  }

  /// Takes a new program in and judges its execution.
  mutating func executed(_ process: ThreadID, _ thread: ThreadID) {
    // The call that has just succeeded is judged below.
    pending[thread] = nil
    abandon(process)
    abandon(thread)
    let call = executing.removeValue(forKey: thread)
    hold(process)
    context.origins.forget(process)
    let former = context.tree[process.rawValue]?.image
    let image = ProgramImage(programFacts(process, call?.path, former: former))
    context.tree.execute(process.rawValue, image)
    context.inventory.addProgram(image.facts.path)
    processList?.run(
      process.rawValue, exe: displayText(image.facts.path),
      argv: image.argumentList.map { displayText($0) })
    if image.facts.isSetuid { setuidExecutions += 1 }
    guard let memory = memories[process] else { return }
    let facts = CallFacts(
      thread: process, process: process, event: call?.event ?? .execve,
      registers: call?.registers ?? CallRegisters(architecture: 0, number: 0), memory: memory,
      context: context)
    var view = makeView(facts, .executed)
    view.preload(call?.path, at: call?.event == .execveat ? 1 : 0)
    view.formerUser = call?.user
    view.origin = call?.origin
    for draft in judge(&view, Destinations(nil)).drafts { finish(draft, view) }
    record(&view, Destinations(nil))
  }

  func makeView(_ facts: CallFacts, _ phase: EventPhase) -> EventView {
    let process = context.tree[facts.process.rawValue]
    return EventView(
      facts, image: process?.image ?? ProgramImage(.init()), parent: process?.parent ?? 0,
      number: eventCount, phase: phase, context: context)
  }

  mutating func judge(
    _ view: inout EventView, _ destinations: Destinations
  ) -> (drafts: [AlertDraft], isUndecided: Bool) {
    guard configuration.program.isWatched(view.facts.event) else { return ([], false) }
    var drafts: [AlertDraft] = []
    var isUndecided = false
    for index in 0..<destinations.count {
      view.destination = destinations[index]
      evaluation.run(&view)
      // What counts alerts is judged with this one's in the count.
      if noteCredentials() { evaluation.run(&view) }
      isUndecided = isUndecided || evaluation.isUndecided
      for rule in evaluation.matches {
        drafts.append(
          drafting.draft(rule: rule, &view, &evaluation) { ledger.isKnown($0, isExcused: $1) })
      }
    }
    return (drafts, isUndecided)
  }

  mutating func finish(_ draft: AlertDraft, _ view: EventView) {
    switch draft {
    case .again(let fingerprint, let rule, let excuse):
      _ = ledger.count(fingerprint, configuration.kinds[rule], rule: rule, excuse: excuse)
    case .first(var alert, let rule, let excuse):
      view.complete(&alert.event)
      let isFirst = ledger.count(
        alert.fingerprint, configuration.kinds[rule], rule: rule, excuse: excuse,
        size: alert.size)
      if isFirst { show(alert) }
    }
  }

  private mutating func destinations(of facts: CallFacts) -> Destinations {
    guard facts.event.hasDestination else { return Destinations(nil) }
    let endpoints = facts.endpoints()
    guard facts.event != .bind else { return endpoints }
    for index in 0..<endpoints.count {
      guard let endpoint = endpoints[index], case .ip = endpoint else { continue }
      guard facts.event != .listen else {
        context.inventory.addListener(endpoint)
        continue
      }
      context.inventory.addDestination(endpoint)
      noteAttempt(endpoint, facts)
      if assembly.remembersSockets, facts.connects, let descriptor = facts.descriptor,
        let link = ProcessFiles.descriptor(descriptor, of: facts.thread),
        let socket = ProcTexts.socketInode(link)
      {
        context.memory.noteOutgoing(socket)
      }
    }
    return endpoints
  }

  private func isToBeRemembered(_ facts: CallFacts) -> Bool {
    if assembly.remembersNames, facts.event.receivesDatagrams { return true }
    guard assembly.remembersWriters, let flags = facts.openFlags else { return false }
    return flags & 3 != 0 || flags & 0x240 != 0
  }

  /// Whether the call creates a file that is not there, which is looked for later.
  private func isCreation(_ view: inout EventView) -> Bool {
    // O_CREAT.
    guard !context.mayDifferInRoot, let flags = view.facts.openFlags,
      flags & 0x40 != 0, let position = view.pathPositions.first,
      let path = view.path(at: position), path.status == nil
    else { return false }
    context.note(
      .init(path: path.resolved, program: view.image.name, thread: view.facts.thread))
    return true
  }

  private mutating func remember(_ view: EventView, _ result: Int64) {
    if assembly.remembersNames, view.facts.event.receivesDatagrams, result > 0 {
      for message in view.facts.nameServerAnswers(result) {
        for answer in message.names { context.names.note(answer.name, for: answer.address) }
      }
      return
    }
    guard result >= 0, isToBeRemembered(view.facts),
      let position = view.pathPositions.first ?? (view.facts.event.isOpen ? 0 : nil),
      let path = view.paths[position] ?? nil, let status = path.status, status.isRegular
    else { return }
    context.noteWritten(path.resolved, status, by: view.image.name)
  }
}
