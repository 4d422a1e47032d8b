import Glibc
import Testing

extension EndToEnd {
  /// Ways of starting a program, or of looking like another one.
  @Suite struct EvasionByPrograms {
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        "dup", "dup2", "dup3", "fcntl", "fcntl-cloexec", "passed", "taken", "inherited",
        "fastopen", "execveat", "spawn", "own-dup", "own-dup2", "own-dup3", "own-fcntl",
        "own-fcntl-cloexec", "own-passed", "own-taken", "own-connected",
      ], [true, false])
    func aShellIsKnownHoweverItGetsItsSocket(_ way: String, _ isFiring: Bool) throws {
      try Evasion.expect("network-reverse-shell", isFiring, "evasion-shells", way)
    }

    @Test(
      .timeLimit(.minutes(3)), arguments: ["empty", "null", "nameless", "nothing"],
      [
        ("dropped", "process-dropped-executable"), ("shell", "process-shell-spawned"),
        ("reverse", "network-reverse-shell"), ("connects", "network-shell-connects"),
      ])
    func anExecutionNeedsNoVariablesAndNoName(
      _ way: String, _ deed: (name: String, alert: String)
    ) throws {
      for isFiring in [true, false] {
        try Evasion.expect(
          deed.alert, isFiring, "evasion-environments", way, before: [deed.name])
        // Nor is anything found where there is nothing.
        try Evasion.expect(
          "library-preloaded", false, "evasion-environments", way, before: [deed.name])
      }
    }

    /// An alert and a program in its exceptions.
    struct Suppression: CustomTestStringConvertible {
      let alert: String
      let program: String
      /// Where the alert is about temporary directories, the deed is done in one.
      let place: Scratch.Place

      init(_ alert: String, _ program: String, in place: Scratch.Place = .standing) {
        self.alert = alert
        self.program = program
        self.place = place
      }

      var testDescription: String { "\(alert), \(program)" }

      static let all = [
        Suppression("file-ssh-key-read", "sshd"), Suppression("file-sensitive-read", "passwd"),
        Suppression("file-cloud-credentials-read", "aws"),
        Suppression("file-container-credentials-read", "docker"),
        Suppression("file-package-token-read", "npm"),
        Suppression("file-git-credentials-read", "git"),
        Suppression("file-browser-data-read", "firefox"), Suppression("file-wallet-read", "geth"),
        Suppression("file-persistence", "pip"), Suppression("file-write-etc", "dpkg"),
        Suppression("file-setuid-bit-set", "dpkg"), Suppression("file-world-writable", "tar"),
        Suppression("file-hidden-executable", "tar", in: .temporary),
        Suppression("file-symlink-to-sensitive", "dpkg"),
        Suppression("network-raw-socket", "ping"), Suppression("process-traced-another", "gdb"),
        Suppression("process-memory-of-another", "gdb"), Suppression("process-mounted", "runc"),
        Suppression("process-namespace-changed", "runc"),
        Suppression("process-anti-debugging", "gdb"),
        Suppression("process-shell-spawned", "make"), Suppression("syscall-keyring", "keyctl"),
        Suppression("syscall-perf", "perf"),
      ]
    }

    @Test(
      .timeLimit(.minutes(3)), arguments: Suppression.all,
      [
        "comm", "comm-file", "argv", "exec-argv", "symbolic-link", "hard-link", "bind-mount",
      ])
    func noExceptionIsHadByADisguise(_ suppression: Suppression, _ disguise: String) throws {
      try Evasion.expect(
        suppression.alert, true, "evasion-disguises", disguise, before: [suppression.program],
        said: suppression.alert, in: suppression.place)
    }

    /// A process that may write to a directory can create an executable of any name there. The name
    /// then matches an exception, but an alert reports the creation of the executable.
    @Test(.timeLimit(.minutes(3)), arguments: Suppression.all, ["copy", "renamed"])
    func anExecutableOfThatNameIsExcusedAndIsSeenToBeMade(
      _ suppression: Suppression, _ disguise: String
    ) throws {
      try Evasion.expect(
        suppression.alert, false, "evasion-disguises", disguise, before: [suppression.program],
        said: suppression.alert)
      for alert in ["process-dropped-executable", "process-executes-from-temporary"] {
        try Evasion.expect(
          alert, true, "evasion-disguises", disguise, before: [suppression.program],
          said: suppression.alert, in: .temporary)
      }
    }
  }
}
