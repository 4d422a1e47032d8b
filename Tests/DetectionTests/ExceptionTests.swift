import Events
import Rules
import Testing

@testable import Detection

/// Exceptions that suppress, that have expired and that are not needed.
@Suite struct ExceptionTests {
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

  private func evaluate(_ subject: GivenSubject, _ pipeline: inout AlertPipeline) -> Alert? {
    pipeline.evaluate(subject).first
  }

  @Test func whatIsNotExcusedSuggestsAnException() throws {
    var pipeline = AlertPipeline(configuration)
    let alert = try #require(evaluate(GivenSubject("cow", "/x y"), &pipeline))
    #expect(alert.suppression == nil && alert.evidence.isEmpty)
    #expect(
      alert.exception
        == ExceptionFacts(
          alert: "a-b", condition: "proc.program = cow and fd.name = '/x y'", reason: "WHY",
          expires: "2027-11-25"))
  }

  @Test func anExpiredExceptionIsNoted() throws {
    var pipeline = AlertPipeline(configuration)
    let alert = try #require(evaluate(GivenSubject("old", "/x"), &pipeline))
    #expect(alert.suppression == nil)
    #expect(
      alert.evidence == [
        .init("note", .text("exception expired on 2026-01-31: was old (me)"))
      ])
    #expect(pipeline.byPriority == [.p2: 1])
  }

  @Test func exceptionsThatExcuseNothingAreNamed() throws {
    var pipeline = AlertPipeline(configuration)
    #expect(pipeline.counts.unusedExceptions.count == 2)
    let alert = try #require(evaluate(GivenSubject("cat", "/x"), &pipeline))
    #expect(alert.suppression == "reads" && alert.exception == nil)
    let unused = pipeline.counts.unusedExceptions
    #expect(unused.map(\.condition) == ["proc.program = dog"])
    #expect(pipeline.counts.suppressed == 1 && pipeline.byPriority.isEmpty)
  }

  /// Two programs of one executable differ in nothing that the fingerprint names.
  @Test func whatWasOnlySeenExcusedIsShownWhenItIsNot() throws {
    var pipeline = AlertPipeline(configuration)
    let excused = try #require(evaluate(GivenSubject("cat", "/x"), &pipeline))
    let shown = try #require(evaluate(GivenSubject("cow", "/x"), &pipeline))
    #expect(excused.fingerprint == shown.fingerprint && shown.suppression == nil)
    #expect(evaluate(GivenSubject("cow", "/x"), &pipeline) == nil)
    #expect(evaluate(GivenSubject("cat", "/x"), &pipeline) == nil)
    #expect(pipeline.byPriority == [.p2: 1] && pipeline.counts.suppressed == 0)
    #expect(pipeline.counts.totals.map(\.count) == [4])
  }
}
