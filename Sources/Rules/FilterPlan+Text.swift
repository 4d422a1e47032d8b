public import Syscalls

extension FilterNeed {
  /// The alternatives in words, such as `flags has O_WRONLY`; empty when every call is observed.
  public func texts(for event: EventType) -> [String] {
    guard case .tests(let lists) = self else { return [] }
    return lists.map { list in
      list.map { $0.text(for: event) }.joined(separator: " and ")
    }
  }
}

extension ArgumentTest {
  /// The test in words, with the argument's flag names.
  public func text(for event: EventType) -> String {
    let arguments = event.arguments
    guard arguments.indices.contains(index) else {
      return "argument \(index) & 0x\(String(mask, radix: 16)) = 0x\(String(value, radix: 16))"
    }
    let argument = arguments[index]
    let name = argument.name.rawValue
    if isDifferent {
      let isNull = value == 0 && !argument.kind.is32Bit
      return isNull ? "\(name) is given" : "\(name) is not \(value)"
    }
    let width: UInt64 = argument.kind.is32Bit ? 0xFFFF_FFFF : ~0
    switch argument.kind {
    case .flags(let family), .enumeration(let family):
      if mask & width == width { return "\(name) is \(family.text(of: value))" }
      if let constant = family.constants.first(where: { $0.mask == mask && $0.value == value }) {
        return "\(name) has \(constant.name)"
      }
      if mask == value { return "\(name) has \(family.text(of: value))" }
      if value == 0 { return "\(name) lacks \(family.text(of: mask))" }
      return "\(name) has \(family.text(of: value)) of \(family.text(of: mask))"
    case .int, .descriptor, .directory, .pid:
      if mask & width == width { return "\(name) is \(Int32(truncatingIfNeeded: value))" }
    default:
      if mask & width == width { return "\(name) is \(value)" }
    }
    return "\(name) & 0x\(String(mask, radix: 16)) is 0x\(String(value, radix: 16))"
  }
}
