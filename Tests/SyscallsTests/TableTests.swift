import Foundation
@testable import Syscalls
import Testing

/// The tables that rules, filters and documents are made from.
@Suite struct TableTests {
  static let rows = SyscallTable.x86_64.rows
  static let header = "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"

  /// The numbers that this machine's kernel headers define.
  static func headerNumbers() throws -> [String: UInt16] {
    let define = try Regex(
      #"(?m)^#define __NR_(\w+)\s+(\d+)"#, as: (Substring, Substring, Substring).self)
    let text = try String(contentsOfFile: header, encoding: .utf8)
    return Dictionary(
      text.matches(of: define).compactMap { match in
        UInt16(match.2).map { (String(match.1), $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func numbersAscend() {
    #expect(zip(Self.rows, Self.rows.dropFirst()).allSatisfy { $0.number < $1.number })
  }

  @Test func everyCallHasOneRow() {
    let calls = Set(EventType.allCases).subtracting([.procexit, .procstart, .signaldeliver])
    #expect(Set(Self.rows.map(\.event)) == calls)
    #expect(Self.rows.count == calls.count)
  }

  @Test func everyEventIsNamedAsItsCase() {
    #expect(EventType.allCases.map(\.name) == EventType.allCases.map { String(describing: $0) })
  }

  @Test func theTableIsFoundBothWays() {
    for row in Self.rows {
      #expect(SyscallTable.x86_64.row(number: UInt64(row.number))?.event == row.event)
      #expect(SyscallTable.x86_64.row(of: row.event)?.number == row.number)
      #expect(EventType(name: row.event.name) == row.event)
    }
    #expect(SyscallTable.x86_64.row(number: 0x4000_0000) == nil)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: header), "no kernel headers here"))
  func numbersAreTheKernels() throws {
    let numbers = try Self.headerNumbers()
    #expect(numbers.count > 300)
    for row in Self.rows {
      guard let number = numbers[row.event.name] else { continue }
      #expect(row.number == number, "\(row.event.name)")
    }
    let last = try #require(Self.rows.last?.number)
    let known = Set(Self.rows.map(\.event.name))
    // A header newer than the table may have calls beyond its end, but none in its midst.
    let missing = numbers.filter { $0.value <= last && !known.contains($0.key) }.keys
    #expect(missing.sorted() == [])
  }

  @Test(arguments: Shape.allCases)
  func shapeFitsTheRegisters(_ shape: Shape) {
    let names = shape.arguments.map(\.name)
    let registers = shape.arguments.prefix { !$0.kind.isMember }
    #expect(registers.count <= 6)
    // What lies in memory comes after the registers, whose positions are their places.
    let rest = shape.arguments.dropFirst(registers.count)
    #expect(!rest.contains { !$0.kind.isMember })
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: FlagFamily.allCases)
  func constantsAreNamedOnce(_ family: FlagFamily) {
    let names = family.constants.map(\.name)
    #expect(!names.isEmpty)
    #expect(Set(names).count == names.count)
    for constant in family.constants {
      #expect(constant.mask != 0, "\(constant.name) always matches")
      #expect(constant.value & ~constant.mask == 0, "\(constant.name) can never match")
      #expect(constant.name.wholeMatch(of: #/[A-Z][A-Z0-9_]+/#) != nil, "\(constant.name)")
    }
  }

  @Test func eachCallHasOneCategory() {
    let names = EventType.words.flatMap { $0.1.split(whereSeparator: \.isWhitespace) }
    #expect(Set(names).count == names.count)
    for name in names { #expect(EventType(name: String(name)) != nil, "\(name)") }
    // What is left are calls of other systems and of former days.
    #expect(EventType.allCases.count { $0.category == "other" } < 30)
    #expect(EventType.read.category == nil && EventType.openat.category == "file")
  }
}

extension ArgumentKind {
  fileprivate var isMember: Bool { if case .member = self { true } else { false } }
}
