import Events
import Testing

@testable import Decoding
@testable import TestSupport

@Suite struct ConversationTests {
  private static let login = #"{"method":"login","params":{"login":"4A","pass":"x"}}"#

  @Test(
    arguments: [
      ("SSH-2.0-OpenSSH_9.9\r\n", "ssh"), ("SSH", nil), ("ssh-2.0", nil),
      ("\u{16}\u{3}\u{1}", "tls"), ("\u{16}\u{3}", nil), ("\u{16}\u{2}\u{0}", nil),
      ("GET / HTTP/1.1\r\n", "http"), ("CONNECT a:1 HTTP/1.1", "http"), ("HTTP/1.0 200", "http"),
      ("GETX / HTTP", nil), (" GET /", nil), ("", nil), ("{}", nil),
      (#"{"id":1,"method":"mining.subscribe","params":[]}"#, "stratum"),
      (#"{"method":"eth_submitLogin"}"#, "stratum"), (login, "stratum"),
      (#"{"method":"login","login":"a"}"#, nil), (#"["mining.subscribe"]"#, nil),
      (#"{"method":"mining.subscribed"}"#, nil),
    ] as [(String, String?)])
  func theFirstBytesNameTheProtocol(_ text: String, _ expected: String?) {
    #expect(Conversation.protocolName(Array(text.utf8)) == expected)
  }

  @Test func minersAreKnownBetweenBytesThatAreNoText() {
    for noise in [[0xFF], [0], [0x0A], [0xE2, 0x82], Array("\u{301}".utf8)] as [[UInt8]] {
      let bytes = Array("{".utf8) + noise + Array(Self.login.utf8.dropFirst()) + noise
      #expect(Conversation.protocolName(bytes) == "stratum")
    }
  }

  @Test func onlyTheBeginningIsSearched() {
    for (blanks, expected) in [(900, "stratum"), (1024, nil)] as [(Int, String?)] {
      let text = "{" + String(repeating: " ", count: blanks) + Self.login.dropFirst()
      #expect(Conversation.protocolName(Array(text.utf8)) == expected)
    }
  }

  @Test func aCutGreetingIsItselfOrNothing() {
    for (text, name) in [("SSH-2.0", "ssh"), ("POST /", "http"), (Self.login, "stratum")] {
      let found = text.utf8.indices.map {
        Conversation.protocolName(Array(text.utf8[..<$0]))
      }
      #expect(found.allSatisfy { $0 == nil || $0 == name } && found.first == .some(nil))
    }
  }
}

@Suite struct ResolvedMessageTests {
  private static let answer = """
    {"parameters":{"addresses":[{"ifindex":2,"family":2,"address":[192,0,2,123]},\
    {"family":10,"address":[32,1,13,184,0,0,0,0,0,0,0,0,0,0,0,1]}],"name":"www.Example.org",\
    "flags":1}}\0
    """
  private static let bytes = Array(answer.utf8)

  @Test func anAnswerHasItsNameAndAddresses() throws {
    let message = try #require(ResolvedMessage(Self.bytes))
    #expect(message.name == "www.example.org")
    #expect(message.addresses.map(\.description) == ["192.0.2.123", "2001:db8::1"])
  }

  @Test func aQuestionHasItsName() throws {
    let text = #"{"method":"io.systemd.Resolve.ResolveHostname","parameters":{"name":"a.b"}}"#
    let message = try #require(ResolvedMessage(Array(text.utf8)))
    #expect(message.name == "a.b" && message.addresses.isEmpty)
  }

  @Test(
    arguments: [
      "", "{", "{}", #"["parameters","name":"a"]"#, #"{"name":"a"}"#, #"{"parameters":{}}"#,
      #"{"parameters":{"name":"a\u002eb"}}"#, #"{"parameters":{"name":"a"#,
      #"{"parameters":{"name":7}}"#, "{\"parameters\"\0:{\"name\":\"a\"}}",
      "{\"parameters\":{\"name\":\"\(String(repeating: "a", count: 256))\"}}",
    ])
  func whatHasNoNameIsNoMessage(_ text: String) {
    #expect(ResolvedMessage(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      "[1, 2, 3, 4]", "[1,2,3]", "[1,2,3,4,5]", "[1,2,3,256]", "[1,2,3,4,256]", "[1,2,3,-4]",
      "[1,2,,3,4]", "[1,2,3,4", "[]", "[,,,]", "[1,2,3,4.0]", "[1,2,3,99999999999999999999]",
    ])
  func onlyFourOrSixteenBytesAreAnAddress(_ list: String) {
    let text = "{\"parameters\":{\"address\":\(list)}}"
    let expected = list == "[1, 2, 3, 4]" ? [IPAddress(v4: 0x0102_0304)] : nil
    #expect(ResolvedMessage(Array(text.utf8))?.addresses == expected)
  }

  @Test func aCutMessageSaysNothingThatTheWholeDoesNot() throws {
    let whole = try #require(ResolvedMessage(Self.bytes))
    var counts: Set<Int> = []
    for count in Self.bytes.indices {
      guard let message = ResolvedMessage(Array(Self.bytes[..<count])) else { continue }
      counts.insert(message.addresses.count)
      #expect(message.name == nil || message.name == whole.name)
      #expect(whole.addresses.starts(with: message.addresses))
    }
    #expect(counts == [1, 2])
  }

  /// Two names that are not alike never become so, and none moves a cursor.
  @Test func aNameIsAHostsOrNone() throws {
    for (name, expected) in [
      ([0xCC, 0x81, 0x62], "\u{301}b"), ([], ""), (Array("BÜCHER.example".utf8), "bücher.example"),
      ([0xFF, 0x41], nil), ([0x61, 0x0A], nil), (Array("a\u{202E}b".utf8), nil),
      (Array("a b".utf8), nil), ([0x1B, 0x5B, 0x32, 0x4A], nil),
    ] as [([UInt8], String?)] {
      let bytes = Array(#"{"parameters":{"name":""#.utf8) + name + Array(#""}}"#.utf8)
      #expect(ResolvedMessage(bytes)?.name == expected)
    }
  }

  @Test func atMostSixtyFourAddressesAreKept() throws {
    let list = String(repeating: #""address":[1,2,3,4],"#, count: 1000)
    let message = try #require(ResolvedMessage(Array((#"{"parameters":"# + list).utf8)))
    #expect(message.addresses.count == 64)
  }

  @Test func listsThatNothingEndsAreReadOnce() {
    // As many as a message may hold: to read each to the end would take minutes.
    let lists = String(repeating: #""address":["#, count: 5900)
    #expect(ResolvedMessage(Array((#"{"parameters":"# + lists).utf8)) == nil)
  }

  @Test func whatIsTooLongIsNoMessage() {
    let bytes = Self.bytes + [UInt8](repeating: 0x20, count: 65_536 - Self.bytes.count)
    #expect(ResolvedMessage(bytes) != nil && ResolvedMessage(bytes + [0]) == nil)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func whateverComesIsSurvived(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    var read = 0
    for _ in 0..<1500 {
      var bytes = Self.bytes
      for _ in 0...(generator.next() % 8) {
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = generator.pick([0, 0x22, 0x2C, 0x5B, 0x5D, UInt8(generator.next() & 0xFF)])
      }
      _ = Conversation.protocolName(bytes)
      guard let message = ResolvedMessage(bytes) else { continue }
      read += 1
      if let name = message.name, name.utf8.count > 3 * 255 { Issue.record("a name of \(name)") }
    }
    // Both outcomes occur, or the mutations would say nothing.
    #expect(read > 500 && read < 1500)
  }
}
