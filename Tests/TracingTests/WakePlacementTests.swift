import Events
import Kernel
import Testing

@testable import Tracing

/// Where threads go on that announce calls, without any CPU.
@Suite struct WakePlacementTests {
  private let first = ThreadID(rawValue: 1)
  private let second = ThreadID(rawValue: 2)
  private let millisecond: Int64 = 1_000_000

  @Test func oneThreadStaysWhereItIs() {
    var placement = WakePlacement(cpus: [0, 1, 2, 3])
    for event in 0..<100 {
      let now = Int64(event) * 10_000
      #expect(placement.place(first, cpu: 2, wasWaiting: false, now: now) == .here)
      #expect(!placement.isCrowded(at: now))
    }
  }

  @Test func twoThreadsOnOneCPUArePartedOnce() {
    var placement = WakePlacement(cpus: [0, 3])
    #expect(placement.place(first, cpu: 0, wasWaiting: false, now: 0) == .here)
    #expect(placement.place(second, cpu: 0, wasWaiting: false, now: 10_000) == .on(3))
    #expect(placement.isCrowded(at: 20_000))
    // Each on its own CPU, they stay.
    for event in 2..<50 {
      let now = Int64(event) * 10_000
      #expect(
        placement.place(
          event % 2 == 0 ? first : second, cpu: event % 2 == 0 ? 0 : 3, wasWaiting: false, now: now)
          == .here)
    }
  }

  @Test func aCallThatWasWaitingGoesOnWhereItWas() {
    var placement = WakePlacement(cpus: [0, 1])
    _ = placement.place(first, cpu: 0, wasWaiting: false, now: 0)
    #expect(placement.place(second, cpu: 0, wasWaiting: true, now: 5_000) == .asBefore)
  }

  @Test func movesAreRareAndOnlyToQuietCPUs() {
    var placement = WakePlacement(cpus: [0, 1])
    _ = placement.place(first, cpu: 1, wasWaiting: false, now: millisecond)
    // CPU 1 has just been heard of.
    _ = placement.place(first, cpu: 0, wasWaiting: false, now: millisecond + 10_000)
    #expect(
      placement.place(second, cpu: 0, wasWaiting: false, now: millisecond + 20_000) == .here)
    let later = 4 * millisecond
    _ = placement.place(first, cpu: 0, wasWaiting: false, now: later)
    #expect(placement.place(second, cpu: 0, wasWaiting: false, now: later + 10_000) == .on(1))
    _ = placement.place(first, cpu: 0, wasWaiting: false, now: later + 80_000)
    #expect(placement.place(second, cpu: 0, wasWaiting: false, now: later + 90_000) == .here)
  }

  @Test func withOneCPUThereIsNoChoice() {
    var placement = WakePlacement(cpus: [5])
    _ = placement.place(first, cpu: 5, wasWaiting: false, now: 0)
    #expect(placement.place(second, cpu: 5, wasWaiting: false, now: 10) == .here)
    #expect(placement.place(second, cpu: 5, wasWaiting: true, now: 20) == .here)
    #expect(!WakePlacement(cpus: []).hasChoice)
  }
}
