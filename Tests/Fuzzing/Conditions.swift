import Events
import Syscalls

@testable import Rules

/// An event that has a value for whatever is asked, by the type of the field.
private struct AnyEvent: FieldSource {
  let eventType: EventType

  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    switch key.field.description.type {
    case .boolean: return .boolean(true)
    case .number: return .number(3)
    case .text: return .text(arena.append("/tmp/a b.sh".utf8))
    case .path:
      return .path(
        given: arena.append("../x".utf8), resolved: arena.append("/home/ana/x".utf8))
    case .address: return .address(IPAddress(v4: 0x7F00_0001))
    case .addresses: return .addresses(IPAddress(v4: 1), IPAddress(v6High: 1, low: 2))
    case .numbers: return .numbers(1, 65535)
    case .flags: return .flags(0x241, key.field.flagFamily ?? .mode)
    case .event: return .event(eventType)
    case .texts: return .texts(arena.append([0x61, 0, 0x62, 0]))
    case .argument: return .undecided
    }
  }
}

private let criteria: [String: CriterionValue] = [
  "paths": .list([.text("/etc/*"), .text("/home/**/.ssh/**")]), "limit": .number(3),
  "on": .boolean(true),
]

/// A condition: compiled, packed, read back and evaluated, which comes to the same both times.
func readCondition(_ bytes: [UInt8]) throws {
  let text = String(decoding: bytes, as: UTF8.self)
  _ = try? MessageTemplate(text)
  let program: RuleProgram
  do throws(RuleProblems) {
    program = try RuleProgram.compile([
      RuleText(id: "fuzz", condition: text, criteria: criteria, exceptions: [])
    ])
  } catch {
    try expect(!error.problems.isEmpty, "a condition is refused without a reason")
    return
  }
  var packer = Packer()
  program.pack(into: &packer)
  var unpacker = Unpacker(packer.bytes)
  let copy = RuleProgram(unpacking: &unpacker)
  try expect(!unpacker.isBroken, "what was packed is not unpacked")
  var again = Packer()
  copy.pack(into: &again)
  try expect(again.bytes == packer.bytes, "what was unpacked is packed otherwise")
  try compare(program, copy)
}

private func compare(_ program: RuleProgram, _ copy: RuleProgram) throws {
  for event in EventType.allCases.filter({ program.isWatched($0) }).prefix(6) {
    var one = RuleEvaluator(program)
    var other = RuleEvaluator(copy)
    var source = AnyEvent(eventType: event)
    one.run(&source)
    other.run(&source)
    try expect(
      one.matches == other.matches && one.isUndecided == other.isUndecided,
      "the unpacked condition has another outcome for \(event.name)")
  }
}

/// An expression, and after a NUL a text that it is compared with.
func readRegex(_ bytes: [UInt8]) throws {
  var input = Input(bytes)
  let pattern = input.part(until: 0)
  let text = input.all()
  let regex: LinearRegex
  do { regex = try LinearRegex(pattern) } catch { return }
  let matches = regex.matches(text.span)
  // The same text written twice with an alternative in between matches as the expression does.
  if let either = try? LinearRegex([0x28] + pattern + [0x7C] + pattern + [0x29]) {
    try expect(either.matches(text.span) == matches, "an expression or itself is another")
  }
}
