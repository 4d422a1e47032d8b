internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

extension EventType {
  /// Syscalls that may pass the destination address of a message.
  static let sending: [EventType] = [.sendto, .sendmsg, .sendmmsg]
}

// The buffers of syscalls.
extension CallFacts {
  /// `MSG_FASTOPEN`, <sys/socket.h>: the syscall connects the socket and sends the first data.
  static let fastOpen: UInt64 = 0x2000_0000

  /// Whether the syscall connects a socket to its address argument.
  var connects: Bool {
    if event == .connect { return true }
    guard EventType.sending.contains(event), let flags = event.position(of: .flags) else {
      return false
    }
    return registers.arguments[flags] & Self.fastOpen != 0
  }

  /// The buffers that the syscall's arguments point to.
  var buffers: MessageBuffers<ProcessMemory> { MessageBuffers(memory, wordSize: wordSize) }

  /// The DNS question that a syscall sends, or whose answer it received.
  ///
  /// - Parameters:
  ///   - result: the syscall's return value; nil before its return.
  ///   - destination: the address argument of the syscall.
  func nameServiceQuestion(_ result: Int64?, _ destination: Endpoint?) -> DNSQuestion? {
    switch event {
    case .recvfrom, .recvmsg, .recvmmsg:
      guard let result, result > 0 else { return nil }
      return nameServerQuestion(result)
    default: break
    }
    for bytes in sentMessages() {
      // Few messages are DNS questions, so parse the bytes before any request to the kernel.
      guard let question = DNSQuestion(bytes), isForNameServer(destination) else { continue }
      return question
    }
    return nil
  }

  private func isForNameServer(_ destination: Endpoint?) -> Bool {
    if case .ip(_, let port)? = destination { return port == 53 }
    guard destination == nil, let descriptor,
      let peer = run.inspector.peer(descriptor, of: process),
      case .ip(_, port: 53)? = SocketDecoder.endpoint(peer[...])
    else { return false }
    return true
  }

  /// The bytes that a syscall writes to its descriptor, or read from it.
  ///
  /// - Parameter result: the number of bytes read; nil for a write.
  func said(_ result: Int64?) -> [UInt8] {
    let registers = registers.arguments
    let limit = result.map { UInt64(max(0, $0)) }
    switch event {
    case .write, .read, .sendto, .recvfrom:
      return buffers.bytes(at: registers[1], count: min(registers[2], limit ?? .max)) ?? []
    case .writev, .readv:
      let found = buffers.gathered(vector: registers[1], parts: registers[2])
      return Array(found.prefix(Int(clamping: limit ?? .max)))
    case .sendmsg, .recvmsg:
      return Array(
        (buffers.gathered(header: registers[1]) ?? []).prefix(Int(clamping: limit ?? .max)))
    default: return []
    }
  }

  /// The beginnings of the messages that a call sends.
  func sentMessages() -> [[UInt8]] {
    let registers = registers.arguments
    switch event {
    case .sendto:
      return buffers.bytes(at: registers[1], count: registers[2]).map { [$0] } ?? []
    case .sendmsg: return buffers.gathered(header: registers[1]).map { [$0] } ?? []
    case .sendmmsg:
      let buffers = buffers
      return (0..<min(registers[2] & 0xFFFF_FFFF, MessageBuffers<ProcessMemory>.mostParts))
        .compactMap {
          buffers.gathered(header: registers[1] &+ $0 &* buffers.messageSize)
        }
    default: return []
    }
  }

  /// The bytes sent over a netlink socket, and the socket's netlink family.
  func netlinkContent() -> (bytes: [UInt8], family: Int32)? {
    for bytes in sentMessages() where bytes.count >= 16 {
      // The header's length is that of the message, or of the first of several messages.
      let length = bytes[..<4].reversed().reduce(0) { $0 << 8 | Int($1) }
      guard (16...65536).contains(length),
        length <= bytes.count || bytes.count == MessageBuffers<ProcessMemory>.most,
        let descriptor, let socket = run.inspector.socket(descriptor, of: process),
        socket.domain == SocketFamily.netlink
      else { continue }
      return (bytes, socket.proto)
    }
    return nil
  }

  /// Whether the syscall puts an interface into promiscuous mode; packet(7), netdevice(7).
  var setsPromiscuous: Bool {
    let registers = registers.arguments
    switch event {
    case .setsockopt:
      // SOL_PACKET, PACKET_ADD_MEMBERSHIP; `struct packet_mreq` has its type, PACKET_MR_PROMISC, at
      // 4.
      guard registers[1] & 0xFFFF_FFFF == 263, registers[2] & 0xFFFF_FFFF == 1 else { return false }
      return memory.readNumber(registers[3] &+ 4, bytes: 2) == 1
    case .ioctl:
      // SIOCSIFFLAGS; `struct ifreq` has the flags at 16; IFF_PROMISC.
      guard registers[1] & 0xFFFF_FFFF == 0x8914 else { return false }
      return memory.readNumber(registers[2] &+ 16, bytes: 2).map { $0 & 0x100 != 0 } ?? false
    default:
      guard let content = netlinkContent(), content.family == Netlink.route else { return false }
      return Netlink.setsPromiscuous(content.bytes)
    }
  }

  /// The inode attributes set by an ioctl that protect a file against changes; `ioctl_iflags(2)`.
  var attributesSet: UInt64? {
    let registers = registers.arguments
    switch registers[1] & 0xFFFF_FFFF {
    // FS_IOC_SETFLAGS.
    case 0x4008_6602: return memory.readNumber(registers[2], bytes: 4).map { $0 & 0x30 }
    // FS_IOC_FSSETXATTR: FS_XFLAG_IMMUTABLE is 8, FS_XFLAG_APPEND 0x10.
    case 0x401C_5820:
      return memory.readNumber(registers[2], bytes: 4).map {
        ($0 & 8 != 0 ? 0x10 : 0) | ($0 & 0x10 != 0 ? 0x20 : 0)
      }
    default: return nil
    }
  }

  /// The modification time that the syscall sets, in seconds since 1970; nil for the current time.
  var modificationTime: Int64? {
    // 32-bit programs use another layout of the times, which dftrace does not read.
    guard wordSize == 8 else { return nil }
    let registers = registers.arguments
    // `struct timespec[2]` and `struct timeval[2]` have the second time at 16, `struct utimbuf` at 8.
    let place: UInt64
    switch event {
    case .utimensat: place = registers[2] == 0 ? 0 : registers[2] &+ 16
    case .futimesat: place = registers[2] == 0 ? 0 : registers[2] &+ 16
    case .utimes: place = registers[1] == 0 ? 0 : registers[1] &+ 16
    case .utime: place = registers[1] == 0 ? 0 : registers[1] &+ 8
    default: return nil
    }
    guard place != 0, let seconds = memory.readNumber(place, bytes: 8) else { return nil }
    if event == .utimensat, let nanoseconds = memory.readNumber(place &+ 8, bytes: 8),
      // UTIME_NOW, UTIME_OMIT.
      nanoseconds == 0x3FFF_FFFF || nanoseconds == 0x3FFF_FFFE
    {
      return nil
    }
    return Int64(bitPattern: seconds)
  }
}
