public import Policies
internal import Embedded
internal import JSON

/// The built-in alerts: what dftrace knows to be risky.
///
/// They are data: below `Data/` each category has a JSON file, which is embedded in the program.
public enum Catalogue {
  /// All built-in alerts, in the order of their files, without the events that they are tried with.
  public static let alerts = embedded(withExamples: false)

  /// All built-in alerts with the events that they are tried with.
  public static let definitions = embedded(withExamples: true)

  /// The size of the embedded texts in bytes: what was compiled from texts of another size is stale.
  public static var size: Int { EmbeddedFile.catalogue.reduce(0) { $0 + $1.size } }

  /// The embedded texts are part of the program; a mistake in one is a mistake of ours that the
  /// tests find, and there is nothing sensible to go on with.
  private static func embedded(withExamples: Bool) -> [AlertDefinition] {
    do throws(DocumentError) {
      return try read(CatalogueText.files, withExamples: withExamples)
    } catch {
      preconditionFailure("The embedded catalogue is malformed:\n\(error)")
    }
  }

  /// Reads the texts of a catalogue.
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
  /// Its name below `Data/`.
  let name: String
  /// What it holds.
  let bytes: [UInt8]

  /// The embedded files.
  static var files: [CatalogueText] {
    EmbeddedFile.catalogue.map { CatalogueText(name: "\($0).json", bytes: $0.bytes) }
  }
}
