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

  /// Whether the call was made by the native interface of x86-64: `AUDIT_ARCH_X86_64`.
  public var isNative: Bool { architecture == 0xC000_003E }

  /// Gathers the registers of a call.
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

/// How a stopped thread goes on.
public enum Resumption: Equatable, Sendable {
  /// Until the next event or filtered call (`PTRACE_CONT`).
  case run
  /// The same, and stop at the exit of the current call (`PTRACE_SYSCALL`).
  case runToExit
  /// Stay in a group stop, but notice its end (`PTRACE_LISTEN`).
  case listen
}

/// Where a thread stood when a signal reached it.
public struct Fault: Equatable, Sendable {
  /// The address of the instruction that it would execute next, or that failed.
  public let instructionPointer: UInt64
  /// The stack pointer.
  public let stackPointer: UInt64
  /// The frame pointer, which only programs built to keep one have.
  public let framePointer: UInt64
  /// The address that the signal is about (`si_addr`), for those that have one.
  public let address: UInt64
  /// Why it was sent (`si_code`): positive for the kernel's own reasons.
  public let code: Int32
  /// The process that sent it, or for `SIGCHLD` the child (`si_pid`); 0 for the kernel.
  public let sender: Int32

  /// Gathers what is known of a fault.
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

/// A thread that is stopped and that this process traces.
///
/// Only a stopped thread answers ptrace requests; the type is consumed by what lets it go on, so
/// that asking a running thread does not compile. The thread may still die at any moment
/// (SIGKILL), which every request reports as `ESRCH`.
public struct StoppedTracee: ~Copyable {
  /// Which thread.
  public let id: ThreadID

  init(id: ThreadID) { self.id = id }

  /// Lets the thread go on, delivering a signal if one is given.
  ///
  /// - Returns: false when the thread has died meanwhile; its end will be reported.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_CONT`, `PTRACE_SYSCALL`,
  /// `PTRACE_LISTEN`.
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

  /// The registers of the call at whose entry the thread is stopped; nil when not dftrace's filter
  /// asks for the stop but one of the program's own.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_GET_SYSCALL_INFO`, since Linux 5.3.
  public func callEntry() throws(Errno) -> CallRegisters? {
    let call = try info()
    return call.filter_data == SyscallFilter.traceData ? CallRegisters(call) : nil
  }

  /// Has the call that is being entered fail with ENOSYS, as the kernel has it when a filter leaves it
  /// to a tracer and there is none.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_POKEUSR`.
  public func refuseCall() throws(Errno) {
    _ = try Errno.check(dft_refuse_call(id.rawValue, ENOSYS))
  }

  /// Where a thread stands that was let go to the exit of a call.
  public enum CallStop: Equatable, Sendable {
    /// At the entry of a call.
    case entry(CallRegisters)
    /// At the exit of one, with what it returned.
    case exit(Int64)
  }

  /// Where the thread is stopped; nil when it is at neither end of a call.
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

  /// Where the thread stands when it is about to receive a signal, and what the signal says.
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

  /// Changes an argument register of the call that is being entered.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_POKEUSR`.
  public func setArgument(_ index: Int, to value: UInt64) throws(Errno) {
    _ = try Errno.check(dft_set_argument(id.rawValue, UInt32(index), value))
  }

  /// The call that a signal or ``Tracees/interrupt(_:)`` has stopped the thread in or after, and
  /// what it has come to; nil when it is in none.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_GETREGS`.
  public func interruptedCall() throws(Errno) -> (call: CallRegisters, result: Int64)? {
    var call = dft_call()
    _ = try unsafe Errno.check(dft_call_result(id.rawValue, &call))
    guard Int64(bitPattern: call.number) >= 0 else { return nil }
    return (CallRegisters(call), call.result)
  }

  /// Changes what the call returns that the thread is stopped after.
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

/// One report of the kernel about a traced thread.
public struct WaitReport: Sendable {
  /// Which thread.
  public let id: ThreadID
  /// What happened to it.
  public let status: WaitStatus

  /// The thread, if it is stopped; nil if it has ended. To be asked for once.
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
  ///   - id: the thread to ask about; nil for any.
  ///   - block: whether to wait for one when there is none.
  /// - Returns: nil when there is none.
  /// - Throws: `ECHILD` when nothing is traced any more, `EINTR` when a signal arrived.
  ///
  /// The corresponding Linux call is `waitpid(2)`. Children that this process has without tracing
  /// them, as `other & exec dftrace run …` leaves it, are not waited for.
  public static func wait(for id: ThreadID?, block: Bool) throws(Errno) -> WaitReport? {
    var word: Int32 = 0
    let found = try unsafe Errno.check(dft_wait(id?.rawValue ?? -1, block, &word))
    guard found > 0 else { return nil }
    return WaitReport(id: ThreadID(rawValue: found), status: WaitStatus(word: word))
  }

  /// Has a thread stop as soon as it can: when it waits for the answer to a notification, right
  /// after its call.
  ///
  /// - Returns: false when the thread has died.
  ///
  /// The corresponding Linux call is `ptrace(2)`, `PTRACE_INTERRUPT`.
  public static func interrupt(_ id: ThreadID) -> Bool {
    dft_ptrace(0x4207, id.rawValue, 0, 0) >= 0
  }
}
