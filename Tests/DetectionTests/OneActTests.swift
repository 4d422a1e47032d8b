import Events
import Rules
import Syscalls
import Testing

@testable import Detection

/// One syscall raises one alert: the strongest, which names the others.
@Suite struct OneActTests {
  private struct Given {
    let id: String
    let priority: Priority
    let condition: String
    var exceptions: [String] = []
    var credential: String?
  }

  private static let open = "evt.type = openat"

  /// Rules as a policy has them, the catalogue's order being that of the list.
  private func pipeline(
    _ rules: [Given], accepted: [KnownAlert] = [], isLearning: Bool = false
  ) throws -> AlertPipeline {
    var configuration = DetectionConfiguration(
      program: try RuleProgram.compile(
        rules.map { RuleText(id: $0.id, condition: $0.condition, exceptions: $0.exceptions) }),
      rules: try rules.map { rule in
        AlertRule(
          id: rule.id, priority: rule.priority, category: .file, title: "t",
          message: try MessageTemplate("%proc.program read %fd.name"),
          object: try MessageTemplate("%fd.name"), tags: AlertTags(), remedy: "r",
          exceptions: rule.exceptions.map {
            ExceptionFacts(alert: rule.id, condition: $0, reason: "reason", expires: nil)
          }, credential: rule.credential)
      }, policy: "p", app: "a", component: nil, workspace: nil)
    configuration.baseline = AcceptedAlerts(
      accepted, fingerprintVersion: Fingerprint.version)
    configuration.isLearning = isLearning
    return AlertPipeline(configuration)
  }

  private let both = [
    Given(id: "weak", priority: .p2, condition: open),
    Given(id: "strong", priority: .p1, condition: "evt.type = openat and fd.name startswith /etc/"),
  ]

  @Test func theStrongestNamesTheOthers() throws {
    var pipeline = try pipeline(both)
    let alerts = pipeline.evaluate(GivenSubject("cat", "/etc/x"))
    #expect(alerts.map(\.id) == ["strong"])
    #expect(alerts.first?.related.map(\.id) == ["weak"])
    #expect(pipeline.evaluate(GivenSubject("cat", "/etc/x")).isEmpty)
    #expect(pipeline.counts.totals.map(\.count) == [2])
    #expect(pipeline.byPriority == [.p1: 1])
  }

  @Test func ofEqualOnesTheFirstOfTheCatalogueIsRaised() throws {
    var pipeline = try pipeline(
      ["b", "a", "c"].map { Given(id: $0, priority: .p2, condition: Self.open) })
    let alert = try #require(pipeline.evaluate(GivenSubject("cat", "/x")).first)
    #expect(alert.id == "b" && alert.related.map(\.id) == ["a", "c"])
  }

  /// The same alert alone is raised, whatever named it before.
  @Test func aRelatedOneIsRaisedWhereItIsAlone() throws {
    var pipeline = try pipeline([
      both[1],
      Given(id: "weak", priority: .p2, condition: "evt.type = openat and proc.program = cat"),
    ])
    #expect(pipeline.evaluate(GivenSubject("cat", "/etc/x")).map(\.id) == ["strong"])
    #expect(pipeline.evaluate(GivenSubject("cat", "/x")).map(\.id) == ["weak"])
    #expect(pipeline.byPriority == [.p1: 1, .p2: 1])
  }

  /// An alert that was raised before cannot name what comes with it later.
  @Test func whatNobodyNamedYetIsRaised() throws {
    var pipeline = try pipeline([
      both[1],
      Given(id: "weak", priority: .p2, condition: "evt.type = openat and proc.program = dog"),
    ])
    #expect(pipeline.evaluate(GivenSubject("cat", "/etc/x")).map(\.id) == ["strong"])
    let alerts = pipeline.evaluate(GivenSubject("dog", "/etc/x"))
    #expect(alerts.map(\.id) == ["weak"] && alerts.first?.related.map(\.id) == ["strong"])
    #expect(pipeline.evaluate(GivenSubject("dog", "/etc/x")).isEmpty)
  }

  @Test func whatAnExceptionExcusesIsNoAlertToChoose() throws {
    var rules = both
    rules[1].exceptions = ["proc.program = cat"]
    var pipeline = try pipeline(rules)
    let alerts = pipeline.evaluate(GivenSubject("cat", "/etc/x"))
    #expect(alerts.map(\.id) == ["weak", "strong"])
    #expect(alerts.map { $0.suppression != nil } == [false, true])
    #expect(alerts.allSatisfy { $0.related.isEmpty })
    #expect(pipeline.byPriority == [.p2: 1] && pipeline.counts.suppressed == 1)
  }

  @Test func whatTheBaselineHasComesAfterWhatIsNew() throws {
    var first = try pipeline(both)
    let alert = try #require(first.evaluate(GivenSubject("cat", "/etc/x")).first)
    let strong = try #require(alert.known)
    var second = try pipeline(both, accepted: [strong])
    let raised = second.evaluate(GivenSubject("cat", "/etc/x"))
    #expect(raised.map(\.id) == ["weak"] && raised.first?.isNew == true)
    // Who accepts the alert accepts those that it names.
    var third = try pipeline(both, accepted: [strong] + alert.related)
    #expect(third.evaluate(GivenSubject("cat", "/etc/x")).map(\.isNew) == [false])
    #expect(third.byPriority.isEmpty && third.counts.gone.isEmpty && third.counts.known == 1)
  }

