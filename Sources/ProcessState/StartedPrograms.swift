/// Programs whose place in the run says on whose behalf they act.
enum StartedPrograms {
  /// Package managers of distributions.
  private static let managers: Set<String> = [
    "apt", "apt-get", "aptitude", "dpkg", "unattended-upgrade", "unattended-upgrades", "rpm", "dnf",
    "dnf5", "dnf-3", "microdnf", "yum", "zypper", "pacman", "apk", "emerge", "xbps-install",
    "debootstrap", "mmdebstrap",
  ]

  /// Programs that start the command in their arguments and do nothing else.
  private static let starters: Set<String> = [
    "sudo", "doas", "env", "nice", "ionice", "nohup", "time", "timeout", "setsid", "stdbuf",
    "chronic", "eatmydata", "fakeroot", "flock", "dumb-init", "tini",
  ]

  private static let systemDirectories = [
    "/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/usr/lib/",
  ]

  /// Whether a program is the distribution's package manager and not a file of that name.
  static func isPackageManager(_ facts: ProgramImage.Facts, _ name: String) -> Bool {
    facts.writer == nil && !facts.isInWritableDirectory && managers.contains(name)
      && systemDirectories.contains { facts.executed.starts(with: $0.utf8) }
  }

  /// Whether a program starts what its arguments say: `sudo`, `env`, a shell with `-c`.
  static func isStarter(_ facts: ProgramImage.Facts, _ naming: ProgramNaming) -> Bool {
    guard systemDirectories.contains(where: { facts.path.starts(with: $0.utf8) }) else {
      return false
    }
    if starters.contains(naming.name) { return true }
    guard naming.isShell else { return false }
    // The options come before the text: `sh -c`, `bash -euo pipefail -c`.
    let words = facts.arguments.split(separator: 0).dropFirst()
    let options = words.prefix { $0.first == 0x2D || $0.elementsEqual("pipefail".utf8) }
    return options.contains { $0.dropFirst().first != 0x2D && $0.contains(0x63) }
  }
}
