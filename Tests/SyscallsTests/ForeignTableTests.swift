import Foundation
import Testing

@testable import Syscalls

/// Calls of other interfaces than the machine's own.
@Suite struct ForeignTableTests {
  @Test(
    arguments: [
      (0xC000_003E, 0, .x86_64), (0xC000_003E, 0x4000_0000, .x32), (0xC000_003E, 0x4000_0208, .x32),
      (0xC000_003E, 0x3FFF_FFFF, .x86_64), (0x4000_0003, 1, .i386),
      (0x4000_0003, 0x4000_0001, .i386),
      (0xC000_00B7, 56, .arm64), (0x4000_0028, 1, .unknown), (0, 0, .unknown),
      (0x4000_003E, 1, .unknown),
    ] as [(UInt32, UInt64, Architecture)])
  func interfaceIsRecognized(_ audit: UInt32, _ number: UInt64, _ architecture: Architecture) {
    #expect(Architecture(auditArchitecture: audit, number: number) == architecture)
  }

  @Test func interfacesAreNamed() {
    #expect(Architecture.allCases.map(\.name) == ["x86_64", "x32", "i386", "arm64", "unknown"])
  }

  @Test func nativeInterfaceHasNoForeignTable() {
    #expect(ForeignTable.table(of: .x86_64) == nil && ForeignTable.table(of: .unknown) == nil)
    for architecture in [Architecture.i386, .x32, .arm64] {
      #expect(ForeignTable.table(of: architecture)?.architecture == architecture)
    }
  }

  @Test(
    arguments: [
      (.i386, 5, .open), (.i386, 11, .execve), (.i386, 3, .read), (.i386, 359, .socket),
      (.i386, 362, .connect), (.i386, 120, .clone), (.i386, 102, nil), (.i386, 9999, nil),
      (.i386, 435, .clone3), (.x32, 0, .read), (.x32, 0x4000_0000, .read), (.x32, 520, .execve),
      (.x32, 0x4000_0208, .execve), (.x32, 59, nil), (.arm64, 56, .openat), (.arm64, 221, .execve),
      (.arm64, 3, .io_cancel), (.i386, 1 << 32, nil), (.i386, 65536 + 5, nil), (.i386, .max, nil),
    ] as [(Architecture, UInt64, EventType?)])
  func numberIsACall(_ architecture: Architecture, _ number: UInt64, _ event: EventType?) throws {
    #expect(try #require(ForeignTable.table(of: architecture)).event(number: number) == event)
  }

  /// A word that is no call would be dropped without a sound.
  @Test(arguments: [ForeignTable.i386Numbers, ForeignTable.x32Numbers, ForeignTable.arm64Numbers])
  func everyWordIsACall(_ numbers: String) {
    let words = numbers.split(whereSeparator: \.isWhitespace)
    let table = ForeignTable(.unknown, numbers)
    #expect(table.count == words.count && table.count > 250)
    for word in words {
      let parts = word.split(separator: ":")
      #expect(parts.count == 2 && EventType(name: String(parts[1])) != nil, "\(word)")
    }
  }

  private static let header32 = "/usr/include/x86_64-linux-gnu/asm/unistd_32.h"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: header32), "no kernel headers here"))
  func numbersOfPlainCallsAreTheHeaders() throws {
    let text = try String(contentsOfFile: Self.header32, encoding: .utf8)
    let define = try Regex(
      #"(?m)^#define __NR_(\w+)\s+(\d+)"#, as: (Substring, Substring, Substring).self)
    var count = 0
    for match in text.matches(of: define) {
      guard let number = UInt64(match.2), let event = ForeignTable.i386.event(number: number),
        EventType(name: String(match.1)) != nil
      else { continue }
      #expect(event.name == match.1, "\(number)")
      count += 1
    }
    #expect(count > 200)
  }

  @Test func plainCallsAreNotInTheTable() {
    for number in ForeignTable.plain {
      #expect(ForeignTable.i386.event(number: number) == nil, "\(number)")
    }
  }

  /// `<linux/net.h>`.
  @Test(
    arguments: [
      (0, nil), (1, .socket), (2, .bind), (3, .connect), (4, .listen), (5, .accept),
      (8, .socketpair),
      (9, .sendto), (11, .sendto), (13, .shutdown), (16, .sendmsg), (18, .accept4),
      (19, .recvmmsg), (20, .sendmmsg), (21, nil), (.max, nil),
    ] as [(UInt64, EventType?)])
  func socketCallIsItsFirstArgument(_ number: UInt64, _ event: EventType?) {
    #expect(ForeignTable.socketCall(number) == event)
  }
}

