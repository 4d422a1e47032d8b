/// A syscall interface (ABI).
public enum Architecture: UInt8, Sendable, CaseIterable {
  /// Native 64-bit calls of x86-64 (`AUDIT_ARCH_X86_64`, number below 0x40000000).
  case x86_64
  /// The x32 interface: `AUDIT_ARCH_X86_64` with bit 30 of the number set.
  case x32
  /// 32-bit calls on x86-64: `int 0x80` and 32-bit programs (`AUDIT_ARCH_I386`).
  case i386
  /// 64-bit calls of arm64 (`AUDIT_ARCH_AARCH64`).
  case arm64
  /// An unknown interface.
  case unknown

  /// The value of `evt.syscall.abi`.
  public var name: String {
    switch self {
    case .x86_64: "x86_64"
    case .x32: "x32"
    case .i386: "i386"
    case .arm64: "arm64"
    case .unknown: "unknown"
    }
  }

  /// Determines the interface from the kernel's data at a stop.
  ///
  /// - Parameters:
  ///   - auditArchitecture: an `AUDIT_ARCH_…` value, as in `<linux/audit.h>`.
  ///   - number: the syscall number as the kernel reports it.
  public init(auditArchitecture: UInt32, number: UInt64) {
    switch auditArchitecture {
    case 0xC000_003E: self = number & 0x4000_0000 == 0 ? .x86_64 : .x32
    case 0x4000_0003: self = .i386
    case 0xC000_00B7: self = .arm64
    default: self = .unknown
    }
  }
}
