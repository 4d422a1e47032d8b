/// Parser of netlink messages; `netlink(7)`.
public enum Netlink {
  /// `NETLINK_ROUTE` and `NETLINK_NETFILTER`, `<linux/netlink.h>`.
  public static let route: Int32 = 0
  /// Netfilter messages.
  public static let netfilter: Int32 = 12
  /// `NETLINK_AUDIT`.
  public static let audit: Int32 = 9

  /// The types of the messages in a buffer, by the names in `<linux/rtnetlink.h>`,
  /// `<linux/netfilter/nf_tables.h>` and `<linux/audit.h>`; omits types without a name.
  ///
  /// - Parameter family: the socket's protocol.
  public static func types(_ bytes: [UInt8], family: Int32) -> [String] {
    var found: [String] = []
    // A netfilter batch has a begin and an end message.
    for message in messages(bytes) {
      let type = UInt16(littleEndian(message[message.startIndex + 4..<message.startIndex + 6]))
      if let name = name(type, family), !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// The messages of a buffer; the last may be truncated.
  private static func messages(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var place = 0
    while place + 16 <= bytes.count {
      let length = Int(littleEndian(bytes[place..<place + 4]))
      // The kernel stops at a message shorter than its header.
      guard length >= 16 else { break }
      found.append(bytes[place...].prefix(length))
      // NLMSG_ALIGN.
      place += (length + 3) & ~3
    }
    return found
  }

  private static func name(_ type: UInt16, _ family: Int32) -> String? {
    switch family {
    case route: routeTypes[type]
    // NFNL_SUBSYS_NFTABLES in the high byte.
    case netfilter: type >> 8 == 10 ? tableTypes[Int(type & 0xFF)] : nil
    case audit: auditTypes[type]
    default: nil
    }
  }

  /// Messages that change what is audited.
  private static let auditTypes: [UInt16: String] = [
    1001: "AUDIT_SET", 1003: "AUDIT_ADD", 1004: "AUDIT_DEL", 1011: "AUDIT_ADD_RULE",
    1012: "AUDIT_DEL_RULE", 1014: "AUDIT_TRIM", 1015: "AUDIT_MAKE_EQUIV", 1018: "AUDIT_TTY_SET",
    1019: "AUDIT_SET_FEATURE",
  ]

  private static let routeTypes: [UInt16: String] = [
    16: "RTM_NEWLINK", 17: "RTM_DELLINK", 18: "RTM_GETLINK", 19: "RTM_SETLINK",
    20: "RTM_NEWADDR", 21: "RTM_DELADDR", 22: "RTM_GETADDR", 24: "RTM_NEWROUTE",
    25: "RTM_DELROUTE", 26: "RTM_GETROUTE", 28: "RTM_NEWNEIGH", 29: "RTM_DELNEIGH",
    30: "RTM_GETNEIGH", 32: "RTM_NEWRULE", 33: "RTM_DELRULE", 34: "RTM_GETRULE",
    36: "RTM_NEWQDISC", 37: "RTM_DELQDISC", 44: "RTM_NEWTFILTER", 45: "RTM_DELTFILTER",
  ]

  private static let tableTypes: [Int: String] = Dictionary(
    uniqueKeysWithValues: """
      NFT_MSG_NEWTABLE NFT_MSG_GETTABLE NFT_MSG_DELTABLE NFT_MSG_NEWCHAIN NFT_MSG_GETCHAIN
      NFT_MSG_DELCHAIN NFT_MSG_NEWRULE NFT_MSG_GETRULE NFT_MSG_DELRULE NFT_MSG_NEWSET
      NFT_MSG_GETSET NFT_MSG_DELSET NFT_MSG_NEWSETELEM NFT_MSG_GETSETELEM NFT_MSG_DELSETELEM
      NFT_MSG_NEWGEN NFT_MSG_GETGEN NFT_MSG_TRACE NFT_MSG_NEWOBJ NFT_MSG_GETOBJ NFT_MSG_DELOBJ
      NFT_MSG_GETOBJ_RESET NFT_MSG_NEWFLOWTABLE NFT_MSG_GETFLOWTABLE NFT_MSG_DELFLOWTABLE
      NFT_MSG_GETRULE_RESET NFT_MSG_DESTROYTABLE NFT_MSG_DESTROYCHAIN NFT_MSG_DESTROYRULE
      NFT_MSG_DESTROYSET NFT_MSG_DESTROYSETELEM NFT_MSG_DESTROYOBJ NFT_MSG_DESTROYFLOWTABLE
      """.split(whereSeparator: \.isWhitespace).map(String.init).enumerated().map {
        ($0.offset, $0.element)
      })

  /// Whether a `RTM_NEWLINK` or `RTM_SETLINK` message in a buffer sets IFF_PROMISC.
  public static func setsPromiscuous(_ bytes: [UInt8]) -> Bool {
    messages(bytes).contains { message in
      // `struct nlmsghdr` of 16 bytes, then `struct ifinfomsg`: flags at 8, change mask at 12.
      guard message.count >= 32 else { return false }
      let message = Array(message.prefix(32))
      let type = littleEndian(message[4..<6])
      guard type == 16 || type == 19 else { return false }
      let promiscuous: UInt64 = 0x100
      let changes = littleEndian(message[28..<32])
      // A zero change mask sets all flags, for compatibility (net/core/rtnetlink.c).
      return littleEndian(message[24..<28]) & promiscuous != 0
        && (changes == 0 || changes & promiscuous != 0)
    }
  }
}
