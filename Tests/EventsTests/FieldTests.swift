import Events
import Syscalls
import Testing

/// Fields by name, and the events that have values for them.
@Suite struct FieldTests {
  @Test(
    arguments: [
      ("proc.name", FieldKey(.procName)), ("evt.arg.flags", FieldKey(.evtArg, .argument(.flags))),
      ("evt.rawarg.fd", FieldKey(.evtRawarg, .argument(.fd))),
      ("fd.sip.name", FieldKey(.fdSipName)),
      ("proc.env", FieldKey(.procEnv)), ("proc.aname", FieldKey(.procAname)),
    ])
  func nameIsRead(_ name: String, _ key: FieldKey) {
    #expect(FieldKey(name: name) == key)
    #expect(key.name == name)
  }

  @Test(arguments: [
    "", "proc", "proc.", "proc.nam", "proc.name ", "PROC.NAME", "proc.name[1]", "evt.arg",
    "evt.rawarg", "evt.arg.", "evt.arg.nothing", "evt.rawarg.nothing", "evt.arg.flags.x",
    "evt.argflags", "evt.arg[0]",
  ])
  func otherNameIsNone(_ name: String) { #expect(FieldKey(name: name) == nil) }

  @Test func parameterIsPartOfTheName() {
    #expect(FieldKey(.procAname, .index(2)).name == "proc.aname[2]")
    #expect(FieldKey(.procEnv, .name("HOME")).name == "proc.env[HOME]")
    #expect(FieldKey(.evtArg, .argument(.oldpath)).name == "evt.arg.oldpath")
    #expect(FieldKey(.procAname, .index(2)) != FieldKey(.procAname, .index(1)))
  }

  @Test(
    arguments: [
      (.evtType, .procexit, true), (.evtRes, .openat, true), (.evtRes, .procexit, false),
      (.evtRes, .procstart, false), (.evtRes, .signaldeliver, false),
      (.evtIsOpenRead, .openat, true), (.evtIsOpenRead, .creat, true),
      (.evtIsOpenRead, .open_by_handle_at, true), (.evtIsOpenRead, .read, false),
      (.fileMode, .stat, true), (.fileMode, .read, true), (.fileMode, .getpid, false),
      (.fdName, .connect, true), (.fdName, .openat, true), (.fdName, .fork, false),
      (.fdSip, .connect, true), (.fdSip, .listen, true), (.fdSip, .sendmmsg, true),
      (.fdSip, .read, false), (.memProt, .mmap, true), (.memProt, .pkey_mprotect, true),
      (.memProt, .munmap, false), (.libPath, .shmat, false), (.libPath, .mprotect, true),
      (.targetPid, .kill, true), (.targetPid, .ptrace, true), (.targetPid, .openat, true),
      (.targetPid, .pidfd_send_signal, true), (.targetPid, .read, false),
      (.procExitSignal, .procexit, true), (.procExitSignal, .execve, false),
      (.procGainedRoot, .setuid, true), (.procGainedRoot, .setreuid, true),
      (.procGainedRoot, .setresuid, true), (.procGainedRoot, .execve, true),
      (.procGainedRoot, .setgid, false), (.fsPathName, .openat, true),
      (.fsPathName, .rename, false),
      (.fsPathSource, .rename, true), (.fsPathSource, .link, true), (.fsPathSource, .symlink, true),
      (.fsPathSource, .openat, false), (.procNewName, .prctl, true), (.procNewName, .capset, false),
      (.procCapabilitiesGained, .openat, false), (.netlinkType, .sendto, true),
      (.netlinkType, .connect, false), (.netSetsPromiscuous, .setsockopt, true),
      (.netSetsPromiscuous, .ioctl, true), (.netSetsPromiscuous, .getsockopt, false),
      (.fileCreationMode, .mkdir, true), (.fileCreationMode, .openat, true),
      (.fileCreationMode, .rmdir, false), (.fileTimeSetBack, .utimensat, true),
      (.fileTimeSetBack, .openat, false), (.dnsName, .sendto, true), (.dnsName, .recvmmsg, true),
      (.dnsName, .read, true), (.dnsName, .connect, false), (.netProtocol, .write, true),
      (.netProtocol, .accept, false),
    ] as [(Field, EventType, Bool)])
  func fieldAppliesTo(_ field: Field, _ event: EventType, _ applies: Bool) {
    #expect(field.applies(to: event) == applies)
  }

  @Test func argumentAppliesWhereTheCallHasIt() {
    #expect(Field.evtArg.applies(to: .openat, .argument(.flags)))
    #expect(!Field.evtArg.applies(to: .close, .argument(.flags)))
    #expect(Field.evtRawarg.applies(to: .close, .argument(.fd)))
    #expect(Field.evtArg.applies(to: .close))
  }

  @Test(
    arguments: [
      (.evtRes, .openat, true), (.fdNum, .openat, true), (.fdNum, .read, false),
      (.dnsName, .recvfrom, true), (.dnsName, .sendto, false), (.netProtocol, .readv, true),
      (.netProtocol, .write, false), (.procStdinType, .dup2, true),
      (.procStdinType, .execve, false),
      (.procStdoutIsOutgoing, .recvmsg, true), (.procGainedRoot, .execve, true),
      (.fdName, .openat, false), (.procName, .openat, false),
    ] as [(Field, EventType, Bool)])
  func resultIsNeeded(_ field: Field, _ event: EventType, _ needs: Bool) {
    #expect(field.needsResult(in: event) == needs)
  }

  @Test func flagFieldsHaveAFamily() {
    for field in Field.allCases {
      #expect((field.flagFamily != nil) == (field.description.type == .flags), "\(field)")
    }
  }

  @Test func parametersAreShown() {
    #expect(Field.procName.description.shownName == "proc.name")
    #expect(Field.procAname.description.shownName == "proc.aname, proc.aname[n]")
    #expect(Field.procEnv.description.shownName == "proc.env[NAME]")
    #expect(Field.runDeleted.description.shownName == "run.deleted[SECONDS]")
    #expect(Field.evtArg.description.shownName == "evt.arg.NAME")
  }
}
