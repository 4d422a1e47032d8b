/// Detects names of credentials: `DB_PASSWORD`, `--access-token`, `apiKey`.
///
/// The subject of a name decides: `--password-file` names a file, `TOKENIZERS_PARALLELISM`
/// configures tokenizers, `--max-token` is a number of tokens; none of these values is secret.
enum SecretName {
  /// The certainty of a name, which determines which values count as secret.
  enum Kind {
    /// Passwords, secrets: any value except a switch such as `true`.
    case secret
    /// Tokens and keys, whose values are often numbers or paths instead.
    case key
  }

  /// Classifies a name before `=`, `:` or a blank, with its leading dashes.
  ///
  /// - Parameter name: letters, digits, `_`, `-` and `.`; only the last 128 bytes count.
  static func kind(of name: some BidirectionalCollection<UInt8>) -> Kind? {
    let words = Self.words(name)
    guard let at = words.lastIndex(where: { noun($0) != nil }) else {
      return keyPhrase(words)
    }
    let before = words[..<at]
    let after = words[(at + 1)...]
    guard !after.contains(where: aspects.contains), !before.contains(where: negations.contains)
    else { return nil }
    return noun(words[at])
  }

  private static func noun(_ word: String) -> Kind? {
    let bare = word.utf8.last.map { (48...57).contains($0) } == true ? trimmed(word) : word
    if bare == "nopasswd" || bare == "nopassword" { return nil }
    if ["password", "passwd", "passphrase", "secret"].contains(where: bare.hasSuffix) {
      return .secret
    }
    if ["token", "apikey", "accesskey", "secretkey"].contains(where: bare.hasSuffix) {
      return .key
    }
    return ["credential", "credentials"].contains(bare) ? .key : nil
  }

  private static func trimmed(_ word: String) -> String {
    String(decoding: word.utf8.reversed().drop { (48...57).contains($0) }.reversed(), as: UTF8.self)
  }

  /// Names that need the last two words: `API_KEY`, `MYSQL_PWD`.
  private static func keyPhrase(_ words: [String]) -> Kind? {
    guard let last = words.last else { return nil }
    let owner = words.dropLast().last
    switch last {
    case "key": return owner.map(keyOwners.contains) == true ? .key : nil
    case "pass", "pwd": return owner.map { !directories.contains($0) } == true ? .key : nil
    default: return nil
    }
  }

  private static let keyOwners: Set<String> = [
    "api", "access", "secret", "auth", "private", "signing", "encryption", "master", "account",
    "storage", "shared",
  ]
  private static let directories: Set<String> = [
    "old", "init", "start", "first", "second", "multi",
  ]
  private static let negations: Set<String> = [
    "no", "without", "max", "min", "num", "skip", "disable", "disabled", "enable", "ask", "show",
    "hide",
    "require", "count",
  ]
  /// Last words of names whose value is not the secret itself.
  private static let aspects: Set<String> = [
    "file", "files", "filename", "path", "dir", "directory", "endpoint", "url", "uri", "type",
    "name", "names", "id", "ids", "ttl", "length", "len", "policy", "prompt", "stdin", "fd", "env",
    "store", "manager", "helper", "command", "cmd", "expiry", "expires", "expiration", "timeout",
    "lifetime", "size", "limit", "count", "format", "algorithm", "alg", "pattern", "regex",
    "provider", "source", "field", "header", "param", "parameter", "issuer", "audience", "scope",
    "scopes", "server", "host", "port", "service", "cache", "version", "ref", "arn", "mount",
    "volume", "bucket", "required", "enabled", "disabled", "authentication", "auth", "budget",
  ]

  /// The words of a name in lower case, split at `_`, `-`, `.` and camel-case boundaries.
  private static func words(_ name: some BidirectionalCollection<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func finish() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    var wasLower = false
    for byte in name.suffix(128) {
      let isUpper = (65...90).contains(byte)
      if byte == 0x5F || byte == 0x2D || byte == 0x2E {
        finish()
      } else {
        if isUpper, wasLower { finish() }
        word.append(isUpper ? byte | 0x20 : byte)
      }
      wasLower = (97...122).contains(byte)
    }
    finish()
    return words
  }
}
