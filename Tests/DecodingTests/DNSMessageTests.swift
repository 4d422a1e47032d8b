import Events
import Testing

@testable import Decoding

@Suite struct DNSMessageTests {
  /// An answer: www.Example.org is an alias of web.example.org, which has two addresses.
  private static let answer: [UInt8] =
    [0x12, 0x34, 0x81, 0x80, 0, 1, 0, 3, 0, 0, 0, 0]
    + label("www") + label("Example") + label("org") + [0, 0, 1, 0, 1]
    // www.Example.org, by a pointer to the question, is an alias of web + pointer to Example.org.
    + [0xC0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 6] + label("web") + [0xC0, 16]
    + [0xC0, 45, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1]
    + [0xC0, 45, 0, 28, 0, 1, 0, 0, 0, 60, 0, 16, 0x20, 1, 0xd, 0xb8]
    + [UInt8](repeating: 0, count: 11) + [1]

  private static func label(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + text.utf8 }

  @Test func anAnswerNamesItsAddresses() throws {
    let message = try #require(DNSMessage(Self.answer))
    #expect(message.questions == ["www.example.org"])
    #expect(message.answers.map(\.name) == ["web.example.org", "web.example.org"])
    #expect(message.answers.map(\.address.description) == ["192.0.2.1", "2001:db8::1"])
    let names = message.names.filter { $0.address == IPAddress("192.0.2.1") }.map(\.name)
    #expect(names == ["web.example.org", "www.example.org"])
  }

  @Test func questionsAndErrorsAreNoAnswers() {
    var question = Self.answer
    question[2] = 0x01
    #expect(DNSMessage(question) == nil)
    var failure = Self.answer
    failure[3] = 0x83
    #expect(DNSMessage(failure) == nil)
  }

  @Test func aCutAnswerIsNone() {
    for count in 0..<Self.answer.count {
      #expect(DNSMessage(Array(Self.answer[..<count])) == nil)
    }
  }

  @Test func pointersInACircleEnd() {
    let circle: [UInt8] = [0, 1, 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 12, 0, 1, 0, 1]
    #expect(DNSMessage(circle) == nil)
    let forward: [UInt8] = [0, 1, 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 14, 0, 0, 1, 0, 1]
    #expect(DNSMessage(forward) == nil)
  }

  @Test func bytesThatAreNoTextAreEscaped() throws {
    let bytes: [UInt8] =
      [0, 1, 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 4, 0x1B, 0x2E, 0xFF, 0x41, 0, 0, 1, 0, 1]
    #expect(try #require(DNSMessage(bytes)).questions == ["\\027\\046\\255a"])
  }

  @Test func whateverComesIsSurvived() {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var read = 0
    for _ in 0..<20_000 {
      var bytes = Self.answer
      for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
      if DNSMessage(bytes) != nil { read += 1 }
    }
    // Both outcomes occur, or the mutations would say nothing.
    #expect(read > 1000 && read < 19_000)
  }
}
