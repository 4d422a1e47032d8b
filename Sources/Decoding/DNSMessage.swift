public import Events

/// The question of a DNS query or answer (RFC 1035).
public struct DNSQuestion: Equatable, Sendable {
  /// The queried name in lower case, with RFC 4343 escapes for other than plain text.
  public let name: String
  /// The record type: `A`, `TXT`; a number for unnamed types.
  public let type: String

  /// Parses the first question; nil for invalid messages.
  ///
  /// Messages with another operation code than 0, such as updates, give nil.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= 12, bytes[2] & 0x78 == 0, bytes[3] & 0x40 == 0,
      bytes[4] == 0, (1...8).contains(bytes[5])
    else { return nil }
    var place = 12
    guard let name = DNSMessage.name(bytes, &place), place + 4 <= bytes.count, !name.isEmpty,
      // Class IN.
      bytes[place + 2] & 0x7F == 0, bytes[place + 3] == 1
    else { return nil }
    self.name = name
    let number = Int(bytes[place]) << 8 | Int(bytes[place + 1])
    type = Self.types[number] ?? String(number)
  }

  /// Creates a question from another source than a DNS message.
  public init(name: String, type: String) {
    self.name = name
    self.type = type
  }

  private static let types: [Int: String] = [
    1: "A", 2: "NS", 5: "CNAME", 6: "SOA", 10: "NULL", 12: "PTR", 15: "MX", 16: "TXT", 28: "AAAA",
    33: "SRV", 35: "NAPTR", 64: "SVCB", 65: "HTTPS", 255: "ANY",
  ]

  /// The registered domain, by heuristic: the last two labels, or three when the second-last is as
  /// short as `co` in `co.uk`.
  public var domain: String {
    let labels = name.split(separator: ".")
    guard labels.count > 2 else { return name }
    let isShort =
      labels[labels.count - 1].utf8.count == 2 && labels[labels.count - 2].utf8.count <= 3
    return labels.suffix(isShort ? 3 : 2).joined(separator: ".")
  }

  /// Whether the labels before the domain look like encoded data: one is very long, or long and
  /// with mixed character classes.
  public var looksLikeData: Bool {
    let own = name.utf8.dropLast(domain.utf8.count)
    return own.split(separator: UInt8(ascii: ".")).contains { label in
      let digits = label.count { (0x30...0x39).contains($0) }
      return label.count >= 40 || label.count >= 20 && digits * 5 >= label.count
    }
  }
}

/// The names and addresses of a DNS answer (RFC 1035, RFC 3596).
public struct DNSMessage: Equatable, Sendable {
  /// An answered address and its name.
  public struct Answer: Equatable, Sendable {
    /// The address.
    public let address: IPAddress
    /// The name of the address in lower case, with RFC 4343 escapes for other than plain text.
    public let name: String
  }

  /// The queried names.
  public private(set) var questions: [String] = []
  /// The answered addresses.
  public private(set) var answers: [Answer] = []
  /// The aliases (CNAME): alias and canonical name.
  public private(set) var aliases: [(alias: String, name: String)] = []

  /// Maximum number of parsed records; a datagram cannot contain more.
  private static let mostRecords = 4096
  /// Maximum length of a name in bytes (RFC 1035), which also bounds compression pointers.
  private static let mostLabels = 128

  /// Parses an answer; nil for a query, an error, or an invalid message.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= 12, bytes[2] & 0xF8 == 0x80, bytes[3] & 0x0F == 0 else { return nil }
    func word(_ place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
    let questionCount = word(4)
    let answerCount = word(6)
    guard questionCount > 0, questionCount + answerCount <= Self.mostRecords else { return nil }
    var place = 12
    for _ in 0..<questionCount {
      guard let name = Self.name(bytes, &place), place + 4 <= bytes.count else { return nil }
      questions.append(name)
      place += 4
    }
    for _ in 0..<answerCount {
      guard let name = Self.name(bytes, &place), place + 10 <= bytes.count else { return nil }
      let type = word(place)
      let length = word(place + 8)
      place += 10
      guard place + length <= bytes.count else { return nil }
      let data = bytes[place..<place + length]
      switch (type, length) {
      case (1, 4):
        answers.append(
          Answer(address: IPAddress(v4: UInt32(bigEndian(data))), name: name))
      case (28, 16):
        answers.append(
          Answer(
            address: IPAddress(
              v6High: bigEndian(data.prefix(8)), low: bigEndian(data.suffix(8))), name: name))
      case (5, _):
        var inner = place
        guard let target = Self.name(bytes, &inner) else { return nil }
        aliases.append((alias: name, name: target))
      default: break
      }
      place += length
    }
  }

  /// Compares all members.
  public static func == (a: DNSMessage, b: DNSMessage) -> Bool {
    a.questions == b.questions && a.answers == b.answers
      && a.aliases.elementsEqual(b.aliases, by: ==)
  }

  /// Each address with its name and all aliases that lead to it.
  public var names: [Answer] {
    answers.flatMap { answer in
      var found = [answer.name]
      // Aliases come in any order; a chain is at most as long as the list.
      for _ in aliases {
        let more = aliases.filter { found.contains($0.name) && !found.contains($0.alias) }
        guard !more.isEmpty else { break }
        found += more.map(\.alias)
      }
      return found.map { Answer(address: answer.address, name: $0) }
    }
  }

  /// Parses a name and advances past it; nil when it is malformed.
  static func name(_ bytes: [UInt8], _ place: inout Int) -> String? {
    var labels: [String] = []
    var next = place
    var hasJumped = false
    for _ in 0..<(2 * mostLabels) {
      guard next < bytes.count else { return nil }
      let length = Int(bytes[next])
      switch length {
      case 0:
        if !hasJumped { place = next + 1 }
        return labels.joined(separator: ".")
      case 0xC0...0xFF:
        guard next + 1 < bytes.count else { return nil }
        if !hasJumped { place = next + 2 }
        hasJumped = true
        let target = (length & 0x3F) << 8 | Int(bytes[next + 1])
        // Pointers must point backwards, which also prevents loops.
        guard target < next else { return nil }
        next = target
      case 1...63:
        guard next + 1 + length <= bytes.count, labels.count < mostLabels else { return nil }
        labels.append(text(bytes[next + 1..<next + 1 + length]))
        next += 1 + length
      default: return nil
      }
    }
    return nil
  }

  private static func text(_ label: ArraySlice<UInt8>) -> String {
    var text = ""
    for byte in label {
      switch byte {
      case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(byte + 0x20))
      case 0x5C: text += "\\" + String(Unicode.Scalar(byte))
      // Escape a dot inside a label, since the text is split at dots.
      case 0x21...0x2D, 0x2F...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte)
        text += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }
    }
    return text
  }
}
