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

    /// An alert and a program that it makes an exception for.
    struct Excuse: CustomTestStringConvertible {
      let alert: String
      let program: String

      init(_ alert: String, _ program: String) {
        self.alert = alert
        self.program = program
      }

      var testDescription: String { "\(alert), \(program)" }

      static let all = [
        Excuse("file-ssh-key-read", "sshd"), Excuse("file-sensitive-read", "passwd"),
        Excuse("file-cloud-credentials-read", "aws"),
        Excuse("file-container-credentials-read", "docker"),
        Excuse("file-package-token-read", "npm"), Excuse("file-git-credentials-read", "git"),
        Excuse("file-browser-data-read", "firefox"), Excuse("file-wallet-read", "geth"),
        Excuse("file-persistence", "crontab"), Excuse("file-write-etc", "dpkg"),
        Excuse("file-setuid-bit-set", "dpkg"), Excuse("file-world-writable", "tar"),
        Excuse("file-hidden-executable", "tar"), Excuse("file-symlink-to-sensitive", "dpkg"),
        Excuse("network-raw-socket", "ping"), Excuse("process-traced-another", "gdb"),
        Excuse("process-memory-of-another", "gdb"), Excuse("process-mounted", "runc"),
        Excuse("process-namespace-changed", "runc"), Excuse("process-anti-debugging", "gdb"),
        Excuse("process-shell-spawned", "make"), Excuse("syscall-keyring", "keyctl"),
        Excuse("syscall-perf", "perf"),
      ]
    }

    @Test(
      .timeLimit(.minutes(3)), arguments: Excuse.all,
      [
        "comm", "comm-file", "argv", "exec-argv", "symbolic-link", "hard-link", "bind-mount",
      ])
    func noExceptionIsHadByADisguise(_ excuse: Excuse, _ disguise: String) throws {
      try Evasion.expect(
        excuse.alert, true, "evasion-disguises", disguise, before: [excuse.program],
        said: excuse.alert)
    }

    /// What a disguise can't be told by is a file's only name: whoever may write a directory can make
    /// a program of any name there. That it does so is what is told then.
    @Test(.timeLimit(.minutes(3)), arguments: Excuse.all, ["copy", "renamed"])
    func anExecutableOfThatNameIsExcusedAndIsSeenToBeMade(
      _ excuse: Excuse, _ disguise: String
    ) throws {
      try Evasion.expect(
        excuse.alert, false, "evasion-disguises", disguise, before: [excuse.program],
        said: excuse.alert)
      for alert in ["process-dropped-executable", "process-executes-from-temporary"] {
        try Evasion.expect(
          alert, true, "evasion-disguises", disguise, before: [excuse.program],
          said: excuse.alert)
      }
    }
  }
}
