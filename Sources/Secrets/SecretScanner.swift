/// Finds values that look like credentials in the texts of an argument vector.
///
/// Reads each text once from left to right. State carries over to the next argument (`--token`,
/// `Authorization:`, a program with a password option).
public struct SecretScanner {
  /// The role of the next word, determined by the previous one.
  private enum Expectation {
    case nothing
    /// The value of a name.
    case value(SecretName.Kind)
    /// A scheme such as `Bearer`, or the credentials.
    case authorization
  }

  /// Programs with a password in a short option (mysql(1), sshpass(1), redis-cli, curl(1), zip(1),
  /// 7z(1), rar(1), the ciphers of openssl-enc(1)).
  private enum Program {
    case mysql, sshpass, redis, curl, zip, sevenZip, openssl, cipher
  }

  private var expectation = Expectation.nothing
  private var program: Program?
  private(set) var bytes: [UInt8] = []
  private var found: [Range<Int>] = []
  /// Whether the text is one argument, in which values may contain blanks.
  private var isArgument = false
  /// Cache: the end of the current word, so that a long word is measured once.
  private var wordEnd = 0
  /// Cache: no JSON Web Token begins before this index.
  private var noJWTBefore = 0
  /// Cache: quotes that do not occur in the rest of the text.
  private var missingQuotes: Set<UInt8> = []

  /// Creates a scanner.
  public init() {}

  /// Finds the secret ranges of a text, ascending and disjoint.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - isArgument: whether it is one argument, not a sentence or a script.
  public mutating func secrets(in text: [UInt8], isArgument: Bool) -> [Range<Int>] {
    bytes = text
    found = []
    self.isArgument = isArgument
    noJWTBefore = 0
    wordEnd = 0
    missingQuotes = []
    var index = 0
    while index < bytes.count {
      if Self.isBlank(bytes[index]) {
        index += 1
      } else {
        index = word(from: index)
      }
    }
    return found
  }

  /// Classifies a word and returns the index to continue at.
  private mutating func word(from start: Int) -> Int {
    if wordEnd <= start {
      wordEnd = start
      while wordEnd < bytes.count, !Self.isBlank(bytes[wordEnd]) { wordEnd += 1 }
    }
    let end = wordEnd
    let word = bytes[start..<end]
    let expected = expectation
    expectation = .nothing
    switch expected {
    case .value(let kind) where word.first != 0x2D:
      return take(kind, from: start, toEnd: isArgument && start == 0)
    case .authorization where Self.isScheme(word):
      expectation = .value(.secret)
      return end
    case .authorization:
      return take(.secret, from: start, toEnd: false)
    default: break
    }
    if let resume = programOption(start..<end) { return resume }
    return inside(start..<end)
  }

  /// Handles options that are a password only for certain programs.
  private mutating func programOption(_ range: Range<Int>) -> Int? {
    let word = bytes[range]
    if word.first != 0x2D {
      note(program: word)
      return nil
    }
    let option = word.dropFirst().first
    switch (program, option) {
    case (.zip, 0x50), (.cipher, 0x6B):  // -P, -k
      guard word.count == 2 || program == .zip else { return nil }
      if word.count > 2 { return take(.secret, from: range.lowerBound + 2, toEnd: isArgument) }
      expectation = .value(.secret)
      return range.upperBound
    case (.sevenZip, 0x70) where word.count > 2:  // -p
      return take(.secret, from: range.lowerBound + 2, toEnd: isArgument)
    case (.sevenZip, 0x68) where word.dropFirst(2).first == 0x70 && word.count > 3:  // -hp
      return take(.secret, from: range.lowerBound + 3, toEnd: isArgument)
    case (.mysql, 0x70), (.sshpass, 0x70), (.redis, 0x61):  // -p, -p, -a
      if word.count > 2 { return take(.secret, from: range.lowerBound + 2, toEnd: isArgument) }
      if program != .mysql { expectation = .value(.secret) }
      return range.upperBound
    default: return nil
    }
  }

  private mutating func note(program word: ArraySlice<UInt8>) {
    if word.count <= 2, word.allSatisfy({ $0 == 0x7C || $0 == 0x26 || $0 == 0x3B }) {
      program = nil  // |, ||, &, &&, ;
      return
    }
    let name = word.suffix(32).split(separator: 0x2F).last ?? word
    switch String(decoding: name, as: UTF8.self) {
    case "mysql", "mysqldump", "mysqladmin", "mysqlimport", "mysqlshow", "mysqlcheck", "mariadb",
      "mariadb-dump", "mariadb-admin":
      program = .mysql
    case "sshpass": program = .sshpass
    case "redis-cli": program = .redis
    case "curl": program = .curl
    case "zip", "unzip", "zipcloak": program = .zip
    case "7z", "7za", "7zr", "7zz", "p7zip", "rar", "unrar": program = .sevenZip
    case "openssl": program = .openssl
    case let name where program == .openssl:
      program =
        name == "enc" || name.hasPrefix("aes") || name.hasPrefix("aria")
          || name.hasPrefix("des") || name.hasPrefix("camellia") || name.hasPrefix("chacha")
        ? .cipher : nil
    default: break
    }
  }

