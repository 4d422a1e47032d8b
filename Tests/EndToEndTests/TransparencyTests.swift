import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// A program sees of itself what it sees untraced, but for what Docs/internals/transparency.md names.
  @Suite struct Transparency {
    /// The page's tables: each name in the first column, and what the second says.
    private struct Page {
      var differing: [String: String] = [:]
      var varying: Set<String> = []

      init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
          .appending(path: "../../Docs/internals/transparency.md").standardized
        var section = ""
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
          guard line.hasPrefix("| `") else { continue }
          let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
          for name in cells[0].split(separator: "`").map(String.init) where name != " " {
            switch section {
            case "What differs": differing[name] = cells[1]
            case "What varies without dftrace too": varying.insert(name)
            default: break
            }
          }
        }
      }
    }

    /// What a program says of itself, by field.
    private func seen(_ user: User, in scratch: Scratch, _ prefix: [String]) throws -> [String:
      String]
    {
      var command = Command("python3", "-E", "-S", scratch.file("probe.py"), "an argument")
      command.environment = ["PATH=/usr/bin:/bin", "LC_ALL=C", "Z=1", "A=2", "HOME=/nonexistent"]
      command.directory = "/usr"
      // What differs from the default is handed on too.
      let shell = [
        "sh", "-c", "trap '' USR1 PIPE; umask 027; ulimit -n 77; exec nice -n 3 \"$@\"", "sh",
      ]
      let ran = try command.prefixed(by: user.prefix + shell + prefix).run()
      #expect(ran.end == .exited(0), "\(ran.errorText)")
      let lines = ran.lines.map { $0.split(separator: "\t", maxSplits: 1).map(String.init) }
      return Dictionary(lines.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { $0 + " " + $1 }
    }

    @Test(.timeLimit(.minutes(2)), arguments: User.available)
    func onlyWhatThePageNamesDiffers(_ user: User) throws {
      let page = try Page()
      #expect(page.differing.count >= 6 && page.varying.count >= 20)
      let scratch = try Scratch()
      try scratch.write("probe.py", Self.probe)
      let alone = try seen(user, in: scratch, [])
      #expect(alone.count > 150)
      for mode in ["notify", "stop"] {
        let traced = try seen(
          user, in: scratch,
          [
            Programs.dftrace, "run", "--quiet", "--fail-on", "never", "--trace-mode", mode, "--",
          ])
        let names = Set(alone.keys).union(traced.keys)
        let differing = names.filter { alone[$0] != traced[$0] }.subtracting(page.varying)
        for name in differing where page.differing[name] == nil {
          Issue.record(
            "\(mode): \(name): \(alone[name] ?? "none") became \(traced[name] ?? "none")")
        }
        // A page that names what does not differ is wrong as well.
        for (name, when) in page.differing where when == "always" {
          #expect(differing.contains(name), "\(mode): \(name)")
        }
        let isOrdinary = user == .ordinary || geteuid() != 0
        for (name, when) in page.differing where when == "ordinary user" {
          #expect(differing.contains(name) == isOrdinary, "\(mode): \(name)")
        }
      }
    }

    private static let probe = #"""
      import ctypes, os, signal, sys

      C = ctypes.CDLL(None, use_errno=True)

      def put(name, value):
          print(name + "\t" + ascii(str(value)))

      def text(path):
          try:
              with open(path, errors="replace") as file:
                  return file.read()
          except OSError as error:
              return "error %d" % error.errno

      STAT = """state ppid pgrp session tty_nr tpgid flags minflt cminflt majflt cmajflt utime stime
        cutime cstime priority nice num_threads itrealvalue starttime vsize rss rsslim startcode
        endcode startstack kstkesp kstkeip signal blocked sigignore sigcatch wchan nswap cnswap
        exit_signal processor rt_priority policy delayacct guest_time cguest_time start_data end_data
        start_brk arg_start arg_end env_start env_end exit_code""".split()
      for line in text("/proc/self/status").splitlines():
          name, _, value = line.partition(":")
          put("status." + name, " ".join(value.split()))
      head, _, tail = text("/proc/self/stat").rpartition(")")
      put("stat.pid", head.split()[0])
      for name, value in zip(STAT, tail.split()):
          put("stat." + name, value)
      for line in text("/proc/self/limits").splitlines()[1:]:
          put("limits." + line[:26].strip(), " ".join(line[26:].split()))
      put("arguments", sys.argv)
      put("environment", text("/proc/self/environ"))
      for number in range(1024):
          try:
              link = os.readlink("/proc/self/fd/%d" % number)
          except OSError:
              continue
          flags = text("/proc/self/fdinfo/%d" % number).split("flags:")[1].split()[0]
          put("descriptor.%d" % number, (link, flags))
      # Each session has a group of its own.
      put("proc.autogroup", text("/proc/self/autogroup").partition(" ")[2])
      for name in """oom_score_adj oom_score cgroup cpuset timerslack_ns personality
        coredump_filter loginuid sessionid setgroups uid_map gid_map attr/current comm
        timens_offsets mountinfo""".split():
          put("proc." + name, text("/proc/self/" + name))
      for name in sorted(os.listdir("/proc/self/ns")):
          put("namespace." + name, os.readlink("/proc/self/ns/" + name))
      for name in ("cwd", "root", "exe"):
          put("link." + name, os.readlink("/proc/self/" + name))
      put("umask", os.umask(0))
      put("affinity", sorted(os.sched_getaffinity(0)))
      put("scheduling", (os.sched_getscheduler(0), os.sched_getparam(0).sched_priority, os.nice(0)))
      put("io priority", C.syscall(252, 1, 0))
      put("groups", (os.getresuid(), os.getresgid(), os.getgroups()))
      put("leads", (os.getpgid(0) == os.getsid(0), signal.pthread_sigmask(signal.SIG_BLOCK, [])))
      for number in signal.valid_signals():
          handler = signal.getsignal(number)
          put("signal.%d" % number, "handler" if callable(handler) and number == 2 else handler)
      for kind in range(3):
          put("timer.%d" % kind, signal.getitimer(kind))
      for ring in range(-5, 0):
          put("keyring.%d" % ring, C.syscall(250, 0, ctypes.c_long(ring), 0) > 0)

      def ask(option, *rest):
          words = [ctypes.c_ulong(word) for word in rest]
          words += [ctypes.c_ulong(0)] * (4 - len(rest))
          ctypes.set_errno(0)
          answer = C.prctl(option, *words)
          return answer if answer >= 0 else "error %d" % ctypes.get_errno()

      VALUES = dict(PDEATHSIG=2, TSC=25, CHILD_SUBREAPER=37)
      for name, option in VALUES.items():
          value = ctypes.c_int(-1)
          put("prctl." + name, (ask(option, ctypes.addressof(value)), value.value))
      ANSWERS = dict(DUMPABLE=3, KEEPCAPS=7, TIMING=13, SECCOMP=21, SECUREBITS=27, TIMERSLACK=30,
          MCE_KILL=34, NO_NEW_PRIVS=39, THP_DISABLE=42, IO_FLUSHER=58, MDWE=66)
      for name, option in ANSWERS.items():
          put("prctl." + name, ask(option))
      for feature in range(3):
          put("prctl.SPECULATION_%d" % feature, ask(52, feature))
      """#
  }
}
