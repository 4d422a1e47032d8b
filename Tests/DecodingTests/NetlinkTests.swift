import Testing

@testable import Decoding
@testable import TestSupport

@Suite struct NetlinkTests {
  private static func number(_ value: UInt32, _ size: Int = 4) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  /// `struct nlmsghdr` and what follows, filled up to four bytes.
  private static func message(
    _ type: UInt32, _ body: [UInt8] = [], length: UInt32? = nil
  ) -> [UInt8] {
    let header = number(length ?? UInt32(16 + body.count)) + number(type, 2) + number(1, 2)
    let padding = [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
    return header + [UInt8](repeating: 7, count: 8) + body + padding
  }

  /// `struct ifinfomsg`.
  private static func link(_ type: UInt32, flags: UInt32, change: UInt32) -> [UInt8] {
    message(type, [UInt8](repeating: 0, count: 8) + number(flags) + number(change))
  }

  @Test(
    arguments: [
      (16, "RTM_NEWLINK"), (19, "RTM_SETLINK"), (20, "RTM_NEWADDR"), (24, "RTM_NEWROUTE"),
      (26, "RTM_GETROUTE"), (30, "RTM_GETNEIGH"), (33, "RTM_DELRULE"), (36, "RTM_NEWQDISC"),
      (45, "RTM_DELTFILTER"), (0, nil), (2, nil), (23, nil), (0xA00, nil), (0xFFFF, nil),
    ] as [(UInt32, String?)])
  func aRouteMessageHasItsName(_ type: UInt32, _ name: String?) {
    #expect(Netlink.types(Self.message(type), family: Netlink.route) == (name.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      (0xA00, "NFT_MSG_NEWTABLE"), (0xA06, "NFT_MSG_NEWRULE"), (0xA08, "NFT_MSG_DELRULE"),
      (0xA0E, "NFT_MSG_DELSETELEM"), (0xA19, "NFT_MSG_GETRULE_RESET"),
      (0xA1A, "NFT_MSG_DESTROYTABLE"), (0xA20, "NFT_MSG_DESTROYFLOWTABLE"), (0xA22, nil),
      (0xAFF, nil), (0x900, nil), (0xB00, nil),
      (6, nil), (24, nil), (0x10, nil),
    ] as [(UInt32, String?)])
  func aMessageOnTablesHasItsName(_ type: UInt32, _ name: String?) {
    let found = Netlink.types(Self.message(type), family: Netlink.netfilter)
    #expect(found == (name.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      (1001, "AUDIT_SET"), (1011, "AUDIT_ADD_RULE"), (1012, "AUDIT_DEL_RULE"), (1000, nil),
      (1013, nil), (1005, nil),
    ] as [(UInt32, String?)])
  func aMessageThatChangesAuditingHasItsName(_ type: UInt32, _ name: String?) {
    #expect(Netlink.types(Self.message(type), family: Netlink.audit) == (name.map { [$0] } ?? []))
  }

  @Test(arguments: [1, 4, 9, 15, 16, -1, .max, .min] as [Int32])
  func otherFamiliesHaveNoNames(family: Int32) {
    #expect(Netlink.types(Self.message(24) + Self.message(0xA06), family: family).isEmpty)
  }

  @Test func aBatchHasAllItsNamesOnce() {
    // NFNL_MSG_BATCH_BEGIN and _END are 16 and 17; bodies of odd lengths are filled up.
    let batch =
      Self.message(16, [0, 0, 0, 10]) + Self.message(0xA00, [1])
      + Self.message(0xA03, [1, 2, 3, 4, 5]) + Self.message(0xA06, [1, 2, 3])
      + Self.message(0xA06) + Self.message(17, [0, 0, 0, 10])
    #expect(
      Netlink.types(batch, family: Netlink.netfilter)
        == ["NFT_MSG_NEWTABLE", "NFT_MSG_NEWCHAIN", "NFT_MSG_NEWRULE"])
  }

  @Test(arguments: 0...15 as ClosedRange<UInt32>)
  func aMessageShorterThanItsHeaderIsNoneAndTheLast(length: UInt32) {
    let bytes =
      Self.message(24) + Self.message(25, length: length) + Self.message(32)
      + Self.link(16, flags: 0x100, change: 0x100)
    #expect(Netlink.types(bytes, family: Netlink.route) == ["RTM_NEWROUTE"])
    #expect(!Netlink.setsPromiscuous(bytes))
  }

  @Test(arguments: [0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFD, .max] as [UInt32])
  func aLengthBeyondTheBufferIsThatOfTheLast(length: UInt32) {
    let bytes = Self.message(24, length: length) + Self.message(25)
    #expect(Netlink.types(bytes, family: Netlink.route) == ["RTM_NEWROUTE"])
  }

  @Test(
    arguments: [
      (16, 0x100, 0x100, true), (19, 0x1103, 0xFFFF_FFFF, true), (19, 0x100, 0x1, false),
      (19, 0, 0x100, false), (18, 0x100, 0x100, false), (20, 0x100, 0x100, false),
      (0x110, 0x100, 0x100, false),
      // The kernel takes "nothing changes" for "everything does".
      (19, 0x100, 0, true), (19, 0x1, 0, false),
    ] as [(UInt32, UInt32, UInt32, Bool)])
  func anInterfaceIsMadeToTakeInEverything(
    _ type: UInt32, _ flags: UInt32, _ change: UInt32, _ expected: Bool
  ) {
    let bytes = Self.link(type, flags: flags, change: change)
    #expect(Netlink.setsPromiscuous(bytes) == expected)
    // Nor does it help to send another message first.
    #expect(Netlink.setsPromiscuous(Self.message(18, [1, 2, 3]) + bytes) == expected)
  }

  @Test func aMessageThatEndsBeforeItsFlagsSetsNone() {
    let whole = Self.link(19, flags: 0x100, change: 0x100)
    for count in whole.indices { #expect(!Netlink.setsPromiscuous(Array(whole[..<count]))) }
    // What lies behind the message's own end is not its own.
    #expect(!Netlink.setsPromiscuous(Self.number(28) + whole.dropFirst(4)))
  }

  @Test func aCutBatchHasTheFirstOfItsNames() {
    let bytes = Self.message(24) + Self.message(25, [1, 2, 3]) + Self.message(32)
    let whole = Netlink.types(bytes, family: Netlink.route)
    #expect(whole == ["RTM_NEWROUTE", "RTM_DELROUTE", "RTM_NEWRULE"])
    for count in bytes.indices {
      let found = Netlink.types(Array(bytes[..<count]), family: Netlink.route)
      #expect(found == Array(whole.prefix(count < 16 ? 0 : count < 32 ? 1 : count < 52 ? 2 : 3)))
    }
  }

  @Test func whateverComesIsSurvived() {
    let whole = (16...45).reduce(into: [UInt8]()) { $0 += Self.message($1, [1, 2]) }
    let all = Set(Netlink.types(whole, family: Netlink.route))
    var generator = SeededGenerator(state: 5)
    var counts: Set<Int> = []
    for _ in 0..<4000 {
      var bytes = whole
      for _ in 0...(generator.next() % 8) {
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = generator.pick([0, 0x10, 0x7F, 0xFF, UInt8(generator.next() & 0xFF)])
      }
      let found = Netlink.types(bytes, family: Netlink.route)
      _ = Netlink.setsPromiscuous(bytes)
      counts.insert(found.count)
      if Set(found).count != found.count || !all.isSuperset(of: found) {
        Issue.record("\(found) of \(bytes)")
      }
    }
    // Broken at the beginning, in the middle and hardly.
    #expect(counts.contains(where: { $0 < 5 }) && counts.contains(where: { $0 >= 20 }))
  }
}
