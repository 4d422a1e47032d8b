extension FieldDescription {
  /// The name with the parameter that it takes.
  public var shownName: String {
    switch parameter {
    case .none: name
    case .optionalIndex: name + ", " + name + "[n]"
    case .seconds: name + "[SECONDS]"
    case .name: name + "[NAME]"
    case .argument: name + ".NAME"
    }
  }
}

extension FieldType {
  /// What a value is, for a person.
  public var words: String {
    switch self {
    case .boolean: "true or false"
    case .number: "a number"
    case .text: "text"
    case .path: "a path, as given and as resolved"
    case .address: "an address"
    case .addresses: "the addresses of both ends"
    case .numbers: "the numbers of both ends"
    case .flags: "flags by name"
    case .event: "an event's name"
    case .texts: "a list of texts"
    case .argument: "text, a number or flags, whatever the argument is"
    }
  }
}

extension FieldScope {
  /// Which events have a value, for a person.
  public var words: String {
    switch self {
    case .any: "every event"
    case .calls: "every system call"
    case .opens: "calls that open a file"
    case .files: "calls that name a file"
    case .descriptors: "calls with a descriptor, a path or a socket address"
    case .addresses: "connect, bind, listen, sendto, sendmsg, sendmmsg"
    case .memory: "mmap, mprotect, pkey_mprotect, shmat"
    case .libraries: "mmap, mprotect, pkey_mprotect"
    case .targets: "calls that name another process, and opens of its files in /proc"
    case .endings: "procexit"
    case .credentials: "setuid, setreuid, setresuid, execve, execveat"
    case .onePath: "calls with one path"
    case .twoPaths: "calls with two paths: rename, link, symlink"
    case .argument: "calls that have the argument"
    case .capabilities: "capset and prctl"
    case .naming: "prctl"
    case .names:
      "sendto, sendmsg, sendmmsg, recvfrom, recvmsg, recvmmsg with a message of the name service"
    case .conversations: "calls that send or receive on a connection, when dftrace listens to it"
    case .netlink: "sendto, sendmsg, sendmmsg to the kernel"
    case .options: "setsockopt, ioctl, and messages to the kernel: sendto, sendmsg, sendmmsg"
    case .creations: "calls that open a file, mkdir, mknod"
    case .times: "utimensat, utimes, futimesat, utime"
    }
  }
}
