internal import Events

/// The provider of a field's value.
///
/// A declared field without a provider does not compile: ``Field/provider`` has a case for each
/// field, and each provider has one for each of its fields.
enum FieldProvider {
  /// The syscall: its arguments, its result, its kind of open.
  case call(CallField)
  /// The memory from which the syscall was made.
  case origin(OriginField)
  /// The process: its program, its arguments, its ids.
  case process(ProcessField)
  /// The processes that the process descends from.
  case ancestry(AncestryField)
  /// The descriptors 0, 1 and 2 of the process.
  case stream(StreamField)
  /// The counters of the run.
  case total(TotalField)
  /// The executable file and the credentials of the process.
  case program(ProgramField)
  /// The event as a whole, and the identity of its process.
  case identity(IdentityField)
  /// The life of the process.
  case life(LifeField)
  /// The host, which is the same for every event.
  case host(HostField)
  /// The socket that the call is about.
  case socket(SocketField)
  /// The internet address argument of the syscall.
  case address(AddressField)
  /// The number of connection attempts of the run.
  case attempt(AttemptField)
  /// The credentials after a syscall that changes them.
  case rights(RightsField)
  /// Facts of a process that has ended.
  case ending(EndingField)
  /// Calls that set options, attributes and times, or create files.
  case change(ChangeField)
  /// The data that a syscall sends or has received.
  case message(MessageField)
  /// The syscall's descriptor or path.
  case descriptor(DescriptorField)
  /// The status of the syscall's file; stat(2).
  case status(StatusField)
  /// The process argument of the syscall.
  case target(TargetField)
  /// The file beyond its name: owner, writer, location.
  case file(FileField)
  /// The memory that the syscall maps or changes.
  case memory(MemoryField)
  /// The file whose code is mapped.
  case library(LibraryField)
  /// The ELF facts of a mapped file.
  case elf(ElfField)
  /// The name that a thread gives itself; prctl(2).
  case name(NameField)
}

/// Fields of ``FieldProvider/call(_:)``.
enum CallField {
  case evtRes, evtRawres, evtFailed, evtArg, evtRawarg, evtIsOpenRead, evtIsOpenWrite,
    evtIsOpenCreate, evtIsOpenExec, evtABI, runDirectoriesListed
}

/// Fields of ``FieldProvider/origin(_:)``.
enum OriginField {
  case evtIPBacking, evtSPOutsideStack
}

/// Fields of ``FieldProvider/process(_:)``.
enum ProcessField {
  case evtType, evtNum, procName, procExe, procExepath, procArgs, procCmdline, procCwd, procPid,
    procPpid, threadTid, procIsExeFromMemfd, procIsExeWrittenInRun, procExeWriter,
    procIsExeDeleted, procIsSetuid, procIsExeInWorkspace, procIsExeInWritableDir, procExecuted,
    procPprogram, procPreloads, procLibraryPathIsUnsafe, procProgram, procIsShell,
    procIsInterpreter, userUid, userEuid, groupGid, procSid, procTty, procEnv
}

/// Fields of ``FieldProvider/ancestry(_:)``.
enum AncestryField {
  case procPname, procPexepath, procPcmdline, procAname, procAexepath, procAcmdline
}

/// Fields of ``FieldProvider/stream(_:)``.
enum StreamField {
  case procStdinType, procStdoutType, procStderrType, procStdinName, procStdoutName,
    procStderrName, procStdinIsOutgoing, procStdoutIsOutgoing, procStdinWriters, procStdoutReaders
}

/// Fields of ``FieldProvider/total(_:)``.
enum TotalField {
  case runProcesses, runProcessRate, runDeleted, runEncrypted, runCredentialKinds
}

/// Fields of ``FieldProvider/program(_:)``.
enum ProgramField {
  case procIsCommand, procBelowPackageManager, procHasFileCapabilities, procSecretInArgs,
    procParentHasAccepted, procLoaderVariables, procProgramArgs,
    procImports, procHardeningMissing, procExecutableStack, procRpathIsUnsafe, procIs64Bit,
    procCwdOutsideRoot, threadCapEffective, threadCapPermitted
}

