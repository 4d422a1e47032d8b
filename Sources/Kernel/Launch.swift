internal import CTrace
public import Events
internal import Glibc
public import Syscalls

/// The steps of a launch, in order.
public enum LaunchStep: UInt32, Sendable {
  /// The tracer creates a pipe, through which the child reports errors.
  case pipe = 1
  /// The tracer forks the child.
  case fork
  /// The tracer seizes the child.
  case seize
  /// The tracer waits for the child.
  case wait
  /// The child sets `no_new_privs`.
  case noNewPrivileges
  /// The child loads the filter.
  case filter
  /// The child executes the command.
  case exec
  /// The tracer takes over the filter's listener.
  case listener
}

/// A step of a launch that failed.
public struct LaunchError: Error, Equatable, Sendable {
  /// The failed step.
  public let step: LaunchStep
  /// The kernel's error.
  public let errno: Errno

  /// An error of a step.
  public init(step: LaunchStep, errno: Errno) {
    self.step = step
    self.errno = errno
  }
}

extension LaunchStep: CustomStringConvertible {
  /// A description of the failed step.
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

  /// Forks and seizes a child, which loads a filter and executes a command.
  ///
  /// Returns when the filter is loaded. The exec stop reports a successful execution; ``failure()``
  /// reports a failed one.
  ///
  /// - Parameters:
  ///   - arguments: the command and its arguments, as raw bytes without the closing NUL.
  ///   - filter: the filter to load.
  ///   - joinsOutput: whether its standard output goes to its standard error.
  ///   - notifications: the options of notifications; nil for a filter without them.
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

  /// Transfers the listener for the filter's notifications. Nil for a filter without them, or when
  /// no descriptor was free.
  public mutating func takeListener() -> NotificationListener? { listener.take() }

  /// The error in the child before its execution; nil without one.
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

/// A file descriptor that closes at the end of its owner's lifetime.
public struct OwnedDescriptor: ~Copyable {
  /// The number.
  public let rawValue: Int32

  init(_ rawValue: Int32) { self.rawValue = rawValue }

  deinit { close(rawValue) }
}
