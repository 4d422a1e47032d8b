extension Field {
  /// One row a field. `dftrace alerts fields` and Docs/reference/fields.md are made from these.
  static let rows: [FieldDescription] = [
    .init(
      .evtType, "evt.type", .event, .any,
      "The syscall's name, or procexit or signaldeliver.", "openat"),
    .init(.evtNum, "evt.num", .number, .any, "The event's number in the run, from 1.", "42"),
    .init(
      .evtRes, "evt.res", .text, .calls, "SUCCESS, or the name of the error.", "ENOENT"),
    .init(
      .evtRawres, "evt.rawres", .number, .calls,
      "The return value of the call; a negative errno for errors.", "-2"),
    .init(.evtFailed, "evt.failed", .boolean, .calls, "Whether the call failed.", "true"),
    .init(
      .evtArg, "evt.arg", .argument, .argument, .argument,
      "The decoded argument of the call with this name.", "O_RDWR|O_CREAT"),
    .init(
      .evtRawarg, "evt.rawarg", .number, .argument, .argument,
      "The register value of the argument with this name.", "66"),
    .init(
      .evtIsOpenRead, "evt.is_open_read", .boolean, .opens,
      "Whether the call opens a file for reading (O_RDONLY or O_RDWR, not O_PATH, not O_DIRECTORY).",
      "true"),
    .init(
      .evtIsOpenWrite, "evt.is_open_write", .boolean, .opens,
      "Whether the call opens a file for writing, creates or truncates it; creat(2) included.",
      "true"),
    .init(
      .evtIsOpenCreate, "evt.is_open_create", .boolean, .opens,
      "Whether the call requests the creation of a file (O_CREAT, O_TMPFILE, creat).", "true"),
    .init(
      .evtIsOpenExec, "evt.is_open_exec", .boolean, .opens,
      "Whether the call creates a file with an execute permission.", "true"),
    .init(
      .evtABI, "evt.syscall.abi", .text, .calls,
      "The syscall interface (ABI) of the call.", "x86_64"),
    .init(
      .procName, "proc.name", .text, .any,
      "The thread's name (comm), at most 15 bytes; programs can change it.", "bash"),
    .init(
      .procExe, "proc.exe", .text, .any, "The first argument (argv[0]), as given.", "/bin/sh"),
    .init(
      .procExepath, "proc.exepath", .path, .any,
      "The path of the executable that the kernel runs.", "/usr/bin/bash"),
    .init(
      .procArgs, "proc.args", .text, .any,
      "The arguments after argv[0], joined by blanks.", "-c id"),
    .init(
      .procCmdline, "proc.cmdline", .text, .any,
      "The name (comm) and the arguments after argv[0], joined by blanks.", "bash -c id"),
    .init(.procCwd, "proc.cwd", .path, .any, "The working directory.", "/srv/shop"),
    .init(.procPid, "proc.pid", .number, .any, "The process id.", "4242"),
    .init(.procPpid, "proc.ppid", .number, .any, "The parent process id.", "4241"),
    .init(
      .procPname, "proc.pname", .text, .any,
      "The parent's name (comm); absent if the parent is outside the run.", "make"),
    .init(
      .procPexepath, "proc.pexepath", .path, .any,
      "The parent's executable; absent if the parent is outside the run.", "/usr/bin/make"),
    .init(
      .procPcmdline, "proc.pcmdline", .text, .any,
      "The parent's name and arguments; absent if the parent is outside the run.", "make all"),
    .init(
      .procAname, "proc.aname", .texts, .any, .optionalIndex,
      "The names of the ancestors in the run; [1] is the parent.", "make"),
    .init(
      .procAexepath, "proc.aexepath", .texts, .any, .optionalIndex,
      "The executables of the ancestors in the run; [1] is the parent.", "/usr/bin/make"),
    .init(
      .procAcmdline, "proc.acmdline", .texts, .any, .optionalIndex,
      "The names and arguments of the ancestors in the run; [1] is the parent.", "make all"),
    .init(.procSid, "proc.sid", .number, .any, "The session id.", "4200"),
    .init(
      .procTty, "proc.tty", .number, .any,
      "The device number of the controlling terminal; 0 without one.", "34816"),
    .init(
      .procEnv, "proc.env", .text, .any, .name,
      "An environment variable of the program at its execution.", "/root"),
    .init(
      .procIsExeFromMemfd, "proc.is_exe_from_memfd", .boolean, .any,
      "Whether the executable is an anonymous memory file (memfd).", "false"),
    .init(
      .procIsExeWrittenInRun, "proc.is_exe_written_in_run", .boolean, .any,
      "Whether a process of this run wrote the executable or script.", "false"),
    .init(
      .procExeWriter, "proc.exe_writer", .text, .any,
      "The program of this run that wrote the executable (for an interpreter: its script).", "pip"),
    .init(
      .procIsExeDeleted, "proc.is_exe_deleted", .boolean, .any,
      "Whether the executable file was deleted at its execution.", "false"),
    .init(
      .procIsSetuid, "proc.is_setuid", .boolean, .any,
      "Whether the executable is set-user-id or set-group-id.", "false"),
    .init(
      .procIsExeInWorkspace, "proc.is_exe_in_workspace", .boolean, .any,
      "Whether the executable or script is in the project's directory.", "true"),
    .init(
      .procIsExeInWritableDir, "proc.is_exe_in_writable_dir", .boolean, .any,
      "Whether the executable or script is outside the project and in or below a directory that users other than its owner can write.",
      "false"),
    .init(
      .procExecuted, "proc.executed", .path, .any,
      "The resolved path of the executed file: the script, or the executable itself.",
      "/srv/shop/app.py"),
    .init(
      .procProgram, "proc.program", .text, .any,
      "The program's name: the executable's file name or, for an interpreter, the script's or module's name.",
      "pip"),
    .init(
      .procPprogram, "proc.pprogram", .text, .any,
      "The name of the program that executed this program; absent for the traced command.", "make"),
    .init(
      .procIsShell, "proc.is_shell", .boolean, .any,
      "Whether the program is a shell (sh, bash, dash, zsh, ksh, fish, busybox sh, …).", "true"),
    .init(
      .procIsInterpreter, "proc.is_interpreter", .boolean, .any,
      "Whether the program is a script interpreter (python, perl, ruby, node, php, lua, …).",
      "false"),
    .init(
      .procGainedRoot, "proc.gained_root", .boolean, .credentials,
      "Whether the call changed the effective user id to 0 from another id.", "false"),
    .init(
      .procPreloads, "proc.preloads", .texts, .any,
      "The libraries named in LD_PRELOAD and LD_AUDIT.", "libfakeroot-sysv.so"),
    .init(
      .procLibraryPathIsUnsafe, "proc.library_path_is_unsafe", .boolean, .any,
      "Whether LD_LIBRARY_PATH has an entry that is relative, empty or writable by other users.",
      "false"),
    .init(
      .procExitSignal, "proc.exit_signal", .text, .endings,
      "The signal that ended the process; absent after exit.", "SIGSEGV"),
    .init(
      .procStdinType, "proc.stdin.type", .text, .any,
      "The type of standard input: file, directory, ipv4, ipv6, unix, pipe, tty, null, memfd, other.",
      "pipe"),
    .init(
      .procStdoutType, "proc.stdout.type", .text, .any,
      "The type of standard output; values as in proc.stdin.type.", "tty"),
    .init(
      .procStderrType, "proc.stderr.type", .text, .any,
      "The type of standard error; values as in proc.stdin.type.", "tty"),
    .init(
      .procStdinName, "proc.stdin.name", .text, .any, "The path or address of standard input.",
      "/dev/null"),
    .init(
      .procStdoutName, "proc.stdout.name", .text, .any, "The path or address of standard output.",
      "/dev/pts/0"),
    .init(
      .procStderrName, "proc.stderr.name", .text, .any, "The path or address of standard error.",
      "/dev/pts/0"),
    .init(
      .procStdinIsOutgoing, "proc.stdin.is_outgoing", .boolean, .any,
      "Whether standard input is an internet socket connected by this run.", "false"),
    .init(
      .procStdoutIsOutgoing, "proc.stdout.is_outgoing", .boolean, .any,
      "Whether standard output is an internet socket connected by this run.", "false"),
    .init(
      .procStdinWriters, "proc.stdin.writers", .texts, .any,
      "The command lines of the programs of this run that write to the pipe or FIFO at standard input, the nearest first: of `a | b | c`, those of c are b and a.",
      "base64 -d"),
    .init(
      .procStdoutReaders, "proc.stdout.readers", .texts, .any,
      "The command lines of the programs of this run that read from the pipe or FIFO at standard output, the nearest first.",
      "sh"),
    .init(.userUid, "user.uid", .number, .any, "The real user id.", "1000"),
    .init(.userEuid, "user.euid", .number, .any, "The effective user id.", "0"),
    .init(.groupGid, "group.gid", .number, .any, "The real group id.", "1000"),
    .init(.threadTid, "thread.tid", .number, .any, "The thread id.", "4243"),
    .init(
      .fdNum, "fd.num", .number, .descriptors,
      "The file descriptor of the call; for an open, the new descriptor.", "3"),
    .init(
      .fdName, "fd.name", .path, .descriptors,
      "The file's path, or the socket's endpoints as text. A call that changes a file has the resolved path only.",
      "/etc/shadow"),
    .init(
      .fdNameraw, "fd.nameraw", .text, .files, "The unresolved path argument of the call.",
      "../shadow"),
    .init(
      .fdDirectory, "fd.directory", .path, .files, "The directory part of fd.name.", "/etc"),
    .init(
      .fdFilename, "fd.filename", .path, .files, "The last component of fd.name.", "shadow"),
    .init(
      .fdType, "fd.type", .text, .descriptors,
      "The type of the descriptor; values as in proc.stdin.type.", "ipv4"),
    .init(
      .fdTypechar, "fd.typechar", .text, .descriptors,
      "Falco's letter for the type of the descriptor: f, d, 4, 6, u, p, m, o.", "4"),
    .init(.fdIP, "fd.ip", .addresses, .addresses, "The local or the remote address.", "192.0.2.1"),
    .init(
      .fdSip, "fd.sip", .address, .addresses,
      "The server's address: the remote address of an outgoing connection.", "192.0.2.1"),
    .init(.fdCip, "fd.cip", .address, .addresses, "The client's address.", "10.0.0.2"),
    .init(.fdLip, "fd.lip", .address, .addresses, "The local address.", "10.0.0.2"),
    .init(.fdRip, "fd.rip", .address, .addresses, "The remote address.", "192.0.2.1"),
    .init(.fdPort, "fd.port", .numbers, .addresses, "The local or the remote port.", "443"),
    .init(.fdSport, "fd.sport", .number, .addresses, "The server's port.", "443"),
    .init(.fdCport, "fd.cport", .number, .addresses, "The client's port.", "40312"),
    .init(.fdLport, "fd.lport", .number, .addresses, "The local port.", "40312"),
    .init(.fdRport, "fd.rport", .number, .addresses, "The remote port.", "443"),
    .init(
      .fdL4proto, "fd.l4proto", .text, .addresses,
      "The transport protocol: tcp, udp, icmp, raw or unix.", "tcp"),
    .init(
      .fdSockfamily, "fd.sockfamily", .text, .addresses,
      "The address family: ip for internet addresses, unix for local sockets.", "ip"),
    .init(
      .fdCountry, "fd.country", .text, .addresses,
      "The two-letter country code (ISO 3166-1) of the remote address; absent for private addresses.",
      "DE"),
    .init(
      .fdIsLoopback, "fd.is_loopback", .boolean, .addresses,
      "Whether the remote address belongs to this machine.", "false"),
    .init(
      .fdIsPrivate, "fd.is_private", .boolean, .addresses,
      "Whether the remote address is private or link-local.", "false"),
    .init(
      .fdIsOutgoing, "fd.is_outgoing", .boolean, .descriptors,
      "Whether the descriptor is an internet socket connected by this run.", "false"),
    .init(
      .fdSipName, "fd.sip.name", .texts, .addresses,
      "The names that DNS answers of this run gave for the server's address; any name can match.",
      "example.org"),
    .init(
      .fdIsResolver, "fd.is_resolver", .boolean, .addresses,
      "Whether the remote address is a name server of resolv.conf.", "false"),
    .init(
      .fsPathName, "fs.path.name", .path, .onePath, "The path of a call with one path.",
      "/etc/passwd"),
    .init(
      .fsPathSource, "fs.path.source", .path, .twoPaths,
      "The existing path of rename, link and symlink.", "/tmp/new"),
    .init(
      .fsPathTarget, "fs.path.target", .path, .twoPaths,
      "The new path of rename, link and symlink.", "/usr/bin/ls"),
    .init(
      .fileMode, "file.mode", .flags, .files, "The file's type and permission bits.",
      "S_ISUID|S_IXUSR"),
    .init(
      .fileIsRegular, "file.is_regular", .boolean, .files,
      "Whether the file is a regular file; false for a missing file.", "true"),
    .init(
      .fileIsSetuid, "file.is_setuid", .boolean, .files,
      "Whether the file is set-user-id or set-group-id.", "false"),
    .init(
      .fileIsWorldWritable, "file.is_world_writable", .boolean, .files,
      "Whether the file is world-writable.", "false"),
    .init(
      .fileIsInWorkspace, "file.is_in_workspace", .boolean, .files,
      "Whether the file is in the project's directory.", "true"),
    .init(
      .memProt, "mem.prot", .flags, .memory, "The requested memory protection.",
      "PROT_READ|PROT_EXEC"),
    .init(
      .memIsWX, "mem.is_wx", .boolean, .memory,
      "Whether the requested memory is writable and executable.", "false"),
    .init(.memAddress, "mem.address", .number, .memory, "The requested address.", "0"),
    .init(.memLength, "mem.length", .number, .memory, "The length of the memory in bytes.", "4096"),
    .init(
      .memKind, "mem.kind", .text, .memory,
      "The kind of memory: stack, heap, anonymous, file, memfd, shared, vdso.", "anonymous"),
    .init(
      .libPath, "lib.path", .path, .libraries,
      "The library: the path of the file that is mapped executable.",
      "/usr/lib/x86_64-linux-gnu/libc.so.6"),
    .init(
      .libDirectory, "lib.directory", .path, .libraries, "The directory part of lib.path.",
      "/usr/lib/x86_64-linux-gnu"),
    .init(
      .libInWritableDir, "lib.in_writable_dir", .boolean, .libraries,
      "Whether the library is outside the project and in or below a directory that users other than its owner can write.",
      "false"),
    .init(
      .libWriter, "lib.writer", .text, .libraries,
      "The program of this run that wrote the library.", "ld"),
    .init(
      .libWrittenInRun, "lib.written_in_run", .boolean, .libraries,
      "Whether a process of this run wrote the library.", "false"),
    .init(
      .targetPid, "target.pid", .number, .targets, "The id of the process that the call acts on.",
      "4300"),
    .init(
      .targetExepath, "target.exepath", .path, .targets,
      "The executable of the process that the call acts on.", "/usr/sbin/nginx"),
    .init(
      .targetIsSameProgram, "target.is_same_program", .boolean, .targets,
      "Whether the target process runs the same executable as the caller.", "false"),
    .init(
      .targetIsSelf, "target.is_self", .boolean, .targets,
      "Whether the target process is the caller itself.", "false"),
  ]
}
