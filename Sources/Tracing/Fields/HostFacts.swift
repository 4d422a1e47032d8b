internal import Decoding
internal import Events
internal import Kernel
internal import Secrets

/// Facts of the host or container, read once at the start of the run.
struct HostFacts {
  let release: [String: String]
  let kernelRelease: String
  let isContainer: Bool
  /// Whether processes on this host usually run as root.
  let isRootUsual: Bool
  let randomization: Int64?
  let credentials: Credentials
  let hostNamespaces: [String]
  let hostMounts: [[UInt8]]
  let runtimeSockets: [String]
  /// The names of environment variables with secrets, each with the kind of secret.
  let secrets: [String]
  let unsafePath: [String]
  let corePattern: String?
  let modules: [String]
  let ptraceScope: Int64
  let vulnerable: [String]

  /// Reads the facts of the host.
  ///
  /// - Parameters:
  ///   - root: the root directory of the host's files; empty, or a test's directory.
  ///   - hasProject: whether the working directory lies in a project.
  init(root: String, hasProject: Bool, _ inspector: any ProcessInspecting) {
    func text(_ path: String) -> [UInt8]? { inspector.contents(root + path, limit: 1 << 20) }
    func line(_ path: String) -> String? {
      text(path).map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) }
    }
    release = HostTexts.release(text("/etc/os-release") ?? text("/usr/lib/os-release") ?? [])
    kernelRelease = line("/proc/sys/kernel/osrelease") ?? Machine.kernelRelease
    credentials = Credentials(text("/proc/self/status") ?? [])
    isContainer = Self.isContainer(root, inspector, text)
    isRootUsual = isContainer || Machine.environment("CI").map { !$0.isEmpty } ?? false
    // ADDR_NO_RANDOMIZE, <sys/personality.h>: the parent of dftrace may have set it.
    let personality = line("/proc/self/personality").flatMap { UInt64($0, radix: 16) } ?? 0
    let setting = line("/proc/sys/kernel/randomize_va_space").flatMap { Int64($0) }
    randomization = personality & 0x40000 != 0 ? 0 : setting
    hostNamespaces = isContainer ? Self.hostNamespaces(root, inspector) : []
    hostMounts =
      isContainer ? Self.hostMounts(root, inspector, text("/proc/self/mountinfo") ?? []) : []
    runtimeSockets =
      isContainer ? Self.sockets.filter { inspector.status(root + $0) != nil } : []
    let variables = (inspector.contents("/proc/self/environ", limit: 1 << 20) ?? []).split(
      separator: 0)
    secrets = variables.compactMap { variable in
      guard SecretKind.inVariable(variable) != nil else { return nil }
      return String(decoding: variable.prefix { $0 != 0x3D }, as: UTF8.self)
    }.sorted()
    unsafePath = Self.unsafeParts(
      of: Machine.environment("PATH") ?? "", hasProject: hasProject, inspector)
    corePattern = line("/proc/sys/kernel/core_pattern")
    modules = (line("/sys/kernel/security/lsm") ?? "").split(separator: ",").map(String.init)
    ptraceScope = line("/proc/sys/kernel/yama/ptrace_scope").flatMap { Int64($0) } ?? 0
    let weaknesses = root + "/sys/devices/system/cpu/vulnerabilities"
    vulnerable = inspector.names(in: weaknesses).filter {
      line("/sys/devices/system/cpu/vulnerabilities/\($0)")?.hasPrefix("Vulnerable") ?? false
    }
  }

  /// The control sockets of container runtimes on a host.
  private static let sockets = [
    "/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock",
    "/run/crio/crio.sock", "/run/podman/podman.sock", "/run/k3s/containerd/containerd.sock",
  ]

  private static func isContainer(
    _ root: String, _ inspector: any ProcessInspecting, _ text: (String) -> [UInt8]?
  ) -> Bool {
    // A virtual machine from a container image has the image's marker files, but initial
    // namespaces: MNT_NS_INIT_INO of <linux/nsfs.h>, before Linux 6.18 one of the first numbers.
    let first = ["mnt:[4026531832]", "mnt:[4026531840]", "mnt:[4026531841]"]
    if let link = inspector.link(root + "/proc/self/ns/mnt"),
      first.contains(String(decoding: link, as: UTF8.self))
    {
      return false
    }
    if sharesRootWithFirstProcess(text) { return false }
    if ["/.dockerenv", "/run/.containerenv"].contains(where: {
      inspector.status(root + $0) != nil
    }) {
      return true
    }
    if let environment = text("/proc/1/environ"),
      ProcTexts.variable("container", in: environment) != nil
    {
      return true
    }
    return HostTexts.isContainer(cgroup: text("/proc/1/cgroup") ?? [])
  }

  /// Whether dftrace only has a mount namespace of its own (`unshare --mount`, PrivateTmp): its root
  /// directory is that of process 1, but another mount of it.
  private static func sharesRootWithFirstProcess(_ text: (String) -> [UInt8]?) -> Bool {
    func rootMount(_ process: String) -> HostTexts.Mount? {
      // The last mount on a place covers the others.
      HostTexts.mounts(text("/proc/\(process)/mountinfo") ?? []).last { $0.place == [0x2F] }
    }
    guard let mount = rootMount("self"), let other = rootMount("1") else { return false }
    return mount.id != other.id && mount.device == other.device && mount.root == other.root
  }

  /// The initial namespaces of the host: PROC_PID_INIT_INO and related numbers of
  /// <linux/proc_ns.h>. The network namespace has its own number since Linux 6.18.
  private static func hostNamespaces(
    _ root: String, _ inspector: any ProcessInspecting
  ) -> [String] {
    let first = [
      "ipc": "ipc:[4026531839]", "net": "net:[4026531833]", "pid": "pid:[4026531836]",
      "uts": "uts:[4026531838]",
    ]
    return first.filter { name, wanted in
      inspector.link("\(root)/proc/self/ns/\(name)").map {
        String(decoding: $0, as: UTF8.self) == wanted
      } ?? false
    }.map(\.key).sorted()
  }

  /// The mount points of the host's sensitive directories.
  private static func hostMounts(
    _ root: String, _ inspector: any ProcessInspecting, _ mountinfo: [UInt8]
  ) -> [[UInt8]] {
    let disks: Set<String> = ["ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs"]
    let own = [
      "/etc", "/root", "/home", "/usr", "/var", "/var/lib", "/boot", "/bin", "/lib", "/sbin",
    ]
    return HostTexts.mounts(mountinfo).filter { mount in
      guard disks.contains(mount.type), mount.place != [0x2F] else { return false }
      let source = String(decoding: mount.root, as: UTF8.self)
      // A whole file system may be a volume; a host's own one has its users in it.
      let users = root + String(decoding: mount.place, as: UTF8.self) + "/etc/passwd"
      return own.contains(source) || source == "/" && inspector.status(users) != nil
    }.map(\.place)
  }

  /// The entries of PATH before the system's directories that other users may write to.
  ///
  /// A relative part, such as an empty one, is the working directory or lies below it. That is the
  /// project's own ground, if there is a project.
  private static func unsafeParts(
    of path: String, hasProject: Bool, _ inspector: any ProcessInspecting
  ) -> [String] {
    let system: Set<String> = [
      "/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin",
    ]
    var found: [String] = []
    for part in path.split(separator: ":", omittingEmptySubsequences: false).map(String.init) {
      if system.contains(part) { break }
      let isInProject = hasProject && !part.split(separator: "/").contains("..")
      let isUnsafe =
        part.hasPrefix("/")
        ? inspector.status(part).map { $0.mode & 0o002 != 0 } ?? false : !isInProject
      if isUnsafe, found.count < 64 { found.append(part.isEmpty ? "(empty)" : part) }
    }
    return found
  }

  /// The capabilities that container runtimes do not grant by default.
  var excessCapabilities: [String] {
    isContainer ? Capabilities.names(of: credentials.effective & ~Capabilities.ofContainers) : []
  }

  /// Whether a container has all capabilities.
  var isPrivileged: Bool {
    // The last few are newer than some kernels.
    let all = (UInt64(1) << 38) - 1
    return isContainer && credentials.effective & all == all
  }
}
