import JSON
import Events
import Rules
import Testing

@testable import Policies

@Suite struct LearningTests {
  private let store = testStore(WritableFiles())

  private func draft(_ edits: [PolicyEdit] = []) throws -> PolicyDocument {
    try store.draft(name: "shop", extends: "standard", at: .file("/p.json"), edits)
  }

  private func criterion(_ document: PolicyDocument, _ list: LearnedSettings.List) -> [String]? {
    guard let (alert, name) = try? PolicyLearning(store, document).place(of: list) else {
      return nil
    }
    return document.root["alerts"]?[alert]?["criteria"]?[name]?.items.map {
      if case .number(let digits) = $0 { digits } else { $0.string ?? "" }
    }
  }

  private static let run: LearnedSettings = {
    var learnt = LearnedSettings()
    for port in ["443", "80", "9"] { learnt.add(port, to: .ports) }
    for host in ["www.example.org", "api.example.org"] { learnt.add(host, to: .hosts) }
    learnt.add("8080", to: .listeners)
    for program in ["/usr/bin/sh", "*/shop/build/app"] { learnt.add(program, to: .programs) }
    for directory in ["/tmp/*/a", "/tmp", "/var/tmp/x"] { learnt.add(directory, to: .directories) }
    for file in ["*/shop/build/*", "*/shop/build/obj/*"] { learnt.add(file, to: .projectFiles) }
    learnt.exceptions = [
      .init(alert: "file-sensitive-read", when: "proc.program = b"),
      .init(alert: "file-sensitive-read", when: "proc.program = a"),
    ]
    return learnt
  }()

  @Test func everythingIsReportedWhileLearning() throws {
    let observed = try PolicyLearning(store, try draft()).observing()
    func criteria(_ id: String) -> [String: CriterionValue]? {
      observed.alerts.first { $0.definition.id == id }?.criteria
    }
    let destinations = criteria("network-destination-not-allowed")
    #expect(destinations?["networks"] == .list([.text("255.255.255.255")]))
    #expect(criteria("network-unexpected-listener")?["ports"] == .list([.number(0)]))
    #expect(criteria("process-not-allowed")?["paths"] == .list([.text("/nonexistent")]))
    #expect(criteria("file-write-outside")?["directories"] == .list([.text("/nonexistent")]))
  }

  @Test func whatWasSeenIsAllowedAndSorted() throws {
    let (document, added) = try PolicyLearning(store, try draft()).adding(Self.run)
    #expect(criterion(document, .ports) == ["9", "80", "443"])
    #expect(criterion(document, .hosts) == ["api.example.org", "www.example.org"])
    // Names allow what was contacted, and no address does.
    #expect(criterion(document, .networks) == nil)
    #expect(criterion(document, .programs) == ["*/shop/build/app", "/usr/bin/sh"])
    #expect(criterion(document, .directories) == ["/tmp", "/var/tmp/x"])
    let files = try #require(criterion(document, .projectFiles))
    #expect(files.first == "*/shop/build/*" && files.contains("/dev/null"))
    #expect(!files.contains("*/shop/build/obj/*"))
    #expect(criterion(document, .libraries) == nil)
    let exceptions = document.root["alerts"]?["file-sensitive-read"]?["exceptions"]
    #expect(
      exceptions?.items.map(\.line) == [
        #"{ "when": "proc.program = a", "reason": "learned on 2026-11-24; review it" }"#,
        #"{ "when": "proc.program = b", "reason": "learned on 2026-11-24; review it" }"#,
      ])
    #expect(added.contains("network-unexpected-listener ports: 8080") && added.count == 13)
    #expect(throws: Never.self) { try store.create(document, replacing: false) }
  }

  @Test func whatIsKnownIsNotLearntAgain() throws {
    let (once, _) = try PolicyLearning(store, try draft()).adding(Self.run)
    var same = Self.run
    // A learned exception suppresses the alert that it was learned from.
    same.exceptions = []
    let (twice, added) = try PolicyLearning(store, once).adding(same)
    #expect(twice == once && added.isEmpty)
    same.add("22", to: .ports)
    same.add("/tmp/*/new", to: .directories)
    let (thrice, more) = try PolicyLearning(store, once).adding(same)
    #expect(criterion(thrice, .ports) == ["9", "22", "80", "443"])
    #expect(more == ["network-destination-not-allowed ports: 22"])
  }

  @Test func aRunThatDidNothingAllowsNothing() throws {
    let learning = try PolicyLearning(store, try draft())
    let (document, added) = try learning.adding(LearnedSettings())
    #expect(added.isEmpty)
    #expect(criterion(document, .networks) == ["255.255.255.255"])
    #expect(criterion(document, .listeners) == ["0"])
    let (again, _) = try PolicyLearning(store, document).adding(LearnedSettings())
    #expect(again == document)
    let (later, _) = try PolicyLearning(store, document).adding(Self.run)
    #expect(criterion(later, .listeners) == ["8080"])
    #expect(criterion(later, .directories) == ["/tmp", "/var/tmp/x"])
  }

  @Test func whatTheFileSwitchesOffStaysOff() throws {
    let edits: [PolicyEdit] = [.enable("file-write-outside", false)]
    let (document, _) = try PolicyLearning(store, try draft(edits)).adding(Self.run)
    #expect(document.root["alerts"]?["file-write-outside"]?.line == #"{ "enabled": false }"#)
    #expect(criterion(document, .listeners) == ["8080"])
  }
}
