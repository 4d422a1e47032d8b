import Events
import Rules
import Syscalls
import Testing

@testable import Detection

/// Exceptions that suppress, that have expired and that are not needed.
@Suite struct ExceptionTests {
  /// An event that alerts can be written about.
  private struct Subject: AlertSubject {
    var event: GivenEvent
    let time: Int64 = 0
    let executable = "/usr/bin/cat"
    var eventType: EventType { event.eventType }

    init(_ program: String, _ path: String) {
      event = GivenEvent(values: [
        FieldKey(.procProgram): .text(Array(program.utf8)),
        FieldKey(.fdName): .path(Array(path.utf8), Array(path.utf8)),
      ])
    }

    func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
      event.value(of: key, in: &arena)
    }
    func alertProcess() -> AlertProcess {
      AlertProcess(
        pid: 1, ppid: 0, exe: executable, argv: [], cwd: "/", uid: 0, euid: 0, ancestors: [])
    }
    func alertEvent() -> AlertEvent {
      AlertEvent(type: "openat", result: nil, errno: nil, level: .requested, arguments: [])
    }
    func evidence() -> [NamedValue] { [] }
    func complete(_ event: inout AlertEvent) {}
    func noteCredential(_ kind: String) -> Bool { false }
  }

  private let configuration: DetectionConfiguration

  init() throws {
    func facts(_ condition: String, _ reason: String, _ owner: String? = nil) -> ExceptionFacts {
      ExceptionFacts(
        alert: "a-b", condition: condition, reason: reason, expires: "2026-01-31", owner: owner)
    }
    let active = [facts("proc.program = cat", "reads"), facts("proc.program = dog", "barks")]
    let expired = [facts("proc.program = old", "was old", "me")]
    let condition = "evt.type = openat"
    let rule = AlertRule(
      id: "a-b", priority: .p2, category: .file, title: "t", message: try MessageTemplate("m"),
      object: try MessageTemplate("%fd.name"), tags: AlertTags(), remedy: "r", exceptions: active,
      expiredRule: 0, expired: expired)
    func program(_ exceptions: [ExceptionFacts]) throws -> RuleProgram {
      try RuleProgram.compile([
        RuleText(id: "a-b", condition: condition, exceptions: exceptions.map(\.condition))
      ])
    }
    var configuration = DetectionConfiguration(
      program: try program(active), rules: [rule], policy: "p", app: "a", component: nil,
      workspace: nil)
    configuration.expiredExceptions = try program(expired)
    configuration.suggestedExpiry = "2027-11-25"
    self.configuration = configuration
  }

  private func draft(_ subject: Subject, _ ledger: AlertLedger) -> AlertDraft {
    var subject = subject
    var evaluation = RuleEvaluator(configuration.program)
    evaluation.run(&subject)
    return AlertWriter(configuration).draft(0, &subject, &evaluation) {
      ledger.isKnown($0, isSuppressed: $1)
    }
  }

  /// Evaluates an event as a run does; the alert when it is to be shown.
  private func evaluate(_ subject: Subject, _ ledger: inout AlertLedger) -> Alert? {
    switch draft(subject, ledger) {
    case .again(let fingerprint, let rule, let suppression):
      _ = ledger.count(
        fingerprint, configuration.rules[rule], index: rule, suppression: suppression)
      return nil
    case .first(let alert, let rule, let suppression):
      let isFirst = ledger.count(
        alert.fingerprint, configuration.rules[rule], index: rule, suppression: suppression)
      return isFirst ? alert : nil
    }
  }

  @Test func whatIsNotExcusedSuggestsAnException() throws {
    var ledger = AlertLedger(limit: 10)
    let alert = try #require(evaluate(Subject("cow", "/x y"), &ledger))
    #expect(alert.suppression == nil && alert.evidence.isEmpty)
    #expect(
      alert.exception
        == ExceptionFacts(
          alert: "a-b", condition: "proc.program = cow and fd.name = '/x y'", reason: "WHY",
          expires: "2027-11-25"))
  }

  @Test func anExpiredExceptionIsNoted() throws {
    var ledger = AlertLedger(limit: 10)
    let alert = try #require(evaluate(Subject("old", "/x"), &ledger))
    #expect(alert.suppression == nil)
    #expect(
      alert.evidence == [
        .init("note", .text("exception expired on 2026-01-31: was old (me)"))
      ])
    #expect(ledger.byPriority == [.p2: 1])
  }

  @Test func exceptionsThatExcuseNothingAreNamed() throws {
    var ledger = AlertLedger(limit: 10)
    #expect(AlertCounts(ledger, configuration).unusedExceptions.count == 2)
    let alert = try #require(evaluate(Subject("cat", "/x"), &ledger))
    #expect(alert.suppression == "reads" && alert.exception == nil)
    let unused = AlertCounts(ledger, configuration).unusedExceptions
    #expect(unused.map(\.condition) == ["proc.program = dog"])
    #expect(ledger.suppressed == 1 && ledger.byPriority.isEmpty)
  }

  /// Two programs of one executable differ in nothing that the fingerprint names.
  @Test func whatWasOnlySeenExcusedIsShownWhenItIsNot() throws {
    var ledger = AlertLedger(limit: 10)
    let excused = try #require(evaluate(Subject("cat", "/x"), &ledger))
    let shown = try #require(evaluate(Subject("cow", "/x"), &ledger))
    #expect(excused.fingerprint == shown.fingerprint && shown.suppression == nil)
    #expect(evaluate(Subject("cow", "/x"), &ledger) == nil)
    #expect(evaluate(Subject("cat", "/x"), &ledger) == nil)
    #expect(ledger.byPriority == [.p2: 1] && ledger.suppressed == 0)
    #expect(ledger.totals.map(\.count) == [4])
  }
}