  /// A learned policy needs an exception for each.
  @Test func learningRaisesEach() throws {
    var pipeline = try pipeline(both, isLearning: true)
    #expect(pipeline.evaluate(GivenSubject("cat", "/etc/x")).map(\.id) == ["weak", "strong"])
  }

  // MARK: Outcomes

  private let secret = Given(id: "secret", priority: .p1, condition: open, credential: "ssh")

  @Test(
    arguments: [
      (3, .p1, .done, "cat read /x"),
      (-13, .p1, .refused, "cat tried to open /x (refused: EACCES)"),
      (-1, .p1, .refused, "cat tried to open /x (refused: EPERM)"),
      (-30, .p1, .refused, "cat tried to open /x (refused: EROFS)"),
      (-24, .p1, .refused, "cat tried to open /x (refused: EMFILE)"),
      (-2, .p4, .absent, "cat tried to open /x (nothing there: ENOENT)"),
      (-20, .p4, .absent, "cat tried to open /x (nothing there: ENOTDIR)"),
    ] as [(Int64, Priority, Outcome, String)])
  func anAttemptSaysWhatBecameOfIt(
    _ result: Int64, _ priority: Priority, _ outcome: Outcome, _ message: String
  ) throws {
    var pipeline = try pipeline([secret])
    let alerts = pipeline.evaluate(GivenSubject("cat", "/x", result: result))
    #expect(alerts.map(\.priority) == [priority] && alerts.map(\.outcome) == [outcome])
    #expect(alerts.map(\.message) == [message])
    #expect(pipeline.byPriority == [priority: 1])
  }

  /// A recording's result is any number.
  @Test func anyResultHasAnOutcome() {
    for event in [EventType.openat, .connect, .chmod] {
      for result in [Int64.min, .min + 1, -4096, 0, .max] {
        let outcome = Outcome(event, isReading: true, result: result)
        #expect(outcome == .done || event == .openat && result < 0 && outcome == .refused)
      }
    }
  }

  @Test(arguments: [-9, -14] as [Int64]) func noAttemptIsNoAlert(_ result: Int64) throws {
    var pipeline = try pipeline([secret])
    #expect(pipeline.evaluate(GivenSubject("cat", "/x", result: result)).isEmpty)
    #expect(pipeline.counts.totals.isEmpty)
  }

  /// A rule about failures says itself which result it is about.
  @Test(arguments: ["ENOENT", "EACCES", "EBADF"]) func aRuleMayAskForAResult(_ name: String) throws
  {
    let rule = Given(
      id: "lookup", priority: .p2, condition: "evt.type = openat and evt.res = \(name)")
    var pipeline = try pipeline([rule, secret])
    var subject = GivenSubject(
      "cat", "/x", result: ["ENOENT": -2, "EACCES": -13, "EBADF": -9][name])
    subject.event.values[FieldKey(.evtRes)] = .text(Array(name.utf8))
    let alert = try #require(
      pipeline.evaluate(subject).first { $0.id == "lookup" || !$0.related.isEmpty })
    let known = ([alert.known].compactMap { $0 } + alert.related).first { $0.id == "lookup" }
    #expect(known?.outcome == .done)
  }

  /// Who accepted an attempt has not accepted that it succeeds.
  @Test func aStrongerOutcomeIsANewAlert() throws {
    var pipeline = try pipeline([secret])
    let refused = try #require(
      pipeline.evaluate(GivenSubject("cat", "/x", result: -13)).first?.known)
    var next = try self.pipeline([secret], accepted: [refused])
    #expect(next.evaluate(GivenSubject("cat", "/x", result: -13)).map(\.isNew) == [false])
    #expect(next.evaluate(GivenSubject("cat", "/x", result: 3)).map(\.isNew) == [true])
    #expect(next.evaluate(GivenSubject("cat", "/x", result: -2)).map(\.isNew) == [true])
  }

  /// Only the read that completes a number of kinds has the number.
  @Test func kindsAreThoseThatWereThere() throws {
    let rules = [
      Given(
        id: "ssh", priority: .p2, condition: "evt.type = openat and fd.name = /a", credential: "ssh"
      ),
      Given(
        id: "aws", priority: .p2, condition: "evt.type = openat and fd.name = /b", credential: "aws"
      ),
      Given(
        id: "many", priority: .p1, condition: "evt.type = openat and run.credential_kinds >= 1"),
    ]
    var pipeline = try pipeline(rules)
    #expect(pipeline.evaluate(GivenSubject("cat", "/a", result: -2)).map(\.id) == ["ssh"])
    let alert = try #require(pipeline.evaluate(GivenSubject("cat", "/b", result: 3)).first)
    #expect(alert.id == "many" && alert.related.map(\.id) == ["aws"])
  }

  /// What an exception excuses was no kind of credentials.
  @Test func anExcusedReadIsNoKind() throws {
    let rules = [
      Given(
        id: "ssh", priority: .p2, condition: Self.open, exceptions: ["proc.program = cat"],
        credential: "ssh"),
      Given(
        id: "many", priority: .p1, condition: "evt.type = openat and run.credential_kinds >= 1"),
    ]
    var pipeline = try pipeline(rules)
    #expect(pipeline.evaluate(GivenSubject("cat", "/a")).map(\.id) == ["ssh"])
    #expect(pipeline.evaluate(GivenSubject("cow", "/a")).map(\.id) == ["many"])
  }
}
