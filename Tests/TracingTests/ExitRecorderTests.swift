import Detection
import Events
import Kernel
import Rules
import Syscalls
import TestSupport
import Testing

@testable import Tracing

/// What is told of the ends of processes, some of which were looked at before.
@Suite final class ExitRecorderTests {
  private let run = FakeRun()
  private var calls: CallPipeline
  private var recorder = ExitRecorder()
  private var table = TaskTable()
  private let ends: Ends

  /// The values of the ends that were told.
  private final class Ends {
    var list: [[FieldKey: RecordedValue]] = []
  }

  init() throws {
    let program = try RuleProgram.compile([])
    let ends = Ends()
    self.ends = ends
    let configuration = DetectionConfiguration(
      program: program, rules: [], policy: "", app: "", component: nil, workspace: nil)
    let events = EventPipeline(
      run.state, AlertPipeline(configuration),
      keep: { if $0.type == .procexit { ends.list.append($0.last.values) } }, emit: { _ in })
    calls = CallPipeline(FilterAssembly(program, recording: [.procexit]), events, nil)
    calls.openMemory(of: run.process)
    _ = table.apply(
      .appeared(process: run.process, parent: nil, isStopped: false), to: run.thread)
    live(user: 7, in: "/before")
  }

  /// Says who the process is now and where it stands.
  private func live(user: Int, in directory: String, catching: String = "0") {
    run.inspector.texts["/proc/\(run.thread.rawValue)/status"] =
      "Tgid:\t\(run.thread.rawValue)\nUid:\t\(user)\t\(user)\nSigCgt:\t\(catching)\n".bytes
    run.inspector.descriptors[run.thread]?[-1] = directory
  }

  private func signal(_ number: Int32) {
    var source = StopSource()
    recorder.signalled(run.thread, Signal(rawValue: number), table, &source, &calls)
  }

  /// Ends the process.
  private func end(_ how: TaskEnd) throws -> (
    signal: RecordedValue?, user: RecordedValue?, directory: RecordedValue?, core: RecordedValue?
  ) {
    recorder.ended(run.process, how, &calls)
    let last = ends.list.popLast()
    let values = try #require(last)
    return (
      values[FieldKey(.procExitSignal)], values[FieldKey(.userUid)], values[FieldKey(.procCwd)],
      values[FieldKey(.procCoreDumped)]
    )
  }

  @Test func theEndIsToldAsItWasBefore() throws {
    signal(11)
    live(user: 8, in: "/after")
    let found = try end(.signaled(Signal(rawValue: 11), coreDumped: true))
    #expect(found.signal == .text("SIGSEGV".bytes) && found.user == .number(7))
    #expect(found.directory == .path("/before") && found.core == .boolean(true))
  }

  /// What was seen when one signal came says nothing of the end by another.
  @Test func anotherSignalWasQuicker() throws {
    signal(11)
    live(user: 8, in: "/after")
    let found = try end(.signaled(.kill, coreDumped: false))
    #expect(found.signal == .text("SIGKILL".bytes) && found.user == .number(8))
    #expect(found.directory == .path("/after") && found.core == .boolean(false))
  }

  @Test func aProcessThatExitsDiesOfNoSignal() throws {
    signal(11)
    live(user: 8, in: "/after")
    let found = try end(.exited(0))
    #expect(found.signal == nil && found.user == .number(8))
    #expect(found.directory == .path("/after"))
  }

  @Test func theLastFaultCounts() throws {
    signal(11)
    live(user: 8, in: "/after")
    signal(6)
    let found = try end(.signaled(.abort, coreDumped: false))
    #expect(found.signal == .text("SIGABRT".bytes) && found.user == .number(8))
    // It is told once.
    live(user: 9, in: "/last")
    let again = try end(.signaled(.abort, coreDumped: false))
    #expect(again.user == .number(9))
  }

  /// SIGSEGV is the eleventh bit, SIGTERM no fault.
  @Test func aSignalThatEndsNothingIsNotLookedAt() throws {
    live(user: 7, in: "/before", catching: "400")
    signal(11)
    live(user: 8, in: "/after")
    var found = try end(.signaled(Signal(rawValue: 11), coreDumped: false))
    #expect(found.user == .number(8))
    signal(15)
    live(user: 9, in: "/last")
    found = try end(.signaled(.terminate, coreDumped: false))
    #expect(found.user == .number(9) && found.directory == .path("/last"))
  }
}
