import Events
import Foundation
import Testing

@testable import Catalogue

@Suite("The catalogue's texts are embedded")
struct EmbeddingTests {
  @Test("every file's generated source is fresh", arguments: CatalogueText.files.map(\.name))
  func isFresh(_ name: String) throws {
    let folder = Recording.root.appending(path: "Sources/Catalogue/Data")
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let category = String(name.dropLast(".json".count))
    let source = """
      // Written from Data/\(name) by the tests. Change that file and run them with DFTRACE_RECORD=1.
      // swift-format-ignore-file

      extension CatalogueText {
        static let \(category) = CatalogueText(
          name: "\(name)",
          text: ###\"""
      \(text)
      \"""###)
      }

      """
    #expect(!text.contains("\"\"\"###"), "would end the literal")
    try Recording.expect("Sources/Catalogue/Generated/\(category).swift", toHold: source)
  }

  @Test("no file of the folder is left out")
  func isComplete() throws {
    let folder = Recording.root.appending(path: "Sources/Catalogue/Data")
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(found.sorted() == CatalogueText.files.map(\.name).sorted())
    for name in found { #expect(Category(rawValue: String(name.dropLast(5))) != nil) }
  }

  @Test("the page about the alerts is fresh")
  func page() throws {
    try Recording.expect("Docs/reference/alerts.md", toHold: Catalogue.alertsPage())
  }

  @Test("the page about the fields is fresh")
  func fields() throws {
    try Recording.expect("Docs/reference/fields.md", toHold: Catalogue.fieldsPage())
  }
}
