import JSON
import Events
import Foundation
import Policies
import Testing

@testable import Catalogue

@Suite("Entries of the catalogue")
struct EntryTests {
  @Test("the embedded texts are well-formed")
  func isWellFormed() throws {
    let definitions = try Catalogue.read(CatalogueText.files)
    #expect(definitions == Catalogue.definitions)
    #expect(!definitions.isEmpty)
  }

  @Test("a mistake is reported with its file and place")
  func malformed() {
    let file = CatalogueText(
      name: "file.json", bytes: Array("{ \"category\": \"file\",\n  \"alert\": [] }".utf8))
    let error = #expect(throws: DocumentError.self) { try Catalogue.read([file]) }
    #expect(error?.description.contains("file.json:2:3: ") == true)
  }

  @Test("no two alerts share an id")
  func uniqueIDs() {
    let ids = Catalogue.definitions.map(\.id)
    #expect(Catalogue.alerts.map(\.id) == ids)
    #expect(
      Catalogue.alerts.map(\.condition)
        == Catalogue.definitions.map(\.condition))
    #expect(Catalogue.alerts.map(\.remedy) == Catalogue.definitions.map(\.remedy))
    #expect(Set(ids).count == ids.count)
  }

  @Test("the id begins with the category", arguments: Catalogue.definitions)
  func idAndCategory(_ alert: AlertDefinition) {
    // What a program was built without is no call of it.
    let isOfBinary = alert.category == .libcall && alert.id.hasPrefix("binary-")
    #expect(isOfBinary || alert.id.hasPrefix(alert.category.rawValue + "-"))
  }

  @Test("has its texts, as sentences", arguments: Catalogue.definitions)
  func texts(_ alert: AlertDefinition) {
    for text in [alert.description, alert.trigger, alert.remedy] { #expect(text.hasSuffix(".")) }
    for criterion in alert.criteria { #expect(criterion.meaning.hasSuffix(".")) }
    for text in [alert.title, alert.message, alert.object] { #expect(!text.hasSuffix(".")) }
    #expect(alert.title.count <= 60)
  }

  @Test(
    "has at least two events that raise it and two that do not", arguments: Catalogue.definitions)
  func examples(_ alert: AlertDefinition) {
    #expect(alert.firesOn.count >= 2)
    #expect(alert.silentOn.count >= 2)
    let names = (alert.firesOn + alert.silentOn).map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("has a dated incident with a reference", arguments: Catalogue.definitions)
  func incident(_ alert: AlertDefinition) throws {
    let example = try #require(alert.example)
    #expect(example.reference.hasPrefix("https://"))
    #expect(
      example.date.wholeMatch(of: /20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?/) != nil)
  }

  @Test("its tags are ids", arguments: Catalogue.definitions)
  func tags(_ alert: AlertDefinition) {
    #expect(!alert.tags.attack.isEmpty)
    #expect(alert.tags.attackVersion?.wholeMatch(of: /\d{2}\.\d/) != nil)
    for id in alert.tags.attack { #expect(id.wholeMatch(of: /T\d{4}(\.\d{3})?/) != nil) }
    for id in alert.tags.cwe { #expect(id.wholeMatch(of: /CWE-\d+/) != nil) }
  }

  @Test(
    "its program is named in Docs/reference/alerts-coverage.md, and is there",
    arguments: Catalogue.definitions)
  func program(_ alert: AlertDefinition) throws {
    let page = try String(
      contentsOf: Recording.root.appending(path: "Docs/reference/alerts-coverage.md"),
      encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| \(alert.id) |") }
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    let name = try #require(row.split(separator: "`").dropFirst().first)
    let source = Recording.root.appending(path: "Tests/Fixtures/\(name)/main.c")
    #expect(FileManager.default.fileExists(atPath: source.path))
  }

  @Test("every criterion is used in the condition", arguments: Catalogue.definitions)
  func criteria(_ alert: AlertDefinition) {
    for criterion in alert.criteria { #expect(alert.condition.contains("$\(criterion.name)")) }
  }
}
