import Secrets
import Testing

/// What kind of secret an alert names.
@Suite struct SecretKindTests {
  private static let digits = "0123456789012345678901234567890123456789"

  private static func kind(_ arguments: [String]) -> String? {
    SecretKind.inArguments(arguments.map { Array($0.utf8)[...] })
  }

  @Test(
    arguments: [
      ("AK" + "IA" + digits.prefix(16), "AWS access key"),
      ("AS" + "IA" + digits.prefix(16), "AWS access key"), ("gh" + "s_" + digits, "GitHub token"),
      ("github" + "_pat_" + digits, "GitHub token"), ("glp" + "at-" + digits, "GitLab token"),
      ("xo" + "xb-" + digits, "Slack token"), ("sk" + "_live_" + digits, "Stripe key"),
      ("rk" + "_live_" + digits, "Stripe key"), ("np" + "m_" + digits, "npm token"),
      ("AI" + "za" + digits, "Google API key"), ("ey" + "J0123456.abcde.fgh", "JSON Web Token"),
      ("-----" + "BEGIN PRIVATE KEY-----\nabc", "private key"),
      ("--password=abc", "password or key"), ("sk" + "_test_" + digits, "password or key"),
    ] as [(String, String)])
  func kindIsNamed(_ argument: String, _ kind: String) {
    #expect(Self.kind(["app", argument]) == kind)
    #expect(Self.kind(["app", "--token", argument]) != nil)
  }

  @Test func nothingIsNamedWhereNothingIs() {
    #expect(Self.kind([]) == nil)
    #expect(Self.kind(["app", "--verbose", "--password-file", "x"]) == nil)
    #expect(Self.kind(["sh", "-c", "make password"]) == nil)
  }

  /// A script is read word by word; any other argument is one value.
  @Test func scriptIsReadWordByWord() {
    #expect(Self.kind(["sh", "-c", "A_TOKEN=abc make"]) == "password or key")
    #expect(Self.kind(["sh", "-c", "x=1 A_TOKEN=abc make"]) == "password or key")
  }

  @Test func argumentsBeyondTheLimitAreNotRead() {
    let many = [String](repeating: "x", count: 4095)
    #expect(Self.kind(many + ["--password=abc"]) != nil)
    #expect(Self.kind(many + ["x", "--password=abc"]) == nil)
  }

  @Test(
    arguments: [
      ("DB_PASSWORD=abc", "password or key"),
      ("GITHUB_TOKEN=" + "gh" + "p_" + digits, "GitHub token"),
      ("URL=https://u:p@h", "password or key"), ("PATH=/bin", nil), ("PASSWORD=", nil),
      ("PASSWORD", nil), ("TOKEN_FILE=/x", nil), ("OLDPWD=/srv", nil), ("", nil),
    ] as [(String, String?)])
  func variable(_ text: String, _ kind: String?) {
    #expect(SecretKind.inVariable(Array(text.utf8)[...]) == kind)
  }
}
