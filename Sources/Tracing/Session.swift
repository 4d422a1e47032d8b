public import Events
internal import Decoding
internal import Geography
internal import Kernel
internal import ProcessState
internal import Rules
internal import Syscalls

/// A run of one command under the tracer: wait, classify, decode, remember, evaluate, emit.
///
/// One thread does all of it, since ptrace requests only work from the thread that seized.
public struct Session: ~Copyable {
  let configuration: TraceConfiguration
  let assembly: FilterAssembly
  let drafting: AlertDrafting
  let context: RunContext
  let emit: (Alert) -> Void
  /// Whoever watches the run while it goes on.
  let watch: (any RunWatch)?
  /// The processes, if a picture is wanted of them.
  var processList: RunProcessList?
  /// When the launch began and when the watcher is next told of the progress; monotonic nanoseconds.
  var started: Int64 = 0
  var nextTick = Int64.max
  /// Whether the watcher has asked for the end of all processes.
  var isEnding = false
  /// Given every event when the run is recorded.
  let keep: ((RecordedEvent) -> Void)?
  var recordingArena = ByteArena()
  var source = StopSource()
  var table = TaskTable()
  var evaluation: Evaluation
  var ledger: AlertLedger
  var blindSpots = BlindSpots()
  var counts = [Int](repeating: 0, count: EventType.allCases.count)
  var memories: [ThreadID: HeldMemory] = [:]
  var pending: [ThreadID: PendingCall] = [:]
  /// Calls that a signal interrupted, while its handler makes others.
  var interrupted: [ThreadID: PendingCall] = [:]
  /// How many events there were; the sum of ``counts``, which would be long to add up each time.
  var eventCount = 0
  var setuidExecutions = 0
  var executing: [ThreadID: ExecutingCall] = [:]
  /// What was learnt of processes that are about to end by a signal.
  var lastWords: [ThreadID: LastWords] = [:]
  /// Processes that went on in a session of their own when the command had ended.
  var survivors: Set<ThreadID> = []
  var listening = Listening()
  /// The session that the run began in.
  private(set) var session: Int64 = 0
  /// Whether the last call was announced by a thread that did not wait for what was made of it.
  var isVoid = false
  var statistics: RunStatistics?
  /// How calls are observed.
  var observation = Observation.stops
  private var root = ThreadID(rawValue: 0)
  private var end: TaskEnd?
  private var hasExecuted = false
  private let endsWithCommand: Bool
  let mode: TraceMode
  let missing: Set<TraceFeature>

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - configuration: what it is judged by.
  ///   - killOnExit: whether what still runs is ended when the command itself has ended.
  ///   - mode: how calls are observed.
  ///   - missing: what is done without though the kernel may have it.
  ///   - withStatistics: whether the result tells what each kind of event has cost.
  ///   - watch: whoever watches the run while it goes on.
  ///   - keep: called with every event; all calls that the configuration's plan for recordings
  ///     names are looked at then, and the command is slowed down by it.
  ///   - emit: called with each distinct alert once, when it is first seen.
  public init(
    _ configuration: TraceConfiguration, killOnExit: Bool = false,
    mode: TraceMode = .auto, without missing: Set<TraceFeature> = [], withStatistics: Bool = false,
    watch: (any RunWatch)? = nil, keep: ((RecordedEvent) -> Void)? = nil,
    emit: @escaping (Alert) -> Void
  ) {
    self.configuration = configuration
    self.emit = emit
    self.keep = keep
    self.watch = watch
    processList = configuration.keepsProcesses ? RunProcessList() : nil
    endsWithCommand = killOnExit
    self.mode = mode
    self.missing = missing
    statistics = withStatistics ? RunStatistics() : nil
    assembly = FilterAssembly(
      configuration.program, recording: keep == nil ? [] : configuration.recordedCalls,
      watchesTerminal: watch?.watchesTerminal ?? false)
    drafting = AlertDrafting(configuration)
    context = RunContext(
      countries: configuration.countries, workspace: configuration.workspace,
      directories: DirectoryMemory(isReliable: assembly.seesDirectoriesMove),
      nodeRoot: configuration.nodeRoot)
    evaluation = Evaluation(configuration.program)
    ledger = AlertLedger(
      limit: configuration.alertLimit, baseline: configuration.baselineFingerprints)
  }

  /// Runs a command until no process of the run is left.
  ///
  /// - Parameter arguments: the command and its arguments as raw bytes.
  public mutating func run(_ arguments: [[UInt8]]) throws(TraceError) -> TraceResult {
    let start = Machine.monotonicNow
    let command = try launch(arguments)
    root = command.id
    session =
      ProcessFiles.text("stat", of: root).flatMap { ProcTexts.sessionAndTerminal($0) }?
      .session ?? 0
    Signals.forward(to: root)
    StandardStreams.release()
    Machine.raiseDescriptorLimit()
    beginWatch(at: start)
    handle(root, .appeared(process: root, parent: nil, isStopped: false))
    try loop()
    guard hasExecuted else {
      throw TraceError(
        command.failure() ?? LaunchError(stage: .exec, errno: Errno(rawValue: 4)))
    }
    // Either takes the privileges from set-user-id programs; root in a container may lack the
    // capability to load a filter without no_new_privs.
    if command.hasNoNewPrivileges || Machine.effectiveUser != 0 {
      blindSpots.add(.setuidIgnored, count: setuidExecutions)
    }
    return result(since: start)
  }

