extension Field {
  /// Rows for the whole run and the machine.
  static let runRows: [FieldDescription] = [
    .init(
      .runDestinations, "run.destinations", .number, .addresses,
      "The number of distinct remote addresses that the run had contacted when it first contacted this one, without name servers.",
      "3"),
    .init(
      .runPortsTried, "run.ports_tried", .number, .addresses, .seconds,
      "The number of ports of the remote host that the program has tried in the last n seconds (in brackets).",
      "2"),
    .init(
      .runHostsTried, "run.hosts_tried", .number, .addresses, .seconds,
      "The number of hosts that the program has tried on the remote port in the last n seconds (in brackets).",
      "2"),
    .init(
      .runProcesses, "run.processes", .number, .any, "The number of live processes of the run.",
      "12"),
    .init(
      .runProcessRate, "run.process_rate", .number, .any,
      "The number of processes started per second, averaged over the last 10 seconds.", "4"),
    .init(
      .runDirectoriesListed, "run.directories_listed", .number, .opens,
      "The number of distinct directories that the program had opened when it first opened this one, without those of the project, the system and interpreters.",
      "8"),
    .init(
      .runDeleted, "run.deleted", .number, .any, .seconds,
      "The number of files that the program has deleted in the last n seconds (in brackets), without those of the run, the project, caches and temporary directories; only at such a deletion.",
      "0"),
    .init(
      .runEncrypted, "run.encrypted", .number, .any,
      "The number of existing files that the program has replaced with data that looks encrypted.",
      "0"),
    .init(
      .runCredentialKinds, "run.credential_kinds", .number, .any,
      "The number of kinds of credentials with alerts in the run; only at an event that adds a kind.",
      "1"),
    .init(.osId, "os.id", .text, .any, "The distribution's id; os-release(5).", "debian"),
    .init(.osVersion, "os.version", .text, .any, "The distribution's version.", "12"),
    .init(
      .osName, "os.name", .text, .any, "The distribution's name with its version.",
      "Debian GNU/Linux 12 (bookworm)"),
    .init(
      .osIsEndOfLife, "os.is_end_of_life", .boolean, .any,
      "Whether the distribution's free security updates have ended.", "false"),
    .init(
      .osEndOfLife, "os.end_of_life", .text, .any,
      "The last day of the distribution's free security updates; absent if unknown.", "2028-06-30"),
    .init(.kernelRelease, "kernel.release", .text, .any, "The kernel release.", "6.1.0-18-amd64"),
    .init(
      .kernelNumber, "kernel.number", .number, .any,
      "The kernel version as a number: 6.1 is 6001.", "6001"),
    .init(
      .nodeIsContainer, "node.is_container", .boolean, .any, "Whether the run is in a container.",
      "false"),
    .init(
      .nodeRootIsUsual, "node.root_is_usual", .boolean, .any,
      "Whether running as root is usual here: in a container or in a CI job (environment variable CI).",
      "false"),
    .init(
      .nodeAslr, "node.aslr", .number, .any,
      "kernel.randomize_va_space: 2 is full address-space randomization, 0 none; also 0 when personality(2) disables it for the command.",
      "2"),
    .init(
      .nodeIsPrivileged, "node.is_privileged", .boolean, .any,
      "Whether the run is in a container with all capabilities.", "false"),
    .init(
      .nodeCapabilities, "node.capabilities", .texts, .any,
      "The capabilities of the command at its start.", "CAP_CHOWN"),
    .init(
      .nodeExcessCapabilities, "node.excess_capabilities", .texts, .any,
      "The command's capabilities that containers do not have by default; empty outside a container.",
      "CAP_SYS_ADMIN"),
    .init(
      .nodeHostNamespaces, "node.host_namespaces", .texts, .any,
      "The namespaces that the container shares with its host: pid, ipc, uts, net.", "pid"),
    .init(
      .nodeHostMounts, "node.host_mounts", .texts, .any,
      "The mount points of sensitive host directories in the container.",
      "/host"),
    .init(
      .nodeRuntimeSockets, "node.runtime_sockets", .texts, .any,
      "The control sockets of container runtimes that the container can access.",
      "/var/run/docker.sock"),
    .init(
      .nodeSecrets, "node.secrets", .texts, .any,
      "The names of environment variables that contain secrets, never the secrets themselves.",
      "AWS_SECRET_ACCESS_KEY"),
    .init(
      .nodeUnsafePath, "node.unsafe_path", .texts, .any,
      "The entries of PATH before the system directories that are relative, empty or writable by other users.",
      "."),
    .init(
      .nodeCorePattern, "node.core_pattern", .text, .any, "The sysctl kernel.core_pattern.", "core"),
    .init(
      .nodeLsms, "node.lsms", .texts, .any,
      "The active security modules of the kernel; absent if unknown.", "apparmor"
    ),
    .init(
      .nodePtraceScope, "node.ptrace_scope", .number, .any,
      "The sysctl kernel.yama.ptrace_scope; 0 without Yama.", "1"),
    .init(.nodeUmask, "node.umask", .number, .any, "The umask of the command at its start.", "18"),
    .init(
      .nodeVulnerableCPU, "node.vulnerable_cpu", .texts, .any,
      "The processor vulnerabilities that the kernel does not mitigate.", "meltdown"),
  ]
}
