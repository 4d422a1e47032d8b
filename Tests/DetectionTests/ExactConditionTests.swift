import Catalogue
import Events
import Policies
import Rules
import Syscalls
import Testing

@testable import Detection

/// An event with the values that a test gives it.
struct GivenEvent: FieldSource {
  var eventType = EventType.openat
  var values: [FieldKey: Value] = [:]

  enum Value {
    case text([UInt8])
    case path([UInt8], [UInt8])
    case texts([[UInt8]])
    case plain(FieldValue)
  }

  func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    switch values[key] {
    case .text(let bytes): .text(arena.append(bytes))
    case .path(let given, let resolved):
      .path(given: arena.append(given), resolved: arena.append(resolved))
    case .texts(let items): .texts(arena.append(items.flatMap { $0 + [0] }))
    case .plain(let value): value
    case nil: .absent
    }
  }
}

/// SplitMix64: the same numbers on every machine, from a seed that a failure shows.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// The condition of a suggested exception is true of the event that it was made for, and of none
/// whose object differs.
@Suite struct ExactConditionTests {
  private static let program = FieldKey(.procProgram)
  private static let name = FieldKey(.fdName)

  private func event(_ program: [UInt8], _ given: [UInt8], _ resolved: [UInt8]) -> GivenEvent {
    GivenEvent(values: [Self.program: .text(program), Self.name: .path(given, resolved)])
  }

  /// Whether an exception suppressions an event, when it has gone through a policy's file.
  private func isExcused(_ condition: String, _ event: GivenEvent) throws -> Bool {
    let program = try RuleProgram.compile([
      RuleText(id: "a-b", condition: "evt.type exists", exceptions: [condition])
    ])
    var evaluation = RuleEvaluator(program)
    var event = event
    evaluation.run(&event)
    return evaluation.suppression(rule: 0, &event) != nil
  }

  private func condition(_ event: GivenEvent) throws -> String {
    var event = event
    return try #require(ExactCondition.text(of: [Self.program, Self.name, Self.program], &event))
  }

  @Test(arguments: [
    ("cat", "cat"), ("/home/a/.ssh/id_ed25519", "/home/a/.ssh/id_ed25519"),
    ("two words", "'two words'"), ("it's", #"'it\'s'"#), (#"a\b"#, #"'a\\b'"#), ("and", "'and'"),
    ("anyof", "'anyof'"), ("$hosts", "'$hosts'"), ("", "''"), ("a\u{1B}[31m", #"'a\x1b[31m'"#),
    ("é", "'é'"), ("a\u{202E}b", #"'a\xe2\x80\xaeb'"#), ("(x,y)", "'(x,y)'"), ("a\n", #"'a\x0a'"#),
  ])
  func word(_ text: String, _ written: String) {
    #expect(ExactCondition.quoted(Array(text.utf8)[...]) == written)
  }

  @Test func ofAnEvent() throws {
    let plain = event(Array("cat".utf8), Array("/a".utf8), Array("/a".utf8))
    #expect(try condition(plain) == "proc.program = cat and fd.name = /a")
    let link = event(Array("cat".utf8), Array("/l".utf8), Array("/a".utf8))
    #expect(try condition(link) == "proc.program = cat and fd.name in (/l, /a)")
    #expect(try isExcused(try condition(link), link))
    #expect(try isExcused(try condition(plain), link) == false)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func hostileNames(seed: UInt64) throws {
    var generator = Numbers(state: seed)
    let alphabet = Array(#"a/'"\ $(){},=<>!%*?[]~"#.utf8) + [0x1B, 0x0A, 0x80, 0xC3, 0xA9, 0xFF]
    func name() -> [UInt8] {
      [0x2F]
        + (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          alphabet.randomElement(using: &generator) ?? 0x61
        }
    }
    let one = event(name(), name(), name())
    let condition = try condition(one)
    #expect(condition.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    #expect(try isExcused(condition, one), "\(condition)")
    let other = event(name() + [0x78], name() + [0x78], name() + [0x79])
    #expect(try isExcused(condition, other) == false, "\(condition)")
  }

  @Test func everyKindOfValue() throws {
    let address = try #require(IPAddress("192.0.2.7"))
    let keys: [(FieldKey, EventType, GivenEvent.Value, GivenEvent.Value)] = [
      (FieldKey(.fdSip), .connect, .plain(.address(address)), .plain(.absent)),
      (FieldKey(.fdSport), .connect, .plain(.number(443)), .plain(.number(444))),
      (
        FieldKey(.fdPort), .connect, .plain(.numbers(443, 50000)), .plain(.numbers(443, 50001))
      ),
      (
        FieldKey(.evtArg, .argument(.flags)), .openat, .plain(.flags(0x80042, .open)),
        .plain(.flags(0x80041, .open))
      ),
      (
        FieldKey(.evtArg, .argument(.domain)), .socket, .plain(.flags(17, .addressFamily)),
        .plain(.flags(16, .addressFamily))
      ),
      (FieldKey(.evtIsOpenRead), .openat, .plain(.boolean(true)), .plain(.boolean(false))),
      (FieldKey(.procArgs), .openat, .texts([[0x61], [0x20]]), .texts([[0x61], [0x62]])),
      (FieldKey(.fdName), .openat, .plain(.absent), .path([0x61], [0x61])),
    ]
    for (key, type, value, different) in keys {
      var event = GivenEvent(eventType: type, values: [key: value])
      let condition = try #require(ExactCondition.text(of: [key, FieldKey(.evtType)], &event))
      #expect(try isExcused(condition, event), "\(condition)")
      let other = GivenEvent(eventType: type, values: [key: different])
      #expect(try isExcused(condition, other) == false, "\(condition)")
    }
  }

  /// The object of every alert of the catalogue can be put into a condition.
  @Test func everyAlertHasItsException() throws {
    // Most alerts have a few forms alike.
    var tried: Set<String> = []
    for alert in Catalogue.alerts {
      let keys = [Self.program] + (try MessageTemplate(alert.object).keys)
      for type in EventType.allCases {
        var event = GivenEvent(eventType: type, values: [Self.program: .text([0x61])])
        let condition = try #require(ExactCondition.text(of: keys, &event))
        guard tried.insert(condition).inserted else { continue }
        #expect(throws: Never.self, "\(alert.id): \(condition)") {
          try RuleProgram.compile([
            RuleText(id: alert.id, condition: "evt.type exists", exceptions: [condition])
          ])
        }
      }
    }
    #expect(tried.count > 100)
  }
}