/// Fields of ``FieldProvider/identity(_:)``.
enum IdentityField {
  case evtDir, evtTime, evtArgs, evtCategory, procExeline, procLoginshellid, procIsJIT,
    procIsExeWritable, userName, groupName
}

/// Fields of ``FieldProvider/life(_:)``.
enum LifeField {
  case procVpid, procNchilds, procDuration, procSname, userLoginuid
}

/// Fields of ``FieldProvider/host(_:)``.
enum HostField {
  case osId, osVersion, osName, osIsEndOfLife, osEndOfLife, kernelRelease, kernelNumber,
    nodeIsContainer, nodeRootIsUsual, nodeAslr, nodeIsPrivileged, nodeCapabilities,
    nodeExcessCapabilities, nodeHostNamespaces, nodeHostMounts, nodeRuntimeSockets, nodeSecrets,
    nodeUnsafePath, nodeCorePattern, nodeLsms, nodePtraceScope, nodeUmask, nodeVulnerableCPU
}

/// Fields of ``FieldProvider/socket(_:)``.
enum SocketField {
  case fdSockfamily, fdL4proto
}

/// Fields of ``FieldProvider/address(_:)``.
enum AddressField {
  case fdIP, fdSip, fdCip, fdLip, fdRip, fdPort, fdSport, fdCport, fdLport, fdRport, fdCountry,
    fdIsLoopback, fdIsPrivate, fdSipName, fdIsResolver, fdCipName, fdIsServer, fdIsMetadataService,
    fdIsKubernetesAPI
}

/// Fields of ``FieldProvider/attempt(_:)``.
enum AttemptField {
  case runDestinations, runPortsTried, runHostsTried
}

/// Fields of ``FieldProvider/rights(_:)``.
enum RightsField {
  case procGainedRoot, procCapabilitiesGained, procKeptPrivileges
}

/// Fields of ``FieldProvider/ending(_:)``.
enum EndingField {
  case procExitSignal, procCoreDumped, procOutlivesCommand, procAbortMessage
}

/// Fields of ``FieldProvider/change(_:)``.
enum ChangeField {
  case fileWasCreated, fileCreationMode, fileAttributesSet, fileTimeSetBack, netSetsPromiscuous
}

/// Fields of ``FieldProvider/message(_:)``.
enum MessageField {
  case dnsName, dnsType, dnsUnusualNames, dnsBulkNames, netProtocol, netlinkType
}

/// Fields of ``FieldProvider/descriptor(_:)``.
enum DescriptorField {
  case fdNum, fdName, fdNameraw, fdDirectory, fdFilename, fdType, fdTypechar, fdIsOutgoing,
    fsPathName, fsPathSource, fsPathTarget, fileIsInWorkspace
}

/// Fields of ``FieldProvider/status(_:)``.
enum StatusField {
  case fileMode, fileIsRegular, fileIsSetuid, fileIsWorldWritable, fdDev, fdIno
}

/// Fields of ``FieldProvider/target(_:)``.
enum TargetField {
  case targetPid, targetExepath, targetIsSameProgram, targetIsSelf, targetIsInRun
}

/// Fields of ``FieldProvider/file(_:)``.
enum FileField {
  case fileIsDirectory, fileIsExecutable, fileInTempDir, fileInWritableDir, fileIsPrivate,
    fileInOtherHome, fileIsOwnExecutable, fileWriter, fileWrittenInRun, fileNameIsRandom,
    fileIsTracked, fileWasChecked, fileIsElf, fileIsOnOwnGround, fileIsInOwnRepository,
    fileCreatedInRun
}

/// Fields of ``FieldProvider/memory(_:)``.
enum MemoryField {
  case memProt, memIsWX, memAddress, memLength, memKind, memWasWritable
}

/// Fields of ``FieldProvider/library(_:)``.
enum LibraryField {
  case libPath, libDirectory, libInWritableDir, libWriter, libWrittenInRun, libIsInWorkspace,
    libIsBesideProgram, libIsDeleted
}

/// Fields of ``FieldProvider/elf(_:)``.
enum ElfField {
  case libExecutableStack, libRpath, libRpathIsUnsafe, libImports, libOverrides,
    libHasTextRelocations
}

/// Fields of ``FieldProvider/name(_:)``.
enum NameField {
  case procNewName
}
