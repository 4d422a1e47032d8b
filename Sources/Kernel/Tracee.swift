internal import CTrace
public import Events
internal import Glibc
public import Syscalls

/// The registers of a system call at a stop.
public struct CallRegisters: Equatable, Sendable, BitwiseCopyable {
  /// An `AUDIT_ARCH_…` value of `<linux/audit.h>`.
  public var architecture: UInt32
  /// The call's number.
  public var number: UInt64
  /// The address of the instruction after the call.
  public var instructionPointer: UInt64
  /// The stack pointer.
  public var stackPointer: UInt64
  /// The six argument registers.
  public var arguments: Arguments

  /// Six registers, in the order of the architecture's convention.
  public struct Arguments: Equatable, Sendable, BitwiseCopyable {
    private var first: UInt64, second: UInt64, third: UInt64
    private var fourth: UInt64, fifth: UInt64, sixth: UInt64

    /// Six values.
    public init(
      _ first: UInt64 = 0, _ second: UInt64 = 0, _ third: UInt64 = 0, _ fourth: UInt64 = 0,
      _ fifth: UInt64 = 0, _ sixth: UInt64 = 0
    ) {
      self.first = first
      self.second = second
      self.third = third
      self.fourth = fourth
      self.fifth = fifth
      self.sixth = sixth
    }

    /// The value of one register, 0 to 5; 0 for any other index.
    public subscript(index: Int) -> UInt64 {
      switch index {
      case 0: first
      case 1: second
      case 2: third
      case 3: fourth
      case 4: fifth
      case 5: sixth
      default: 0
      }
    }
  }

  /// Whether the syscall uses the native interface of x86-64: `AUDIT_ARCH_X86_64`.
  public var isNative: Bool { architecture == 0xC000_003E }

  /// Creates the registers of a syscall.
  public init(
    architecture: UInt32, number: UInt64, instructionPointer: UInt64 = 0,
    stackPointer: UInt64 = 0, arguments: Arguments = .init()
  ) {
    self.architecture = architecture
    self.number = number
    self.instructionPointer = instructionPointer
    self.stackPointer = stackPointer
    self.arguments = arguments
  }
}

/// How a stopped thread resumes.
public enum Resumption: Equatable, Sendable {
  /// Runs until the next event or filtered syscall (`PTRACE_CONT`).
  case run
  /// Like ``run``, but stops at the exit of the current syscall (`PTRACE_SYSCALL`).
  case runToExit
  /// Stays in a group stop, but reports its end (`PTRACE_LISTEN`).
  case listen
}

/// The registers of a thread at a signal.
public struct Fault: Equatable, Sendable {
  /// The address of the next instruction, or of the faulting one.
  public let instructionPointer: UInt64
  /// The stack pointer.
  public let stackPointer: UInt64
  /// The frame pointer; valid only in programs with frame pointers.
  public let framePointer: UInt64
  /// The signal's address (`si_addr`), for signals with one.
  public let address: UInt64
  /// The signal's code (`si_code`): positive for the kernel's own reasons.
  public let code: Int32
  /// The sender's process id, or for `SIGCHLD` the child's (`si_pid`); 0 for the kernel.
  public let sender: Int32

  /// Creates the facts of a fault.
  public init(
    instructionPointer: UInt64, stackPointer: UInt64, framePointer: UInt64, address: UInt64,
    code: Int32, sender: Int32 = 0
  ) {
    self.instructionPointer = instructionPointer
    self.stackPointer = stackPointer
    self.framePointer = framePointer
    self.address = address
    self.code = code
    self.sender = sender
  }
}

/// A stopped thread that this process traces.
///
/// Only a stopped thread accepts ptrace requests. The resuming functions consume the value, so a
/// request to a running thread does not compile. The thread may still die at any moment (SIGKILL),
/// which every request reports as `ESRCH`.
public struct StoppedTracee: ~Copyable {
  /// The thread's id.
  public let id: ThreadID

  init(id: ThreadID) { self.id = id }

  /// Resumes the thread, and delivers a signal if one is given.
  ///
  /// - Returns: false when the thread has died; its end will be reported.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_CONT`, `PTRACE_SYSCALL`, `PTRACE_LISTEN`.
  @discardableResult
  public consuming func resume(_ how: Resumption, delivering signal: Signal? = nil) -> Bool {
    let request: Int =
      switch how {
      case .run: 7
      case .runToExit: 24
      case .listen: 0x4208
      }
    return dft_ptrace(request, id.rawValue, 0, UInt(signal?.rawValue ?? 0)) >= 0
  }

  /// The registers at a syscall's entry; nil when the program's own filter requested the stop.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_GET_SYSCALL_INFO`, since Linux 5.3.
  public func callEntry() throws(Errno) -> CallRegisters? {
    let call = try info()
    return call.filter_data == SyscallFilter.traceData ? CallRegisters(call) : nil
  }

