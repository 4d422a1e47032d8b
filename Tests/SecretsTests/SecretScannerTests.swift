import Testing

@testable import Secrets

/// Where credentials stand in argument vectors and sentences.
@Suite struct SecretScannerTests {
  private static let digits = "0123456789012345678901234567890123456789"

  /// The secrets of an argument vector, as a report would hide them.
  private static func secrets(_ arguments: [String]) -> [String] {
    var scanner = SecretScanner()
    var isScript = false
    return arguments.flatMap { argument -> [String] in
      let bytes = Array(argument.utf8)
      defer { isScript = SecretScanner.precedesScript(bytes) }
      return scanner.secrets(in: bytes, isArgument: !isScript)
        .map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  /// An argument vector, and the secrets that it holds.
  static let found: [([String], [String])] = [
    (["app", "--password=two words"], ["two words"]), (["app", "--password", "-x"], []),
    (["app", "--password", "x", "y"], ["x"]), (["app", "--token", "abc"], ["abc"]),
    (["app", "--password=a", "--token=b"], ["a", "b"]), (["env", "A_PASSWORD=a=b"], ["a=b"]),
    (["git", "clone", "https://u:pw@h/p"], ["pw"]), (["x", "https://u:p@w@h/p@q"], ["p@w"]),
    (["curl", "-H", "Authorization: Bearer abc def"], ["abc"]),
    (["curl", "-H", "Proxy-Authorization: abc"], ["abc"]),
    (["curl", "-H", "X-Api-Key: abc"], ["abc"]), (["curl", "-u", "u:p"], ["u:p"]),
    (["curl", "--proxy-user", "u:p"], ["u:p"]), (["mysql", "-psecret"], ["secret"]),
    (["sshpass", "-p", "secret"], ["secret"]), (["redis-cli", "-a", "secret"], ["secret"]),
    (["openssl", "-passin", "pass:abc"], ["abc"]),
    (["zip", "-r", "-P", "secret", "a.zip", "d"], ["secret"]),
    (["7z", "a", "-psecret"], ["secret"]),
    (["rar", "a", "-hpsecret", "x.rar"], ["secret"]), (["7z", "a", "-p", "x.7z"], []),
    (["openssl", "enc", "-aes-128-cbc", "-k", "secret"], ["secret"]),
    (["openssl", "aes-256-cbc", "-k", "secret"], ["secret"]),
    (["openssl", "req", "-key", "k"], []),
    (["adduser", "--disabled-password", "eve"], []),
    (["sh", "-c", "A_TOKEN=abc make; B_PASSWORD='c d' make"], ["abc", "c d"]),
    (["sh", "-c", "curl 'https://h?token=abc&x=1'"], ["abc"]),
    (["x", #"{"password": "a b", "n": 1}"#], ["a b"]), (["x", #"{"token":"abc"}"#], ["abc"]),
    (["x", "--token=a`b"], ["a`b"]), (["sh", "-c", "x --password 'abc"], ["'abc"]),
    (["x", "a,gh" + "p_" + digits + ",b"], ["gh" + "p_" + digits]),
    (["x", "ey" + "J0123456.abcde.fgh,"], ["ey" + "J0123456.abcde.fgh"]),
    (["x", "--password", "$5abc"], []),
    // One slash at the beginning may begin an option.
    (["x", "/password:abc"], ["abc"]), (["sh", "-c", "x '/password:abc'"], ["abc"]),
    (["x", "/etc/passwd=abc"], ["abc"]), (["sh", "-c", "echo 'passwd: abc'"], ["abc"]),
    (["sh", "-c", "echo 'PASSWD:abc'"], ["abc"]),
  ]

  @Test(arguments: found)
  func secretIsFound(_ arguments: [String], _ secrets: [String]) {
    #expect(Self.secrets(arguments) == secrets)
  }

  /// One step beside a case above each.
  @Test(arguments: [
    ["app", "--password-file=abc"], ["app", "--password="], ["app", "password", "abc"],
    ["app", "--password=$PASSWORD"], ["app", "--password=<here>"], ["app", "--password={{ x }}"],
    ["app", "--password=true"], ["app", "--password=None"], ["app", "--token=12345"],
    ["app", "--token=/run/token"], ["app", "--token=./token"], ["app", "--token=~/token"],
    ["app", "--secret=id=x"], ["app", "--secret=type=env"],
    ["git", "clone", "https://u@h/p"], ["git", "clone", "https://h:443/p@q"],
    ["x", "https://u:@h/p"], ["x", "https://h?u:p@q"], ["x", "https://h#u:p@q"],
    ["curl", "-u"], ["wget", "-u", "u:p"], ["curl", "-X", "u:p"], ["psql", "-psecret"],
    ["mysql", "-p"], ["mysql", "-p", "shop"], ["mysql", "-usecret"], ["ssh", "-p", "22"],
    ["sh", "-c", "mysql x | sort -psecret"], ["redis-cli", "-p", "6379"],
    ["cc", "unexpected token: x"], ["x", "compass:north"], ["x", "pass=abc"],
    ["x", "agh" + "p_" + digits], ["x", "_gh" + "p_" + digits],
    ["x", "ey" + "J01234.abcde.fgh"], ["x", "ey" + "J0123456.abc.fgh"],
    ["x", "ey" + "J0123456.abcde"], ["x", "authorization", "abc"],
    // The name of a file in a message or a mount.
    ["cat", "/etc/passwd: Permission denied"], ["x", "./passwd:x"],
    ["sh", "-c", "echo '/etc/pam.d/common-password: changed'"],
    ["docker", "run", "-v", "/etc/passwd:/etc/passwd:ro"],
    // sudoers(5) and nsswitch.conf(5).
    ["sh", "-c", "echo 'NOPASSWD:ALL'"], ["sh", "-c", "echo 'u ALL=(ALL) NOPASSWD: /bin/ls'"],
    ["sh", "-c", "echo 'u ALL=(ALL) PASSWD:ALL'"], ["sh", "-c", "echo 'passwd: files systemd'"],
  ])
  func nearTwinIsNone(_ arguments: [String]) { #expect(Self.secrets(arguments) == []) }

  @Test func numberIsAKeyWhenItIsLong() {
    #expect(Self.secrets(["app", "--token=123456"]) == [])
    #expect(Self.secrets(["app", "--token=1234567"]) == ["1234567"])
    #expect(Self.secrets(["app", "--password=12345"]) == ["12345"])
    #expect(Self.secrets(["app", "--password=/run/x"]) == ["/run/x"])
  }

  @Test func whatIsLearntCarriesOverOnce() {
    #expect(Self.secrets(["app", "--token", "abc", "def"]) == ["abc"])
    #expect(Self.secrets(["curl", "-H", "Authorization:", "Bearer", "abc", "def"]) == ["abc"])
    #expect(Self.secrets(["app", "--token", "--password", "abc"]) == ["abc"])
  }

  @Test(
    arguments: [
      ("-c", true), ("-lc", true), ("-euxc", true), ("-euxoc", false), ("c", false), ("-", false),
      ("-cx", false), ("", false), ("--c", true),
    ])
  func scriptFollows(_ argument: String, _ isFollowed: Bool) {
    #expect(SecretScanner.precedesScript(Array(argument.utf8)) == isFollowed)
  }

  @Test func rangesAscendAndAreApart() {
    let text = "A_TOKEN=abc https://u:p@h " + "gh" + "p_" + Self.digits + " --password x"
    var scanner = SecretScanner()
    let ranges = scanner.secrets(in: Array(text.utf8), isArgument: false)
    #expect(ranges.count == 4)
    for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound < next.lowerBound) }
  }

  /// A megabyte of what looks like a beginning must not cost a look at the rest each time.
  @Test(arguments: ["eyJ", "\"", "token=\"", "-----BEGIN ", "https://", "a:", "gh" + "p_"])
  func hostileTextTakesLinearTime(_ part: String) {
    let bytes = Array(String(repeating: part, count: 200_000 / part.utf8.count).utf8)
    var scanner = SecretScanner()
    let took = ContinuousClock().measure {
      _ = scanner.secrets(in: bytes, isArgument: false)
    }
    #expect(took < .seconds(20))
  }
}
