extension Field {
  /// More rows: of the run as a whole and of the machine.
  static let runRows: [FieldDescription] = [
    .init(
      .runDestinations, "run.destinations", .number, .addresses,
      "How many distinct addresses outside this machine the run has sent or connected to, name servers apart.",
      "3"),
    .init(
      .runPortsTried, "run.ports_tried", .number, .addresses, .seconds,
      "How many ports of the remote host the program has tried within the number of seconds in brackets.",
      "2"),
    .init(
      .runHostsTried, "run.hosts_tried", .number, .addresses, .seconds,
      "How many hosts the program has tried on the remote port within the number of seconds in brackets.",
      "2"),
    .init(
      .runProcesses, "run.processes", .number, .any, "How many processes of the run are alive.",
      "12"),
    .init(
      .runProcessRate, "run.process_rate", .number, .any,
      "How many processes a second the run has started during the last ten seconds.", "4"),
    .init(
      .runDirectoriesListed, "run.directories_listed", .number, .opens,
      "How many distinct directories the run has opened outside the project and those of the system and of interpreters.",
      "8"),
    .init(
      .runDeleted, "run.deleted", .number, .any, .seconds,
      "How many files the run has deleted within the number of seconds in brackets: not its own, and not in the project, in caches or temporary directories.",
      "0"),
    .init(
      .runEncrypted, "run.encrypted", .number, .any,
      "How many files that were there before the run has rewritten so that they look encrypted.",
      "0"),
    .init(
      .runCredentialKinds, "run.credential_kinds", .number, .any,
      "Of how many kinds of credentials alerts were raised in the run, this event included.", "1"),
    .init(.osId, "os.id", .text, .any, "The distribution; os-release(5).", "debian"),
    .init(.osVersion, "os.version", .text, .any, "Its version.", "12"),
    .init(
      .osName, "os.name", .text, .any, "Its name with the version, for people.",
      "Debian GNU/Linux 12 (bookworm)"),
    .init(
      .osIsEndOfLife, "os.is_end_of_life", .boolean, .any,
      "Whether nobody publishes free security updates of it any more.", "false"),
    .init(
      .osEndOfLife, "os.end_of_life", .text, .any,
      "The day on which those end, as far as dftrace knows.", "2028-06-30"),
    .init(.kernelRelease, "kernel.release", .text, .any, "The kernel's release.", "6.1.0-18-amd64"),
    .init(
      .kernelNumber, "kernel.number", .number, .any,
      "The kernel's version as a number: 6.1 is 6001.", "6001"),
    .init(
      .nodeIsContainer, "node.is_container", .boolean, .any, "Whether the run is in a container.",
      "false"),
    .init(
      .nodeRootIsUsual, "node.root_is_usual", .boolean, .any,
      "Whether to be root is the custom here: in a container or in a CI job (the variable CI).",
      "false"),
    .init(
      .nodeAslr, "node.aslr", .number, .any,
      "kernel.randomize_va_space: 2 is full address-space randomization, 0 none; 0 also when the command was started without (personality).",
      "2"),
    .init(
      .nodeIsPrivileged, "node.is_privileged", .boolean, .any,
      "Whether the run is in a container that has all capabilities.", "false"),
    .init(
      .nodeCapabilities, "node.capabilities", .texts, .any,
      "The capabilities of the command at its start.", "CAP_CHOWN"),
    .init(
      .nodeExcessCapabilities, "node.excess_capabilities", .texts, .any,
      "Those of them that containers do not have unless they are given; none outside a container.",
      "CAP_SYS_ADMIN"),
    .init(
      .nodeHostNamespaces, "node.host_namespaces", .texts, .any,
      "The namespaces that a container shares with its host: pid, ipc, uts, net.", "pid"),
    .init(
      .nodeHostMounts, "node.host_mounts", .texts, .any,
      "The places in a container where directories of the host are mounted that matter to it.",
      "/host"),
    .init(
      .nodeRuntimeSockets, "node.runtime_sockets", .texts, .any,
      "The control sockets of container runtimes that a container can reach.",
      "/var/run/docker.sock"),
    .init(
      .nodeSecrets, "node.secrets", .texts, .any,
      "The names of the variables of the environment that hold secrets; never the secrets.",
      "AWS_SECRET_ACCESS_KEY"),
    .init(
      .nodeUnsafePath, "node.unsafe_path", .texts, .any,
      "The parts of PATH, before the system's own, that are relative or empty or that others may write.",
      "."),
    .init(.nodeCorePattern, "node.core_pattern", .text, .any, "kernel.core_pattern.", "core"),
    .init(
      .nodeLsms, "node.lsms", .texts, .any,
      "The kernel's security modules that are in force; absent when they can't be seen.", "apparmor"
    ),
    .init(
      .nodePtraceScope, "node.ptrace_scope", .number, .any,
      "kernel.yama.ptrace_scope; 0 without it.", "1"),
    .init(.nodeUmask, "node.umask", .number, .any, "The umask of the command at its start.", "18"),
    .init(
      .nodeVulnerableCPU, "node.vulnerable_cpu", .texts, .any,
      "The weaknesses of the processor that the kernel does not mitigate.", "meltdown"),
  ]
}
