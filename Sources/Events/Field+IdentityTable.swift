extension Field {
  /// Rows for fields of Falco's rules: events, processes, users and files.
  static let identityRows: [FieldDescription] = [
    .init(
      .evtDir, "evt.dir", .text, .any,
      "Always <: a syscall is one event with its result, as in Falco since 0.41.", "<"),
    .init(
      .evtTime, "evt.time", .text, .any, "The time of the event, in UTC.",
      "2026-11-28T12:00:00.123456Z"),
    .init(
      .evtArgs, "evt.args", .text, .any,
      "All arguments as in alerts, NAME=VALUE, joined by blanks.",
      "dirfd=AT_FDCWD name=/etc/passwd flags=O_RDONLY"),
    .init(
      .evtCategory, "evt.category", .text, .any,
      "The event's category: file, net, IPC, process, memory, user, signal, time, wait, sleep, scheduler, system, other. The descriptor's type determines it for read and write calls.",
      "file"),
    .init(
      .procExeline, "proc.exeline", .text, .any,
      "All arguments, argv[0] included, joined by blanks.", "/bin/sh -c id"),
    .init(
      .procDuration, "proc.duration", .number, .any,
      "The age of the process in nanoseconds, with a resolution of 10 ms.",
      "30000000"),
    .init(
      .procVpid, "proc.vpid", .number, .any,
      "The process id in the process's own pid namespace.", "1"),
    .init(
      .procSname, "proc.sname", .text, .any, "The name (comm) of the session leader.", "bash"),
    .init(
      .procLoginshellid, "proc.loginshellid", .number, .any,
      "The id of the oldest shell among the process and its ancestors in the run.", "4240"),
    .init(
      .procNchilds, "proc.nchilds", .number, .any,
      "The number of threads without the main thread.", "3"),
    .init(
      .procIsExeWritable, "proc.is_exe_writable", .boolean, .any,
      "Whether the process's user can write its executable, by owner, groups and permissions; root can.",
      "false"),
    .init(
      .procIsJIT, "proc.is_jit", .boolean, .any,
      "Whether the executable is a known JIT runtime, such as node or java.",
      "false"),
    .init(
      .userName, "user.name", .text, .any,
      "The real user's name in the host's /etc/passwd.", "ana"),
    .init(
      .userLoginuid, "user.loginuid", .number, .any,
      "The login user id of the session; -1 without a login.", "1000"),
    .init(
      .groupName, "group.name", .text, .any,
      "The real group's name in the host's /etc/group.", "users"),
    .init(
      .fdDev, "fd.dev", .number, .files, "The device number of the file's file system.",
      "2049"),
    .init(.fdIno, "fd.ino", .number, .files, "The file's inode number.", "173521"),
    .init(
      .fdCipName, "fd.cip.name", .texts, .addresses,
      "The names that DNS answers of this run gave for the client's address.",
      "ci.example.org"),
    .init(
      .fdIsServer, "fd.is_server", .boolean, .addresses,
      "Whether the local end is the server: bind, listen.", "false"),
    .init(
      .fdIsMetadataService, "fd.is_metadata_service", .boolean, .addresses,
      "Whether the address is a cloud metadata service, such as 169.254.169.254.",
      "false"),
    .init(
      .fdIsKubernetesAPI, "fd.is_kubernetes_api", .boolean, .addresses,
      "Whether the program's environment names the address as the API server of its cluster (KUBERNETES_SERVICE_HOST).",
      "false"),
    .init(
      .fileIsElf, "file.is_elf", .boolean, .files,
      "Whether the file is a regular file with an ELF header.", "false"),
  ]
}
