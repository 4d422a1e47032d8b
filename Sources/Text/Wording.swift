/// Quotes and shortens a name for an error message.
public func quoted(_ text: String) -> String {
  let limit = 60
  let isLong = text.unicodeScalars.count > limit
  let head = isLong ? String(text.unicodeScalars.prefix(limit)) + "…" : text
  return "\"" + visibleText(head) + "\""
}

/// `"a", "b" or "c"`.
public func alternatives(_ names: [String], joinedBy word: String = "or") -> String {
  let names = names.map(quoted)
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(word) " + last
}
