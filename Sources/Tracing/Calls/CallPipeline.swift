internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// What is done with system calls: at their entry, while their return is waited for, at their return.
struct CallPipeline {
  let assembly: FilterAssembly
  let run: RunState
  var events: EventPipeline
  var pending = PendingCalls()
  var connections = ConnectionInspector()
  var observation = Observation.stops
  private(set) var setuidExecutions = 0
  let output: TerminalOutput
  private var memories: [ProcessID: ProcessMemory] = [:]
  private var lastMatch: EventType?
  /// Whether the last notification became stale before its memory was read.
  private var isStaleNotification = false

  init(_ assembly: FilterAssembly, _ events: EventPipeline, _ watch: (any RunWatch)?) {
    self.assembly = assembly
    self.events = events
    run = events.run
    output = TerminalOutput(watch, events.run.inspector)
  }

  /// Of each event whether it gives a file another name, or takes the name away.
  private static let renaming = EventType.allCases.map {
    (DirectoryCache.moving + [.link, .linkat, .unlink, .unlinkat, .chroot]).contains($0)
  }

  /// The call that a rule has matched since the last time.
  mutating func takeMatch() -> EventType? { lastMatch.take() }

  /// Whether the last notification became stale before its memory was read; asked once.
  mutating func takeStaleness() -> Bool {
    defer { isStaleNotification = false }
    return isStaleNotification
  }

  // MARK: Memory

  /// The memory of a process; nil for one that is not known.
  func memory(of process: ProcessID) -> ProcessMemory? { memories[process] }

  /// Opens the memory of a process that is new, or executes another program.
  mutating func openMemory(of process: ProcessID) {
    let memory = OpenMemory(of: process)
    memories[process] = memory
    if memory.isRefused { run.blindSpots.add(.unreadableMemory) }
  }

  /// Forgets a process that has ended.
  mutating func forget(_ process: ProcessID) { memories[process] = nil }

  // MARK: Entries

  /// Looks at a call that is being entered.
  ///
  /// - Returns: how the thread goes on.
  mutating func entered(
    _ registers: CallRegisters, _ id: ThreadID, _ answer: TaskAnswer, _ table: inout TaskTable,
    _ source: inout StopSource
  ) -> TaskAnswer {
    setAside(id, table)
    let abi = Architecture(
      auditArchitecture: registers.architecture, number: registers.number)
    guard let process = table.process(of: id), let memory = memories[process],
      let (event, native) = native(registers, abi, memory)
    else {
      let isPlain = abi == .i386 && ForeignTable.plain.contains(registers.number)
      guard abi != .x86_64, !isPlain else { return answer }
      run.blindSpots.add(.foreignABI(abi.name))
      // What it does is not known.
      run.directories.distrust()
      return answer
    }
    let facts = CallFacts(
      thread: id, process: process, event: event, registers: native, raw: registers, abi: abi,
      memory: memory, run: run)
    if assembly.isOutput(event) {
      output.note(facts)
      guard assembly.isAsked(event) else { return answer }
    }
    events.counts.add(event)
    if Self.renaming[Int(event.rawValue)] { run.settleCreations() }
    run.directories.note(event, by: id)
    BlindingGuard(run, observation).guardAgainstBlinding(facts, &source)
    return event.isExecution
      ? enteredExecution(facts, answer, &table) : enteredCall(facts, answer, &table, source)
  }

  /// The call that registers mean, and its arguments in the native order.
  private func native(
    _ registers: CallRegisters, _ abi: Architecture, _ memory: ProcessMemory
  ) -> (EventType, CallRegisters)? {
    guard abi == .x86_64 else { return ForeignCalls.native(registers, abi, in: memory) }
    return SyscallTable.x86_64.row(number: registers.number).map { ($0.event, registers) }
  }

  private mutating func enteredCall(
    _ facts: CallFacts, _ answer: TaskAnswer, _ table: inout TaskTable,
    _ source: borrowing StopSource
  ) -> TaskAnswer {
    var view = events.view(of: facts, .entry)
    let counting = RunCounting(run, assembly)
    counting.count(&view)
    let endpoints = counting.endpoints(of: facts)
    let (drafts, isUndecided) = events.evaluate(&view, endpoints)
    output.noteTerminal(&view)
    // What is mapped as code from now on is not what it was.
    if facts.event.changesProtection { run.origins.forget(facts.process) }
    if facts.event == .mmap, let library = view.mappedLibrary() {
      run.inventory.addLibrary(library.path)
    }
    if !observation.isKillable || !drafts.isEmpty, !source.isHeld() {
      takeBack(facts)
      view.recycle()
      return answer
    }
    if !drafts.isEmpty { lastMatch = facts.event }
    let isWanted =
      !drafts.isEmpty || isUndecided || events.isRecording
      || counting.isToBeRemembered(facts) && !counting.isCreation(&view)
    let isListening = beginListening(facts, endpoints.first, &table)
    guard isWanted else {
      view.recycle()
      return isListening ? TaskAnswer(.runToExit) : answer
    }
    view.capture()
    pending.add(
      PendingCall(
        view: view, drafts: drafts, endpoints: endpoints,
        snapshots: events.snapshots(&view, endpoints)), facts.thread)
    return table.await(facts.raw, facts.thread)
  }

  /// Takes a call back whose thread did not wait until it was looked at: what was read may have been
  /// another call's. It will be announced again, unless the thread was killed.
  private mutating func takeBack(_ facts: CallFacts) {
    events.counts.remove(facts.event)
    isStaleNotification = true
  }

