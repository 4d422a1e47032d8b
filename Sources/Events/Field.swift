/// What kind of values a field has, which decides its operators.
public enum FieldType: String, Sendable {
  case boolean, number, text, path, address, addresses, numbers, flags, event, texts
  /// `evt.arg.NAME`: whatever the argument is; looked up by its name.
  case argument
}

/// Which events have a value for a field.
public enum FieldScope: Sendable {
  /// All.
  case any
  /// All system calls.
  case calls
  /// Calls that open a file: open, openat, openat2, creat, open_by_handle_at.
  case opens
  /// Calls that name a file by a path or a descriptor.
  case files
  /// Calls with a descriptor, a path or a socket address.
  case descriptors
  /// Calls that are about a socket's address: connect, bind, listen, sendto, sendmsg, sendmmsg.
  case addresses
  /// mmap, mprotect, pkey_mprotect, shmat.
  case memory
  /// mmap, mprotect, pkey_mprotect: what can map a library's code.
  case libraries
  /// Calls that name another process, by its id (ptrace, kill, process_vm_readv, …) or by opening
  /// one of its files in `/proc`.
  case targets
  /// The end of a process.
  case endings
  /// Calls that may change the effective user id: setuid, setreuid, setresuid, execve, execveat.
  case credentials
  /// Calls with one path.
  case onePath
  /// Calls with two: rename, link, symlink.
  case twoPaths
  /// Calls that have the argument that the field's parameter names.
  case argument
  /// capset and prctl.
  case capabilities
  /// prctl, which gives a thread its name.
  case naming
  /// Calls that carry a message of the name service: those that send and receive.
  case names
  /// What a process says and hears on a connection that is listened to.
  case conversations
  /// Calls that may speak to the kernel's network configuration: sendto, sendmsg, sendmmsg.
  case netlink
  /// setsockopt, ioctl, and sendto and its like, which may configure interfaces.
  case options
  /// Calls that may make a file: those that open one, mkdir and mknod.
  case creations
  /// Calls that set a file's times.
  case times
}

/// How much of the family of a field is chosen by a parameter.
public enum FieldParameterKind: Sendable {
  case none
  /// May be followed by `[n]`; without it, any of them.
  case optionalIndex
  /// Must be followed by `[n]`, a number of seconds, or by a criterion that is one.
  case seconds
  /// Must be followed by `[NAME]`.
  case name
  /// Must be followed by `.NAME`, an argument's name.
  case argument
}

/// What there is to say about a field.
public struct FieldDescription: Sendable {
  /// Which field.
  public let field: Field
  /// Its name in a condition, without its parameter.
  public let name: String
  /// What kind of values it has.
  public let type: FieldType
  /// Which events have a value for it.
  public let scope: FieldScope
  /// Whether it takes a parameter.
  public let parameter: FieldParameterKind
  /// One sentence.
  public let meaning: String
  /// An example of a value.
  public let example: String

  init(
    _ field: Field, _ name: String, _ type: FieldType, _ scope: FieldScope,
    _ meaning: String, _ example: String
  ) {
    self.init(field, name, type, scope, .none, meaning, example)
  }

  init(
    _ field: Field, _ name: String, _ type: FieldType, _ scope: FieldScope,
    _ parameter: FieldParameterKind, _ meaning: String, _ example: String
  ) {
    self.field = field
    self.name = name
    self.type = type
    self.scope = scope
    self.parameter = parameter
    self.meaning = meaning
    self.example = example
  }
}

