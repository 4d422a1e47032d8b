/// Classification of single words and bytes.
extension SecretScanner {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// `"`, `'` or `` ` ``.
  static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x60 }

  /// Whether a byte ends an unquoted value in a query, a script or a list: quotes and `&;,)}`.
  static func ends(_ byte: UInt8) -> Bool {
    isQuote(byte) || byte == 0x26 || byte == 0x3B || byte == 0x2C || byte == 0x29 || byte == 0x7D
  }

  /// The authentication schemes of RFC 7235 and similar words.
  static func isScheme(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 9 else { return false }
    return ["bearer", "basic", "digest", "token", "negotiate", "apikey"].contains(lowered(word))
  }

  /// `Authorization` and `Proxy-Authorization`, in any case.
  static func isAuthorization(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count <= 32 else { return false }
    return lowered(name).hasSuffix("authorization")
  }

  /// Whether a name is the last part of a path, as in `/etc/passwd: Permission denied`. A name after
  /// one leading slash may be an option: `/password:VALUE`.
  func isPath(endingWith name: Range<Int>, in word: Range<Int>) -> Bool {
    let slash = name.lowerBound - 1
    return slash > word.lowerBound && bytes[slash] == 0x2F
      && !(slash == word.lowerBound + 1 && Self.isQuote(bytes[word.lowerBound]))
  }

  static func isCurlUser(_ word: ArraySlice<UInt8>) -> Bool {
    ["-u", "--user", "-U", "--proxy-user"].contains(
      String(decoding: word.prefix(16), as: UTF8.self))
  }

  /// Whether a value is obviously not a credential.
  static func isOrdinary(_ value: ArraySlice<UInt8>, _ kind: SecretName.Kind) -> Bool {
    // A shell variable, a template, a placeholder, or a redacted value.
    if value.starts(with: "$".utf8) || value.starts(with: "<".utf8)
      || value.starts(with: "‹".utf8) || value.starts(with: "{{".utf8)
    {
      return true
    }
    if value.count <= 8, switches.contains(lowered(value)) { return true }
    if value.starts(with: "id=".utf8) || value.starts(with: "type=".utf8) { return true }
    guard kind == .key else { return false }
    let isPath = ["/", "./", "../", "~/", "file:"].contains { value.starts(with: $0.utf8) }
    return isPath || value.count <= 6 && value.allSatisfy(isDigit)
  }

  private static let switches: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "none", "null", "auto", "prompt", "required",
    "inherit", "write", "read",
    // sudoers(5): `PASSWD: ALL`; nsswitch.conf(5): `passwd: files systemd`.
    "all", "files", "compat", "systemd",
  ]

  private static func lowered(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word.map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
