internal import CSeccomp
internal import CTrace
internal import Glibc
public import Syscalls

/// A syscall to observe, possibly only with certain arguments.
public struct FilterRule: Equatable, Sendable {
  /// A test of one argument register: `register & mask == value`, or `register != value`.
  public struct Test: Equatable, Sendable {
    /// The register's index, 0 to 5.
    public let index: Int
    /// The compared bits of the register.
    public let mask: UInt64
    /// The expected value of the masked bits.
    public let value: UInt64
    /// Whether the test is `register != value`.
    public let isDifferent: Bool

    /// A test of a masked register for equality, or of a whole register for inequality.
    public init(index: Int, mask: UInt64, value: UInt64, isDifferent: Bool = false) {
      self.index = index
      self.mask = mask
      self.value = value
      self.isDifferent = isDifferent
    }
  }

  /// The call's number on x86-64.
  public let number: Int32
  /// All tests must hold; empty means always. At most one test per register.
  public let tests: [Test]
  /// Whether the syscall causes a notification instead of a ptrace stop. Equal for all rules of a
  /// syscall.
  public let isNotified: Bool

  /// A rule for a syscall.
  public init(number: Int32, tests: [Test] = [], isNotified: Bool = false) {
    self.number = number
    self.tests = tests
    self.isNotified = isNotified
  }
}

/// A seccomp filter in the kernel's format: classic BPF, eight bytes per instruction.
public struct SyscallFilter: Sendable {
  /// The data of each TRACE, which distinguishes this filter's stops from those of a traced
  /// program's own filter.
  static let traceData: UInt32 = 0xDF7

  /// The instructions (`struct sock_filter`), at most 4,096.
  public let program: [UInt64]

  /// Builds a filter that stops a thread at some syscalls and allows all others.
  ///
  /// All syscalls of another architecture and all x32 syscalls stop, since they have their own
  /// numbers. Except for denied syscalls, the filter returns only ALLOW, TRACE and USER_NOTIF, so
  /// it cannot harm the command.
  ///
  /// - Parameters:
  ///   - rules: the syscalls that stop.
  ///   - denied: the numbers of syscalls that fail with ENOSYS, as on a kernel without them.
  /// - Throws: the error of libseccomp or the kernel, and the failed step.
  public init(
    stopping rules: [FilterRule], denying denied: [Int32] = []
  ) throws(KernelError) {
    guard let context = unsafe seccomp_init(UInt32(SCMP_ACT_ALLOW)) else {
      throw KernelError("seccomp_init", Errno(rawValue: ENOMEM))
    }
    defer { unsafe seccomp_release(context) }
    func step(_ call: String, _ answer: Int32) throws(KernelError) {
      if answer < 0 { throw KernelError(call, Errno(rawValue: -answer)) }
    }
    // SECCOMP_RET_TRACE and SECCOMP_RET_USER_NOTIF, <linux/seccomp.h>.
    let trace = 0x7FF0_0000 | Self.traceData
    let notify = 0x7FC0_0000 as UInt32
    try step(
      "seccomp_attr_set", unsafe seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, trace))
    // 2: a binary tree over the numbers, so that a long list costs unobserved syscalls nothing.
    // Older libraries lack it, and their filters are only slower.
    _ = unsafe seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2)
    // SECCOMP_RET_ERRNO.
    for number in denied {
      try step(
        "seccomp_rule_add",
        unsafe seccomp_rule_add_exact_array(
          context, 0x0005_0000 | UInt32(ENOSYS), number, 0, nil))
    }
    for rule in rules where !denied.contains(rule.number) {
      let tests = rule.tests.map {
        $0.isDifferent
          ? scmp_arg_cmp(
            arg: UInt32($0.index), op: SCMP_CMP_NE, datum_a: $0.value, datum_b: 0)
          : scmp_arg_cmp(
            arg: UInt32($0.index), op: SCMP_CMP_MASKED_EQ, datum_a: $0.mask, datum_b: $0.value)
      }
      let answer = unsafe tests.withUnsafeBufferPointer {
        unsafe seccomp_rule_add_exact_array(
          context, rule.isNotified ? notify : trace, rule.number, UInt32($0.count), $0.baseAddress)
      }
      // Ignore duplicates of a rule.
      if answer != -EEXIST { try step("seccomp_rule_add", answer) }
    }
    program = try unsafe Self.export(context)
  }

  private static func export(_ context: scmp_filter_ctx) throws(KernelError) -> [UInt64] {
    // One more than the kernel's limit, to detect a longer program.
    var program = [UInt64](repeating: 0, count: 4097)
    let size = program.count * 8
    var ends: [Int32] = [-1, -1]
    let made = unsafe ends.withUnsafeMutableBufferPointer { ends in
      guard let first = ends.baseAddress else { return -EINVAL }
      return unsafe dft_buffer(size, first)
    }
    guard made >= 0 else { throw KernelError("memfd_create", Errno(rawValue: -made)) }
    defer { for end in ends { close(end) } }
    let answer = unsafe seccomp_export_bpf(context, ends[1])
    guard answer >= 0 else { throw KernelError("seccomp_export_bpf", Errno(rawValue: -answer)) }
    // A file continues at its write offset; a pipe has no offset.
    lseek(ends[0], 0, SEEK_SET)
    let got = unsafe program.withUnsafeMutableBytes {
      unsafe read(ends[0], $0.baseAddress, $0.count)
    }
    guard got > 0, got < size else {
      throw KernelError("seccomp_export_bpf", Errno(rawValue: E2BIG))
    }
    return Array(program[..<(got / 8)])
  }
}

/// An error of the kernel or of libseccomp, with the failed call.
public struct KernelError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The call's name.
  public let call: String
  /// The error.
  public let errno: Errno

  init(_ call: String, _ errno: Errno) {
    self.call = call
    self.errno = errno
  }

  /// `CALL: ERRNO`.
  public var description: String { "\(call): \(errno.name)" }
}
