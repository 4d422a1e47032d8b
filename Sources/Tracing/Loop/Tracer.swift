public import Detection
public import Events
internal import Decoding
internal import Geography
internal import Kernel
internal import ProcessState
internal import Syscalls

/// Traces one command: wait, classify, resume.
///
/// One thread does everything, since ptrace requests succeed only on the thread that seized.
public struct Tracer: ~Copyable {
  private let options: TraceOptions
  private let state: RunState
  private var source = StopSource()
  private var table = TaskTable()
  private var calls: CallPipeline
  private var exits = ExitRecorder()
  private var monitor: RunMonitor
  private var statistics: RunStatistics?
  private var processList: RunProcessList?
  private var command = CommandState()

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - options: the options of the run.
  ///   - watch: watches the run.
  ///   - keep: called with every event. The filter then covers all syscalls of the configuration's
  ///     plan for recordings, which slows the command down.
  ///   - emit: called once for each distinct alert, at its first occurrence.
  public init(
    _ options: TraceOptions, watch: (any RunWatch)? = nil,
    keep: ((RecordedEvent) -> Void)? = nil, emit: @escaping (Alert) -> Void
  ) {
    self.options = options
    let configuration = options.configuration
    let assembly = FilterAssembly(
      configuration.detection.program,
      recording: keep == nil ? [] : configuration.recordedCalls,
      watchesTerminal: watch?.watchesTerminal ?? false)
    state = RunState(
      LinuxInspector(), countries: configuration.countries,
      workspace: configuration.detection.workspace,
      directories: DirectoryCache(isReliable: assembly.seesDirectoriesMove),
      hostRoot: configuration.hostRoot)
    let events = EventPipeline(
      state, AlertPipeline(configuration.detection), watch: watch, keep: keep, emit: emit)
    calls = CallPipeline(assembly, events, watch)
    monitor = RunMonitor(watch)
    statistics = options.hasStatistics ? RunStatistics() : nil
    processList = configuration.keepsProcesses ? RunProcessList() : nil
  }

  /// Runs a command until no process of the run is left.
  ///
  /// - Parameter arguments: the command and its arguments as raw bytes.
  public mutating func run(_ arguments: [[UInt8]]) throws(TraceError) -> RunResult {
    let start = Machine.monotonicNow
    let launcher = Launcher(options, calls.assembly)
    let launched = try launcher.launch(arguments, &source, &command.observation)
    calls.observation = command.observation
    let root = ProcessID(leader: launched.id)
    command.begin(root, session: session(of: root))
    Signals.forward(to: root.leader)
    StandardStreams.release()
    Machine.raiseDescriptorLimit()
    monitor.begin(at: start)
    handle(root.leader, .appeared(process: root, parent: nil, isStopped: false))
    try loop()
    guard command.hasExecuted else {
      throw TraceError(
        launched.failure() ?? LaunchError(step: .exec, errno: .interrupted))
    }
    // Either disables the privileges of set-user-id programs. Root in a container may lack the
    // capability to load a filter without no_new_privs.
    if launched.hasNoNewPrivileges || Machine.effectiveUser != 0 {
      state.blindSpots.add(.setuidIgnored, count: calls.setuidExecutions)
    }
    return result(since: start)
  }

  private func session(of process: ProcessID) -> Int64 {
    state.inspector.text("stat", of: process).flatMap { ProcTexts.sessionAndTerminal($0) }?.session
      ?? 0
  }

  private mutating func loop() throws(TraceError) {
    while true {
      do {
        switch try source.next(table, state.inspector) {
        case .stop(let id, let stop): handle(id, stop)
        case .interrupted:
          requestArrived()
          tickIfDue()
        case nil: return
        }
      } catch {
        throw .wait(error)
      }
    }
  }

  /// Ends the remaining processes when a request to end arrives after the command's end.
  private mutating func requestArrived() {
    if command.end != nil, Signals.last != nil { killAll() }
  }

  private mutating func handle(_ id: ThreadID, _ stop: TaskStop) {
    state.tick()
    if monitor.isWatched { tickIfDue() }
    statistics?.begin()
    let awaited = statistics == nil ? nil : calls.pending.event(of: id)
    defer { statistics?.end(stop, returned: awaited) }
    state.directories.settle(id)
    state.settleCreations(of: id)
    let (report, answer) = table.apply(considered(stop, id), to: id)
    let final = follow(report, stop, id, answer)
    follow(calls.events.takeRequest())
    go(on: id, final, after: stop)
  }

  /// Handles a signal before its delivery, and the syscall that it interrupts.
  private mutating func considered(_ stop: TaskStop, _ id: ThreadID) -> TaskStop {
    guard case .signal(let signal, let call) = stop else { return stop }
    exits.signalled(id, signal, table, &source, &calls)
    guard let call else { return stop }
    return .signal(signal, during: calls.considered(call, id, table))
  }