  /// Makes the current syscall fail with ENOSYS, like the kernel for a TRACE without a tracer.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_POKEUSR`.
  public func refuseCall() throws(Errno) {
    _ = try Errno.check(dft_refuse_call(id.rawValue, ENOSYS))
  }

  /// The position of a thread that resumed with PTRACE_SYSCALL.
  public enum CallStop: Equatable, Sendable {
    /// At the entry of a syscall.
    case entry(CallRegisters)
    /// At the exit of a syscall, with its result.
    case exit(Int64)
  }

  /// The position of the thread; nil outside a syscall's entry and exit.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_GET_SYSCALL_INFO`, since Linux 5.3.
  public func callStop() throws(Errno) -> CallStop? {
    let call = try info()
    // PTRACE_SYSCALL_INFO_ENTRY and …_EXIT, <linux/ptrace.h>.
    switch call.op {
    case 1: return .entry(CallRegisters(call))
    case 2: return .exit(call.result)
    default: return nil
    }
  }

  /// The message of an event stop: a child's id, or a thread's former id.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_GETEVENTMSG`.
  public func eventMessage() throws(Errno) -> UInt64 {
    var message: UInt = 0
    _ = try Errno.check(
      unsafe withUnsafeMutablePointer(to: &message) { pointer in
        dft_ptrace(0x4201, id.rawValue, 0, UInt(bitPattern: pointer))
      })
    return UInt64(message)
  }

  /// The registers before the delivery of a signal, and the signal's facts.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_GETREGS` and `PTRACE_GETSIGINFO`.
  public func fault() throws(Errno) -> Fault {
    var fault = dft_fault()
    _ = try unsafe Errno.check(dft_fault(id.rawValue, &fault))
    return Fault(
      instructionPointer: fault.instruction_pointer, stackPointer: fault.stack_pointer,
      framePointer: fault.frame_pointer, address: fault.address, code: fault.code,
      sender: fault.sender)
  }

  /// Changes an argument register of the current syscall at its entry.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_POKEUSR`.
  public func setArgument(_ index: Int, to value: UInt64) throws(Errno) {
    _ = try Errno.check(dft_set_argument(id.rawValue, UInt32(index), value))
  }

  /// The syscall in or after which a signal or ``Tracees/interrupt(_:)`` stopped the thread, and
  /// its result; nil outside a syscall.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_GETREGS`.
  public func interruptedCall() throws(Errno) -> (call: CallRegisters, result: Int64)? {
    var call = dft_call()
    _ = try unsafe Errno.check(dft_call_result(id.rawValue, &call))
    guard Int64(bitPattern: call.number) >= 0 else { return nil }
    return (CallRegisters(call), call.result)
  }

  /// Changes the result of the syscall after which the thread is stopped.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_POKEUSR`.
  public func setResult(_ value: Int64) throws(Errno) {
    _ = try Errno.check(dft_set_result(id.rawValue, value))
  }

  private func info() throws(Errno) -> dft_call {
    var call = dft_call()
    _ = try unsafe Errno.check(dft_syscall_info(id.rawValue, &call))
    return call
  }
}

extension CallRegisters {
  init(_ call: dft_call) {
    self.init(
      architecture: call.arch, number: call.number,
      instructionPointer: call.instruction_pointer, stackPointer: call.stack_pointer,
      arguments: .init(
        call.args.0, call.args.1, call.args.2, call.args.3, call.args.4, call.args.5))
  }
}

/// A report of the kernel about a traced thread.
public struct WaitReport: Sendable {
  /// The thread's id.
  public let id: ThreadID
  /// The thread's status.
  public let status: WaitStatus

  /// The stopped thread; nil if the thread has ended. Use it only once.
  public var tracee: StoppedTracee? {
    switch status {
    case .exited, .signaled: nil
    default: StoppedTracee(id: id)
    }
  }
}

/// Waits for the threads that this process traces.
public enum Tracees {
  /// Waits for the next report.
  ///
  /// - Parameters:
  ///   - id: the thread to wait for; nil for any.
  ///   - block: whether to wait without a pending report.
  /// - Returns: nil without a pending report.
  /// - Throws: `ECHILD` when no traced thread is left, `EINTR` when a signal arrived.
  ///
  /// The corresponding Linux call is `waitpid(2)`. It does not wait for untraced children, such as
  /// those of `other & exec dftrace run …`.
  public static func wait(for id: ThreadID?, block: Bool) throws(Errno) -> WaitReport? {
    var word: Int32 = 0
    let found = try unsafe Errno.check(dft_wait(id?.rawValue ?? -1, block, &word))
    guard found > 0 else { return nil }
    return WaitReport(id: ThreadID(rawValue: found), status: WaitStatus(word: word))
  }

  /// Stops a thread as soon as possible; if it waits for the answer to a notification, right after
  /// its syscall.
  ///
  /// - Returns: false when the thread has died.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_INTERRUPT`.
  public static func interrupt(_ id: ThreadID) -> Bool {
    dft_ptrace(0x4207, id.rawValue, 0, 0) >= 0
  }
}