  /// Searches one word for names with values and for formats of credentials.
  private mutating func inside(_ range: Range<Int>) -> Int {
    let isOption = bytes[range.lowerBound] == 0x2D
    var name = range.lowerBound..<range.lowerBound
    var index = range.lowerBound
    var hasValue = false
    while index < range.upperBound {
      let byte = bytes[index]
      if index == range.lowerBound || !isAlphanumeric(bytes[index - 1]) && bytes[index - 1] != 0x5F,
        let end = shape(at: index)
      {
        found.append(index..<end)
        return end
      }
      if isNameByte(byte) || byte == 0x2E {
        name = (name.upperBound == index ? name.lowerBound : index)..<index + 1
        index += 1
        continue
      }
      if byte == 0x3D || byte == 0x3A {
        hasValue = true
        if let resume = separator(at: index, name, in: range) { return resume }
      }
      index += 1
    }
    if isOption, !hasValue, let kind = SecretName.kind(of: bytes[name]),
      name.lowerBound == range.lowerBound
    {
      expectation = .value(kind)
    } else if program == .curl, Self.isCurlUser(bytes[range]) {
      expectation = .value(.key)
    }
    return range.upperBound
  }

  /// Classifies the value after `=` or `:`; nil if it is not secret.
  private mutating func separator(
    at index: Int, _ name: Range<Int>, in word: Range<Int>
  ) -> Int? {
    let next = index + 1
    let isColon = bytes[index] == 0x3A
    if isColon, bytes[next..<word.upperBound].starts(with: "//".utf8) {
      return userInfo(from: next + 2, to: word.upperBound)
    }
    let quoted = index > word.lowerBound && Self.isQuote(bytes[index - 1])
    guard name.upperBound == (quoted ? index - 1 : index), !name.isEmpty else { return nil }
    if isColon, Self.isAuthorization(bytes[name]) {
      expectation = .authorization
      return next
    }
    if isColon, name.lowerBound == word.lowerBound, next < word.upperBound,
      bytes[name].elementsEqual("pass".utf8)
    {  // Password arguments of openssl(1).
      return take(.secret, from: next, toEnd: isArgument && name.lowerBound == 0)
    }
    if isColon, isPath(endingWith: name, in: word) { return nil }
    guard let kind = SecretName.kind(of: bytes[name]) else { return nil }
    // "unexpected token: x" is prose; a header, a quoted key or a password is not.
    if isColon, kind == .key, !quoted, !bytes[name].contains(0x2D), !bytes[name].contains(0x5F) {
      return nil
    }
    guard next < word.upperBound else {
      if isColon { expectation = .value(kind) }
      return word.upperBound
    }
    return take(kind, from: next, toEnd: isArgument && name.lowerBound == 0)
  }

  /// Marks the password in `//user:password@host`.
  private mutating func userInfo(from start: Int, to end: Int) -> Int? {
    let authority = bytes[start..<end].prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    guard let at = authority.lastIndex(of: 0x40), let colon = authority.firstIndex(of: 0x3A),
      colon + 1 < at
    else { return nil }
    found.append(colon + 1..<at)
    return at
  }

  /// Marks a value unless it is obviously not secret, and returns the index to continue at.
  private mutating func take(_ kind: SecretName.Kind, from start: Int, toEnd: Bool) -> Int {
    var first = start
    var end = start
    if Self.isQuote(bytes[start]), let closing = closingQuote(after: start) {
      first = start + 1
      end = closing
    } else if toEnd {
      end = bytes.count
    } else {
      while end < bytes.count, !Self.isBlank(bytes[end]), end == start || !Self.ends(bytes[end]) {
        end += 1
      }
    }
    if first < end, !Self.isOrdinary(bytes[first..<end], kind) { found.append(first..<end) }
    return max(end, start + 1)
  }

  private mutating func closingQuote(after start: Int) -> Int? {
    let quote = bytes[start]
    guard !missingQuotes.contains(quote) else { return nil }
    guard let end = bytes[(start + 1)...].firstIndex(of: quote) else {
      missingQuotes.insert(quote)
      return nil
    }
    return end
  }

  /// The end of a credential with a recognisable format.
  private mutating func shape(at start: Int) -> Int? {
    if bytes[start] == 0x2D { return SecretPattern.privateKeyEnd(bytes, at: start) }
    return SecretPattern.issuedEnd(bytes, at: start) ?? jwtEnd(at: start)
  }

  /// A JSON Web Token (RFC 7519): three parts of base64url, the first the beginning of `{"`.
  private mutating func jwtEnd(at start: Int) -> Int? {
    guard start >= noJWTBefore, bytes[start...].starts(with: "eyJ".utf8) else { return nil }
    let header = part(from: start)
    guard header > start + 8, header < bytes.count, bytes[header] == 0x2E else {
      noJWTBefore = header
      return nil
    }
    let payload = part(from: header + 1)
    guard payload > header + 4, payload < bytes.count, bytes[payload] == 0x2E else {
      noJWTBefore = header
      return nil
    }
    return part(from: payload + 1)
  }

  private func part(from start: Int) -> Int {
    var end = start
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    return end
  }
}