  /// Handles a report, and returns how the thread resumes.
  private mutating func follow(
    _ report: TaskReport, _ stop: TaskStop, _ id: ThreadID, _ answer: TaskAnswer
  ) -> TaskAnswer {
    switch report {
    case .nothing, .groupStopped: break
    case .threadCreated: endNewcomer()
    case .callEntered(let isRestart):
      guard case .called(let registers, let isNotified) = stop else { break }
      guard isRestart else {
        let final = calls.entered(registers, id, answer, &table, &source)
        if let event = calls.takeMatch() { statistics?.match(event) }
        return final
      }
      if calls.pending.restarted(id), isNotified { return table.await(registers, id) }
    case .callReturned(_, let result): calls.returned(result, id)
    case .callPassing(let registers): calls.passing(registers, id, &table)
    case .callPassed(let registers, let result): calls.passed(registers, result, id, table)
    case .processCreated(let process, let parent):
      created(process, parent)
      endNewcomer()
    case .processExecuted(let process, let former):
      command.hasExecuted = true
      calls.executed(process, former, &processList)
    case .threadEnded:
      calls.abandon(id)
      calls.connections.end(id)
    case .processEnded(let how): ended(ProcessID(leader: id), how)
    }
    return answer
  }

  private mutating func go(on id: ThreadID, _ answer: TaskAnswer, after stop: TaskStop) {
    // From here on the thread may already run.
    statistics?.decide()
    let wasHeld = source.answer(answer)
    switch stop {
    case .called(let registers, isNotified: true):
      // The next notification evaluates a syscall that was not evaluated.
      if calls.takeStaleness() {
        table.missed(id)
      } else {
        table.answered(registers, id, isGone: !wasHeld)
      }
    case .groupStop(let signal), .interrupted(_, let signal?):
      if id == command.root.leader { stopWithCommand(signal) }
    default: break
    }
  }

  private mutating func created(_ process: ProcessID, _ parent: ProcessID?) {
    state.tree.add(
      process, parent: parent ?? ProcessID(rawValue: Machine.processID),
      unknown: ProgramImage(.init()))
    calls.openMemory(of: process)
    processList?.begin(process.rawValue, parent: parent?.rawValue, time: state.now)
    state.inheritUmask(process, from: parent)
    calls.evaluateStart(of: process)
  }

  private mutating func ended(_ process: ProcessID, _ how: TaskEnd) {
    calls.abandon(process.leader)
    exits.ended(process, how, &calls)
    processList?.end(process.rawValue, how.outcome, time: state.now)
    calls.forget(process)
    state.forget(process)
    guard process == command.root, command.end == nil else { return }
    command.end = how
    if calls.events.watches(.procexit) { exits.noteSurvivors(of: command, state) }
    Signals.stopForwarding()
    if options.killsOnExit { killAll() }
  }

  /// Stops dftrace when the terminal has stopped the command, so that the shell sees a stopped job.
  /// The shell's SIGCONT continues both.
  private func stopWithCommand(_ signal: Signal) {
    let isOwnGroup = Machine.processGroup(of: command.root) == Machine.ownProcessGroup
    let arrived = Signals.takeStop()
    let isFromTerminal =
      signal == .terminalStop ? arrived : signal == .terminalInput || signal == .terminalOutput
    guard isOwnGroup, isFromTerminal else { return }
    monitor.pauses()
    Machine.stopSelf()
  }

  private mutating func result(since start: Int64) -> RunResult {
    state.settleCreations()
    state.blindSpots.add(.unheardNames, count: calls.connections.unheard.count)
    state.blindSpots.add(.unnamedFiles, count: state.unnamed)
    var result = RunResult(
      outcome: command.end?.outcome ?? .exited(125), duration: Machine.monotonicNow - start,
      processes: state.tree.total, events: calls.events.counts.list,
      alerts: calls.events.alerts.counts, traceMode: command.observation.name,
      statistics: statistics?.list ?? [],
      inventory: state.inventory.result(
        notCovered: calls.assembly.notCovered,
        country: { state.country(of: $0)?.country.description },
        hosts: { state.names(of: $0) }),
      blindSpots: state.blindSpots.list(lost: state.lost))
    result.processTree = processList?.processes ?? []
    return result
  }
}

// Requests of the run's watch.
extension Tracer {
  /// Reports the progress when the interval has passed.
  private mutating func tickIfDue() {
    guard let progress = monitor.progress(state.tree.total, calls.events) else { return }
    follow(progress)
  }

  /// Ends a process or thread that was created while the run ends.
  private mutating func endNewcomer() {
    if monitor.isEnding { killAll() }
  }

  private mutating func follow(_ request: RunRequest) {
    switch request {
    case .goOn: break
    case .terminate:
      for thread in table.threads where table.process(of: thread)?.leader == thread {
        Machine.kill(thread, .terminate)
      }
    case .kill:
      monitor.isEnding = true
      killAll()
    }
  }

  private func killAll() {
    for thread in table.threads { Machine.kill(thread, .kill) }
  }
}

/// The state of the command's own process.
struct CommandState {
  /// The command's process.
  private(set) var root = ProcessID(rawValue: 0)
  /// The session of the command's start; `setsid(2)`.
  private(set) var session: Int64 = 0
  /// How the command ended; nil while it runs.
  var end: TaskEnd?
  /// Whether any process has executed a program; until then the launch may fail.
  var hasExecuted = false
  /// The mode of observation.
  var observation = Observation.stops

  mutating func begin(_ root: ProcessID, session: Int64) {
    self.root = root
    self.session = session
  }
}
