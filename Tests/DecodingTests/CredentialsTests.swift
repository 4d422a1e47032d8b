import Testing

@testable import Decoding
@testable import TestSupport

@Suite struct CredentialsTests {
  private static let text = """
    Name:\tUid: 7
    Umask:\t0027
    State:\tS (sleeping)
    Uid:\t1000\t0\t1001\t1002
    Gid:\t100\t101\t102\t103
    Groups:\t4 24 0 4294967295\u{20}
    CapInh:\t0000000000000001
    CapPrm:\t00000000a80425fb
    CapEff:\tffffffffffffffff
    CapBnd:\t0000000000000002
    CapAmb:\t0000000000000400
    """

  @Test func aStatusTellsWhoATaskIs() {
    let found = Credentials(Array(Self.text.utf8))
    #expect(found.users == [1000, 0, 1001, 1002] && found.groups == [100, 101, 102, 103])
    #expect(found.furtherGroups == [4, 24, 0, .max] && found.umask == 0o027)
    #expect(found.permitted == 0xA804_25FB && found.effective == .max && found.ambient == 0x400)
  }

  @Test func whatIsNotSaidIsNotMadeUp() {
    for text in ["", "\n\n", "Uid", "Uid:", "Uid:\nGid:\nGroups:\nCapEff:\nUmask:", "Uids:\t5"] {
      let found = Credentials(Array(text.utf8))
      #expect(found.users.isEmpty && found.groups.isEmpty && found.furtherGroups.isEmpty)
      #expect(found.effective == 0 && found.umask == nil)
    }
  }

  @Test(arguments: ["4294967296", "-1", "x", "1.5", "99999999999999999999", "\u{0}", "\u{661}"])
  func whatIsNoIdIsLeftOut(_ word: String) {
    let found = Credentials(Array("Uid:\t5 \(word) 6\nUmask:\t\(word)8\n".utf8))
    #expect(found.users == [5, 6] && found.umask == nil)
  }

  @Test(arguments: ["10000000000000000", "-1", "g", "0x1", "\u{0}"])
  func whatIsNoSetIsEmpty(_ word: String) {
    #expect(Credentials(Array("CapEff:\t\(word)\nCapPrm:\t1".utf8)).effective == 0)
    #expect(Credentials(Array("CapEff:\t\(word)\nCapPrm:\t1".utf8)).permitted == 1)
  }

  @Test func aCutStatusHasTheFirstOfItsLines() {
    let bytes = Array(Self.text.utf8)
    let whole = Credentials(bytes)
    var lines: Set<Int> = []
    for count in bytes.indices where bytes[count] == 0x0A {
      let found = Credentials(Array(bytes[..<count]))
      #expect(found.users.isEmpty || found.users == whole.users)
      #expect(found.groups.isEmpty || found.groups == whole.groups)
      lines.insert(found.users.count + found.groups.count + found.furtherGroups.count)
    }
    #expect(lines == [0, 4, 8, 12])
    // Within a line as well nothing but a shorter number is read.
    for count in bytes.indices { #expect(Credentials(Array(bytes[..<count])).users.count <= 4) }
  }

  @Test(
    arguments: [
      ("1000 1000 1000 1000", "100 100 100 100", "", []),
      ("1000 1000 0 1000", "0 0 0 0", "0 4", ["saved-uid", "gid", "groups"]),
      ("1000 1000 1000 1000", "100 0 0 0", "5", ["gid"]),
      ("1000 1000 1000 1000", "0 100 0 0", "0", ["groups"]),
      // seteuid(2) steps aside, and who is root has given nothing up.
      ("0 1000 0 1000", "0 0 0 0", "0", []), ("1000 0 0 0", "0 0 0 0", "0", []),
      ("1000 1000", "0 0", "0", []), ("", "", "", []),
    ] as [(String, String, String, [String])])
  func whoGaveRootUpIsAskedWhatIsKept(
    _ users: String, _ groups: String, _ further: String, _ expected: [String]
  ) {
    func credentials(_ users: String, _ groups: String, _ further: String) -> Credentials {
      Credentials(Array("Uid:\t\(users)\nGid:\t\(groups)\nGroups:\t\(further)\n".utf8))
    }
    let now = credentials(users, groups, further)
    let root = credentials("0 0 0 0", "0 0 0 0", "0 4")
    #expect(now.keptPrivileges(former: root) == expected)
    let nobody = credentials("7 7 7 7", "7 7 7 7", "7")
    #expect(now.keptPrivileges(former: nobody).isEmpty)
    #expect(now.keptPrivileges(former: Credentials([])).isEmpty)
  }

  @Test func capabilitiesHaveTheirNames() {
    #expect(Capabilities.count == 41)
    #expect(Capabilities.names(of: 0).isEmpty)
    // CAP_SYS_ADMIN is 21, CAP_NET_RAW 13, CAP_CHECKPOINT_RESTORE 40; <linux/capability.h>.
    #expect(Capabilities.names(of: 1 << 21 | 1 << 13) == ["CAP_NET_RAW", "CAP_SYS_ADMIN"])
    #expect(
      Capabilities.names(of: 1 << 40 | 1 << 41 | 1 << 63)
        == ["CAP_CHECKPOINT_RESTORE", "CAP_41", "CAP_63"])
    #expect(Set(Capabilities.names(of: .max)).count == 64)
    #expect(Capabilities.ofContainers == 0xA804_25FB)
  }

