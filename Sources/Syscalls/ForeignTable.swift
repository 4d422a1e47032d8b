/// Which call a number means under another interface than the machine's own 64-bit one.
///
/// A call has the same arguments in the same order everywhere, so that its row in the native table
/// says how to read them; the layout of what they point to may differ.
public struct ForeignTable: Sendable {
  /// Which interface.
  public let architecture: Architecture
  private let events: [UInt16: EventType]

  /// How many numbers it knows.
  public var count: Int { events.count }

  /// 32-bit calls on x86-64.
  public static let i386 = ForeignTable(.i386, i386Numbers)
  /// The x32 interface.
  public static let x32 = ForeignTable(.x32, x32Numbers)
  /// 64-bit calls of arm64: data for a build that runs there; this one does not.
  public static let arm64 = ForeignTable(.arm64, arm64Numbers)

  init(_ architecture: Architecture, _ numbers: String) {
    self.architecture = architecture
    var events: [UInt16: EventType] = [:]
    for pair in numbers.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: ":")
      guard parts.count == 2, let number = UInt16(parts[0]),
        let event = EventType(name: String(parts[1]))
      else { continue }
      events[number] = event
    }
    self.events = events
  }

  /// The table of an interface; nil for the machine's own and for one that is not known.
  public static func table(of architecture: Architecture) -> ForeignTable? {
    switch architecture {
    case .i386: i386
    case .x32: x32
    case .arm64: arm64
    case .x86_64, .unknown: nil
    }
  }

  /// The call of a number, without the mark that x32 numbers have; nil for one that is not known.
  public func event(number: UInt64) -> EventType? {
    UInt16(exactly: number & ~0x4000_0000).flatMap { events[$0] }
  }

  /// Old calls of i386 that no native call is like and that change nothing that matters here: of
  /// signals, of names and times, of System V's queues and semaphores.
  public static let plain: Set<UInt64> = [
    17, 18, 28, 31, 32, 34, 35, 44, 48, 53, 56, 58, 59, 67, 68, 69, 72, 73, 84, 89, 98, 109, 112,
    117, 119, 126, 134, 191, 272,
  ]

  /// What `socketcall(2)` does by its first argument, `<linux/net.h>`.
  public static func socketCall(_ number: UInt64) -> EventType? {
    let calls: [EventType] = [
      .socket, .bind, .connect, .listen, .accept, .getsockname, .getpeername, .socketpair,
      .sendto, .recvfrom, .sendto, .recvfrom, .shutdown, .setsockopt, .getsockopt, .sendmsg,
      .recvmsg, .accept4, .recvmmsg, .sendmmsg,
    ]
    return number >= 1 && number <= UInt64(calls.count) ? calls[Int(number) - 1] : nil
  }
}
