public import Policies
internal import JSON

/// The built-in alerts: what dftrace knows to be risky.
///
/// They are data, a JSON file a category below `Data/`. The texts are embedded by generated
/// source files, so that the program needs no files beside itself.
public enum Catalogue {
  /// All built-in alerts, in the order of their files, without the events that they are tried with.
  public static let alerts = embedded(withExamples: false)

  /// All built-in alerts with the events that they are tried with.
  public static let definitions = embedded(withExamples: true)

  /// How long the embedded texts are, in bytes: what was made of them is stale when that differs.
  public static var size: Int { CatalogueText.files.reduce(0) { $0 + $1.text.utf8.count } }

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
        Array(file.text.utf8), file: file.name, withExamples: withExamples)
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
  static let files = [network, process, library, node, file, memory, syscall, libcall]
}