  @Test func whateverComesIsSurvived() {
    let whole = Array(Self.text.utf8)
    var generator = SeededGenerator(state: 3)
    var counts: Set<Int> = []
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0...(generator.next() % 16) {
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = generator.pick([0, 0x09, 0x0A, 0x2D, 0x39, UInt8(generator.next() & 0xFF)])
      }
      let found = Credentials(bytes)
      counts.insert(found.users.count)
      _ = found.keptPrivileges(former: found)
      if found.furtherGroups.count > whole.count { Issue.record("more than there were") }
    }
    #expect(counts.isSuperset(of: [0, 3, 4]))
  }
}

@Suite struct IDNamesTests {
  @Test func theFirstNameOfAnIdCounts() {
    let names = IDNames(
      Array("root:x:0:0:r:/root:/bin/sh\ntoor:x:0:\n\n:x:5\nbad:x:y\nana:x:7".utf8))
    #expect(names.name(of: 0) == Array("root".utf8) && names.name(of: 7) == Array("ana".utf8))
    #expect(names.name(of: 5) == nil && names.name(of: 1) == nil)
  }
}

@Suite struct UserListTests {
  private static let text = """
    root:x:0:0:root:/root:/bin/bash
    daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
    nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
    ann:x:1000:1000:Ann,,,:/home/ann:/bin/zsh
    service:x:998:998::/home/service:/bin/false
    far:x:100000:1:::/bin/sh
    away:x:200000:1::/srv/away:/bin/sh
    slash:x:1001:1::/:/bin/sh
    short:x:1002:1::/a:
    relative:x:1003:1::home/relative:/bin/sh
    """

  private static func homes(_ bytes: [UInt8]) -> [String] {
    UserList(bytes).homes.map { "\($0.user) " + String(decoding: $0.path, as: UTF8.self) }
  }

  @Test func theHomesOfPeopleAreTold() {
    #expect(
      Self.homes(Array(Self.text.utf8))
        == ["0 /root", "1000 /home/ann", "998 /home/service", "200000 /srv/away"])
  }

  @Test(
    arguments: [
      "", "\n", ":", "::::::", "a:b", "a:x:1000:1000:", "a:x::1000::/home/a:", "a:x:-1:1::/home/a:",
      "a:x:4294967296:1::/home/a:", "a:x: 1000:1::/home/a:", "+::::::", "a:x:1000\0:1::/home/a:",
      "# a:x:b:1::/home/a:", "a:x:60000:1::/home/a:", "a:x:99999:1::/home/a:",
    ])
  func whatIsNoUserHasNoHome(_ line: String) {
    #expect(Self.homes(Array(line.utf8)).isEmpty)
  }

  @Test func aHomeIsBytes() {
    let line = Array("a:x:4294967295:1:".utf8) + [0xFF, 0xC3, 0x3A]
    let homes = UserList(line + [0x2F, 0x68, 0xFF, 0, 0x20, 0x0D, 0x3A]).homes
    #expect(homes.map(\.path) == [[0x2F, 0x68, 0xFF, 0, 0x20, 0x0D]])
    #expect(homes.map(\.user) == [.max])
  }

  @Test func aCutListHasTheFirstOfItsHomes() {
    let bytes = Array(Self.text.utf8)
    let whole = Self.homes(bytes)
    for count in bytes.indices where bytes[count] == 0x0A {
      let found = Self.homes(Array(bytes[..<count]))
      #expect(whole.starts(with: found))
    }
    let first = bytes.prefix { $0 != 0x0A }.indices.map { Self.homes(Array(bytes[..<$0])).count }
    #expect(Set(first) == [0, 1])
  }

  @Test func manyUsersAreReadInPart() {
    let line = Array("a:x:1000:1::/home/a:\n".utf8)
    #expect(
      UserList([[UInt8]](repeating: line, count: 10_500).flatMap { $0 }).homes.count == 10_000)
  }

  @Test func whateverComesIsSurvived() {
    let whole = Array(Self.text.utf8)
    var generator = SeededGenerator(state: 9)
    var counts: Set<Int> = []
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0...(generator.next() % 16) {
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = generator.pick([0, 0x0A, 0x2F, 0x30, 0x3A, UInt8(generator.next() & 0xFF)])
      }
      let homes = UserList(bytes).homes
      counts.insert(homes.count)
      if !homes.allSatisfy({ $0.path.first == 0x2F && $0.path.count > 2 }) {
        Issue.record("\(homes)")
      }
    }
    #expect(counts.isSuperset(of: [1, 3, 4]))
  }
}
