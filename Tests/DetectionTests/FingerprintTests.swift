import Events
import Testing

@testable import Detection

@Suite struct FingerprintTests {
  private let fingerprint = Fingerprint(workspace: Array("/home/me/shop".utf8))

  @Test(arguments: [
    ("/home/me/shop/build/app", "$WORKSPACE/build/app"),
    ("/home/me/shopping", "/home/me/shopping"),
    ("/tmp/tmp.Xa81kS/home/.ssh/id_rsa", "/tmp/*/home/.ssh/id_rsa"),
    ("/tmp/pytest-of-me/pytest-12/test_a0/x", "/tmp/*/pytest-#/test_a#/x"),
    ("/proc/4242/mem", "/proc/#/mem"), ("127.0.0.1:40312", "127.0.0.1:*"),
    ("192.0.2.1:443", "192.0.2.1:443"), ("[::1]:65000", "[::1]:*"),
    ("192.0.2.1:32767", "192.0.2.1:32767"), ("192.0.2.1:32768", "192.0.2.1:*"),
    ("[::1]:32767", "[::1]:32767"), ("[::1]:32768", "[::1]:*"), ("a:b", "a:b"),
    ("", ""),
  ])
  func text(_ text: String, becomes expected: String) {
    #expect(fingerprint.normalized(text) == expected)
  }

  private func of(
    _ id: String, _ exe: String, _ object: String, _ outcome: Outcome = .done,
    _ behaviour: String? = nil
  ) -> String {
    fingerprint.of(id: id, exe: exe, object: object, outcome: outcome, behaviour: behaviour)
      .fingerprint
  }

  @Test func dependsOnEachPart() {
    let base = of("a", "/bin/b", "c")
    #expect(base.count == 16)
    #expect(base == of("a", "/bin/b", "c"))
    #expect(base != of("ab", "/bin/b", "c"))
    #expect(base != of("a", "/bin/bc", ""))
    #expect(base != of("a", "/bin/b", "d"))
    #expect(base != of("a", "/bin/b", "c", .refused))
    #expect(of("a", "/bin/b", "c", .absent) != of("a", "/bin/b", "c", .refused))
    #expect(base != of("a", "/bin/b", "c", .done, "d"))
  }
}
