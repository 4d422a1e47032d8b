extension Field {
  /// More rows: what Falco's rules ask of events, of who makes them and of what they are about.
  static let identityRows: [FieldDescription] = [
    .init(
      .evtDir, "evt.dir", .text, .any,
      "Always <: a call is one event with its result, as in Falco since 0.41.", "<"),
    .init(
      .evtTime, "evt.time", .text, .any, "When it was met, in UTC.",
      "2026-11-28T12:00:00.123456Z"),
    .init(
      .evtArgs, "evt.args", .text, .any,
      "All arguments as alerts show them, each after its name, joined by blanks.",
      "dirfd=AT_FDCWD name=/etc/passwd flags=O_RDONLY"),
    .init(
      .evtCategory, "evt.category", .text, .any,
      "What the event is about: file, net, IPC, process, memory, user, signal, time, wait, sleep, scheduler, system, other. Of calls that read and write, what they read and write decides.",
      "file"),
    .init(
      .procExeline, "proc.exeline", .text, .any,
      "The first argument as given and the others, joined by blanks.", "/bin/sh -c id"),
    .init(
      .procDuration, "proc.duration", .number, .any,
      "How long ago the process was made, in nanoseconds, to a hundredth of a second.",
      "30000000"),
    .init(
      .procVpid, "proc.vpid", .number, .any,
      "The process id in the innermost pid namespace that the process belongs to.", "1"),
    .init(
      .procSname, "proc.sname", .text, .any, "The name (comm) of the session's leader.", "bash"),
    .init(
      .procLoginshellid, "proc.loginshellid", .number, .any,
      "The id of the oldest shell among the process and its ancestors in the run.", "4240"),
    .init(
      .procNchilds, "proc.nchilds", .number, .any,
      "How many threads the process has beside the first.", "3"),
    .init(
      .procIsExeWritable, "proc.is_exe_writable", .boolean, .any,
      "Whether the process's user may write its executable, by owner, groups and permissions; root may.",
      "false"),
    .init(
      .procIsJIT, "proc.is_jit", .boolean, .any,
      "Whether the executable is a runtime that is known to make code while it runs: node, java.",
      "false"),
    .init(
      .userName, "user.name", .text, .any,
      "The real user's name in /etc/passwd of the machine that dftrace runs on.", "ana"),
    .init(
      .userLoginuid, "user.loginuid", .number, .any,
      "The user id that the session was logged in with; -1 when there was no login.", "1000"),
    .init(
      .groupName, "group.name", .text, .any,
      "The real group's name in /etc/group of the machine that dftrace runs on.", "users"),
    .init(
      .fdDev, "fd.dev", .number, .files, "The number of the device that the file lies on.",
      "2049"),
    .init(.fdIno, "fd.ino", .number, .files, "The file's inode number.", "173521"),
    .init(
      .fdCipName, "fd.cip.name", .texts, .addresses,
      "The names that answers of the name service gave for the client's address.",
      "ci.example.org"),
    .init(
      .fdIsServer, "fd.is_server", .boolean, .addresses,
      "Whether the call makes its own end the server's: bind, listen.", "false"),
    .init(
      .fdIsMetadataService, "fd.is_metadata_service", .boolean, .addresses,
      "Whether the address is one by which clouds hand out credentials: 169.254.169.254 and its like.",
      "false"),
    .init(
      .fileIsElf, "file.is_elf", .boolean, .files,
      "Whether the file is a regular one that begins as ELF programs and libraries do.", "false"),
  ]
}
