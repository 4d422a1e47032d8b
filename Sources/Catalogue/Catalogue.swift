public import Policies
internal import Embedded
internal import JSON

/// The built-in alerts.
///
/// They are data: below `Data/` each category has a JSON file, which is embedded in the program.
public enum Catalogue {
  /// All built-in alerts, in the order of their files, without their example events.
  public static let alerts = embedded(withExamples: false)

  /// All built-in alerts with their example events.
  public static let definitions = embedded(withExamples: true)

  /// The size of the embedded texts in bytes: what was compiled from texts of another size is
  /// stale.
  public static var size: Int { EmbeddedFile.catalogue.reduce(0) { $0 + $1.size } }

  /// Traps on an error in the embedded texts, which is a bug that tests detect.
  private static func embedded(withExamples: Bool) -> [AlertDefinition] {
    do throws(DocumentError) {
      return try read(CatalogueText.files, withExamples: withExamples)
    } catch {
      preconditionFailure("The embedded catalogue is malformed:\n\(error)")
    }
  }

  /// Parses the texts of a catalogue.
  static func read(
    _ files: [CatalogueText], withExamples: Bool = true
  ) throws(DocumentError) -> [AlertDefinition] {
    var definitions: [AlertDefinition] = []
    for file in files {
      definitions += try AlertDefinition.readCatalogue(
        file.bytes, file: file.name, withExamples: withExamples)
    }
    return definitions
  }
}

/// One file of the catalogue.
struct CatalogueText: Sendable {
  /// Its name in `Data/`.
  let name: String
  /// Its content.
  let bytes: [UInt8]

  /// The embedded files.
  static var files: [CatalogueText] {
    EmbeddedFile.catalogue.map { CatalogueText(name: "\($0).json", bytes: $0.bytes) }
  }
}