  private mutating func loop() throws(TraceError) {
    while true {
      do {
        switch try source.next(table) {
        case .stop(let id, let stop): handle(id, stop)
        case .interrupted:
          requestArrived()
          tickIfDue()
        case nil: return
        }
      } catch {
        throw .wait(error.name)
      }
    }
  }

  /// Ends what is left when a request to end arrives after the command itself has ended.
  private mutating func requestArrived() {
    if end != nil, Signals.last != nil { killAll() }
  }

  private mutating func handle(_ id: ThreadID, _ stop: TaskStop) {
    context.tick()
    if watch != nil { tickIfDue() }
    statistics?.begin()
    let awaited = statistics == nil ? nil : pending[id]?.view.facts.event
    defer { statistics?.end(stop, returned: awaited) }
    context.directories.settle(id)
    context.settleCreations(of: id)
    var stop = stop
    if case .signal(let signal, let call) = stop {
      signalled(id, signal)
      if let call { stop = .signal(signal, during: considered(call, id)) }
    }
    let (report, answer) = table.apply(stop, to: id)
    var final = answer
    switch report {
    case .nothing, .groupStopped: break
    case .threadCreated: endNewcomer()
    case .callEntered(let isRestart):
      guard case .called(let registers, let isNotified) = stop else { break }
      if !isRestart {
        final = entered(registers, id, answer)
      } else if restarted(id), isNotified {
        final = table.await(registers, id)
      }
    case .callReturned(_, let result): returned(result, id)
    case .callPassing(let registers): passing(registers, id)
    case .callPassed(let registers, let result): passed(registers, result, id)
    case .processCreated(let process, let parent):
      created(process, parent)
      endNewcomer()
    case .processExecuted(let process, let former):
      hasExecuted = true
      executed(process, former)
    case .threadEnded:
      abandon(id)
      listening.end(id)
    case .processEnded(let how): ended(id, how)
    }
    go(on: id, final, after: stop)
  }

  private mutating func go(on id: ThreadID, _ answer: TaskAnswer, after stop: TaskStop) {
    // From here on the thread may run instead of dftrace.
    statistics?.decide()
    let wasHeld = source.answer(answer)
    switch stop {
    case .called(let registers, isNotified: true):
      // What was not judged is judged when it comes again.
      if isVoid { table.missed(id) } else { table.answered(registers, id, isGone: !wasHeld) }
      isVoid = false
    case .groupStop(let signal), .interrupted(_, let signal?):
      if id == root { stopWithCommand(signal) }
    default: break
    }
  }

  private mutating func created(_ process: ThreadID, _ parent: ThreadID?) {
    context.tree.add(
      process.rawValue, parent: parent?.rawValue ?? Machine.processID,
      unknown: ProgramImage(.init()))
    hold(process)
    processList?.begin(process.rawValue, parent: parent?.rawValue, time: context.now)
    if let parent, let umask = context.umasks[parent.rawValue] {
      context.umasks[process.rawValue] = umask
    }
    judgeStart(process)
  }

  private mutating func ended(_ process: ThreadID, _ how: TaskEnd) {
    abandon(process)
    judgeEnd(process, how)
    processList?.end(process.rawValue, how.outcome, time: context.now)
    context.tree.remove(process.rawValue)
    memories[process] = nil
    context.umasks[process.rawValue] = nil
    context.origins.forget(process)
    guard process == root, end == nil else { return }
    end = how
    noteSurvivors(of: process)
    Signals.stopForwarding()
    if endsWithCommand { killAll() }
  }

  /// Stops dftrace itself when the terminal has stopped the command, so that the shell sees its
  /// job stopped; the shell's SIGCONT wakes both.
  private func stopWithCommand(_ signal: Signal) {
    let isOwnGroup = Machine.processGroup(of: root) == Machine.ownProcessGroup
    let arrived = Signals.takeStop()
    let isFromTerminal =
      signal == .terminalStop ? arrived : signal == .terminalInput || signal == .terminalOutput
    guard isOwnGroup, isFromTerminal else { return }
    watch?.pauses()
    Machine.stopSelf()
  }

  private mutating func result(since start: Int64) -> TraceResult {
    context.settleCreations()
    blindSpots.add(.unheardNames, count: listening.unheard.count)
    blindSpots.add(.unnamedFiles, count: context.unnamed)
    let outcome = end?.outcome ?? .exited(125)
    let events = zip(EventType.allCases, counts).filter { $0.1 > 0 }
      .map { (name: $0.0.name, count: $0.1) }.sorted { $0.name < $1.name }
    var result = TraceResult(
      outcome: outcome, duration: Machine.monotonicNow - start, processes: context.tree.total,
      events: events, alerts: AlertCounts(ledger, configuration),
      observation: observation, statistics: statistics?.list ?? [],
      inventory: context.inventory.result(
        notCovered: assembly.notCovered,
        country: { context.country(of: $0)?.country.description },
        hosts: { context.names(of: $0) }),
      blindSpots: blindSpots.list(lost: context.lost))
    result.processTree = processList?.processes ?? []
    return result
  }
}
