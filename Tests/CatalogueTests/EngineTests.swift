import Text
import Events
import Foundation
import Policies
import Rules
import Syscalls
import Testing

@testable import Catalogue

/// An example event, and what an alert has to make of it.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  let alert: AlertDefinition
  let example: ExampleEvent
  let fires: Bool

  var testDescription: String { "\(alert.id): \(example.name)" }

  static let all = Catalogue.definitions.flatMap { alert in
    alert.firesOn.map { ExampleCase(alert: alert, example: $0, fires: true) }
      + alert.silentOn.map { ExampleCase(alert: alert, example: $0, fires: false) }
  }
}

@Suite("The rule engine on the catalogue")
struct EngineTests {
  /// The rule of an alert with its defaults, apart from what an example of it says.
  private static func rule(
    _ alert: AlertDefinition, for item: ExampleCase? = nil
  ) -> RuleText {
    let defaults = Dictionary(
      uniqueKeysWithValues: alert.criteria.map { ($0.name, $0.defaultValue) })
    let own = item.flatMap { $0.alert.id == alert.id ? $0.example.criteria : nil } ?? [:]
    return RuleText(
      id: alert.id, condition: alert.condition, criteria: defaults.merging(own) { $1 })
  }

  @Test("the field and the alert know the same metadata services")
  func metadataServices() throws {
    let alert = try #require(
      Catalogue.definitions.first { $0.id == "network-cloud-metadata" })
    guard
      case .list(let items)? = alert.criteria.first(where: { $0.name == "addresses" })?
        .defaultValue
    else {
      Issue.record("no list")
      return
    }
    for item in items {
      guard case .text(let text) = item else { continue }
      #expect(IPAddress(text)?.isMetadataService == true, "\(text)")
    }
    #expect(items.count == 9 && IPAddress("169.254.169.253")?.isMetadataService == false)
  }

  @Test("all conditions compile together")
  func compile() throws {
    let program = try RuleProgram.compile(Catalogue.definitions.map { Self.rule($0) })
    #expect(program.ruleCount == Catalogue.definitions.count)
  }

  @Test("raises what it should and nothing else", arguments: ExampleCase.all)
  func judge(_ item: ExampleCase) throws {
    let program = try RuleProgram.compile([Self.rule(item.alert, for: item)])
    var source = try ExampleSource(item.example)
    var evaluation = RuleEvaluator(program)
    evaluation.run(&source)
    #expect(evaluation.matches == (item.fires ? [0] : []))
    #expect(!evaluation.isUndecided)
    guard item.fires else { return }
    if !Self.isSeenOtherwise(item, source.eventType) {
      #expect(program.filterPlan.needs[source.eventType] != nil, "the filter would hide the call")
    }
    #expect(!evaluation.reasons(rule: 0, &source).isEmpty)
  }

  /// Whether an event is seen though no filter asks the kernel for the call: it is none, dftrace
  /// listens to the connection, or calls of another interface all stop.
  private static func isSeenOtherwise(_ item: ExampleCase, _ event: EventType) -> Bool {
    if [.procexit, .procstart, .signaldeliver].contains(event) { return true }
    let names = item.example.fields.map(\.name)
    return names.contains("net.protocol") || names.contains("evt.syscall.abi")
  }

  /// The alerts that `standard` raises: of the others there may be several for one event.
  private static let standard: Set<String> = {
    struct NoFiles: FileStore {
      func read(_ path: String) throws(FileError) -> [UInt8] { throw .missing }
      func exists(_ path: String) -> Bool { false }
      func names(in directory: String) -> [String] { [] }
    }
    let store = PolicyStore(
      catalogue: Catalogue.definitions, files: NoFiles(), today: CalendarDate(secondsSinceEpoch: 0),
      workingDirectory: "/", savedDirectory: nil)
    return Set((try? store.load("standard"))?.alerts.map(\.definition.id) ?? [])
  }()

  /// The programs of sets of alerts with their defaults, of which most examples have the same.
  private final class Programs: @unchecked Sendable {
    // The thread sanitizer knows this lock, and does not know that Swift's `Mutex` is one.
    private let lock = NSLock()
    private var known: [[String]: RuleProgram] = [:]

    func program(_ alerts: [AlertDefinition]) throws -> RuleProgram {
      lock.lock()
      defer { lock.unlock() }
      let ids = alerts.map(\.id)
      if let program = known[ids] { return program }
      let program = try RuleProgram.compile(alerts.map { rule($0) })
      known[ids] = program
      return program
    }
  }

  private static let programs = Programs()

  private static func program(
    _ alerts: [AlertDefinition], for item: ExampleCase
  ) throws -> RuleProgram {
    guard item.example.criteria.isEmpty else {
      return try RuleProgram.compile(alerts.map { rule($0, for: item) })
    }
    return try programs.program(alerts)
  }

  @Test("an event that raises an alert raises that one alone", arguments: ExampleCase.all)
  func judgeTogether(_ item: ExampleCase) throws {
    let alerts = Catalogue.definitions.filter {
      $0.id == item.alert.id || Self.standard.contains($0.id)
    }
    let program = try Self.program(alerts, for: item)
    var source = try ExampleSource(item.example)
    var evaluation = RuleEvaluator(program)
    evaluation.run(&source)
    let raised = evaluation.matches.map { alerts[$0].id }
    #expect(raised == (item.fires ? [item.alert.id] : []))
  }

  @Test("messages and objects show values that firing events have", arguments: ExampleCase.all)
  func templates(_ item: ExampleCase) throws {
    let templates = try [MessageTemplate(item.alert.message), MessageTemplate(item.alert.object)]
    guard item.fires else { return }
    let program = try RuleProgram.compile([Self.rule(item.alert, for: item)])
    var source = try ExampleSource(item.example)
    var evaluation = RuleEvaluator(program)
    evaluation.run(&source)
    for template in templates {
      #expect(!template.keys.isEmpty)
      let text = evaluation.render(template, &source)
      #expect(!text.contains("?"), "a field of the template has no value")
    }
  }

  @Test("objects keep out what differs from run to run", arguments: Catalogue.definitions)
  func objects(_ alert: AlertDefinition) throws {
    let changing: Set<Field> = [
      .evtNum, .procPid, .procPpid, .procSid, .procTty, .threadTid, .fdNum, .fdCport, .fdLport,
      .fdPort, .procStdinName, .procStdoutName, .procStderrName, .targetPid,
    ]
    let keys = try MessageTemplate(alert.object).keys
    #expect(changing.isDisjoint(with: keys.map(\.field)))
  }

  @Test(
    "an attempt is evaluated before its result is known",
    arguments: [
      "network-shell-connects", "network-cloud-metadata", "network-restricted-country",
      "process-traced-another", "process-memory-of-another", "file-ssh-key-read",
      "file-cloud-credentials-read", "file-sensitive-read", "network-raw-socket",
      "network-container-runtime-socket", "network-cleartext-protocol",
    ])
  func attempts(_ id: String) throws {
    let alert = try #require(Catalogue.definitions.first { $0.id == id })
    let program = try RuleProgram.compile([Self.rule(alert)])
    for event in program.filterPlan.needs.keys { #expect(!program.needsResult(event)) }
  }

  @Test("no alert asks for the failed executions of a search along PATH")
  func failedExecutions() throws {
    let program = try RuleProgram.compile(Catalogue.definitions.map { Self.rule($0) })
    #expect(!program.needsFailedExecutions)
  }
}
