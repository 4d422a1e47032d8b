public import Events

/// An alert on its way: decided, but perhaps waiting for the call to return.
public enum AlertDraft: Sendable {
  /// One that has been shown before: only its count changes.
  case again(fingerprint: String, rule: Int, suppression: Int?)
  /// One that has not; the suppression is the index of the exception that holds it back.
  case first(Alert, rule: Int, suppression: Int?)

  /// The index of the rule that matched.
  public var rule: Int {
    switch self {
    case .again(_, let rule, _), .first(_, let rule, _): rule
    }
  }
}

/// An event that alerts can be written about: one that is happening, or one that was recorded.
public protocol AlertSubject: FieldSource {
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  var time: Int64 { get }
  /// The path of the file that the process executes.
  var executable: String { get }
  /// The process that caused the event.
  mutating func alertProcess() -> AlertProcess
  /// The event, as far as it is known.
  mutating func alertEvent() -> AlertEvent
  /// Facts that are not arguments of the call.
  mutating func evidence() -> [NamedValue]
  /// Adds what the end of the call has shown.
  func complete(_ event: inout AlertEvent)
  /// Notes that an alert about a kind of credentials was raised.
  ///
  /// - Returns: whether the kind is new, so that rules that count kinds have to be evaluated again.
  mutating func noteCredential(_ kind: String) -> Bool
}

extension Alert {
  /// How long the texts are that the program has a say in, in bytes.
  var size: Int {
    func size(_ texts: some Sequence<String>) -> Int {
      // A text takes as much again to be in a list.
      texts.reduce(0) { $0 + $1.utf8.count + 16 }
    }
    let named = (event.arguments + evidence).map(\.value.plainText)
    return size([message, object, process.exe, process.cwd])
      + size(process.argv) + size(process.ancestors.map(\.exe)) + size(named)
      + size(why.map(\.check)) + size(why.map(\.value))
  }
}
