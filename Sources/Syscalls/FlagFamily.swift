/// A family of kernel constants for one argument, with their names in the headers.
public enum FlagFamily: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case open, at, mode, protection, mapping, clone, rename, memfd, mount, seccompFilter, message
  case socketType, addressFamily, ptrace, prctl, seccomp, fcntl
  case sharedMemory, remap, lockAll, resolve, unmount, personality, ioctl, socketLevel
  case shutdown, advice, keyctl, bpf, resource, scheduler, reboot, archPrctl, signal
  case fileAttributes, clock

  /// Whether the kernel reads all 64 bits of the register.
  public var is64Bit: Bool {
    switch self {
    case .clone, .protection, .mapping, .mount, .ptrace, .resolve: true
    default: false
    }
  }

  /// The constants; the preferred name comes first where two share a value.
  public var constants: [FlagConstant] { Self.tables[Int(rawValue)] }

  /// Finds a constant by its header name.
  public func constant(named name: String) -> FlagConstant? {
    constants.first { $0.name == name }
  }

  /// Formats a value as names joined by `|`; unnamed bits in hexadecimal.
  public func text(of value: UInt64) -> String {
    var rest = is64Bit ? value : value & 0xFFFF_FFFF
    var names: [String] = []
    for constant in constants where constant.matches(rest) {
      names.append(constant.name)
      rest &= ~constant.mask
    }
    // The low byte of clone(2)'s flags is the child's exit signal (CSIGNAL).
    if self == .clone { rest &= ~0xFF }
    if rest != 0 || names.isEmpty { names.append("0x" + String(rest, radix: 16)) }
    return names.joined(separator: "|")
  }

  private static let tables: [[FlagConstant]] = allCases.map(\.described)
}

/// A named constant: a masked value.
public struct FlagConstant: Equatable, Sendable {
  /// The header's name.
  public let name: String
  /// The mask.
  public let mask: UInt64
  /// The value of the masked bits.
  public let value: UInt64

  init(_ name: String, _ value: UInt64, mask: UInt64? = nil) {
    self.name = name
    self.value = value
    self.mask = mask ?? value
  }

  /// Whether a value contains this constant.
  public func matches(_ value: UInt64) -> Bool { value & mask == self.value }
}
