extension Field {
  /// Rows for programs, files and network protocols.
  static let furtherRows: [FieldDescription] = [
    .init(
      .evtIPBacking, "evt.ip.backing", .text, .calls,
      "The memory that contains the syscall instruction: file, vdso, anonymous, stack, heap, memfd.",
      "file"),
    .init(
      .evtSPOutsideStack, "evt.sp.outside_stack", .boolean, .calls,
      "Whether the stack pointer is outside any stack: in a file mapping, or in the heap at an execution or a change of memory protection.",
      "false"),
    .init(
      .procIsCommand, "proc.is_command", .boolean, .any,
      "Whether the process is the traced command and has not executed another program yet.",
      "true"),
    .init(
      .procBelowPackageManager, "proc.below_package_manager", .boolean, .any,
      "Whether the process is the distribution's package manager, started as the command, or descends from it.",
      "false"),
    .init(
      .procProgramArgs, "proc.program_args", .text, .any,
      "The arguments of proc.program, joined by blanks: for a script, those after the script.",
      "install hello"),
    .init(
      .procLoaderVariables, "proc.loader_variables", .texts, .any,
      "The environment variables that steer the C library and its loader, and that flaws in set-user-id programs need: GLIBC_TUNABLES, GCONV_PATH, LD_AUDIT and the like.",
      "GLIBC_TUNABLES"),
    .init(
      .procHasFileCapabilities, "proc.has_file_capabilities", .boolean, .any,
      "Whether the executable has file capabilities (security.capability).", "false"),
    .init(
      .procCapabilitiesGained, "proc.capabilities_gained", .texts, .capabilities,
      "The capabilities gained by the call: effective, permitted or ambient after it and not before.",
      "CAP_NET_RAW"),
    .init(
      .procNewName, "proc.new_name", .text, .naming,
      "The thread name set by prctl(PR_SET_NAME).", "kworker/0:1"),
    .init(
      .procSecretInArgs, "proc.secret_in_args", .text, .any,
      "The kind of secret in the arguments, never the secret itself.", "GitHub token"),
    .init(
      .procParentHasAccepted, "proc.parent_has_accepted", .boolean, .any,
      "Whether the parent program had accepted an internet connection before it executed this one.",
      "false"),
    .init(
      .procCoreDumped, "proc.core_dumped", .boolean, .endings,
      "Whether the kernel dumped a core of the process, to a file or to the program of core_pattern.",
      "false"),
    .init(
      .procOutlivesCommand, "proc.outlives_command", .boolean, .endings,
      "Whether the process still ran in its own session after the command had ended.",
      "false"),
    .init(
      .procAbortMessage, "proc.abort_message", .text, .endings,
      "The message of the C library before it aborted the process.",
      "*** stack smashing detected ***: terminated"),
    .init(
      .procImports, "proc.imports", .texts, .any,
      "The library functions that the executable imports.", "gets"),
    .init(
      .procHardeningMissing, "proc.hardening_missing", .texts, .any,
      "The hardening features that the executable lacks: pie, nx, relro, stack-protector, fortify.",
      "relro"),
    .init(
      .procExecutableStack, "proc.executable_stack", .boolean, .any,
      "Whether the executable requests an executable stack (PT_GNU_STACK).", "false"),
    .init(
      .procRpathIsUnsafe, "proc.rpath_is_unsafe", .boolean, .any,
      "Whether the executable's library search path (RPATH, RUNPATH) has a relative or empty directory, or one that other users can write.",
      "false"),
    .init(
      .procIs64Bit, "proc.is_64bit", .boolean, .any,
      "Whether the executable is a 64-bit program for the machine's architecture.", "true"),
    .init(
      .procCwdOutsideRoot, "proc.cwd_outside_root", .boolean, .any,
      "Whether the working directory is outside the process's root directory.", "false"),
    .init(
      .procKeptPrivileges, "proc.kept_privileges", .texts, .credentials,
      "The privileges that remain after the process dropped root: saved-uid, gid, groups.", "groups"
    ),
    .init(
      .threadCapEffective, "thread.cap_effective", .texts, .any,
      "The thread's effective capabilities.",
      "CAP_NET_RAW"),
    .init(
      .threadCapPermitted, "thread.cap_permitted", .texts, .any,
      "The thread's permitted capabilities.",
      "CAP_NET_RAW"),
    .init(
      .fileIsDirectory, "file.is_directory", .boolean, .files,
      "Whether the file is a directory; false for a missing file.", "false"),
    .init(
      .fileIsExecutable, "file.is_executable", .boolean, .files,
      "Whether the file is a regular file with an execute permission.", "false"),
    .init(
      .fileWasCreated, "file.was_created", .boolean, .creations,
      "Whether the file did not exist before the call and the call requests its creation.",
      "true"),
    .init(
      .fileInTempDir, "file.in_temp_dir", .boolean, .files,
      "Whether the file is directly in a world-writable directory with the sticky bit, such as /tmp.",
      "false"),
    .init(
      .fileInWritableDir, "file.in_writable_dir", .boolean, .files,
      "Whether the file is outside the project and in or below a directory that users other than its owner can write.",
      "false"),
    .init(
      .fileIsPrivate, "file.is_private", .boolean, .files,
      "Whether other users (not owner or group) cannot read the file, or its permissions are unknown.",
      "true"),
    .init(
      .fileInOtherHome, "file.in_other_home", .boolean, .files,
      "Whether the file is in another user's home directory.", "false"),
    .init(
      .fileIsOwnExecutable, "file.is_own_executable", .boolean, .files,
      "Whether the file is the executable or script of the process itself.", "false"),
    .init(
      .fileCreationMode, "file.creation_mode", .flags, .creations,
      "The permission bits of the new file: the requested bits without those of the umask.",
      "S_IRUSR|S_IWUSR"),
    .init(
      .fileWriter, "file.writer", .text, .files, "The program of this run that wrote the file.",
      "cp"),
    .init(
      .fileWrittenInRun, "file.written_in_run", .boolean, .files,
      "Whether a process of this run wrote the file.", "false"),
    .init(
      .fileNameIsRandom, "file.name_is_random", .boolean, .files,
      "Whether the file name has a random part, as names of mkstemp have.",
      "true"),
    .init(
      .fileIsTracked, "file.is_tracked", .boolean, .files,
      "Whether the project's version control (Git) tracks the file.", "true"),
    .init(
      .fileAttributesSet, "file.attributes_set", .flags, .options,
      "The inode attributes that prevent changes (immutable, append-only), as set by ioctl (chattr).",
      "FS_IMMUTABLE_FL"),
    .init(
      .fileTimeSetBack, "file.time_set_back", .boolean, .times,
      "Whether the call moves the file's modification time back by more than one day.",
      "false"),
    .init(
      .fileWasChecked, "file.was_checked", .boolean, .opens,
      "Whether the process checked its access to the same name before (access, faccessat).",
      "false"),
    .init(
      .fileCreatedInRun, "file.created_in_run", .boolean, .files,
      "Whether an open of this run created the file.", "false"),
    .init(
      .fileIsOnOwnGround, "file.is_on_own_ground", .boolean, .files,
      "Whether the file lies in a tree that this run created in a temporary directory or in the project, and is missing or was created in the run. Never below an account's home or a directory of the system.",
      "true"),
    .init(
      .fileIsInOwnRepository, "file.is_in_own_repository", .boolean, .files,
      "Whether the file lies in a repository whose root this run created in a temporary directory or in the project.",
      "true"),
    .init(
      .memWasWritable, "mem.was_writable", .boolean, .memory,
      "Whether the memory was writable before the call.", "false"),
    .init(
      .libIsInWorkspace, "lib.is_in_workspace", .boolean, .libraries,
      "Whether the library is in the project's directory.", "false"),
    .init(
      .libIsBesideProgram, "lib.is_beside_program", .boolean, .libraries,
      "Whether the library belongs to the program: it is below the executable's directory or, if that is a bin directory, below its parent.",
      "false"),
    .init(
      .libIsDeleted, "lib.is_deleted", .boolean, .libraries,
      "Whether the library file was deleted.",
      "false"),
    .init(
      .libExecutableStack, "lib.executable_stack", .boolean, .libraries,
      "Whether the library requests an executable stack (PT_GNU_STACK).", "false"),
    .init(
      .libRpath, "lib.rpath", .texts, .libraries,
      "The library search path in the library (RPATH, RUNPATH).",
      "$ORIGIN/../lib"),
    .init(
      .libRpathIsUnsafe, "lib.rpath_is_unsafe", .boolean, .libraries,
      "Whether the library's search path has a relative or empty directory, or one that other users can write.",
      "false"),
    .init(
      .libImports, "lib.imports", .texts, .libraries, "The functions that the library imports.",
      "gets"),
    .init(
      .libOverrides, "lib.overrides", .texts, .libraries,
      "The C library functions that the library redefines.", "open"),
    .init(
      .libHasTextRelocations, "lib.has_text_relocations", .boolean, .libraries,
      "Whether the library has text relocations, which change its code at load time (DT_TEXTREL).",
      "false"),
    .init(
      .dnsName, "dns.name", .text, .names,
      "The queried name of a DNS message, in lower case.", "example.org"),
    .init(.dnsType, "dns.type", .text, .names, "The record type of the DNS query.", "AAAA"),
    .init(
      .dnsUnusualNames, "dns.unusual_names", .number, .names,
      "The number of queried names in the message's domain that look like encoded data, in this run.",
      "0"),
    .init(
      .dnsBulkNames, "dns.bulk_names", .number, .names,
      "The number of names queried in the message's domain with TXT or NULL records, in this run.",
      "0"),
    .init(
      .netProtocol, "net.protocol", .text, .conversations,
      "The protocol detected from the first bytes of a connection: ssh, stratum, tls, http.", "ssh"),
    .init(
      .netlinkType, "netlink.type", .texts, .netlink,
      "The type of a netlink message, as named in the kernel's headers.", "RTM_NEWROUTE"),
    .init(
      .netSetsPromiscuous, "net.sets_promiscuous", .boolean, .options,
      "Whether the call sets a network interface to promiscuous mode.", "false"),
    .init(
      .targetIsInRun, "target.is_in_run", .boolean, .targets,
      "Whether the target process belongs to the run.", "true"),
  ]
}
