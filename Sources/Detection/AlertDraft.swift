public import Events

/// A draft of an alert: its rule has matched, but the syscall may not have returned.
public struct AlertDraft: Sendable {
  /// The alert's id, fingerprint and outcome.
  let known: KnownAlert
  /// The index of the rule that matched.
  public let rule: Int
  /// The index of the exception that suppresses the alert; nil without one.
  let suppression: Int?
  let priority: Priority
  /// Whether the baseline contains the alert.
  let isAccepted: Bool
  /// The index of the endpoint that the rule matched.
  public let endpoint: Int
  /// The alert with all its facts; nil for a repeated one, of which only the count changes.
  var alert: Alert?

  /// Whether this alert stands for another one of the same syscall: it counts and the other does
  /// not, it is more urgent, or it comes first in the catalogue.
  func isStronger(than other: AlertDraft) -> Bool {
    if isAccepted != other.isAccepted { return !isAccepted }
    return priority == other.priority ? rule < other.rule : priority > other.priority
  }
}

/// The event of an alert, live or recorded.
public protocol AlertSubject: FieldSource {
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  var time: Int64 { get }
  /// What became of the syscall; ``Outcome/done`` before its return.
  var outcome: Outcome { get }
  /// The path of the file that the process executes.
  var executable: String { get }
  /// The process that caused the event.
  mutating func alertProcess() -> AlertProcess
  /// The facts of the event so far.
  mutating func alertEvent() -> AlertEvent
  /// Facts that are not arguments of the call.
  mutating func evidence() -> [NamedValue]
  /// Adds the facts that the syscall's return revealed.
  func complete(_ event: inout AlertEvent)
  /// Notes that an alert about a kind of credentials was raised.
  ///
  /// - Returns: whether the kind is new, so that rules on the number of kinds need another
  ///   evaluation.
  mutating func noteCredential(_ kind: String) -> Bool
}

extension Alert {
  /// The size of the texts that the program influences, in bytes.
  var size: Int {
    func size(_ texts: some Sequence<String>) -> Int {
      // Each text in a list has an overhead of 16 bytes.
      texts.reduce(0) { $0 + $1.utf8.count + 16 }
    }
    let named = (event.arguments + evidence).map(\.value.plainText)
    return size([message, object, process.exe, process.cwd])
      + size(process.argv) + size(process.ancestors.map(\.exe)) + size(named)
      + size(why.map(\.check)) + size(why.map(\.value))
  }
}
