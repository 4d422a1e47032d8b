import Events
import Testing

@testable import Detection

/// What a baseline accepts, by fingerprints of this release and of earlier ones.
@Suite struct AcceptedAlertsTests {
  private let alert = KnownAlert(
    fingerprint: "00000000000000aa", id: "a-b", program: "/usr/bin/cat", object: "/x")

  @Test func currentFingerprintsDecide() {
    let accepted = AcceptedAlerts([alert], fingerprintVersion: Fingerprint.version)
    #expect(accepted.isCurrent && accepted.contains(alert))
    let other = KnownAlert(
      fingerprint: "00000000000000bb", id: alert.id, program: alert.program, object: alert.object)
    #expect(!accepted.contains(other))
  }

  @Test func earlierOnesMatchByIdProgramAndObject() {
    let accepted = AcceptedAlerts([alert], fingerprintVersion: 0)
    #expect(!accepted.isCurrent)
    func known(_ id: String, _ program: String, _ object: String) -> KnownAlert {
      KnownAlert(
        fingerprint: "00000000000000bb", id: id, program: program, object: object)
    }
    #expect(accepted.contains(known("a-b", "/usr/bin/cat", "/x")))
    #expect(!accepted.contains(known("a-c", "/usr/bin/cat", "/x")))
    #expect(!accepted.contains(known("a-b", "/usr/bin/dog", "/x")))
    #expect(!accepted.contains(known("a-b", "/usr/bin/cat", "/y")))
    // The parts do not run together.
    #expect(!accepted.contains(known("a-b", "/usr/bin/cat/", "x")))
  }
}
