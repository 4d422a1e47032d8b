/// Maps syscall numbers of a foreign interface (not native 64-bit) to syscalls.
///
/// A syscall has the same arguments in the same order in all interfaces, so the native table
/// describes them; the layout of structures may differ.
public struct ForeignTable: Sendable {
  /// The interface.
  public let architecture: Architecture
  private let events: [UInt16: EventType]

  /// Number of entries.
  public var count: Int { events.count }

  /// 32-bit calls on x86-64.
  public static let i386 = ForeignTable(.i386, i386Numbers)
  /// The x32 interface.
  public static let x32 = ForeignTable(.x32, x32Numbers)
  /// 64-bit syscalls of arm64, for a future build; unused on x86-64.
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

  /// The table of an interface; nil for the native and unknown ones.
  public static func table(of architecture: Architecture) -> ForeignTable? {
    switch architecture {
    case .i386: i386
    case .x32: x32
    case .arm64: arm64
    case .x86_64, .unknown: nil
    }
  }

  /// The syscall of a number, without bit 30 of x32 numbers; nil for an unknown one.
  public func event(number: UInt64) -> EventType? {
    UInt16(exactly: number & ~0x4000_0000).flatMap { events[$0] }
  }

  /// Old i386 syscalls without a native equivalent and without effects relevant here: signals,
  /// names and times, System V queues and semaphores.
  public static let plain: Set<UInt64> = [
    17, 18, 28, 31, 32, 34, 35, 44, 48, 53, 56, 58, 59, 67, 68, 69, 72, 73, 84, 89, 98, 109, 112,
    117, 119, 126, 134, 191, 272,
  ]

  /// The syscall of `socketcall(2)` by its first argument, `<linux/net.h>`.
  public static func socketCall(_ number: UInt64) -> EventType? {
    let calls: [EventType] = [
      .socket, .bind, .connect, .listen, .accept, .getsockname, .getpeername, .socketpair,
      .sendto, .recvfrom, .sendto, .recvfrom, .shutdown, .setsockopt, .getsockopt, .sendmsg,
      .recvmsg, .accept4, .recvmmsg, .sendmmsg,
    ]
    return number >= 1 && number <= UInt64(calls.count) ? calls[Int(number) - 1] : nil
  }
}
