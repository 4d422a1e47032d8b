import Glibc
import Testing

/// One fixture as one user.
struct AlertCase: CustomTestStringConvertible {
  let id: String
  let user: User
  let isFiring: Bool

  var testDescription: String { "\(id), \(isFiring ? "fires" : "silent"), \(user.testDescription)" }

  static let all = User.available.flatMap { user in
    ids.flatMap { id in
      [true, false].map { AlertCase(id: id, user: user, isFiring: $0) }
    }
  }

  private static let ids = [
    "network-shell-connects", "network-reverse-shell", "network-cloud-metadata",
    "network-restricted-country", "process-fileless-execution", "process-dropped-executable",
    "process-traced-another", "file-ssh-key-read", "file-cloud-credentials-read",
    "file-sensitive-read", "file-write-system-binary", "file-setuid-bit-set",
  ]
}

extension EndToEnd {
  @Suite struct Alerts {
    @Test(.timeLimit(.minutes(1)), arguments: AlertCase.all)
    func aProgramRaisesItsAlertAndNoOther(_ item: AlertCase) throws {
      let scratch = try Scratch(for: item.user)
      let program = Programs.fixture("alert-\(item.id)")
      let command = Command(program, item.isFiring ? "fires" : "silent", scratch.path)
      let untraced = try command.prefixed(by: item.user.prefix).run()
      // What the machine forbids can't be tried; the fixture's own words say what it is.
      if untraced.end == .exited(77) { try Test.cancel("\(untraced.text)") }
      #expect(untraced.end == .exited(0), "\(untraced.errorText)")

      let traced = try Traced(command, as: item.user)
      #expect(traced.ran.text == untraced.text)
      #expect(traced.ran.errorText == untraced.errorText)
      #expect(
        traced.report.alertIDs == (item.isFiring ? [item.id] : []), "\(traced.report.messages)")
      #expect(traced.ran.end == .exited(item.isFiring ? 86 : 0), "\(traced.ran.errorText)")
    }
  }
}
