import Testing

@testable import Secrets

/// Credentials that have a shape, and texts that nearly have it.
///
/// Texts that look real are put together at run time, so that scanners of this repository have
/// nothing to report.
@Suite struct SecretPatternTests {
  /// Ten digits, over and over.
  private static func digits(_ count: Int) -> String {
    String(repeating: "0123456789", count: count / 10 + 1).prefix(count).description
  }

  /// How many bytes of a text an issued credential takes that begins it.
  private static func length(_ text: String) -> Int? {
    SecretPattern.issuedEnd(Array(text.utf8), at: 0)
  }

  /// A prefix in two halves, and the fewest bytes that follow it.
  private static let minima: [(String, Int)] = [
    ("gh" + "p_", 20), ("gh" + "o_", 20), ("gh" + "u_", 20), ("gh" + "s_", 20), ("gh" + "r_", 20),
    ("github" + "_pat_", 20), ("glp" + "at-", 16), ("xo" + "xb-", 10), ("xo" + "xa-", 10),
    ("xo" + "xp-", 10), ("xo" + "xr-", 10), ("xo" + "xs-", 10), ("sk" + "-", 20),
    ("sk" + "_live_", 10), ("sk" + "_test_", 10), ("rk" + "_live_", 10), ("np" + "m_", 36),
    ("AI" + "za", 35),
  ]

  @Test(arguments: minima)
  func credentialHasAMinimum(_ prefix: String, _ minimum: Int) {
    let whole = prefix + Self.digits(minimum)
    #expect(Self.length(whole) == whole.utf8.count)
    #expect(Self.length(whole + "Z rest") == whole.utf8.count + 1)
    #expect(Self.length(prefix + Self.digits(minimum - 1)) == nil)
    #expect(Self.length(prefix + Self.digits(minimum - 1) + ".") == nil)
    #expect(Self.length(whole.dropFirst().description) == nil)
  }

  /// A longer word that begins like one is none: the length of these is fixed.
  @Test(arguments: ["AK" + "IA", "AS" + "IA"])
  func accessKeyHasOneLength(_ prefix: String) {
    let whole = prefix + Self.digits(16)
    #expect(Self.length(whole) == 20)
    #expect(Self.length(whole + ",") == 20)
    #expect(Self.length(whole + "A") == nil)
    #expect(Self.length(prefix + Self.digits(15)) == nil)
    #expect(Self.length(prefix + Self.digits(15) + "a") == nil)
  }

  @Test func alphabetIsTheIssuers() {
    let body = Self.digits(19)
    #expect(Self.length("gh" + "p_" + body + "-") == nil)
    #expect(Self.length("gh" + "p_" + body + "_") == nil)
    #expect(Self.length("github" + "_pat_" + body + "_") == 31)
    #expect(Self.length("glp" + "at-" + body + "-") == 26)
  }

  @Test func ordinaryWordNeedsADigit() {
    #expect(Self.length("sk" + "-learn-and-more-of-its-kind") == nil)
    #expect(Self.length("sk" + "-learn-and-more-of-7ts-kind") == 29)
    // The digit has to stand among the first twenty bytes.
    #expect(Self.length("sk" + "-learn-and-more-of-its-kind-7") == nil)
  }

  @Test func privateKeyEndsWithItsFooter() {
    let begin = "-----" + "BEGIN "
    let end = "-----" + "END "
    let key = begin + "RSA PRIVATE KEY-----\nabc\n" + end + "RSA PRIVATE KEY-----"
    func length(_ text: String) -> Int? { SecretPattern.privateKeyEnd(Array(text.utf8), at: 0) }
    #expect(length(key + "\nrest") == key.utf8.count)
    #expect(length(begin + "PRIVATE KEY-----\nabc") == begin.utf8.count + 20)
    #expect(length(begin + "CERTIFICATE-----\nabc\n" + end + "CERTIFICATE-----") == nil)
    #expect(length(begin + "PUBLIC KEY-----\nabc") == nil)
    #expect(length("-----BEGINNING OF A PRIVATE KEY") == nil)
    #expect(length(begin) == nil)
    // The label stands at the beginning.
    #expect(length(begin + String(repeating: "A", count: 80) + " PRIVATE KEY-----") == nil)
  }

  @Test func classesOfBytes() {
    let all = (0...255).map { UInt8($0) }
    let digits = Set("0123456789".utf8)
    let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    #expect(Set(all.filter { isDigit($0) }) == digits)
    #expect(Set(all.filter { isAlphanumeric($0) }) == digits.union(letters))
    #expect(Set(all.filter { isNameByte($0) }) == digits.union(letters).union("_-".utf8))
  }
}
