internal import CTrace
public import Events
internal import Glibc
public import Syscalls

/// The steps of a launch, in their order.
public enum LaunchStep: UInt32, Sendable {
  /// A pipe is made, by which the child tells what failed.
  case pipe = 1
  /// The child is forked.
  case fork
  /// The child is seized.
  case seize
  /// The child is waited for.
  case wait
  /// The child sets `no_new_privs`.
  case noNewPrivileges
  /// The child loads the filter.
  case filter
  /// The child executes the command.
  case exec
  /// The filter's listener is taken over.
  case listener
}

/// A step of a launch that failed.
public struct LaunchError: Error, Equatable, Sendable {
  /// Which step.
  public let step: LaunchStep
  /// What the kernel said.
  public let errno: Errno

  /// A failure of a step.
  public init(step: LaunchStep, errno: Errno) {
    self.step = step
    self.errno = errno
  }
}

extension LaunchStep: CustomStringConvertible {
  /// What could not be done, in words.
  public var description: String {
    switch self {
    case .pipe: "could not make a pipe"
    case .fork: "could not fork"
    case .seize: "could not trace the new process"
    case .wait: "could not start the new process"
    case .noNewPrivileges: "could not set no_new_privs"
    case .filter: "could not load the filter"
    case .exec: "could not execute the command"
    case .listener: "could not take the filter's notifications"
    }
  }
}

/// A command that has been started under the tracer, up to its first system call.
public struct LaunchedCommand: ~Copyable {
  /// The command's process id.
  public let id: ThreadID
  /// Whether the command runs with `no_new_privs`, so that set-user-id programs gain nothing.
  public let hasNoNewPrivileges: Bool
  private let report: OwnedDescriptor
  private var listener: NotificationListener?

  /// Forks, seizes the child and has it load a filter and execute a command.
  ///
  /// Returns when the filter is loaded: that the execution succeeded is only known from its own
  /// stop, and that it failed from ``failure()``.
  ///
  /// - Parameters:
  ///   - arguments: the command and its arguments, as raw bytes without the closing NUL.
  ///   - filter: what it loads.
  ///   - joinsOutput: whether its standard output goes where its standard error goes.
  ///   - notifications: how the filter's notifications are received; nil when it makes none.
  public init(
    arguments: [[UInt8]], filter: SyscallFilter, joinsOutput: Bool = false,
    notifications: NotificationOptions? = nil
  ) throws(LaunchError) {
    // TRACESYSGOOD, FORK, VFORK, CLONE, EXEC, SECCOMP, EXITKILL of <linux/ptrace.h>.
    let options: UInt = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x80 | 0x100000
    var vector: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { bytes in
      unsafe (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
        unsafe $0.baseAddress.flatMap { unsafe strdup($0) }
      }
    }
    unsafe vector.append(nil)
    defer { unsafe vector.forEach { unsafe free($0) } }
    var child = dft_child()
    var stage: UInt32 = 0
    let answer: Int32 = unsafe vector.withUnsafeBufferPointer { vector in
      unsafe filter.program.withUnsafeBufferPointer { program in
        guard let first = vector.baseAddress, let code = program.baseAddress else {
          return -EINVAL
        }
        var command = unsafe dft_command(
          argv: first, envp: dft_environment(), filter: code, filter_length: program.count,
          filter_flags: notifications?.flags ?? 0, options: options, parent: getpid(),
          joins_output: joinsOutput)
        return unsafe dft_launch(&command, &child, &stage)
      }
    }
    guard answer >= 0 else {
      throw LaunchError(step: .init(rawValue: stage) ?? .fork, errno: Errno(rawValue: -answer))
    }
    id = ThreadID(rawValue: child.pid)
    report = OwnedDescriptor(child.report)
    hasNoNewPrivileges = child.no_new_privs
    listener = NotificationListener(
      child.listener, synchronizing: notifications?.contains(.synchronous) ?? false)
  }

  /// Gives away what receives the filter's notifications; nil when it makes none, or when there was
  /// no descriptor left to wait for them with.
  public mutating func takeListener() -> NotificationListener? { listener.take() }

  /// What failed in the child before it executed; nil if nothing did.
  ///
  /// Waits until the child has executed or ended.
  public borrowing func failure() -> LaunchError? {
    var failure = dft_failure()
    let got = unsafe withUnsafeMutableBytes(of: &failure) { buffer in
      unsafe read(report.rawValue, buffer.baseAddress, buffer.count)
    }
    guard got == MemoryLayout<dft_failure>.size,
      let step = LaunchStep(rawValue: failure.stage)
    else { return nil }
    return LaunchError(step: step, errno: Errno(rawValue: failure.error))
  }
}

/// A file descriptor that is closed when its owner goes.
public struct OwnedDescriptor: ~Copyable {
  /// The number.
  public let rawValue: Int32

  init(_ rawValue: Int32) { self.rawValue = rawValue }

  deinit { close(rawValue) }
}
