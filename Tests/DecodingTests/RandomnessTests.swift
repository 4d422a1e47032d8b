import Foundation
import Testing

@testable import Decoding
@testable import TestSupport

@Suite struct RandomnessTests {
  private static func random(_ count: Int, seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(state: seed)
    return (0..<count).map { _ in UInt8(generator.next() & 0xFF) }
  }

  /// The same by the logarithm of the C library.
  private static func entropy(_ bytes: [UInt8]) -> Double {
    Dictionary(grouping: bytes) { $0 }.values.reduce(0) {
      let share = Double($1.count) / Double(bytes.count)
      return $0 - share * log2(share)
    }
  }

  @Test(
    arguments: [
      ([], 0), ([7], 0), ([0, 0, 0], 0), ([0, 255], 1), ([1, 2, 3, 4], 2),
      ([0, 0, 0, 1], 0.811278),
      (Array(0...255), 8), (Array(0...255) + Array(0...255), 8),
    ] as [([UInt8], Double)])
  func entropyIsInBitsAByte(_ bytes: [UInt8], _ expected: Double) {
    #expect(abs(Randomness.entropy(bytes) - expected) < 0.00001)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func entropyIsExactToFiveDigits(seed: UInt64) {
    // Few values of unequal shares, and many of nearly equal ones.
    for limit in [2, 3, 10, 100, 256] as [UInt64] {
      let bytes = Self.random(997, seed: seed).map { UInt8(UInt64($0) * UInt64($0) / 255 % limit) }
      #expect(abs(Randomness.entropy(bytes) - Self.entropy(bytes)) < 0.00001)
    }
  }

  @Test(arguments: [256, 512, 1023, 1024, 4096, 65_536], 1...5 as ClosedRange<UInt64>)
  func whatIsEncryptedLooksSo(count: Int, seed: UInt64) {
    #expect(Randomness.looksEncrypted(Self.random(count, seed: seed)))
  }

  @Test func whatIsShortDoesNotTell() {
    #expect(!Randomness.looksEncrypted([]) && !Randomness.looksEncrypted(Array(0...254)))
    #expect(Randomness.looksEncrypted(Array(0...255)))
  }

  @Test func textAndTablesDoNotLookEncrypted() {
    let text = Array(String(repeating: "The quick brown fox jumps over it.\n", count: 200).utf8)
    let base64 = Array(Data(Self.random(4096, seed: 1)).base64EncodedString().utf8)
    let table = (0..<4096).map { UInt8(truncatingIfNeeded: $0 % 100) }
    for bytes in [text, base64, table, [UInt8](repeating: 0xFF, count: 4096)] {
      #expect(!Randomness.looksEncrypted(bytes))
    }
  }

  @Test(
    arguments: [
      "tmp.aB3xYz", "x7Kq2L", "ssh-XXq1aZ9b", "a.b.R2d2C3", "bcdfghjk", "aB3xYz", "pre_9Zk3Qa_post",
    ])
  func whatNobodyCouldGuessIsRandom(_ name: String) {
    #expect(Randomness.isRandom(name.utf8))
  }

  @Test(
    arguments: [
      "", ".", "passwd", "report2024", "Makefile", "README", "12345678", "snap-1234567", "aB3xY",
      "lib.so.1.2.3", "aB3.xY4.zZ5", "index_html", "authorized_keys", "strength", "bcdfghj",
      "ééééééé",
    ])
  func wordsAndNumbersAreNotRandom(_ name: String) {
    #expect(!Randomness.isRandom(name.utf8))
  }

  @Test func mostNamesThatMkstempMakesAreRandom() {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    var generator = SeededGenerator(state: 2)
    let found = (0..<2000).count { _ in
      Randomness.isRandom(Array("tmp.".utf8) + (0..<6).map { _ in generator.pick(letters) })
    }
    // Six characters change their kind at least twice in nine of ten cases.
    #expect(found > 1750 && found < 2000)
  }

  @Test func bytesThatAreNoLettersEndAPart() {
    for byte in [0, 0x0A, 0x2F, 0x3A, 0x40, 0x5B, 0x60, 0x7B, 0x80, 0xC3, 0xFF] as [UInt8] {
      #expect(!Randomness.isRandom(Array("aB3".utf8) + [byte] + Array("xY4".utf8)))
      #expect(Randomness.isRandom([byte] + Array("aB3xY4".utf8) + [byte]))
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func aNameOfAnyBytesAndLengthIsJudged(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    var found = 0
    for count in 0..<1500 {
      if Randomness.isRandom(Self.random(count % 300, seed: generator.next())) { found += 1 }
    }
    #expect(found > 10 && found < 1490)
    #expect(!Randomness.isRandom([UInt8](repeating: 0x61, count: 1 << 20)))
    #expect(Randomness.isRandom([UInt8](repeating: 0x78, count: 1 << 20)))
  }
}
