import Foundation
import Testing
import Text

/// Base64 and FNV-1a by the vectors of their specifications; words of a shell by a shell.
@Suite struct EncodingTests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
    ("Zm9vYmE=", "fooba"), ("Zm9vYmFy", "foobar"), ("Zg", "f"), ("Zm8", "fo"),
  ])
  func base64IsDecoded(_ text: String, _ plain: String) {
    #expect(Base64.decoded(Array(text.utf8)) == Array(plain.utf8))
  }

  @Test func bothAlphabetsAreDecoded() {
    #expect(Base64.decoded(Array("-_A+/z09".utf8)) == [0xFB, 0xF0, 0x3E, 0xFF, 0x3D, 0x3D])
    #expect(Base64.decoded(Array("+/A=".utf8)) == [0xFB, 0xF0])
    let bytes = (0...255).map { UInt8($0) }
    #expect(Base64.decoded(Array(Data(bytes).base64EncodedData())) == bytes)
  }

  @Test(arguments: ["A", "AAAAA", "A===", "AA=A", "AA===", "AA A", "AA\n", "AA.A", "é", "=AAA"])
  func otherTextIsNoBase64(_ text: String) { #expect(Base64.decoded(Array(text.utf8)) == nil) }

  /// draft-eastlake-fnv, appendix C.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("b", 0xAF63_DF4C_8601_F1A5),
      ("fo", 0x0898_5907_B541_D342), ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func hashIsTheSpecifications(_ text: String, _ value: UInt64) {
    var hash = FNV1a()
    hash.add(text.utf8)
    #expect(hash.value == value)
    var single = FNV1a()
    for byte in text.utf8 { single.add(byte) }
    #expect(single.value == value)
  }

  @Test func hashHasSixteenDigits() {
    var hash = FNV1a()
    hash.add("fo".utf8)
    #expect(hash.hexadecimal == "08985907b541d342")
  }

  @Test(arguments: ["a", "/usr/bin/x86_64-linux-gnu-gcc", "A=b,c:d@e+f%g", "0.9_1"])
  func plainWordIsNotQuoted(_ word: String) { #expect(shellQuoted(word) == word) }

  @Test(
    arguments: [
      ("", "''"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("~", "'~'"), ("é", "'é'"),
      ("a#b", "'a#b'"), ("a\nb", "'a\nb'"), ("{a,b}", "'{a,b}'"),
    ])
  func otherWordIsQuoted(_ word: String, _ quoted: String) {
    #expect(shellQuoted(word) == quoted)
    #expect(!isPlainShellWord(word))
  }

  /// The shell itself says what it takes each word for.
  @Test func shellReadsEachWordBack() throws {
    var words = [
      "", " ", "'", "''", "\"", "\\", "$HOME", "`id`", "$(id)", "a;b", "a|b", "a&b", "a>b", "*",
      "?",
      "[a]", "~root", "#x", "!x", "-n", "a\nb", "a\tb", "a=b", "{a,b}", "%s", "é", "日本", "a'b'c",
      "\\'",
    ]
    words += (1..<128).map { String(UnicodeScalar(UInt8($0))) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", #"printf '%s\0' "# + words.map(shellQuoted).joined(separator: " ")]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let read = bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    #expect(read.map { String(decoding: $0, as: UTF8.self) } == words)
  }
}
