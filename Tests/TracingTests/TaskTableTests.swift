import Events
import Kernel
import Testing

@testable import Tracing

/// The races of a traced process tree as recorded sequences of stops, without a kernel.
@Suite struct TaskTableTests {
  private let root = ThreadID(rawValue: 100)
  private let child = ThreadID(rawValue: 101)
  private let call = CallRegisters(architecture: 0xC000_003E, number: 257)

  private func started() -> TaskTable {
    var table = TaskTable()
    _ = table.apply(
      .appeared(process: ProcessID(leader: root), parent: nil, isStopped: false), to: root)
    return table
  }

  @Test func aCallThatNobodyWaitsForGoesOn() {
    var table = started()
    let (report, answer) = table.apply(.called(call, isNotified: false), to: root)
    #expect(report == .callEntered(isRestart: false))
    #expect(answer == TaskAnswer(.run))
  }

  @Test func anAwaitedCallIsReportedWithItsResult() {
    var table = started()
    _ = table.apply(.called(call, isNotified: false), to: root)
    #expect(table.await(call, root) == TaskAnswer(.runToExit))
    let (report, answer) = table.apply(.returned(-2), to: root)
    #expect(report == .callReturned(call, -2))
    #expect(answer == TaskAnswer(.run))
  }

  @Test func aRestartedCallIsOneEvent() {
    var table = started()
    _ = table.apply(.called(call, isNotified: false), to: root)
    _ = table.await(call, root)
    #expect(table.apply(.returned(-512), to: root).0 == .nothing)
    let signal = Signal(rawValue: 10)
    #expect(table.apply(.signal(signal, during: nil), to: root).1 == TaskAnswer(.run, signal))
    let (report, answer) = table.apply(.called(call, isNotified: false), to: root)
    #expect(report == .callEntered(isRestart: true))
    #expect(answer == TaskAnswer(.runToExit))
    #expect(table.apply(.returned(3), to: root).0 == .callReturned(call, 3))
  }

  @Test func theHandlersOwnCallsDoNotHideARestart() {
    var table = started()
    _ = table.apply(.called(call, isNotified: false), to: root)
    _ = table.await(call, root)
    _ = table.apply(.returned(-512), to: root)
    let other = CallRegisters(architecture: 0xC000_003E, number: 42)
    #expect(
      table.apply(.called(other, isNotified: false), to: root).0 == .callEntered(isRestart: false))
    _ = table.await(other, root)
    #expect(table.apply(.returned(0), to: root).0 == .callReturned(other, 0))
    #expect(table.isInterrupted(root))
    #expect(
      table.apply(.called(call, isNotified: false), to: root).0 == .callEntered(isRestart: true))
    #expect(!table.isInterrupted(root))
    #expect(table.apply(.returned(3), to: root).0 == .callReturned(call, 3))
  }

  @Test func anotherCallAfterAnInterruptionIsAnEventOfItsOwn() {
    var table = started()
    _ = table.apply(.called(call, isNotified: false), to: root)
    _ = table.await(call, root)
    _ = table.apply(.returned(-512), to: root)
    let other = CallRegisters(architecture: 0xC000_003E, number: 42)
    #expect(
      table.apply(.called(other, isNotified: false), to: root).0 == .callEntered(isRestart: false))
    #expect(table.apply(.returned(0), to: root).0 == .nothing)
  }

  @Test func eventsInTheMidstOfAnAwaitedCallKeepItsExit() {
    var table = started()
    _ = table.apply(.called(call, isNotified: false), to: root)
    _ = table.await(call, root)
    let (report, answer) = table.apply(.created(child, isThread: false), to: root)
    #expect(report == .processCreated(ProcessID(leader: child), parent: ProcessID(leader: root)))
    #expect(answer == TaskAnswer(.runToExit))
    #expect(table.apply(.trap, to: child).1 == TaskAnswer(.run))
  }

  @Test func aChildMayReportBeforeItsParent() {
    var table = started()
    let early = TaskStop.appeared(
      process: ProcessID(leader: child), parent: ProcessID(leader: root), isStopped: false)
    #expect(
      table.apply(early, to: child).0
        == .processCreated(ProcessID(leader: child), parent: ProcessID(leader: root)))
    #expect(table.apply(.created(child, isThread: false), to: root).0 == .nothing)
  }

  @Test(arguments: [false, true]) func aChildMayEndBeforeItsParentTellsOfIt(_ isThread: Bool) {
    var table = started()
    let early = TaskStop.appeared(
      process: ProcessID(leader: isThread ? root : child),
      parent: isThread ? nil : ProcessID(leader: root), isStopped: false)
    _ = table.apply(early, to: child)
    _ = table.apply(.ended(.exited(0)), to: child)
    #expect(table.apply(.created(child, isThread: isThread), to: root).0 == .nothing)
    #expect(!table.knows(child))
    // The next one that is given the same id.
    #expect(table.apply(.created(child, isThread: isThread), to: root).0 != .nothing)
    #expect(table.knows(child))
  }

  @Test func aChildThatAppearsInAGroupStopStaysStopped() {
    var table = started()
    let early = TaskStop.appeared(
      process: ProcessID(leader: child), parent: ProcessID(leader: root), isStopped: true)
    #expect(table.apply(early, to: child).1 == TaskAnswer(.listen))
  }

  @Test func aThreadBelongsToItsMakersProcess() {
    var table = started()
    #expect(table.apply(.created(child, isThread: true), to: root).0 == .threadCreated)
    #expect(table.process(of: child) == ProcessID(leader: root))
    #expect(table.apply(.ended(.exited(0)), to: child).0 == .threadEnded)
    #expect(table.apply(.ended(.exited(3)), to: root).0 == .processEnded(.exited(3)))
  }

  @Test func anExecutionByAnotherThreadTakesTheLeadersPlace() {
    var table = started()
    let third = ThreadID(rawValue: 102)
    _ = table.apply(.created(child, isThread: true), to: root)
    _ = table.apply(.created(third, isThread: true), to: root)
    _ = table.apply(.called(call, isNotified: false), to: third)
    _ = table.await(call, third)
    let (report, answer) = table.apply(.executed(former: child), to: root)
    #expect(report == .processExecuted(ProcessID(leader: root), former: child))
    #expect(answer == TaskAnswer(.run))
    #expect(!table.knows(child) && !table.knows(third))
    // A late word of a thread that the execution ended is no end of the process.
    #expect(table.apply(.ended(.exited(0)), to: root).0 == .processEnded(.exited(0)))
  }

  @Test func aGroupStopIsLeftToTheKernel() {
    var table = started()
    let (report, answer) = table.apply(.groupStop(.terminalStop), to: root)
    #expect(report == .groupStopped(.terminalStop))
    #expect(answer == TaskAnswer(.listen))
    #expect(table.apply(.trap, to: root).1 == TaskAnswer(.run))
  }

  @Test func aStrayExitStopMeansNothing() {
    var table = started()
    #expect(table.apply(.returned(nil), to: root).0 == .nothing)
    #expect(table.apply(.returned(0), to: root).0 == .nothing)
  }
}
