internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// Handles syscalls at their entry, during the wait for their return, and at their return.
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

  /// Whether an event renames, links or deletes a file, by event number.
  private static let renaming = EventType.allCases.map {
    (DirectoryCache.moving + [.link, .linkat, .unlink, .unlinkat, .chroot]).contains($0)
  }

  /// Returns and resets the last syscall that a rule matched.
  mutating func takeMatch() -> EventType? { lastMatch.take() }

  /// Returns and resets whether the last notification became stale before its memory was read.
  mutating func takeStaleness() -> Bool {
    defer { isStaleNotification = false }
    return isStaleNotification
  }

  // MARK: Memory

  /// The memory of a process; nil for an unknown process.
  func memory(of process: ProcessID) -> ProcessMemory? { memories[process] }

  /// Opens the memory of a process that is new or has executed another program.
  mutating func openMemory(of process: ProcessID) {
    let memory = OpenMemory(of: process)
    memories[process] = memory
    if memory.isRefused { run.blindSpots.add(.unreadableMemory) }
  }

  /// Removes a process that has ended.
  mutating func forget(_ process: ProcessID) { memories[process] = nil }

  // MARK: Entries

  /// Handles the entry of a syscall.
  ///
  /// - Returns: how the thread resumes.
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
      // An unknown syscall may change any directory.
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

  /// The syscall that the registers mean, with its arguments in the native order.
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
    // The syscall may change which memory is code.
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
      counting.noteDirectory(&view)
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

  /// Discards a syscall whose thread stopped waiting before dftrace read its memory. The memory may
  /// belong to another syscall. The kernel notifies again, unless the thread was killed.
  private mutating func takeBack(_ facts: CallFacts) {
    events.counts.remove(facts.event)
    isStaleNotification = true
  }

  /// Evaluates an execution after its success or failure, since the process runs the old program
  /// until then.
  private mutating func enteredExecution(
    _ facts: CallFacts, _ answer: TaskAnswer, _ table: inout TaskTable
  ) -> TaskAnswer {
    let id = facts.thread
    let path = facts.path(at: facts.event == .execveat ? 1 : 0)
    pending.begin(
      ExecutingCall(
        event: facts.event, registers: facts.registers, path: path,
        credentials: formerCredentials(id, executing: path),
        origin: assembly.asksForOrigins ? run.origins.origin(of: facts) : nil), id)
    guard assembly.awaitsExecutions else { return answer }
    var view = events.view(of: facts, .entry)
    view.capture()
    pending.add(PendingCall(view: view, drafts: [], endpoints: Endpoints(nil)), id)
    return table.await(facts.raw, id)
  }

  /// The credentials before an execution that may change them.
  private func formerCredentials(_ id: ThreadID, executing path: PathFacts?) -> Credentials? {
    guard let status = path?.status(run.inspector), status.mode & 0o4000 != 0 else { return nil }
    return Credentials(run.inspector.text("status", of: id) ?? [])
  }

  // MARK: Returns

  /// Evaluates a syscall at its return.
  mutating func returned(_ result: Int64, _ id: ThreadID) {
    _ = pending.takeExecution(id)
    guard var call = pending.take(id) else { return }
    call.view.phase = .returned(result)
    call.view.forgetDescriptors()
    call.view.verify()
    events.complete(&call)
    events.finish(call.drafts, &call.view, except: call.counted)
    events.record(call)
    // Rules see the state before the call: a file that it truncates was not yet written.
    RunCounting(run, assembly).remember(call.view, result)
  }

  /// Registers the new program and evaluates its execution.
  ///
  /// - Parameters:
  ///   - process: the process after the execution.
  ///   - thread: the thread that executed; it has the process's id from now on.
  mutating func executed(
    _ process: ProcessID, _ thread: ThreadID, _ processList: inout RunProcessList?
  ) {
    // The code below evaluates the successful syscall.
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
    if assembly.remembersPipes { RunCounting(run, assembly).notePipes(of: process, image) }
    guard let memory = memories[process] else { return }
    let facts = CallFacts(
      thread: process.leader, process: process, event: call?.event ?? .execve,
      registers: call?.registers ?? CallRegisters(architecture: 0, number: 0), memory: memory,
      run: run)
    var view = events.view(of: facts, .executed)
    view.preload(call?.path, at: call?.event == .execveat ? 1 : 0)
    view.formerCredentials = call?.credentials
    view.origin = call?.origin
    events.close(&view)
  }

  // MARK: Interruptions

  /// Adds to an interrupted syscall whether it may have blocked.
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

  /// Sets an interrupted syscall aside, because the thread makes another one: in a signal handler,
  /// or because the kernel does not restart the first. The attempt counts once.
  private mutating func setAside(_ id: ThreadID, _ table: TaskTable) {
    guard var call = pending.take(id) else { return }
    events.finish(call.drafts, &call.view, except: call.counted)
    guard table.isInterrupted(id) else {
      events.record(call)
      return
    }
    call.counted.formUnion(call.drafts.map(\.rule))
    call.drafts = []
    pending.interrupt(call, id)
  }

  /// Emits the alerts of a syscall whose return is not observed, since the attempt counts.
  mutating func abandon(_ id: ThreadID) {
    pending.forgetInterrupted(id)
    guard var call = pending.take(id) else { return }
    events.finish(call.drafts, &call.view, except: call.counted)
    events.record(call)
  }

  // MARK: Starts and ends of processes

  /// Evaluates the start of a process.
  mutating func evaluateStart(of process: ProcessID) {
    run.totals.noteStart(at: run.now)
    guard events.watches(.procstart) else { return }
    evaluate(.procstart, process.leader, process, nil)
  }

  /// Evaluates an event that is no syscall.
  ///
  /// - Parameters:
  ///   - snapshot: facts of a process, read before its end.
  ///   - arguments: values in the place of a syscall's arguments.
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
