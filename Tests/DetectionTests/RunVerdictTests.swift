import Events
import Rules
import Testing

@testable import Detection

/// The exit statuses, in the order of precedence: dftrace's own failure, alerts, a timeout, the
/// command's own.
@Suite struct RunVerdictTests {
  /// What a run came to that raised alerts of some priorities.
  private static func result(
    _ outcome: CommandOutcome, _ priorities: [Priority]
  ) throws -> RunResult {
    var ledger = AlertLedger(limit: 100)
    for priority in priorities {
      _ = ledger.count(GivenDraft.named(priority.name, priority))
    }
    let configuration = DetectionConfiguration(
      program: try RuleProgram.compile([]), rules: [], policy: "p", app: "a", component: nil,
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
    RunVerdict(
      try result(outcome, priorities), threshold: threshold, alertStatus: 86,
      hasFailed: failed, isReplay: isReplay, interruption: interruption
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
    #expect(try Self.status(.exited(3), [.p3, .p4]) == 3)
    #expect(try Self.status(.exited(3), [.p1], threshold: .never) == 3)
    #expect(try Self.status(.exited(0), [.p4], threshold: .at(.p4)) == 86)
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
    let verdict = RunVerdict(
      try Self.result(.exited(0), [.p3, .p1, .p2]), threshold: .at(.p2), alertStatus: 7,
      hasFailed: false)
    #expect(verdict.failedBy == ["P1", "P2"] && verdict.status == 7)
  }
}
