internal import Text

/// Reads the members of a JSON object and reports missing and unknown keys and values of a wrong
/// type.
public struct ObjectReader {
  /// The start of the object.
  public let place: TextPlace
  /// The object's name in error messages: `an alert`.
  public let subject: String
  /// The members in the order of the file.
  public let members: [JSONMember]

  /// Reads an object; nil, with an error added, for any other value.
  ///
  /// - Parameters:
  ///   - subject: what the object is, for messages: `an alert`.
  ///   - keys: the keys that the object may have.
  public init?(_ node: JSONNode, _ subject: String, keys: [String], _ problems: inout ProblemList) {
    guard case .object(let members) = node.value else {
      problems.add(node.place, "expected \(subject) (an object), found \(node.kind)")
      return nil
    }
    place = node.place
    self.subject = subject
    self.members = members
    for member in members where !keys.contains(member.key) {
      let guess = suggestion(for: member.key, among: keys)
      let hint = guess.isEmpty ? "; expected \(alternatives(keys))" : guess
      problems.add(member.place, "unknown key \(quoted(member.key)) in \(subject)\(hint)")
    }
  }

  /// The member with a key.
  public func member(_ key: String) -> JSONMember? { members.first { $0.key == key } }

  /// The value of a key that has to be there.
  public func required(_ key: String, _ problems: inout ProblemList) -> JSONNode? {
    guard let found = member(key) else {
      problems.add(place, "expected the key \(quoted(key)) in \(subject)")
      return nil
    }
    return found.value
  }

  /// The text of a key; nil, without a problem, when the key is absent.
  public func text(_ key: String, _ problems: inout ProblemList) -> JSONText? {
    guard let member = member(key) else { return nil }
    guard case .text(let text) = member.value.value else {
      problems.add(
        member.value.place, "expected a string as \(quoted(key)), found \(member.value.kind)")
      return nil
    }
    guard !text.text.allSatisfy(\.isWhitespace) else {
      problems.add(member.value.place, "expected a text as \(quoted(key)), found an empty string")
      return nil
    }
    return text
  }

  /// The text of a key that has to be there.
  public func requiredText(_ key: String, _ problems: inout ProblemList) -> JSONText? {
    required(key, &problems) == nil ? nil : text(key, &problems)
  }

  /// The truth value of a key; nil, without a problem, when the key is absent.
  public func boolean(_ key: String, _ problems: inout ProblemList) -> Bool? {
    guard let member = member(key) else { return nil }
    if case .boolean(let value) = member.value.value { return value }
    problems.add(
      member.value.place, "expected true or false as \(quoted(key)), found \(member.value.kind)")
    return nil
  }

  /// The values of an array; empty for an absent key.
  public func array(_ key: String, _ problems: inout ProblemList) -> [JSONNode] {
    guard let member = member(key) else { return [] }
    if case .array(let items) = member.value.value { return items }
    problems.add(
      member.value.place, "expected an array as \(quoted(key)), found \(member.value.kind)")
    return []
  }

  /// The members of an object with arbitrary keys; empty for an absent key.
  public func named(_ key: String, _ problems: inout ProblemList) -> [JSONMember] {
    guard let member = member(key) else { return [] }
    if case .object(let members) = member.value.value { return members }
    problems.add(
      member.value.place, "expected an object as \(quoted(key)), found \(member.value.kind)")
    return []
  }

  /// An array of strings; empty for an absent key.
  public func texts(_ key: String, _ problems: inout ProblemList) -> [JSONText] {
    array(key, &problems).compactMap { node in
      if case .text(let text) = node.value { return text }
      problems.add(node.place, "expected a string in \(quoted(key)), found \(node.kind)")
      return nil
    }
  }
}
