extension Field {
  /// More rows: of programs, files and conversations.
  static let furtherRows: [FieldDescription] = [
    .init(
      .evtIPBacking, "evt.ip.backing", .text, .calls,
      "Where the instruction lies that makes the call: file, vdso, anonymous, stack, heap, memfd.",
      "file"),
    .init(
      .evtSPOutsideStack, "evt.sp.outside_stack", .boolean, .calls,
      "Whether the stack pointer lies where no stack can be: in a file's mapping, or in the heap of a program that makes an execution or changes protections.",
      "false"),
    .init(
      .procIsCommand, "proc.is_command", .boolean, .any,
      "Whether it is the command that dftrace was given, before it executes another program.",
      "true"),
    .init(
      .procHasFileCapabilities, "proc.has_file_capabilities", .boolean, .any,
      "Whether the executable's file gives capabilities (security.capability).", "false"),
    .init(
      .procCapabilitiesGained, "proc.capabilities_gained", .texts, .capabilities,
      "The capabilities that are effective, permitted or ambient after the call and were not before.",
      "CAP_NET_RAW"),
    .init(
      .procNewName, "proc.new_name", .text, .naming,
      "The name that a thread gives itself by prctl(PR_SET_NAME).", "kworker/0:1"),
    .init(
      .procSecretInArgs, "proc.secret_in_args", .text, .any,
      "What kind of secret the arguments hold: never the secret itself.", "GitHub token"),
    .init(
      .procParentHasAccepted, "proc.parent_has_accepted", .boolean, .any,
      "Whether the program that executed this one had accepted an internet connection.", "false"),
    .init(
      .procCoreDumped, "proc.core_dumped", .boolean, .endings,
      "Whether the kernel wrote a core of the process, or gave it to the program of core_pattern.",
      "false"),
    .init(
      .procOutlivesCommand, "proc.outlives_command", .boolean, .endings,
      "Whether the process still ran in a session of its own when the command itself had ended.",
      "false"),
    .init(
      .procAbortMessage, "proc.abort_message", .text, .endings,
      "What the C library recorded before it aborted the process.",
      "*** stack smashing detected ***: terminated"),
    .init(
      .procImports, "proc.imports", .texts, .any,
      "The functions that the executable imports from libraries.", "gets"),
    .init(
      .procHardeningMissing, "proc.hardening_missing", .texts, .any,
      "What the executable was built without: pie, nx, relro, stack-protector, fortify.", "relro"),
    .init(
      .procExecutableStack, "proc.executable_stack", .boolean, .any,
      "Whether the executable asks for an executable stack (PT_GNU_STACK).", "false"),
    .init(
      .procRpathIsUnsafe, "proc.rpath_is_unsafe", .boolean, .any,
      "Whether the executable looks for libraries in a relative or empty directory, or one that others may write (RPATH, RUNPATH).",
      "false"),
    .init(
      .procIs64Bit, "proc.is_64bit", .boolean, .any,
      "Whether the executable is a 64-bit program of the machine's own kind.", "true"),
    .init(
      .procCwdOutsideRoot, "proc.cwd_outside_root", .boolean, .any,
      "Whether the working directory lies outside the process's root directory.", "false"),
    .init(
      .procKeptPrivileges, "proc.kept_privileges", .texts, .credentials,
      "What a process that gave up root kept: saved-uid, gid, groups.", "groups"),
    .init(
      .threadCapEffective, "thread.cap_effective", .texts, .any, "The effective capabilities.",
      "CAP_NET_RAW"),
    .init(
      .threadCapPermitted, "thread.cap_permitted", .texts, .any, "The permitted capabilities.",
      "CAP_NET_RAW"),
    .init(
      .fileIsDirectory, "file.is_directory", .boolean, .files,
      "Whether the file is a directory; false for one that does not exist.", "false"),
    .init(
      .fileIsExecutable, "file.is_executable", .boolean, .files,
      "Whether the file is a regular file that somebody may execute.", "false"),
    .init(
      .fileWasCreated, "file.was_created", .boolean, .creations,
      "Whether the file did not exist when the call began, and the call asks for it to be made.",
      "true"),
    .init(
      .fileInTempDir, "file.in_temp_dir", .boolean, .files,
      "Whether the file lies directly in a directory that everybody may write and that has the sticky bit, such as /tmp.",
      "false"),
    .init(
      .fileInWritableDir, "file.in_writable_dir", .boolean, .files,
      "Whether the file lies outside the project in a directory that others than its owner may write, or below one.",
      "false"),
    .init(
      .fileIsPrivate, "file.is_private", .boolean, .files,
      "Whether others than the owner and the group may not read the file, or it can't be looked at.",
      "true"),
    .init(
      .fileInOtherHome, "file.in_other_home", .boolean, .files,
      "Whether the file lies in the home directory of another user than the process's.", "false"),
    .init(
      .fileIsOwnExecutable, "file.is_own_executable", .boolean, .files,
      "Whether the file is the executable or script that the process runs.", "false"),
    .init(
      .fileCreationMode, "file.creation_mode", .flags, .creations,
      "The permission bits that a new file gets: those asked for without those of the umask.",
      "S_IRUSR|S_IWUSR"),
    .init(
      .fileWriter, "file.writer", .text, .files, "The program that wrote the file in this run.",
      "cp"),
    .init(
      .fileWrittenInRun, "file.written_in_run", .boolean, .files,
      "Whether a process of this run wrote the file.", "false"),
    .init(
      .fileNameIsRandom, "file.name_is_random", .boolean, .files,
      "Whether the file's name holds a part that nobody could have guessed, as mkstemp makes it.",
      "true"),
    .init(
      .fileIsTracked, "file.is_tracked", .boolean, .files,
      "Whether the project's version control (Git) tracks the file.", "true"),
    .init(
      .fileAttributesSet, "file.attributes_set", .flags, .options,
      "The attributes that ioctl gives a file (chattr), as far as they keep it from being changed.",
      "FS_IMMUTABLE_FL"),
    .init(
      .fileTimeSetBack, "file.time_set_back", .boolean, .times,
      "Whether the call sets the file's modification time to more than a day before it was.",
      "false"),
    .init(
      .fileWasChecked, "file.was_checked", .boolean, .opens,
      "Whether the process asked for its access to the same name before (access, faccessat).",
      "false"),
    .init(
      .memWasWritable, "mem.was_writable", .boolean, .memory,
      "Whether the memory was writable when the call began.", "false"),
    .init(
      .libIsInWorkspace, "lib.is_in_workspace", .boolean, .libraries,
      "Whether that file lies below the run's own project directory.", "false"),
    .init(
      .libIsBesideProgram, "lib.is_beside_program", .boolean, .libraries,
      "Whether that file belongs to the program: below the executable's directory or, when that is a bin, the directory above.",
      "false"),
    .init(
      .libIsDeleted, "lib.is_deleted", .boolean, .libraries, "Whether that file had no name left.",
      "false"),
    .init(
      .libExecutableStack, "lib.executable_stack", .boolean, .libraries,
      "Whether that file asks for an executable stack (PT_GNU_STACK).", "false"),
    .init(
      .libRpath, "lib.rpath", .texts, .libraries,
      "The directories in which that file looks for other libraries (RPATH, RUNPATH).",
      "$ORIGIN/../lib"),
    .init(
      .libRpathIsUnsafe, "lib.rpath_is_unsafe", .boolean, .libraries,
      "Whether one of those is relative or empty, or may be written by others.", "false"),
    .init(
      .libImports, "lib.imports", .texts, .libraries, "The functions that that file imports.",
      "gets"),
    .init(
      .libOverrides, "lib.overrides", .texts, .libraries,
      "The functions of the C library that that file defines itself.", "open"),
    .init(
      .libHasTextRelocations, "lib.has_text_relocations", .boolean, .libraries,
      "Whether that file's code has to be changed when it is loaded (DT_TEXTREL).", "false"),
    .init(
      .dnsName, "dns.name", .text, .names,
      "The name that a message of the name service asks for, in lower case.", "example.org"),
    .init(.dnsType, "dns.type", .text, .names, "The kind of record that it asks for.", "AAAA"),
    .init(
      .dnsUnusualNames, "dns.unusual_names", .number, .names,
      "How many names that look like data the run has asked for in the domain of the message.", "0"),
    .init(
      .dnsBulkNames, "dns.bulk_names", .number, .names,
      "How many names the run has asked for in that domain by TXT or NULL records.", "0"),
    .init(
      .netProtocol, "net.protocol", .text, .conversations,
      "What the first bytes on a connection show: ssh, stratum, tls, http.", "ssh"),
    .init(
      .netlinkType, "netlink.type", .texts, .netlink,
      "What a netlink message asks of the kernel, by its header's names.", "RTM_NEWROUTE"),
    .init(
      .netSetsPromiscuous, "net.sets_promiscuous", .boolean, .options,
      "Whether the call makes an interface take in all packets.", "false"),
    .init(
      .targetIsInRun, "target.is_in_run", .boolean, .targets,
      "Whether that process belongs to the run.", "true"),
  ]
}
