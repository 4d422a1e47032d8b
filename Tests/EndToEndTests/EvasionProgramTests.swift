import Glibc
import Testing

extension EndToEnd {
  /// Ways of starting a program, or of looking like another one.
  @Suite struct EvasionByPrograms {
    @Test(
      .timeLimit(.minutes(1)),
      arguments: [
        "dup", "dup2", "dup3", "fcntl", "fcntl-cloexec", "passed", "taken", "inherited",
        "fastopen", "execveat", "spawn", "own-dup", "own-dup2", "own-dup3", "own-fcntl",
        "own-fcntl-cloexec", "own-passed", "own-taken", "own-connected",
      ], [true, false])
    func aShellIsKnownHoweverItGetsItsSocket(_ way: String, _ isFiring: Bool) throws {
      try Evasion.expect("network-reverse-shell", isFiring, "evasion-shells", way)
    }
  }
}
