import Embedded
import Events
import Foundation
import Testing

@testable import Catalogue

@Suite("The catalogue's texts are embedded")
struct EmbeddingTests {
  @Test("every file is embedded as it is", arguments: EmbeddedFile.catalogue)
  func isFresh(_ file: EmbeddedFile) throws {
    let path = Recording.root.appending(path: "Sources/Catalogue/Data/\(file).json")
    #expect(try Array(Data(contentsOf: path)) == file.bytes)
    #expect(file.size == file.bytes.count)
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
