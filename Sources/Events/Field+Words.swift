extension FieldDescription {
  /// The name with its parameter.
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
  /// The type in words.
  public var words: String {
    switch self {
    case .boolean: "true or false"
    case .number: "a number"
    case .text: "text"
    case .path: "a path, unresolved and resolved"
    case .address: "an address"
    case .addresses: "the addresses of both ends"
    case .numbers: "the numbers of both ends"
    case .flags: "flags by name"
    case .event: "an event's name"
    case .texts: "a list of texts"
    case .argument: "a text, a number or flags, by argument"
    }
  }
}

extension FieldScope {
  /// The events with a value, in words.
  public var words: String {
    switch self {
    case .any: "every event"
    case .calls: "every syscall"
    case .opens: "syscalls that open a file"
    case .files: "syscalls that name a file"
    case .descriptors: "syscalls with a descriptor, a path or a socket address"
    case .addresses: "connect, bind, listen, sendto, sendmsg, sendmmsg"
    case .memory: "mmap, mprotect, pkey_mprotect, shmat"
    case .libraries: "mmap, mprotect, pkey_mprotect"
    case .targets: "syscalls that name another process, and opens of its files in /proc"
    case .endings: "procexit"
    case .credentials: "setuid, setreuid, setresuid, execve, execveat"
    case .onePath: "syscalls with one path"
    case .twoPaths: "syscalls with two paths: rename, link, symlink"
    case .argument: "syscalls with this argument"
    case .capabilities: "capset and prctl"
    case .naming: "prctl"
    case .names:
      "sendto, sendmsg, sendmmsg, recvfrom, recvmsg, recvmmsg with a DNS message"
    case .conversations: "syscalls that send or receive on a connection that dftrace inspects"
    case .netlink: "sendto, sendmsg, sendmmsg on a netlink socket"
    case .options: "setsockopt, ioctl, and netlink messages: sendto, sendmsg, sendmmsg"
    case .creations: "syscalls that open a file, mkdir, mknod"
    case .times: "utimensat, utimes, futimesat, utime"
    }
  }
}
