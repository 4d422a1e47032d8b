import Events
internal import JSON
internal import Text

/// Formats an exception as one line of JSON that can be pasted into `"alerts"` of a policy. Control
/// characters are escaped.
func pasteText(_ exception: ExceptionFacts) -> String {
  func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.text(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
  var members = [("when", exception.condition), ("reason", exception.reason)]
  if let expires = exception.expires { members.append(("expires", expires)) }
  if let owner = exception.owner { members.append(("owner", owner)) }
  let inner = members.map { "\"\($0.0)\": \(quoted($0.1))" }.joined(separator: ", ")
  return "\(quoted(exception.alert)): { \"exceptions\": [ { \(inner) } ] }"
}

extension JSONWriter {
  /// Writes the members of an exception as in a policy.
  mutating func exception(_ exception: ExceptionFacts) {
    member("when", exception.condition)
    member("reason", exception.reason)
    member("expires", exception.expires)
    member("owner", exception.owner)
  }
}
