import Events
import Testing

/// Addresses as text, and which of them are whose.
@Suite struct IPAddressTests {
  @Test(
    arguments: [
      ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("010.001.0.09", "10.1.0.9"),
      ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::1", "2001:db8::1"),
      ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("0:0:1:0:0:0:1:1", "0:0:1::1:1"),
      ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
      ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
      ("64:ff9b::192.0.2.1", "64:ff9b::c000:201"), ("::ffff:192.0.2.1", "192.0.2.1"),
      ("::ffff:c000:201", "192.0.2.1"), ("::192.0.2.1", "::c000:201"),
      ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("::fffe:1:2", "::fffe:1:2"),
      ("1::ffff:1:2", "1::ffff:1:2"),
    ])
  func addressIsRead(_ text: String, _ shown: String) throws {
    let address = try #require(IPAddress(text))
    #expect(address.description == shown)
    #expect(IPAddress(shown) == address)
    #expect(address.isIPv4 == !shown.contains(":"))
  }

  @Test(arguments: [
    "", ".", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.-4", "1.2.3.+4", "1.2.3.", "1..2.3",
    "1.2.3.4 ",
    " 1.2.3.4", "0x1.2.3.4", "1.2.3.0004", "1.2.3.٣", "a.b.c.d", ":", ":::", "1:", ":1", "1::2::3",
    "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8",
    "1:2:3:4::5:6:7:8",
    "12345::", "g::", "fe80::1%eth0", "[::1]", "::1/64", "1.2.3.4::", "::1.2.3.4:5", "::1.2.3",
    "1:2:3:4:5:6:7:1.2.3.4", "::+1", "::１",
  ])
  func otherTextIsNone(_ text: String) { #expect(IPAddress(text) == nil) }

  @Test func bitsAreInHostOrder() {
    #expect(IPAddress("1.2.3.4") == IPAddress(v4: 0x0102_0304))
    #expect(
      IPAddress("1:2:3:4:5:6:7:8")
        == IPAddress(v6High: 0x0001_0002_0003_0004, low: 0x0005_0006_0007_0008))
    #expect(IPAddress(v6High: 0, low: 0xFFFF_0102_0304) == IPAddress(v4: 0x0102_0304))
    #expect(IPAddress(v6High: 1, low: 0xFFFF_0102_0304).isIPv4 == false)
    #expect(IPAddress("::7f00:1") != IPAddress("127.0.0.1"))
  }

  /// An address inside a block, and one just outside at either end.
  @Test(
    arguments: [
      ("10.0.0.0", true), ("10.255.255.255", true), ("9.255.255.255", false), ("11.0.0.0", false),
      ("172.16.0.0", true), ("172.31.255.255", true), ("172.15.255.255", false),
      ("172.32.0.0", false), ("192.168.0.0", true), ("192.168.255.255", true),
      ("192.167.255.255", false), ("192.169.0.0", false), ("169.254.0.0", true),
      ("169.254.255.255", true), ("169.253.255.255", false), ("169.255.0.0", false),
      ("100.64.0.0", true), ("100.127.255.255", true), ("100.63.255.255", false),
      ("100.128.0.0", false), ("127.0.0.1", false), ("8.8.8.8", false), ("::ffff:10.0.0.1", true),
      ("fc00::", true), ("fdff:ffff::1", true), ("fbff:ffff::", false), ("fe00::", false),
      ("fe80::1", true), ("febf:ffff::1", true), ("fe7f:ffff::1", false), ("fec0::", false),
      ("::1", false), ("2001:db8::1", false), ("::10.0.0.1", false),
    ])
  func privateAddress(_ text: String, _ isPrivate: Bool) throws {
    #expect(try #require(IPAddress(text)).isPrivate == isPrivate)
  }

  @Test(
    arguments: [
      ("127.0.0.0", true), ("127.255.255.255", true), ("126.255.255.255", false),
      ("128.0.0.0", false), ("::1", true), ("::2", false), ("::", false), ("1::1", false),
      ("0.0.0.1", false), ("::ffff:127.0.0.1", true), ("0.0.0.0", false),
    ])
  func loopbackAddress(_ text: String, _ isLoopback: Bool) throws {
    #expect(try #require(IPAddress(text)).isLoopback == isLoopback)
  }

  @Test(
    arguments: [
      ("169.254.169.254", true), ("::ffff:169.254.169.254", true), ("169.254.170.2", true),
      ("169.254.170.23", true), ("169.254.0.23", true), ("169.254.42.42", true),
      ("100.100.100.200", true), ("fd00:ec2::254", true), ("fd00:ec2::23", true),
      ("fd20:ce::254", true), ("169.254.169.253", false), ("169.254.1.1", false),
      ("fd00:ec2::255", false), ("100.100.100.100", false),
    ])
  func metadataService(_ text: String, _ isService: Bool) throws {
    #expect(try #require(IPAddress(text)).isMetadataService == isService)
  }

  @Test(
    arguments: [
      ("10.1.2.3/8", "10.0.0.0/8"), ("10.1.2.3", "10.1.2.3/32"), ("1.2.3.4/0", "0.0.0.0/0"),
      ("1.2.3.255/25", "1.2.3.128/25"), ("2001:db8::ff/120", "2001:db8::/120"), ("::1", "::1/128"),
      ("fe80::1/64", "fe80::/64"), ("fe80::1/0", "::/0"), ("1:2:3:4:5:6:7:8/65", "1:2:3:4::/65"),
      ("1:2:3:ffff::/63", "1:2:3:fffe::/63"),
    ])
  func networkIsRead(_ text: String, _ shown: String) {
    #expect(IPNetwork(text)?.description == shown)
  }

  @Test(arguments: [
    "", "/", "/8", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/+1", "1.2.3.4/8/8", "::/129",
    "1.2.3/8", "1.2.3.4/0x8", "1.2.3.4/٣", "1.2.3.4/99999999999999999999",
  ])
  func otherTextIsNoNetwork(_ text: String) { #expect(IPNetwork(text) == nil) }

  @Test(
    arguments: [
      ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
      ("0.0.0.0/0", "255.1.2.3", true), ("0.0.0.0/0", "::1", false), ("::/0", "1.2.3.4", false),
      ("1.2.3.4", "1.2.3.4", true), ("1.2.3.4", "1.2.3.5", false),
      ("fe80::/64", "fe80::ffff:ffff:ffff:ffff", true), ("fe80::/64", "fe80:0:0:1::", false),
      ("fe80::/65", "fe80::8000:0:0:0", false), ("::1", "::1", true), ("::1", "::", false),
      ("1::/16", "1:ffff::", true), ("1::/16", "2::", false),
    ])
  func networkContains(_ network: String, _ address: String, _ isIn: Bool) throws {
    let network = try #require(IPNetwork(network))
    #expect(network.contains(try #require(IPAddress(address))) == isIn)
  }
}
