import Events
import Kernel
import Policies
import Rules
import Syscalls
import Testing

@testable import Detection
@testable import dftrace

/// The exit statuses, in the order of precedence: dftrace's own failure, alerts, a timeout, the
/// command's own.
@Suite struct EndingTests {
  /// What a run came to that raised alerts of some priorities.
  private static func result(
    _ outcome: CommandOutcome, _ priorities: [Priority]
  ) throws -> RunResult {
    let policy = try PolicyStore.standard().load("standard")
    let rules = try LoadedPolicy(policy, threshold: nil).compiled.rules
    var ledger = AlertLedger(limit: 100)
    for (number, priority) in priorities.enumerated() {
      let rule = try #require(rules.first { $0.priority == priority })
      _ = ledger.count(String(number), rule, index: 0, suppression: nil)
    }
    let configuration = DetectionConfiguration(
      program: policy.program, rules: [], policy: "standard", app: "a", component: nil,
      workspace: nil)
    return RunResult(
      outcome: outcome, duration: 0, processes: 1, events: [],
      alerts: AlertCounts(ledger, configuration), inventory: Inventory(), blindSpots: [])
  }

  private static func status(
    _ outcome: CommandOutcome = .exited(3), _ priorities: [Priority] = [],
    threshold: FailThreshold = .at(.p2), failed: Bool = false, isReplay: Bool = false,
    interruption: RunInterruption? = nil
  ) throws -> Int32? {
    Ending(
      try result(outcome, priorities), threshold: threshold, alertStatus: 86,
      failure: failed ? OutputFailure(output: "f", errno: Errno(rawValue: 28)) : nil,
      isReplay: isReplay, interruption: interruption
    ).status
  }

  private static let killed = CommandOutcome.signaled(number: 9, name: "SIGKILL")
  private static let timeout = RunInterruption.timeout(nanoseconds: 1)

  @Test func ownFailureComesFirst() throws {
    #expect(try Self.status(failed: true) == 125)
    #expect(try Self.status(.exited(0), [.p1], failed: true) == 125)
    #expect(try Self.status(Self.killed, [.p1], failed: true, interruption: Self.timeout) == 125)
    #expect(try Self.status(.exited(0), failed: true, isReplay: true) == 125)
  }

  @Test func alertsComeBeforeTheCommandsStatus() throws {
    #expect(try Self.status(.exited(3), [.p1]) == 86)
    #expect(try Self.status(Self.killed, [.p2]) == 86)
    #expect(try Self.status(.exited(0), [.p3, .p2], isReplay: true) == 86)
    #expect(try Self.status(.exited(0), [.p1], interruption: Self.timeout) == 86)
    #expect(try Self.status(.exited(0), [.p1], interruption: .failFast) == 86)
  }

  @Test func alertsBelowTheThresholdDoNotCount() throws {
    #expect(try Self.status(.exited(3), [.p3]) == 3)
    #expect(try Self.status(.exited(3), [.p1], threshold: .never) == 3)
    #expect(try Self.status(.exited(0), [.p3], threshold: .at(.p4)) == 86)
  }

  @Test func timeoutHasAStatusOfItsOwn() throws {
    #expect(try Self.status(Self.killed, interruption: Self.timeout) == 124)
    #expect(try Self.status(.exited(0), interruption: Self.timeout) == 124)
    #expect(try Self.status(.exited(5), interruption: .failFast) == 5)
  }

  @Test func commandsOwnEndIsPassedOn() throws {
    #expect(try Self.status(.exited(0)) == 0)
    #expect(try Self.status(.exited(255)) == 255)
    #expect(try Self.status(Self.killed) == nil)
    // A recording's command ended long ago.
    #expect(try Self.status(.exited(3), isReplay: true) == 0)
    #expect(try Self.status(Self.killed, [.p3], isReplay: true) == 0)
  }

  @Test func alertsThatFailedAreNamed() throws {
    let ending = Ending(
      try Self.result(.exited(0), [.p3, .p1, .p2]), threshold: .at(.p2), alertStatus: 7,
      failure: nil)
    #expect(ending.failedBy.count == 2 && ending.status == 7)
  }
}
