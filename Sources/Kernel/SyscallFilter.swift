internal import CSeccomp
internal import CTrace
internal import Glibc
public import Syscalls

/// A system call that has to be looked at, perhaps only with certain arguments.
public struct FilterRule: Equatable, Sendable {
  /// A test of one argument register: `register & mask == value`, or `register != value`.
  public struct Test: Equatable, Sendable {
    /// Which register, 0 to 5.
    public let index: Int
    /// Which bits of the register are compared.
    public let mask: UInt64
    /// What the masked bits have to be.
    public let value: UInt64
    /// Whether the whole register has to be anything but the value.
    public let isDifferent: Bool

    /// Tests a register under a mask, or a whole register for another value.
    public init(index: Int, mask: UInt64, value: UInt64, isDifferent: Bool = false) {
      self.index = index
      self.mask = mask
      self.value = value
      self.isDifferent = isDifferent
    }
  }

  /// The call's number on x86-64.
  public let number: Int32
  /// All must hold; empty means always. At most one a register.
  public let tests: [Test]
  /// Whether it is announced to the filter's listener, instead of a ptrace stop. The same for all
  /// rules of one call.
  public let isNotified: Bool

  /// Asks for a call.
  public init(number: Int32, tests: [Test] = [], isNotified: Bool = false) {
    self.number = number
    self.tests = tests
    self.isNotified = isNotified
  }
}

/// A seccomp filter as the kernel takes it: classic BPF, eight bytes an instruction.
public struct SyscallFilter: Sendable {
  /// What this filter says with each TRACE, by which its stops are told from those that a filter of
  /// the traced program asks for.
  static let traceData: UInt32 = 0xDF7

  /// The instructions (`struct sock_filter`), at most 4,096.
  public let program: [UInt64]

  /// Builds the filter that stops a thread for some calls and lets all others pass.
  ///
  /// Calls of another architecture and x32 calls all stop: they have their own numbers. But for
  /// what is denied, the filter only ever answers ALLOW, TRACE and USER_NOTIF, so that it can never
  /// harm the command.
  ///
  /// - Parameters:
  ///   - rules: the calls that stop.
  ///   - denied: the numbers of calls that fail with ENOSYS, as on a kernel without them.
  /// - Throws: the error that libseccomp or the kernel gave, and the step that met it.
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
    // 2: a binary tree over the numbers, so that a long list costs the untouched calls nothing.
    // Older libraries lack it, and their filters are merely longer to walk.
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
      // Two equal rules are one.
      if answer != -EEXIST { try step("seccomp_rule_add", answer) }
    }
    program = try unsafe Self.export(context)
  }

  private static func export(_ context: scmp_filter_ctx) throws(KernelError) -> [UInt64] {
    // One more than the kernel takes, to notice that.
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
    // A file goes on where it was written to; a pipe has no such place.
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

/// A refusal of the kernel or of libseccomp, with the call that met it.
public struct KernelError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The call's name.
  public let call: String
  /// What was answered.
  public let errno: Errno

  init(_ call: String, _ errno: Errno) {
    self.call = call
    self.errno = errno
  }

  /// `CALL: ERRNO`.
  public var description: String { "\(call): \(errno.name)" }
}
