internal import Events
internal import Syscalls
internal import Text

/// Parses the operands of flag fields from names and numbers.
struct FlagOperands {
  let families: [FlagFamily]
  let comparison: ConditionOperator
  /// The field, for error messages.
  let field: String

  /// The tests of one item: one for each family that contains its names.
  ///
  /// - Returns: an error when no family contains them.
  func tests(_ literal: Literal) -> Result<[FlagTest], FieldMistake> {
    if case .none = literal.number {
      guard let text = literal.text else {
        return .failure("unknown flag '\(literal.shown)' of '\(field)'")
      }
      return tests(names: text)
    }
    let number: UInt64
    switch registerValue(literal.number) {
    case .success(let value): number = value
    case .failure(let mistake): return .failure(mistake)
    }
    guard families.contains(where: { number & ~$0.width == 0 }) else {
      return .failure("\(literal.shown) is out of range for '\(field)'")
    }
    guard comparison == .contains else { return .success([FlagTest(mask: ~0, value: number)]) }
    guard number != 0 else { return .failure("every value contains 0") }
    return .success([FlagTest(mask: number, value: number)])
  }

  private func registerValue(_ number: Numeral) -> Result<UInt64, FieldMistake> {
    switch number {
    case .value(false, let value): .success(value)
    case .leadingZero: .failure(octalMistake)
    default: .failure("the number is out of range for '\(field)'")
    }
  }

  private func tests(names text: [UInt8]) -> Result<[FlagTest], FieldMistake> {
    let names = String(decoding: text, as: UTF8.self)
      .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    if let unknown = names.first(where: { name in !families.contains { part(name, $0) != nil } }) {
      let known = families.flatMap { $0.constants.map(\.name) }
      return .failure(
        FieldMistake(
          "unknown flag '\(unknown.prefix(80))' of '\(field)'"
            + suggestion(for: unknown, among: known, mark: "'")))
    }
    var tests: [FlagTest] = []
    var mistake: FieldMistake = "these flags belong to different calls"
    for family in families {
      let parts = names.compactMap { part($0, family) }
      guard parts.count == names.count else { continue }
      switch join(parts, family) {
      case .success(let test): tests.append(test)
      case .failure(let reason): mistake = reason
      }
    }
    return tests.isEmpty ? .failure(mistake) : .success(tests)
  }

  /// The bits of a name in one family, or of a number, as in `O_RDWR|0x40`.
  private func part(_ name: String, _ family: FlagFamily) -> FlagTest? {
    if let constant = family.constant(named: name) {
      return FlagTest(family: family, mask: constant.mask, value: constant.value)
    }
    guard case .value(false, let value) = Numeral(Array(name.utf8)), value & ~family.width == 0
    else { return nil }
    return FlagTest(family: family, mask: value, value: value)
  }

  private func join(_ parts: [FlagTest], _ family: FlagFamily) -> Result<FlagTest, FieldMistake> {
    var joined = FlagTest(family: family, mask: 0, value: 0)
    for part in parts {
      guard (joined.value ^ part.value) & joined.mask & part.mask == 0 else {
        return .failure("no value has all of these flags at once")
      }
      joined.mask |= part.mask
      joined.value |= part.value
    }
    guard comparison == .contains else {
      joined.mask = ~0
      return .success(joined)
    }
    guard joined.mask != 0 else { return .failure("this name has no bits in '\(field)'") }
    return .success(joined)
  }
}

/// Rejects numbers with a leading zero, which C reads as octal and this language would not.
let octalMistake: FieldMistake = "numbers cannot begin with 0; write octal numbers as 0o755"
