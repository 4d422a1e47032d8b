internal import Events

extension Catalogue {
  /// `Docs/reference/fields.md`: every field that conditions may ask.
  public static func fieldsPage() -> String {
    var page = """
      # The fields of conditions

      Written from the table in `Sources/Events/Field+Table.swift` by the tests; `dftrace alerts fields`
      shows the same. Names are Falco's wherever Falco has one. A field that an event has no value for
      makes every check on it false.

      | field | type | of | meaning | for example |
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
