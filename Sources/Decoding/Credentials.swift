/// Ids and capabilities of a task, from `/proc/PID/status`; `proc_pid_status(5)`.
public struct Credentials: Equatable, Sendable {
  /// Real, effective, saved and file-system user id.
  public internal(set) var users: [UInt32] = []
  /// Real, effective, saved and file-system group id.
  public internal(set) var groups: [UInt32] = []
  /// The supplementary groups.
  public internal(set) var furtherGroups: [UInt32] = []
  /// Permitted capabilities, capability 0 in the lowest bit.
  public internal(set) var permitted: UInt64 = 0
  /// Effective capabilities.
  public internal(set) var effective: UInt64 = 0
  /// Ambient capabilities.
  public internal(set) var ambient: UInt64 = 0
  /// The umask; nil before Linux 4.7.
  public internal(set) var umask: UInt32?

  /// Parses the lines `Uid`, `Gid`, `Groups`, `CapPrm`, `CapEff`, `CapAmb` and `Umask`.
  public init(_ text: [UInt8]) {
    for line in text.split(separator: 0x0A) {
      guard let first = line.first, [0x55, 0x47, 0x43].contains(first) else { continue }
      let words = line.split { $0 == 0x20 || $0 == 0x09 }.map {
        String(decoding: $0, as: UTF8.self)
      }
      let values = words.dropFirst()
      switch words.first {
      case "Uid:": users = values.compactMap { UInt32($0) }
      case "Gid:": groups = values.compactMap { UInt32($0) }
      case "Groups:": furtherGroups = values.compactMap { UInt32($0) }
      case "CapPrm:": permitted = values.first.flatMap { UInt64($0, radix: 16) } ?? 0
      case "CapEff:": effective = values.first.flatMap { UInt64($0, radix: 16) } ?? 0
      case "CapAmb:": ambient = values.first.flatMap { UInt64($0, radix: 16) } ?? 0
      case "Umask:": umask = values.first.flatMap { UInt32($0, radix: 8) }
      default: continue
      }
    }
  }

  /// The privileges that a task keeps after it dropped root: `saved-uid`, `gid`, `groups`.
  ///
  /// - Parameter former: its supplementary groups before it dropped root.
  public func keptPrivileges(former: Credentials) -> [String] {
    // With real id 0, the task dropped root temporarily, as seteuid(2) does.
    guard users.count > 2, former.users.count > 1, former.users[1] == 0, users[0] != 0,
      users[1] != 0
    else { return [] }
    var kept: [String] = []
    if users[2] == 0 { kept.append("saved-uid") }
    if groups.count > 1, groups[1] == 0 { kept.append("gid") }
    if furtherGroups.contains(0)
      || !furtherGroups.isEmpty && furtherGroups == former.furtherGroups
        && former.furtherGroups.contains(0)
    {
      kept.append("groups")
    }
    return kept
  }
}

/// The names of capabilities by their numbers; `capabilities(7)`, `<linux/capability.h>` of Linux
/// 6.18.
public enum Capabilities {
  private static let names = """
    CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE
    NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO
    SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME
    SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG
    WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE
    """.split(whereSeparator: \.isWhitespace).map { "CAP_" + $0 }

  /// Maximum number of capabilities.
  public static var count: Int { names.count }

  /// The names of the capabilities in a set; unnamed ones as numbers.
  public static func names(of set: UInt64) -> [String] {
    (0..<64).filter { set >> UInt64($0) & 1 == 1 }
      .map { $0 < names.count ? names[$0] : "CAP_\($0)" }
  }

  /// The default capabilities of container runtimes.
  public static let ofContainers: UInt64 = {
    let kept: Set<String> = [
      "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_FOWNER", "CAP_FSETID", "CAP_KILL", "CAP_SETGID",
      "CAP_SETUID", "CAP_SETPCAP", "CAP_NET_BIND_SERVICE", "CAP_NET_RAW", "CAP_SYS_CHROOT",
      "CAP_MKNOD", "CAP_AUDIT_WRITE", "CAP_SETFCAP",
    ]
    return names.indices.filter { kept.contains(names[$0]) }.reduce(0) { $0 | 1 << UInt64($1) }
  }()
}
