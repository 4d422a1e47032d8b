import Testing

@testable import Decoding
@testable import TestSupport

@Suite struct NodeTextsTests {
  @Test func aReleaseHasItsValuesWithoutQuotes() {
    let text = """
      # a comment
      NAME="Fedora Linux"
      ID=fedora

      VERSION_ID='41'
      PRETTY_NAME="a = b"
      EMPTY=""
      BARE=
      ODD="open
      QUOTE="
      ID=last
      no value
      """
    let values = HostTexts.release(Array(text.utf8))
    #expect(
      values == [
        "NAME": "Fedora Linux", "ID": "last", "VERSION_ID": "41", "PRETTY_NAME": "a = b",
        "EMPTY": "", "BARE": "", "ODD": "\"open", "QUOTE": "\"",
      ])
  }

  @Test func aReleaseHasLinesOfAnyBytes() {
    #expect(HostTexts.release([]).isEmpty)
    #expect(HostTexts.release([0x3D, 0x0A, 0x3D, 0x3D, 0x0A, 0x0A]) == ["": "="])
    #expect(HostTexts.release([0x41, 0, 0x3D, 0xFF, 0x22]) == ["A\0": "\u{FFFD}\""])
    let many = (0..<100_000).reduce(into: [UInt8]()) { $0 += Array("K\($1)=1\n".utf8) }
    #expect(HostTexts.release(many).count == 256)
  }

  private static let mountinfo = """
    22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
    25 22 0:23 /docker/a\\040b /mnt/with\\011tab\\134\\012 rw - overlay overlay rw,lowerdir=/x
    26 22 0:4 net:[4026531840] /run/netns/a rw shared:2 master:1 propagate_from:3 - nsfs nsfs rw
    """

  @Test func aMountHasItsRootPlaceAndType() {
    let mounts = HostTexts.mounts(Array(Self.mountinfo.utf8))
    #expect(mounts.map(\.type) == ["ext4", "overlay", "nsfs"])
    #expect(
      mounts.map { String(decoding: $0.root, as: UTF8.self) }
        == ["/", "/docker/a b", "net:[4026531840]"])
    #expect(
      mounts.map { String(decoding: $0.place, as: UTF8.self) }
        == ["/", "/mnt/with\ttab\\\n", "/run/netns/a"])
  }

  @Test(
    arguments: [
      (#"/a\101"#, "/aA"), (#"/a\0"#, #"/a\0"#), (#"/a\04"#, #"/a\04"#), (#"/a\"#, #"/a\"#),
      (#"/\777"#, #"/\777"#), (#"/\089"#, #"/\089"#), (#"/\xyz"#, #"/\xyz"#), (#"/\\040"#, #"/\ "#),
      // What reads numbers takes signs, which are no digits of an octal number.
      (#"/\+12"#, #"/\+12"#), (#"/\-00"#, #"/\-00"#),
    ])
  func onlyThreeOctalDigitsStandForAByte(_ written: String, _ expected: String) throws {
    let line = "1 2 8:1 / \(written) rw - ext4 x rw"
    let mount = try #require(HostTexts.mounts(Array(line.utf8)).first)
    #expect(String(decoding: mount.place, as: UTF8.self) == expected)
  }

  @Test func aCutLineIsNoMountOrAShorterType() throws {
    let line = try #require(Self.mountinfo.split(separator: "\n").last)
    var types: Set<String> = []
    for count in 0..<line.utf8.count {
      let found = HostTexts.mounts(Array(line.utf8.prefix(count)))
      types.formUnion(found.map(\.type))
      #expect(found.allSatisfy { $0.place == Array("/run/netns/a".utf8) })
    }
    #expect(types == ["n", "ns", "nsf", "nsfs"])
  }

  @Test func aMountMayHaveAnyBytes() {
    let line: [UInt8] =
      Array("1 2 8:1 /\u{0} /".utf8) + [0xFF, 0x0D] + Array(" rw - x".utf8) + [0xC3]
    let mounts = HostTexts.mounts(line)
    #expect(mounts.map(\.root) == [[0x2F, 0]] && mounts.map(\.place) == [[0x2F, 0xFF, 0x0D]])
    #expect(mounts.map(\.type) == ["x\u{FFFD}"])
    let many = [[UInt8]](repeating: line + [0x0A], count: 11_000).flatMap { $0 }
    #expect(HostTexts.mounts(many).count == 10_000)
  }

  @Test(
    arguments: [
      ("6.1.0-13-amd64", 6001), ("5.15.153.1-microsoft-standard", 5015), ("6.12-rc1", 6012),
      ("4.4", 4004), ("0.1", 1), ("999.999", 999_999), ("6", nil), ("6.", nil), ("", nil),
      (".", nil), ("6.x", nil), ("v6.1", nil), ("1000.1", nil), ("6.1000", nil), ("-6.1", nil),
      ("6.-1", nil), ("6.٣", nil), ("9223372036854775807.1", nil),
      ("-9223372036854775808.1", nil), ("99999999999999999999.1", nil),
      ("6.99999999999999999999", nil),
    ] as [(String, Int64?)])
  func aKernelsReleaseIsANumber(_ release: String, _ expected: Int64?) {
    #expect(HostTexts.kernelNumber(release) == expected)
  }

  @Test(
    arguments: [
      ("0::/system.slice/docker-4a.scope", true), ("0::/kubepods.slice/x", true),
      ("1:name=systemd:/lxc/box", true), ("0::/machine.slice/libpod-1.scope", true),
      ("0::/init.scope", false), ("0::/", false), ("", false), ("0::/lxc", false),
    ])
  func aControlGroupTellsOfAContainer(_ text: String, _ expected: Bool) {
    #expect(HostTexts.isContainer(cgroup: Array(text.utf8)) == expected)
    #expect(HostTexts.isContainer(cgroup: [0xFF, 0, 0x0A] + text.utf8 + [0xC3]) == expected)
  }

  @Test func whateverComesIsSurvived() {
    let whole = Array((Self.mountinfo + "\nID=x\nNAME=\"y\"\n").utf8)
    var generator = SeededGenerator(state: 11)
    var counts: Set<Int> = []
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0...(generator.next() % 16) {
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = generator.pick([0, 0x0A, 0x20, 0x3D, 0x5C, UInt8(generator.next() & 0xFF)])
      }
      counts.insert(HostTexts.mounts(bytes).count)
      _ = HostTexts.release(bytes)
      _ = HostTexts.kernelNumber(String(decoding: bytes, as: UTF8.self))
    }
    // What is broken is left out, and the rest kept.
    #expect(counts.isSuperset(of: [1, 2, 3]))
  }
}

@Suite struct EndOfLifeTests {
  @Test(
    arguments: [
      ("debian", "12", "2028-06-30"), ("ubuntu", "22.04", "2027-04-30"),
      ("alpine", "3.19.1", "2025-11-01"), ("rhel", "9.4", "2032-05-31"),
      ("amzn", "2", "2026-06-30"), ("amzn", "2018.03", "2023-12-31"), ("ubuntu", "22", nil),
      ("opensuse-leap", "15.6", "2026-04-30"), ("debian", "1", nil), ("debian", "", nil),
      ("debian", ".", nil), ("debian", "twelve", nil), ("Debian", "12", nil), ("arch", "12", nil),
      ("", "12", nil), ("debian\n", "12", nil), ("debian", "12\0", nil),
    ] as [(String, String, String?)])
  func aKnownReleaseHasItsLastDay(_ id: String, _ version: String, _ expected: String?) {
    #expect(EndOfLife.date(of: ["ID": id, "VERSION_ID": version]) == expected)
  }

  @Test func aReleaseWithoutANumberHasNone() {
    #expect(EndOfLife.date(of: [:]) == nil && EndOfLife.date(of: ["ID": "debian"]) == nil)
    #expect(EndOfLife.date(of: ["VERSION_ID": "12"]) == nil)
  }

  @Test func centOSStreamIsNotCentOS() {
    var release = ["ID": "centos", "VERSION_ID": "8", "NAME": "CentOS Linux"]
    #expect(EndOfLife.date(of: release) == "2021-12-31")
    release["NAME"] = "CentOS Stream"
    #expect(EndOfLife.date(of: release) == "2024-05-31")
  }

  @Test(
    arguments: [
      ("2026-11-19", "2026-11-19"), ("2026-11", "2028-06-30"), ("tomorrow!!", "2028-06-30"),
      ("2026/11/19", "2028-06-30"), ("2026-11-1x", "2028-06-30"), ("", "2028-06-30"),
      ("2026-11-19\n", "2028-06-30"), ("2026-11-\u{E9}", "2028-06-30"),
    ])
  func aReleaseSpeaksForItselfWhenItGivesADay(_ text: String, _ expected: String) {
    let release = ["ID": "debian", "VERSION_ID": "12", "SUPPORT_END": text]
    #expect(EndOfLife.date(of: release) == expected)
  }

  @Test func aVersionOfManyPartsIsLookedForByItsFirst() {
    // To try them all, one by one, would take hours.
    let version = "12" + String(repeating: ".1", count: 300_000)
    #expect(EndOfLife.date(of: ["ID": "debian", "VERSION_ID": version]) == "2028-06-30")
  }
}