/// A value that conditions may ask of an event. Names are Falco's wherever Falco has one.
public enum Field: UInt8, CaseIterable, Sendable {
  case evtType, evtNum, evtRes, evtRawres, evtFailed, evtArg, evtRawarg
  case evtIsOpenRead, evtIsOpenWrite, evtIsOpenCreate, evtIsOpenExec, evtABI
  case procName, procExe, procExepath, procArgs, procCmdline, procCwd, procPid, procPpid
  case procPname, procPexepath, procPcmdline, procAname, procAexepath, procAcmdline
  case procSid, procTty, procEnv
  case procIsExeFromMemfd, procIsExeWrittenInRun, procExeWriter, procIsExeDeleted, procIsSetuid
  case procIsExeInWorkspace, procIsExeInWritableDir, procExecuted, procProgram, procPprogram
  case procIsShell, procIsInterpreter, procGainedRoot, procPreloads, procLibraryPathIsUnsafe
  case procExitSignal
  case procStdinType, procStdoutType, procStderrType
  case procStdinName, procStdoutName, procStderrName
  case procStdinIsOutgoing, procStdoutIsOutgoing
  case userUid, userEuid, groupGid, threadTid
  case fdNum, fdName, fdNameraw, fdDirectory, fdFilename, fdType, fdTypechar
  case fdIP, fdSip, fdCip, fdLip, fdRip, fdPort, fdSport, fdCport, fdLport, fdRport
  case fdL4proto, fdSockfamily, fdCountry, fdIsLoopback, fdIsPrivate, fdIsOutgoing
  case fdSipName, fdIsResolver
  case fsPathName, fsPathSource, fsPathTarget
  case fileMode, fileIsRegular, fileIsSetuid, fileIsWorldWritable, fileIsInWorkspace
  case memProt, memIsWX, memAddress, memLength, memKind
  case libPath, libDirectory, libInWritableDir, libWriter, libWrittenInRun
  case targetPid, targetExepath, targetIsSameProgram, targetIsSelf, targetIsInRun
  case evtIPBacking, evtSPOutsideStack
  case procIsCommand, procHasFileCapabilities, procCapabilitiesGained, procNewName
  case procSecretInArgs, procParentHasAccepted, procCoreDumped, procOutlivesCommand
  case procAbortMessage, procImports, procHardeningMissing, procExecutableStack
  case procRpathIsUnsafe, procIs64Bit, procCwdOutsideRoot, procKeptPrivileges
  case threadCapEffective, threadCapPermitted
  case fileIsDirectory, fileIsExecutable, fileWasCreated, fileInTempDir, fileInWritableDir
  case fileIsPrivate, fileInOtherHome, fileIsOwnExecutable, fileCreationMode, fileWriter
  case fileWrittenInRun, fileNameIsRandom, fileIsTracked, fileAttributesSet, fileTimeSetBack
  case fileWasChecked
  case memWasWritable
  case libIsInWorkspace, libIsBesideProgram, libIsDeleted, libExecutableStack, libRpath
  case libRpathIsUnsafe, libImports, libOverrides, libHasTextRelocations
  case dnsName, dnsType, dnsUnusualNames, dnsBulkNames
  case netProtocol, netlinkType, netSetsPromiscuous
  case runDestinations, runPortsTried, runHostsTried, runProcesses, runProcessRate
  case runDirectoriesListed, runDeleted, runEncrypted, runCredentialKinds
  case osId, osVersion, osName, osIsEndOfLife, osEndOfLife, kernelRelease, kernelNumber
  case nodeIsContainer, nodeRootIsUsual, nodeAslr, nodeIsPrivileged, nodeCapabilities
  case nodeExcessCapabilities, nodeHostNamespaces, nodeHostMounts, nodeRuntimeSockets
  case nodeSecrets, nodeUnsafePath, nodeCorePattern, nodeLsms, nodePtraceScope, nodeUmask
  case nodeVulnerableCPU
  case evtDir, evtTime, evtArgs, evtCategory
  case procExeline, procDuration, procVpid, procSname, procLoginshellid, procNchilds
  case procIsExeWritable, procIsJIT
  case userName, userLoginuid, groupName
  case fdDev, fdIno, fdCipName, fdIsServer, fdIsMetadataService, fileIsElf

  /// What there is to say about the field.
  public var description: FieldDescription { Self.table[Int(rawValue)] }

  /// Which events have a value for the field.
  public var scope: FieldScope { Self.scopes[Int(rawValue)] }

  private static let scopes = table.map(\.scope)

  /// Finds a field by its name without parameter.
  public init?(name: String) {
    guard let found = Self.byName[name] else { return nil }
    self = found
  }

  /// All fields in the order of the table.
  public static let table: [FieldDescription] = (rows + furtherRows + runRows + identityRows).sorted
  {
    $0.field.rawValue < $1.field.rawValue
  }

  private static let byName = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0.field) })
}
