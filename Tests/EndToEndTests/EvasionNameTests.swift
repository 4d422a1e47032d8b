import Glibc
import Testing

extension EndToEnd {
  /// Names that are hard to tell: too long for any call, or in no encoding.
  @Suite struct EvasionByNames {
    static let ways = [
      "bytes", "links", "joined", "dirfd", "small-steps", "chdir", "step", "own-fd", "proc-fd",
      "link-below", "hard-link",
    ]

    @Test(.timeLimit(.minutes(3)), arguments: ways, [true, false])
    func aKeyIsReadBelowAnyDirectory(_ way: String, _ isFiring: Bool) throws {
      try Evasion.expect("file-ssh-key-read", isFiring, "evasion-names", way)
    }

    @Test(
      .timeLimit(.minutes(3)),
      arguments: [("write", "file-persistence"), ("write-etc", "file-write-etc")], [true, false])
    func aSettingIsWrittenBelowAnyDirectory(
      _ way: (name: String, alert: String), _ isFiring: Bool
    ) throws {
      try Evasion.expect(way.alert, isFiring, "evasion-names", way.name)
    }

    /// The kernel takes no such name, so that there is nothing to see.
    @Test(.timeLimit(.minutes(3))) func aNameThatIsTooLongReadsNothing() throws {
      try Evasion.expect("file-ssh-key-read", false, "evasion-names", "too-long", said: "fires")
    }

    /// What may only be gone through can't be asked for the name of what lies below; it is said.
    @Test(.timeLimit(.minutes(3)), arguments: User.available)
    func whatCannotBeNamedIsABlindSpot(_ user: User) throws {
      let scratch = try Scratch(for: user)
      let command = Command(
        Programs.fixture("evasion-names"), "unlisted", "fires", scratch.path)
      let untraced = try command.prefixed(by: user.prefix).run()
      let traced = try Traced(command, as: user)
      #expect(traced.ran.text == untraced.text && untraced.end == .exited(0))
      let isNamed = traced.report.alertIDs.contains("file-ssh-key-read")
      let mayList = user == .own && geteuid() == 0
      #expect(isNamed == mayList)
      #expect(traced.report.blindSpots.contains("files-unnamed") == !mayList)
    }

    @Test(
      .timeLimit(.minutes(3)), arguments: ["deep", "bytes", "open"],
      [
        ("dropped", "process-dropped-executable"), ("dropped", "process-executes-from-temporary"),
        ("by-descriptor", "process-dropped-executable"),
        ("by-descriptor", "process-executes-from-temporary"), ("deletes", "file-deletes-itself"),
        ("shell", "process-shell-spawned"), ("setuid", "file-setuid-bit-set"),
      ])
    func aProgramIsKnownWhereverItLies(
      _ place: String, _ deed: (name: String, alert: String)
    ) throws {
      try Evasion.expect(
        deed.alert, true, "evasion-places", place, said: deed.name, in: .temporary)
    }

    /// The same place alone raises none of what is done there.
    @Test(.timeLimit(.minutes(3)), arguments: ["deep", "bytes", "open"])
    func aPlaceIsNoDeed(_ place: String) throws {
      for alert in ["file-deletes-itself", "process-shell-spawned", "file-setuid-bit-set"] {
        try Evasion.expect(alert, false, "evasion-places", place, said: "dropped")
      }
      for alert in ["process-dropped-executable", "process-executes-from-temporary"] {
        try Evasion.expect(alert, false, "evasion-places", place, said: "setuid")
      }
    }
  }
}
