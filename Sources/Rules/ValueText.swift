internal import Events
internal import Syscalls
internal import Text

/// The value as text; `?` for a missing or undecided value.
func valueText(_ value: FieldValue, _ arena: ByteArena) -> String {
  switch value {
  case .absent, .undecided: return "?"
  case .boolean(let truth): return truth ? "true" : "false"
  case .number(let number): return String(number)
  case .text(let range): return displayText(arena[range])
  case .path(_, let resolved): return displayText(arena[resolved])
  case .address(let address): return address.description
  case .addresses(let first, let second): return "\(first) \(second)"
  case .numbers(let first, let second): return "\(first) \(second)"
  case .flags(let register, let family): return family.text(of: register)
  case .event(let event): return event.name
  case .texts(let range):
    return arena[range].split(separator: 0, omittingEmptySubsequences: true)
      .map { displayText($0) }.joined(separator: " ")
  }
}
