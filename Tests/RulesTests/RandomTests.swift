import Events
import Syscalls
import Testing

@testable import Rules
@testable import TestSupport

@Suite struct RandomTests {
  /// Whatever a condition is true of, or may yet be, the filter lets through; and the steps that are
  /// made of a condition for one kind of event come to what its tree does.
  @Test(arguments: UInt64(1)...8) func theFilterHidesNothing(_ seed: UInt64) throws {
    var writer = ConditionWriter(generator: SeededGenerator(state: seed))
    var compiled = 0
    var hidden = 0
    var seen: Set<Verdict> = []
    for _ in 0..<250 {
      let condition = writer.condition(depth: 4)
      guard let program = try? RuleProgram.compile([RuleText(id: "a", condition: condition)]) else {
        continue
      }
      compiled += 1
      var evaluation = RuleEvaluator(program)
      for event in ConditionWriter.events {
        for _ in 0..<12 {
          var source = writer.source(event)
          evaluation.run(&source)
          let isLetThrough =
            program.filterPlan.needs[event]?.letsThrough(source.registers) ?? false
          // The index of rules by event must not hide anything either, so it is gone round here.
          let verdict = evaluation.verdict(program.rules[0].root, &source)
          if verdict != .no, !isLetThrough || !program.isWatched(event) {
            Issue.record("\(seed): \(condition): \(event) \(source.registers)")
            return
          }
          let found: Verdict =
            evaluation.matches == [0] ? .yes : evaluation.isUndecided ? .undecided : .no
          if found != verdict, program.isWatched(event) {
            Issue.record("\(seed): \(condition): \(event): \(found), and not \(verdict)")
            return
          }
          if !isLetThrough { hidden += 1 }
          seen.insert(verdict)
        }
      }
    }
    // The generator must write sense often enough, and the filter must hide something.
    #expect(compiled > 125)
    #expect(hidden > 1_000)
    #expect(seen.count == 3)
  }

  /// Random bytes and mutations of right conditions end in a program or in mistakes with a place.
  @Test(.timeLimit(.minutes(30)), arguments: UInt64(1)...4)
  func nothingTraps(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let alphabet = Array("()$'\"\\ =<>!,.[]|%-0x19azAO_\n\u{0}\u{7F}éand or not in ".utf8)
    let valid = FirstAlerts.conditions.values.sorted().map { Array($0.utf8) }
    for round in 0..<600 {
      var bytes: [UInt8] = []
      if round % 3 == 0 {
        for _ in 0..<(generator.next() % 60) { bytes.append(generator.pick(alphabet)) }
      } else {
        bytes = generator.pick(valid)
        for _ in 0...(generator.next() % 4) where !bytes.isEmpty {
          let place = Int(generator.next() % UInt64(bytes.count))
          switch generator.next() % 4 {
          case 0: bytes.remove(at: place)
          case 1: bytes.insert(generator.pick(alphabet), at: place)
          case 2: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
          default: bytes.replaceSubrange(place..., with: generator.pick(valid).dropFirst(place))
          }
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for problem in problems(text, criteria: FirstAlerts.criteria) {
        #expect(problem.problem.line >= 1 && problem.problem.column >= 1)
        #expect(!problem.problem.message.isEmpty)
      }
      _ = try? MessageTemplate(text)
    }
  }

  /// Texts that a careless parser would take for ever over, or overflow its stack with.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      String(repeating: "(", count: 60_000), String(repeating: "not ", count: 16_000),
      String(repeating: "not(", count: 16_000),
      "proc.name = '" + String(repeating: "\\\\", count: 30_000),
      String(repeating: "a", count: 65_000) + " = 1",
      String(repeating: "a or ", count: 13_000) + "a",
      "proc.name in (" + String(repeating: "x,", count: 30_000) + "x)",
      "evt.type in (" + String(repeating: "xopenat,", count: 8_000) + "x)",
      "proc.aname[" + String(repeating: "9", count: 60_000) + "] = x",
      "user.uid = " + String(repeating: "9", count: 60_000),
      "%" + String(repeating: "a.", count: 32_000),
    ])
  func hostileTexts(_ text: String) {
    _ = problems(text)
    _ = try? MessageTemplate(text)
  }
}
