internal import Events
internal import Syscalls

extension Operands {
  /// Whether a check matches a known value.
  func matches(_ check: Check, _ value: FieldValue, _ bytes: Span<UInt8>) -> Bool {
    if case .absent = value { return false }
    if !check.transformers.isEmpty, value != .undecided {
      return matchesTransformed(check, value, bytes)
    }
    if check.comparison == .exists, value != .undecided {
      if case .texts(let range) = value { return range.count > 0 }
      return true
    }
    switch value {
    case .absent, .undecided: return false
    case .boolean(let truth):
      guard let wanted = check.truth else { return false }
      return (truth == wanted) == (check.comparison == .equal)
    case .number(let number): return matches(check, number)
    case .numbers(let first, let second):
      // Either end may match; for `!=` both must differ.
      return check.comparison == .notEqual
        ? matches(check, first) && matches(check, second)
        : matches(check, first) || matches(check, second)
    case .text(let range): return matches(check, text: bytes.extracting(range.indices))
    case .path(let given, let resolved): return matches(check, given, resolved, bytes)
    case .texts(let range): return matches(check, list: bytes.extracting(range.indices))
    case .address(let address): return matches(check, address, address)
    case .addresses(let first, let second): return matches(check, first, second)
    case .flags(let register, let family): return matches(check, register, family)
    case .event(let event): return check.events.contains(event)
    }
  }

  private func matches(_ check: Check, _ number: Int64) -> Bool {
    for index in check.numbers.indices {
      let operand = numbers[index]
      switch check.comparison {
      case .equal, .in: if number == operand { return true }
      case .notEqual: return number != operand
      case .less: return number < operand
      case .lessOrEqual: return number <= operand
      case .greater: return number > operand
      case .greaterOrEqual: return number >= operand
      default: return false
      }
    }
    return false
  }

  private func matches(_ check: Check, _ first: IPAddress, _ second: IPAddress) -> Bool {
    guard !check.networks.isEmpty else { return false }
    for index in check.networks.indices
    where networks[index].contains(first) || networks[index].contains(second) {
      return check.comparison != .notEqual
    }
    return check.comparison == .notEqual
  }

  private func matches(_ check: Check, _ register: UInt64, _ family: FlagFamily) -> Bool {
    let width = family.width
    var applicable = 0
    var matching = 0
    for index in check.flags.indices where flags[index].applies(to: family) {
      applicable += 1
      if flags[index].matches(register, width: width) { matching += 1 }
    }
    // Ignore flags of other arguments' families.
    guard applicable > 0 else { return false }
    if check.comparison == .notEqual { return matching == 0 }
    return isEnough(matching, check)
  }

  private func matches(
    _ check: Check, _ given: ByteRange, _ resolved: ByteRange, _ bytes: Span<UInt8>
  ) -> Bool {
    let first = matches(check, text: bytes.extracting(given.indices))
    if given == resolved { return first }
    // `!=` requires that no name of the path is equal.
    if check.needsEveryName || check.comparison == .notEqual {
      // A relative path has no location; its resolved path decides.
      let isRelative = given.indices.isEmpty || bytes[given.indices.lowerBound] != 0x2F
      if check.needsEveryName, isRelative {
        return matches(check, text: bytes.extracting(resolved.indices))
      }
      return first && matches(check, text: bytes.extracting(resolved.indices))
    }
    return first || matches(check, text: bytes.extracting(resolved.indices))
  }

  /// Compares several texts, each followed by a NUL byte.
  private func matches(_ check: Check, list: Span<UInt8>) -> Bool {
    let wantsAll = check.comparison == .notEqual || (check.comparison == .in && !check.isFamily)
    var start = 0
    while start < list.count {
      var end = start
      while end < list.count, list[end] != 0 { end += 1 }
      let matches = matches(check, text: list.extracting(start..<end))
      if matches != wantsAll { return matches }
      start = end + 1
    }
    return wantsAll && !list.isEmpty
  }

  /// Compares one text.
  func matches(_ check: Check, text: Span<UInt8>) -> Bool {
    if !check.textSet.isEmpty { return isMember(text, of: check.textSet) }
    if !check.expressions.isEmpty {
      var matching = 0
      for index in check.expressions.indices where expressions[index].matches(text) {
        matching += 1
      }
      return isEnough(matching, check)
    }
    guard !check.texts.isEmpty else { return false }
    if !check.literals.isEmpty { return matchesAnyPattern(check, text: text) }
    var matching = 0
    for index in check.texts.indices {
      let operand = bytes.span.extracting(texts[index].indices)
      guard compare(text, check.comparison, operand) else {
        if check.quantity == .all { return false }
        continue
      }
      if check.quantity == .any { return true }
      matching += 1
    }
    return isEnough(matching, check)
  }

  func compare(
    _ text: Span<UInt8>, _ comparison: ConditionOperator, _ operand: Span<UInt8>
  ) -> Bool {
    switch comparison {
    case .equal: areEqual(text, operand)
    case .notEqual: !areEqual(text, operand)
    case .contains: contains(text, operand, ignoresCase: false)
    case .icontains: contains(text, operand, ignoresCase: true)
    case .startswith: hasPrefix(text, operand)
    case .endswith: hasSuffix(text, operand)
    case .glob: glob(operand, text)
    case .iglob: glob(operand, text, ignoresCase: true)
    case .pmatch: hasPathPrefix(text, operand)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .intersects, .exists, .regex: false
    }
  }

  private func isEnough(_ matching: Int, _ check: Check) -> Bool {
    switch check.quantity {
    case .any: matching > 0
    case .all: matching > 0 && matching == Int(check.itemCount)
    case .one: matching == 1
    }
  }

  private func isMember(_ text: Span<UInt8>, of set: OperandRange) -> Bool {
    let places = Int(set.count)
    var place = Int(textHash(text) & UInt64(places - 1))
    // The table is at most half full, so an empty slot ends the search.
    while true {
      let entry = hashSlots[Int(set.start) + place]
      if entry == 0 { return false }
      if areEqual(text, bytes.span.extracting(texts[Int(entry) - 1].indices)) { return true }
      place = (place + 1) & (places - 1)
    }
  }
}
