import Events
import Rules
import Syscalls
import TestSupport

@testable import Detection

/// An event that alerts can be written about.
struct GivenSubject: AlertSubject {
  var event: GivenEvent
  let time: Int64 = 0
  let executable: String
  /// The return value of the call; nil before the return.
  var result: Int64?
  /// The kinds of credentials noted.
  var credentials: Set<String> = []
  var eventType: EventType { event.eventType }

  init(_ program: String, _ path: String, executable: String = "/usr/bin/cat", result: Int64? = nil)
  {
    event = GivenEvent(values: [
      FieldKey(.procProgram): .text(Array(program.utf8)),
      FieldKey(.fdName): .path(Array(path.utf8), Array(path.utf8)),
    ])
    self.executable = executable
    self.result = result
  }

  var outcome: Outcome { result.map { Outcome(eventType, isReading: true, result: $0) } ?? .done }

  func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    if key.field == .runCredentialKinds { return .number(Int64(credentials.count)) }
    return event.value(of: key, in: &arena)
  }
  func alertProcess() -> AlertProcess {
    AlertProcess(
      pid: 1, ppid: 0, exe: executable, argv: [], cwd: "/", uid: 0, euid: 0, ancestors: [])
  }
  func alertEvent() -> AlertEvent {
    var event = AlertEvent(
      type: "openat", result: nil, errno: nil, level: .requested, arguments: [])
    complete(&event)
    return event
  }
  func evidence() -> [NamedValue] { [] }
  func complete(_ event: inout AlertEvent) {
    event.result = result
    event.errno = result.flatMap {
      $0 < 0 ? Errno(rawValue: Int32(truncatingIfNeeded: -$0)).name : nil
    }
  }
  mutating func noteCredential(_ kind: String) -> Bool { credentials.insert(kind).inserted }
}

extension AlertPipeline {
  /// Evaluates a syscall at its entry and, if it has a result, at its return, as a run does.
  mutating func evaluate(_ subject: GivenSubject) -> [Alert] {
    var subject = subject
    let result = subject.result.take()
    var drafts: [AlertDraft] = []
    _ = evaluate(&subject, into: &drafts)
    subject.result = result
    if result != nil { complete(&drafts, &subject) }
    if noteCredentials(&subject, drafts) {
      _ = evaluate(&subject, except: Set(drafts.map(\.rule)), into: &drafts)
    }
    return finish(drafts, subject)
  }
}

/// Drafts without an event.
enum GivenDraft {
  /// A draft with a fingerprint.
  static func named(_ fingerprint: String, _ priority: Priority = .p1) -> AlertDraft {
    AlertDraft(
      known: KnownAlert(fingerprint: fingerprint, id: fingerprint, program: "", object: ""),
      rule: 0, suppression: nil, priority: priority, isAccepted: false, endpoint: 0)
  }
}
