internal import Events

extension Catalogue {
  /// `Docs/reference/fields.md`: every field that conditions may ask.
  public static func fieldsPage() -> String {
    var page = """
      # The fields of conditions

      The tests generate this page from the table in `Sources/Events/Field+Table.swift`; `dftrace alerts
      fields` prints the same. Names are Falco's where Falco has the field. Every check on a field is
      false for an event without a value of the field.

      | field | type | events | meaning | example |
      |---|---|---|---|---|

      """
    func cell(_ text: String) -> String {
      var cell = ""
      for character in text { cell += character == "|" ? "\\|" : String(character) }
      return cell
    }
    for field in Field.table {
      page +=
        "| `\(field.shownName)` | \(field.type.words) | \(field.scope.words) "
        + "| \(cell(field.meaning)) | `\(cell(field.example))` |\n"
    }
    return page
  }
}
