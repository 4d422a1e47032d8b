public import Events
internal import CTrace
internal import Glibc
internal import Syscalls

/// Facts of the machine and of dftrace's own process.
public enum Machine {
  /// The kernel's release, such as `6.1.0-18-amd64`.
  public static var kernelRelease: String { unsafe String(cString: dft_kernel_release()) }

  /// The kernel's version as a pair.
  public static var kernelVersion: (major: Int, minor: Int) {
    let version = Int(dft_kernel_version())
    return (version / 1000, version % 1000)
  }

  /// Whether the kernel can stop a thread from a seccomp filter.
  public static var canFilter: Bool { dft_probe_filter() >= 0 }

  /// Tries to trace a small program to its end.
  ///
  /// - Parameter notifications: the options of notifications; nil to try without.
  /// - Returns: whether notifications are synchronous.
  /// - Throws: a description of the refused step.
  public static func tryTracing(
    _ notifications: NotificationOptions?
  ) throws(TraceRefusal) -> Bool {
    let filter: SyscallFilter
    do { filter = try SyscallFilter(stopping: []) } catch { throw TraceRefusal("\(error)") }
    let program = ["/bin/sh", "-c", ":"].map { Array($0.utf8) }
    var command: LaunchedCommand
    do {
      command = try LaunchedCommand(
        arguments: program, filter: filter, notifications: notifications)
    } catch { throw TraceRefusal("\(error.step): \(error.errno.name)") }
    let isSynchronous = command.takeListener()?.isSynchronous ?? false
    while let report = try? Tracees.wait(for: nil, block: true) {
      _ = report.tracee?.resume(.run)
    }
    if let failure = command.failure() {
      throw TraceRefusal("\(failure.step): \(failure.errno.name)")
    }
    return isSynchronous
  }

  /// This process's id.
  public static var processID: Int32 { getpid() }

  /// This process's effective user id.
  public static var effectiveUser: UInt32 { geteuid() }

  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public static var now: Int64 { clock(CLOCK_REALTIME) }

  /// Nanoseconds of the monotonic clock.
  public static var monotonicNow: Int64 { clock(CLOCK_MONOTONIC) }

  /// Nanoseconds since the boot of the machine, including sleep.
  public static var sinceStart: Int64 { clock(CLOCK_BOOTTIME) }

  /// The peak resident size of this process, in bytes; 0 when unknown.
  ///
  /// `getrusage(2)` includes earlier programs of the same process, such as a copy of the large
  /// program that started dftrace. See `VmHWM` in `proc_pid_status(5)`.
  public static var peakMemory: Int64 {
    let text = LinuxInspector().contents("/proc/self/status", limit: 8192) ?? []
    let line = text.split(separator: 0x0A).first { $0.starts(with: "VmHWM:".utf8) }
    let digits = line?.filter { (0x30...0x39).contains($0) } ?? []
    return (Int64(String(decoding: digits, as: UTF8.self)) ?? 0) * 1024
  }

  /// The working directory of this process.
  public static var workingDirectory: [UInt8] { LinuxInspector().link("/proc/self/cwd") ?? [] }

  /// The process's own argument vector, as raw bytes.
  ///
  /// Swift's `CommandLine.arguments` replaces invalid UTF-8, which would change the command.
  public static var arguments: [[UInt8]] {
    var list: [[UInt8]] = []
    for index in 0..<Int(CommandLine.argc) {
      guard let pointer = unsafe CommandLine.unsafeArgv[index] else { break }
      list.append(
        unsafe Array(
          UnsafeBufferPointer(
            start: UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self),
            count: strlen(pointer))))
    }
    return list
  }

  /// A variable of this process's environment.
  public static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The CPU that this thread runs on.
  ///
  /// The corresponding Linux call is `getcpu(2)`.
  public static var currentCPU: Int { Int(dft_current_cpu()) }

  /// The CPUs that this thread may run on; the first 1,024 of the machine.
  ///
  /// The corresponding Linux call is `sched_getaffinity(2)`.
  public static var allowedCPUs: [Int] {
    unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1024) { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let count = unsafe dft_allowed_cpus(base, buffer.count)
      return unsafe buffer.prefix(count).map { Int($0) }
    }
  }

  /// Restricts this thread to some CPUs. Traced processes keep their affinity.
  ///
  /// The corresponding Linux call is `sched_setaffinity(2)`.
  public static func stay(on cpus: [Int]) {
    let numbers = cpus.map { Int32($0) }
    unsafe numbers.withUnsafeBufferPointer {
      guard let base = $0.baseAddress else { return }
      unsafe dft_stay_on(base, $0.count)
    }
  }

  /// Raises this process's limit of open files to the hard limit.
  ///
  /// Called after the launch, so that the command keeps its original limits.
  public static func raiseDescriptorLimit() {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Sends a signal to a process.
  public static func kill(_ id: ThreadID, _ signal: Signal) {
    _ = Glibc.kill(id.rawValue, signal.rawValue)
  }

  /// Stops this process like a shell's job, until SIGCONT.
  public static func stopSelf() { _ = Glibc.kill(getpid(), SIGSTOP) }

  /// The process group of a process; nil when the process has ended.
  public static func processGroup(of id: ProcessID) -> Int32? {
    let group = getpgid(id.rawValue)
    return group < 0 ? nil : group
  }

  /// This process's own group.
  public static var ownProcessGroup: Int32 { getpgrp() }

  private static func clock(_ id: clockid_t) -> Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(id, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

/// Why this machine refused to trace a program.
public struct TraceRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// The refused step.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Signals to this process while it runs between a shell and the command.
public enum Signals {
  /// Saves signal dispositions and the signal mask, before anything changes them.
  public static func save() { dft_signals_save() }

  /// Turns SIGPIPE and SIGXFSZ into errors of the output, instead of the end of dftrace. The
  /// command is not affected.
  public static func surviveFailingOutputs() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Forwards requests to end to the command, and survives the terminal's signals.
  public static func forward(to id: ThreadID) { dft_signals_forward(id.rawValue) }

  /// Interrupts waits periodically; call after ``forward(to:)``.
  ///
  /// The corresponding Linux call is `setitimer(2)`.
  public static func alarm(every milliseconds: Int) { dft_signals_alarm(UInt32(milliseconds)) }

  /// Stores requests to end in ``last``, because the command has ended.
  public static func stopForwarding() { dft_signals_stop_forwarding() }

  /// The last request to end.
  public static var last: Signal? {
    let number = dft_signals_last()
    return number == 0 ? nil : Signal(rawValue: number)
  }

  /// Returns and resets whether the terminal has requested a stop of this job.
  public static func takeStop() -> Bool { dft_signals_take_stop() }

  /// Ends this process by a signal, without a core file.
  public static func die(by signal: Signal) -> Never {
    dft_die_by_signal(signal.rawValue)
    exit(128 + signal.rawValue)
  }
}
