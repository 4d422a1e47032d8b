internal import Events
internal import Text

/// A transformer of a field's value before its comparison, as in Falco.
enum Transformer: String, CaseIterable, Sendable, BitwiseCopyable {
  /// ASCII letters in lower or upper case.
  case tolower, toupper
  /// The part after the last slash.
  case basename
  /// The number of bytes of a text or of texts in a list.
  case len
  /// The decoded Base64 (RFC 4648) text; no value if it is invalid.
  case b64

  /// The transformed text; nil without a value.
  func apply(_ text: [UInt8]) -> [UInt8]? {
    switch self {
    case .tolower: text.map(lowercase)
    case .toupper: text.map { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }
    case .basename: Array(text[((text.lastIndex(of: 0x2F) ?? -1) + 1)...])
    case .len: text
    case .b64: Base64.decoded(text)
    }
  }
}

extension OperandTypes {
  /// The types after a transformation; nil when it does not apply.
  func transformed(by transformer: Transformer) -> OperandTypes? {
    guard hasText else { return nil }
    var types = OperandTypes()
    if transformer == .len {
      types.add(numbers: 0...Int64.max)
    } else {
      types.hasText = true
      types.isList = isList
      types.isFamily = isFamily
    }
    return types
  }
}

extension Operands {
  /// Whether a check with transformations matches a value.
  func matchesTransformed(_ check: Check, _ value: FieldValue, _ bytes: Span<UInt8>) -> Bool {
    func copy(_ range: ByteRange) -> [UInt8] { range.indices.map { bytes[$0] } }
    switch value {
    case .text(let range): return matchesTransformed(check, copy(range))
    case .path(let given, let resolved):
      let first = matchesTransformed(check, copy(given))
      guard given != resolved else { return first }
      if check.needsEveryName || check.comparison == .notEqual {
        return first && matchesTransformed(check, copy(resolved))
      }
      return first || matchesTransformed(check, copy(resolved))
    case .texts(let range):
      let items = copy(range).split(separator: 0, omittingEmptySubsequences: false).dropLast()
      if transformers(of: check).last == .len {
        return matches(untransformed(check), .number(Int64(items.count)), bytes)
      }
      let wantsAll = check.comparison == .notEqual || (check.comparison == .in && !check.isFamily)
      let results = items.map { matchesTransformed(check, Array($0)) }
      return wantsAll ? !results.isEmpty && !results.contains(false) : results.contains(true)
    default: return false
    }
  }

  private func transformers(of check: Check) -> ArraySlice<Transformer> {
    transformers[check.transformers.indices]
  }

  private func untransformed(_ check: Check) -> Check {
    var plain = check
    plain.transformers = OperandRange()
    return plain
  }

  private func matchesTransformed(_ check: Check, _ text: [UInt8]) -> Bool {
    var current = text
    for transformer in transformers(of: check) {
      if transformer == .len {
        return matches(untransformed(check), .number(Int64(current.count)), [UInt8]().span)
      }
      guard let next = transformer.apply(current) else { return false }
      current = next
    }
    if check.comparison == .exists { return true }
    return matches(untransformed(check), text: current.span)
  }

  /// Whether two fields' values satisfy a check.
  func matches(
    _ check: Check, _ value: FieldValue, with other: FieldValue, _ bytes: Span<UInt8>
  ) -> Bool {
    switch (value, other) {
    case (.number(let left), .number(let right)): return Self.compare(left, check.comparison, right)
    case (.boolean(let left), .boolean(let right)):
      return (left == right) == (check.comparison == .equal)
    case (.address(let left), .address(let right)):
      return (left == right) == (check.comparison == .equal)
    default: break
    }
    let left = Self.ranges(value)
    let right = Self.ranges(other)
    guard !left.isEmpty, !right.isEmpty else { return false }
    let needsAll = check.needsEveryName || check.comparison == .notEqual
    for one in left {
      for two in right {
        let isTrue = compare(
          bytes.extracting(one.indices), check.comparison, bytes.extracting(two.indices))
        if isTrue != needsAll { return isTrue }
      }
    }
    return needsAll
  }

  private static func ranges(_ value: FieldValue) -> [ByteRange] {
    switch value {
    case .text(let range): [range]
    case .path(let given, let resolved): given == resolved ? [given] : [given, resolved]
    default: []
    }
  }

  private static func compare(_ left: Int64, _ comparison: ConditionOperator, _ right: Int64)
    -> Bool
  {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    default: false
    }
  }
}
