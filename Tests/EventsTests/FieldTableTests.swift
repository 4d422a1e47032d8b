import Events
import Syscalls
import Testing

/// The table of fields, which conditions, documents and recordings are made from.
@Suite struct FieldTableTests {
  @Test func fieldsAreInTheirOrderAndNamedOnce() {
    #expect(Field.table.map(\.field) == Field.allCases)
    #expect(Set(Field.table.map(\.name)).count == Field.allCases.count)
  }

  @Test(arguments: Field.allCases)
  func aFieldThatMayNeedTheResultDoesSomewhere(_ field: Field) {
    let needs = EventType.allCases.contains { field.needsResult(in: $0) }
    #expect(field.mayNeedResult == needs)
  }

  @Test(arguments: Field.allCases)
  func fieldIsDescribed(_ field: Field) {
    let row = field.description
    #expect(Field(name: row.name) == field)
    // A family, then words of small letters: `proc.is_exe_from_memfd`, `fs.path.name`.
    #expect(
      row.name.wholeMatch(
        of:
          #/(evt|proc|user|group|thread|fd|fs|file|mem|lib|target|dns|net|netlink|run|os|kernel|node)(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)+/#
      )
        != nil, "\(row.name)")
    if row.name.contains(#/\.is_/#) { #expect(row.type == .boolean, "\(row.name)") }
    if row.type == .boolean { #expect(["true", "false"].contains(row.example), "\(row.name)") }
    #expect(row.meaning.hasSuffix(".") && !row.example.isEmpty, "\(row.name)")
  }
}
