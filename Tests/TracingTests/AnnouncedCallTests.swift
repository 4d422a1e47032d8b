import Events
import Kernel
import Testing

@testable import Tracing

/// Announced calls, and what signals do to them, as recorded sequences.
@Suite struct AnnouncedCallTests {
  private let thread = ThreadID(rawValue: 100)
  private let call = Self.registers(257, stack: 0)
  /// The same call as a stop shows it, which knows where the stack is.
  private let stopped = Self.registers(257, stack: 0x7000)

  private static func registers(_ number: UInt64, stack: UInt64) -> CallRegisters {
    CallRegisters(
      architecture: 0xC000_003E, number: number, instructionPointer: 0x400, stackPointer: stack)
  }

  private func started() -> TaskTable {
    var table = TaskTable()
    _ = table.apply(
      .appeared(process: ProcessID(leader: thread), parent: nil, isStopped: false), to: thread)
    return table
  }

  private func awaiting() -> TaskTable {
    var table = started()
    _ = table.apply(.called(call, isNotified: true), to: thread)
    _ = table.await(call, thread)
    table.answered(call, thread, isGone: false)
    return table
  }

  private func cutShort(_ mayWait: Bool) -> TaskStop {
    .signal(
      Signal(rawValue: 14),
      during: InterruptedCall(registers: stopped, result: -512, mayWait: mayWait))
  }

  @Test func aCallThatNobodyWaitsForGoesOn() {
    var table = started()
    let (report, answer) = table.apply(.called(call, isNotified: true), to: thread)
    #expect(report == .callEntered(isRestart: false))
    #expect(answer == TaskAnswer(.run))
    #expect(!table.awaitsInterruption(thread))
  }

  @Test func anAwaitedCallIsStoppedRightAfter() {
    var table = started()
    _ = table.apply(.called(call, isNotified: true), to: thread)
    let answer = table.await(call, thread)
    #expect(answer.stopsAfterCall && answer.resumption == .run)
    #expect(table.awaitsInterruption(thread))
    let stop = TaskStop.interrupted(
      InterruptedCall(registers: stopped, result: 3), groupStop: nil)
    #expect(table.apply(stop, to: thread) == (.callReturned(call, 3), TaskAnswer(.run)))
    #expect(!table.awaitsInterruption(thread))
  }

  @Test func aProcessMayBeStoppedInTheSameMoment() {
    var table = awaiting()
    let stop = TaskStop.interrupted(
      InterruptedCall(registers: stopped, result: 3), groupStop: .stop)
    #expect(table.apply(stop, to: thread) == (.callReturned(call, 3), TaskAnswer(.listen)))
  }

  /// A call that notices pending signals would be cut short for ever.
  @Test func aCallThatTheInterruptionCutsShortIsFollowedToItsExit() {
    var table = awaiting()
    let stop = TaskStop.interrupted(
      InterruptedCall(registers: stopped, result: -512), groupStop: nil)
    #expect(table.apply(stop, to: thread) == (.nothing, TaskAnswer(.runToExit)))
    #expect(table.apply(.entering(stopped), to: thread).1 == TaskAnswer(.runToExit))
    let (report, answer) = table.apply(.called(call, isNotified: true), to: thread)
    #expect(report == .callEntered(isRestart: true))
    #expect(answer == TaskAnswer(.run))
    #expect(!table.await(call, thread).stopsAfterCall)
    let (last, end) = table.apply(.returned(4), to: thread)
    #expect(last == .callReturned(stopped, 4))
    #expect(end == TaskAnswer(.run))
  }

  @Test func aHandlersCallsDoNotEndTheFollowing() {
    var table = awaiting()
    _ = table.apply(
      .interrupted(InterruptedCall(registers: stopped, result: -512), groupStop: nil), to: thread)
    let below = Self.registers(1, stack: 0x6000)
    #expect(table.apply(.entering(below), to: thread).1 == TaskAnswer(.runToExit))
    let other = Self.registers(2, stack: 0)
    #expect(
      table.apply(.called(other, isNotified: true), to: thread).0
        == .callEntered(isRestart: false))
    #expect(!table.await(other, thread).stopsAfterCall)
    #expect(table.apply(.returned(0), to: thread).0 == .callReturned(other, 0))
    #expect(table.isInterrupted(thread))
    #expect(
      table.apply(.called(call, isNotified: true), to: thread).0 == .callEntered(isRestart: true))
  }

  @Test func aCallThatTheHandlerEndsIsFollowedNoLonger() {
    var table = awaiting()
    _ = table.apply(
      .interrupted(InterruptedCall(registers: stopped, result: -512), groupStop: nil), to: thread)
    let later = Self.registers(3, stack: 0x7000)
    #expect(table.apply(.entering(later), to: thread).1 == TaskAnswer(.run))
    #expect(!table.isInterrupted(thread))
  }

  /// Without a tracer the call would not have been interrupted.
  @Test func aWaitForTheTracerThatASignalEndsIsRepeated() {
    var table = started()
    let answer = table.apply(cutShort(true), to: thread).1
    #expect(answer.repeatsCall && answer.signal == Signal(rawValue: 14))
    // The same call from the same place was answered before, but one of its kind never waits.
    _ = table.apply(.called(call, isNotified: true), to: thread)
    table.answered(call, thread, isGone: false)
    #expect(table.apply(cutShort(false), to: thread).1.repeatsCall)
    #expect(!table.isInterrupted(thread))
  }

  @Test func aCallThatWaitedItselfIsLeftToTheHandler() {
    var table = started()
    _ = table.apply(.called(call, isNotified: true), to: thread)
    table.answered(call, thread, isGone: false)
    #expect(!table.apply(cutShort(true), to: thread).1.repeatsCall)
    #expect(
      table.apply(.called(call, isNotified: true), to: thread).0 == .callEntered(isRestart: true))
  }

  @Test func anAnswerThatCameTooLateIsOneEventWithTheNext() {
    var table = started()
    _ = table.apply(.called(call, isNotified: true), to: thread)
    table.answered(call, thread, isGone: true)
    #expect(
      table.apply(.called(call, isNotified: true), to: thread).0 == .callEntered(isRestart: true))
  }

  /// Whatever its kind, it was the wait for the tracer that the signal ended.
  @Test func aCallThatWasMissedIsRepeatedAndNew() {
    var table = started()
    _ = table.apply(.called(call, isNotified: true), to: thread)
    table.answered(call, thread, isGone: false)
    _ = table.apply(.called(call, isNotified: true), to: thread)
    table.missed(thread)
    #expect(table.apply(cutShort(true), to: thread).1.repeatsCall)
    #expect(
      table.apply(.called(call, isNotified: true), to: thread).0 == .callEntered(isRestart: false))
  }

  @Test func signalsThatInterruptNothingAreJustDelivered() {
    var table = started()
    let signal = Signal(rawValue: 10)
    let done = InterruptedCall(registers: stopped, result: 0)
    #expect(
      table.apply(.signal(signal, during: done), to: thread).1 == TaskAnswer(.run, signal))
    #expect(!table.isInterrupted(thread))
  }
}
