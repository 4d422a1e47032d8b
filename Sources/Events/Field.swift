/// The type of a field's values, which determines its operators.
public enum FieldType: String, Sendable {
  case boolean, number, text, path, address, addresses, numbers, flags, event, texts
  /// `evt.arg.NAME`: the type depends on the argument.
  case argument
}

/// The events that have a value for a field.
public enum FieldScope: Sendable {
  /// All events.
  case any
  /// All syscalls.
  case calls
  /// Calls that open a file: open, openat, openat2, creat, open_by_handle_at.
  case opens
  /// Calls that name a file by a path or a descriptor.
  case files
  /// Calls with a descriptor, a path or a socket address.
  case descriptors
  /// Calls with a socket address: connect, bind, listen, sendto, sendmsg, sendmmsg.
  case addresses
  /// mmap, mprotect, pkey_mprotect, shmat.
  case memory
  /// mmap, mprotect, pkey_mprotect: calls that can map a library's code.
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
  /// Calls with two paths: rename, link, symlink.
  case twoPaths
  /// Calls that have the argument that the field's parameter names.
  case argument
  /// capset and prctl.
  case capabilities
  /// prctl, which gives a thread its name.
  case naming
  /// Calls that send or receive a DNS message.
  case names
  /// Data that a process sends or receives on an inspected connection.
  case conversations
  /// Calls that may send netlink messages: sendto, sendmsg, sendmmsg.
  case netlink
  /// Calls that may configure network interfaces: setsockopt, ioctl, sendto, sendmsg, sendmmsg.
  case options
  /// Calls that may create a file: opens, mkdir and mknod.
  case creations
  /// Calls that set a file's times.
  case times
}

/// The parameter of a field.
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

/// The description of a field.
public struct FieldDescription: Sendable {
  /// The field.
  public let field: Field
  /// Its name in a condition, without its parameter.
  public let name: String
  /// The type of its values.
  public let type: FieldType
  /// The events that have a value for it.
  public let scope: FieldScope
  /// Its parameter.
  public let parameter: FieldParameterKind
  /// Its meaning, in one sentence.
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

/// A value of an event that conditions can test. Names are Falco's where Falco has the field.
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
  case procStdinIsOutgoing, procStdoutIsOutgoing, procStdinWriters, procStdoutReaders
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
  case procBelowPackageManager, procLoaderVariables, procProgramArgs
  case procSecretInArgs, procParentHasAccepted, procCoreDumped, procOutlivesCommand
  case procAbortMessage, procImports, procHardeningMissing, procExecutableStack
  case procRpathIsUnsafe, procIs64Bit, procCwdOutsideRoot, procKeptPrivileges
  case threadCapEffective, threadCapPermitted
  case fileIsDirectory, fileIsExecutable, fileWasCreated, fileInTempDir, fileInWritableDir
  case fileIsPrivate, fileInOtherHome, fileIsOwnExecutable, fileCreationMode, fileWriter
  case fileWrittenInRun, fileNameIsRandom, fileIsTracked, fileAttributesSet, fileTimeSetBack
  case fileWasChecked, fileIsOnOwnGround, fileIsInOwnRepository, fileCreatedInRun
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
  case fdDev, fdIno, fdCipName, fdIsServer, fdIsMetadataService, fdIsKubernetesAPI, fileIsElf

  /// The description of the field.
  public var description: FieldDescription { Self.table[Int(rawValue)] }

  /// The events that have a value for the field.
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
