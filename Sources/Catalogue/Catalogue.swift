public import Policies

/// The built-in alerts: what dftrace knows to be risky.
///
/// They are data, a JSON file a category below `Data/`. The texts are embedded by generated
/// source files, so that the program needs no files beside itself.
public enum Catalogue {
  /// All built-in alerts, in the order of their files.
  ///
  /// The embedded texts are part of the program; a mistake in one is a mistake of ours that the
  /// tests find, and there is nothing sensible to go on with.
  public static let definitions: [AlertDefinition] = {
    do throws(PolicyError) {
      return try read(CatalogueText.files)
    } catch {
      preconditionFailure("The embedded catalogue is malformed:\n\(error)")
    }
  }()

  /// Reads the texts of a catalogue.
  static func read(_ files: [CatalogueText]) throws(PolicyError) -> [AlertDefinition] {
    var definitions: [AlertDefinition] = []
    for file in files {
      definitions += try AlertDefinition.readCatalogue(Array(file.text.utf8), file: file.name)
    }
    return definitions
  }
}

/// One file of the catalogue.
struct CatalogueText: Sendable {
  /// Its name below `Data/`.
  let name: String
  /// What it holds.
  let text: String

  /// The embedded files.
  static let files = [network, process, library, file, memory]
}