/// Names of flags, and how a register is read.
@Suite struct FlagTests {
  @Test(
    arguments: [
      (.open, 0, "O_RDONLY"), (.open, 0x42, "O_RDWR|O_CREAT"), (.open, 3, "0x3"),
      (.open, 0x101001, "O_WRONLY|O_SYNC"), (.open, 0x1000, "O_RDONLY|O_DSYNC"),
      (.open, 0x410002, "O_RDWR|O_TMPFILE"), (.open, 0x10000, "O_RDONLY|O_DIRECTORY"),
      (.open, 1 << 32, "O_RDONLY"), (.open, 0x8000_0000, "O_RDONLY|0x80000000"),
      (.mode, 0o4755, "S_ISUID|S_IRUSR|S_IWUSR|S_IXUSR|S_IRGRP|S_IXGRP|S_IROTH|S_IXOTH"),
      (.mode, 0, "0x0"), (.clone, 0x11, "0x0"), (.clone, 0x100, "CLONE_VM"),
      (.protection, 1 << 40, "0x10000000000"),
    ] as [(FlagFamily, UInt64, String)])
  func valueIsNamed(_ family: FlagFamily, _ value: UInt64, _ text: String) {
    #expect(family.text(of: value) == text)
  }

  @Test func constantIsFoundByName() {
    #expect(FlagFamily.open.constant(named: "O_CREAT")?.value == 0x40)
    #expect(FlagFamily.open.constant(named: "O_creat") == nil)
    #expect(FlagFamily.at.constant(named: "O_CREAT") == nil)
  }

  @Test func lowHalfCountsForInts() {
    #expect(
      ArgumentKind.int.is32Bit && ArgumentKind.uint.is32Bit && ArgumentKind.descriptor.is32Bit)
    #expect(ArgumentKind.directory.is32Bit && ArgumentKind.pid.is32Bit && ArgumentKind.id.is32Bit)
    #expect(ArgumentKind.flags(.open).is32Bit && !ArgumentKind.flags(.clone).is32Bit)
    #expect(!ArgumentKind.ulong.is32Bit && !ArgumentKind.pointer.is32Bit)
    #expect(!ArgumentKind.path.is32Bit)
  }

  @Test func filterTestsWhatARegisterHolds() {
    #expect(ArgumentKind.int.isScalar && ArgumentKind.pointer.isScalar && ArgumentKind.id.isScalar)
    #expect(ArgumentKind.flags(.open).isScalar && ArgumentKind.enumeration(.fcntl).isScalar)
    #expect(!ArgumentKind.path.isScalar && !ArgumentKind.strings.isScalar)
    #expect(!ArgumentKind.socketAddress.isScalar && !ArgumentKind.openHow.isScalar)
    #expect(!ArgumentKind.member(.open, of: 1, offset: 0).isScalar)
  }

  @Test func callThatWaitsIsNotImmediate() {
    for event in EventType.allCases {
      #expect(!(event.waitsForOthers && event.isImmediate), "\(event)")
    }
    #expect(EventType.read.waitsForOthers && EventType.vfork.waitsForOthers)
    #expect(EventType.mmap.isImmediate && !EventType.openat.isImmediate)
    #expect(!EventType.openat.waitsForOthers)
  }

  @Test func argumentsHavePositions() {
    #expect(EventType.openat.position(of: .flags) == 2)
    #expect(EventType.openat.position(of: .sig) == nil)
    #expect(EventType.procexit.arguments.isEmpty && !EventType.signaldeliver.arguments.isEmpty)
  }
}