  /// An execution is evaluated when it has happened or failed: before, it is another program's.
  private mutating func enteredExecution(
    _ facts: CallFacts, _ answer: TaskAnswer, _ table: inout TaskTable
  ) -> TaskAnswer {
    let id = facts.thread
    let path = facts.path(at: facts.event == .execveat ? 1 : 0)
    pending.begin(
      ExecutingCall(
        event: facts.event, registers: facts.registers, path: path,
        user: formerUser(id, executing: path),
        origin: assembly.asksForOrigins ? run.origins.origin(of: facts) : nil), id)
    guard assembly.awaitsExecutions else { return answer }
    var view = events.view(of: facts, .entry)
    view.capture()
    pending.add(PendingCall(view: view, drafts: [], endpoints: Endpoints(nil)), id)
    return table.await(facts.raw, id)
  }

  /// The effective user before an execution that may change it.
  private func formerUser(_ id: ThreadID, executing path: PathFacts?) -> UInt32? {
    guard let status = path?.status(run.inspector), status.mode & 0o4000 != 0 else { return nil }
    return ProcTexts.status(run.inspector.text("status", of: id) ?? []).euid
  }

  // MARK: Returns

  /// Evaluates a call that has returned.
  mutating func returned(_ result: Int64, _ id: ThreadID) {
    _ = pending.takeExecution(id)
    guard var call = pending.take(id) else { return }
    call.view.phase = .returned(result)
    call.view.forgetDescriptors()
    call.view.verify()
    RunCounting(run, assembly).remember(call.view, result)
    let early = call.counted.union(call.drafts.map(\.rule))
    let late = events.evaluate(&call.view, call.endpoints, except: early).drafts
    for draft in call.drafts + late { events.finish(draft, call.view) }
    events.record(call)
  }

  /// Takes a new program in and evaluates its execution.
  ///
  /// - Parameters:
  ///   - process: the process as it is now.
  ///   - thread: the thread that executed; it has the process's id from now on.
  mutating func executed(
    _ process: ProcessID, _ thread: ThreadID, _ processList: inout RunProcessList?
  ) {
    // The call that has just succeeded is evaluated below.
    _ = pending.take(thread)
    abandon(process.leader)
    abandon(thread)
    let call = pending.takeExecution(thread)
    openMemory(of: process)
    run.origins.forget(process)
    let former = run.tree[process]?.image
    let image = ProgramImage(
      ProgramExecution(run).facts(of: process, call?.path, former: former))
    run.tree.execute(process, image)
    run.inventory.addProgram(image.facts.path)
    processList?.run(process.rawValue, image)
    if image.facts.isSetuid { setuidExecutions += 1 }
    guard let memory = memories[process] else { return }
    let facts = CallFacts(
      thread: process.leader, process: process, event: call?.event ?? .execve,
      registers: call?.registers ?? CallRegisters(architecture: 0, number: 0), memory: memory,
      run: run)
    var view = events.view(of: facts, .executed)
    view.preload(call?.path, at: call?.event == .execveat ? 1 : 0)
    view.formerUser = call?.user
    view.origin = call?.origin
    events.close(&view)
  }

  // MARK: Interruptions

  /// Adds to an announced call that a signal has cut short whether it may have been waiting itself.
  func considered(_ call: InterruptedCall, _ id: ThreadID, _ table: TaskTable) -> InterruptedCall {
    var call = call
    guard let row = SyscallTable.x86_64.row(number: call.registers.number),
      let process = table.process(of: id), let memory = memories[process]
    else { return call }
    let facts = CallFacts(
      thread: id, process: process, event: row.event, registers: call.registers, memory: memory,
      run: run)
    call.mayWait = row.event.isOpen ? facts.opensWaitingFile : !row.event.isImmediate
    return call
  }

  /// Makes room for another call of the thread, by the handler of the signal that interrupted
  /// the one before or because that will not be restarted. Its attempt was made, and counts once.
  private mutating func setAside(_ id: ThreadID, _ table: TaskTable) {
    guard var call = pending.take(id) else { return }
    for draft in call.drafts { events.finish(draft, call.view) }
    guard table.isInterrupted(id) else {
      events.record(call)
      return
    }
    call.counted.formUnion(call.drafts.map(\.rule))
    call.drafts = []
    pending.interrupt(call, id)
  }

  /// Shows the alerts of a call whose return will not be seen: the attempt was made.
  mutating func abandon(_ id: ThreadID) {
    pending.forgetInterrupted(id)
    guard let call = pending.take(id) else { return }
    for draft in call.drafts { events.finish(draft, call.view) }
    events.record(call)
  }

  // MARK: Starts and ends of processes

  /// Evaluates the start of a process.
  mutating func evaluateStart(of process: ProcessID) {
    run.totals.noteStart(at: run.now)
    guard events.watches(.procstart) else { return }
    evaluate(.procstart, process.leader, process, nil)
  }

  /// Evaluates an event that is no call.
  ///
  /// - Parameters:
  ///   - snapshot: what was learned of a process before it ended.
  ///   - arguments: what stands in the place of a call's arguments.
  mutating func evaluate(
    _ event: EventType, _ thread: ThreadID, _ process: ProcessID, _ snapshot: ExitSnapshot?,
    arguments: CallRegisters.Arguments = .init()
  ) {
    guard let memory = memories[process] else { return }
    let facts = CallFacts(
      thread: thread, process: process, event: event,
      registers: CallRegisters(architecture: 0, number: 0, arguments: arguments), memory: memory,
      run: run)
    events.counts.add(event)
    var view = events.view(of: facts, .happened)
    view.exitSnapshot = snapshot
    events.close(&view)
  }
}
