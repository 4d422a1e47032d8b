public import Events
internal import CTrace
internal import Glibc
internal import Syscalls

/// Facts of the machine and of this process.
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
  /// - Parameter notifications: how calls would be announced; nil to try without.
  /// - Returns: whether notifications are synchronous.
  /// - Throws: what was refused, in words.
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

  /// Nanoseconds of a clock that never jumps.
  public static var monotonicNow: Int64 { clock(CLOCK_MONOTONIC) }

  /// Nanoseconds since the machine was started, sleep included.
  public static var sinceStart: Int64 { clock(CLOCK_BOOTTIME) }

  /// The largest resident size of this process so far, in bytes; 0 when the kernel does not say.
  ///
  /// What `getrusage(2)` says is that of whatever was executed before in the same process too, such
  /// as a copy of the large program that started dftrace. See `VmHWM` in `proc_pid_status(5)`.
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
  /// Swift's `CommandLine.arguments` repairs what is not UTF-8, which would run another command.
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

  /// Has this thread run on some CPUs alone, from now on. The processes that are traced stay where
  /// they may be.
  ///
  /// The corresponding Linux call is `sched_setaffinity(2)`.
  public static func stay(on cpus: [Int]) {
    let numbers = cpus.map { Int32($0) }
    unsafe numbers.withUnsafeBufferPointer {
      guard let base = $0.baseAddress else { return }
      unsafe dft_stay_on(base, $0.count)
    }
  }

  /// Allows this process as many open files as its hard limit does.
  ///
  /// Called after the command has been launched, which keeps the limits that it would have had.
  public static func raiseDescriptorLimit() {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Ends a process.
  public static func kill(_ id: ThreadID, _ signal: Signal) {
    _ = Glibc.kill(id.rawValue, signal.rawValue)
  }

  /// Stops this process as a shell's job, until it is continued.
  public static func stopSelf() { _ = Glibc.kill(getpid(), SIGSTOP) }

  /// The process group of a process, or nil when it has ended.
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

/// Why a program could not be traced, in words.
public struct TraceRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was refused.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Signals to this process while it stands between a shell and the command.
public enum Signals {
  /// Remembers dispositions and mask; called before anything changes them.
  public static func save() { dft_signals_save() }

  /// Has output to a pipe that nobody reads any more, or beyond the limit of a file's size, be an
  /// error of that output, not the end of dftrace; the command is not affected.
  public static func surviveFailingOutputs() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Passes on requests to end, and stays alive through what the terminal sends.
  public static func forward(to id: ThreadID) { dft_signals_forward(id.rawValue) }

  /// Has a signal interrupt waiting again and again, once ``forward(to:)`` has been called.
  ///
  /// The corresponding Linux call is `setitimer(2)`.
  public static func alarm(every milliseconds: Int) { dft_signals_alarm(UInt32(milliseconds)) }

  /// Keeps requests to end for ``last``, since the command has ended.
  public static func stopForwarding() { dft_signals_stop_forwarding() }

  /// The last request to end that arrived.
  public static var last: Signal? {
    let number = dft_signals_last()
    return number == 0 ? nil : Signal(rawValue: number)
  }

  /// Whether the terminal has asked this job to stop since the last call.
  public static func takeStop() -> Bool { dft_signals_take_stop() }

  /// Ends this process by a signal, without a core file.
  public static func die(by signal: Signal) -> Never {
    dft_die_by_signal(signal.rawValue)
    exit(128 + signal.rawValue)
  }
}
