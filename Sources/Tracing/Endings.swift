internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Rules
internal import Syscalls
internal import Text

/// What was learnt of a process before it had gone.
struct LastWords {
  /// The signal that ended it; nil when it called exit.
  var signal: Signal?
  /// The text of `/proc/PID/status`.
  var status: [UInt8]?
  var workingDirectory: [UInt8]?
  /// What the C library recorded before it aborted the process.
  var message: [UInt8]?
  /// Whether a core was written.
  var hasCore = false
  /// Whether the process still ran, in a session of its own, when the command had ended.
  var outlivesCommand = false
  /// Where the thread stood that the signal was for.
  var fault: Fault?
  /// The code that it was in, and what had called it, innermost first.
  var frames: [String] = []

  /// What an alert says of it.
  var evidence: [NamedValue] {
    guard let signal, let fault else { return [] }
    var list: [NamedValue] = []
    // Positive codes are the kernel's own, and only then is there an address.
    if signal.hasAddress, fault.code > 0 {
      list.append(.init("address", .text("0x" + String(fault.address, radix: 16))))
    }
    if let message { list.append(.init("message", .text(displayText(message)))) }
    if !frames.isEmpty { list.append(.init("stack", .text(frames.joined(separator: " < ")))) }
    return list
  }
}

// The ends of processes, and the signals that bring them.
extension Session {
  private var watchesEnds: Bool { isRecording || configuration.program.isWatched(.procexit) }
  private var watchesSignals: Bool {
    isRecording || configuration.program.isWatched(.signaldeliver)
  }

  /// Looks at a thread that is about to receive a signal.
  mutating func signalled(_ id: ThreadID, _ signal: Signal) {
    guard let process = table.process(of: id) else { return }
    if watchesSignals { judgeSignal(id, process, signal) }
    if signal.isFault, watchesEnds { lookBeforeTheEnd(id, process, signal) }
  }

  private mutating func judgeSignal(_ id: ThreadID, _ process: ThreadID, _ signal: Signal) {
    guard let memory = memories[process] else { return }
    let sender = source.fault()?.sender ?? 0
    let registers = CallRegisters(
      architecture: 0, number: 0,
      arguments: .init(UInt64(signal.rawValue), UInt64(truncatingIfNeeded: sender)))
    judge(
      CallFacts(
        thread: id, process: process, event: .signaldeliver, registers: registers,
        memory: memory, context: context), nil)
  }

  /// Looks at a process that a signal may be about to end: it can't be looked at afterwards.
  private mutating func lookBeforeTheEnd(
    _ id: ThreadID, _ process: ThreadID, _ signal: Signal
  ) {
    let text = ProcessFiles.text("status", of: id)
    let status = ProcTexts.status(text ?? [])
    // With a handler the program goes on: virtual machines live on such signals.
    guard status.caught >> UInt64(signal.rawValue - 1) & 1 == 0 else { return }
    let fault = source.fault()
    lastWords[process] = LastWords(
      signal: signal, status: text,
      workingDirectory: ProcessFiles.workingDirectory(of: id), fault: fault,
      frames: fault.map { callChain($0, process) } ?? [])
    // SIGABRT.
    guard signal.rawValue == 6, let message = abortMessage(of: process) else { return }
    lastWords[process]?.message = message
  }

  /// Judges the end of a process.
  mutating func judgeEnd(_ process: ThreadID, _ how: TaskEnd) {
    var words = lastWords.removeValue(forKey: process) ?? LastWords()
    guard watchesEnds, let memory = memories[process] else {
      return
    }
    switch how {
    case .exited: words = LastWords()
    case .signaled(let signal, let hasCore):
      // Another signal was quicker than the one that was looked at.
      if words.signal != signal { words = LastWords() }
      words.signal = signal
      words.hasCore = hasCore
    }
    words.outlivesCommand = survivors.remove(process) != nil
    judge(
      CallFacts(
        thread: process, process: process, event: .procexit,
        registers: CallRegisters(architecture: 0, number: 0), memory: memory, context: context),
      words)
  }

  mutating func judge(_ facts: CallFacts, _ words: LastWords?) {
    counts[Int(facts.event.rawValue)] += 1
    eventCount += 1
    var view = makeView(facts, .happened)
    view.lastWords = words
    for draft in judge(&view, Destinations(nil)).drafts { finish(draft, view) }
    record(&view, Destinations(nil))
  }
}

extension Session {
  /// Where a thread is and what called that, innermost first, as `FILE+0xOFFSET`.
  ///
  /// The chain is that of frame pointers, which stops at the first function built without one:
  /// what it tells is true, but it need not be all.
  func callChain(_ fault: Fault, _ process: ThreadID) -> [String] {
    guard let text = ProcessFiles.maps(of: process), let memory = memories[process] else {
      return []
    }
    let code = ProcMaps.executable(in: text)
    func frame(_ address: UInt64) -> String? {
      guard let mapping = code.first(where: { $0.contains(address) }) else { return nil }
      let offset = String(address - mapping.start + mapping.offset, radix: 16)
      let name = mapping.path.isEmpty ? "anonymous" : displayText(mapping.path)
      return "\(name)+0x\(offset)"
    }
    var frames = [
      frame(fault.instructionPointer) ?? "0x"
        + String(
          fault.instructionPointer, radix: 16)
    ]
    var pointer = fault.framePointer
    var lowest = fault.stackPointer
    while frames.count < 32, pointer >= lowest, pointer & 7 == 0,
      let caller = memory.readNumber(pointer &+ 8, bytes: 8), let name = frame(caller),
      let next = memory.readNumber(pointer, bytes: 8)
    {
      frames.append(name)
      lowest = pointer &+ 16
      pointer = next
    }
    return frames
  }
}
