public import Rules
internal import Events
internal import JSON

// Values on the command line.
extension CriterionType {
  private var hasNumbers: Bool { self == .ports || self == .numbers || self == .number }

  /// Parses the text after `=`: items separated by commas; an empty text is an empty list. A JSON
  /// array allows items with commas.
  ///
  /// - Returns: the value for a policy file, or an error.
  func parse(_ text: String) -> Result<JSONTree, EditMistake> {
    var problems = ProblemList(file: "")
    let node: JSONNode?
    if isList, text.hasPrefix("[") {
      node = JSONReader.read(Array(text.utf8), &problems)
    } else {
      let tree = isList ? JSONTree.array(items(of: text)) : scalar(text)
      node = JSONReader.read(Array(tree.line.utf8), &problems)
    }
    if let node, read(node, &problems) != nil { return .success(JSONTree(node)) }
    return .failure(EditMistake(problems.problems.map(\.message).joined(separator: "; ")))
  }

  private func items(of text: String) -> [JSONTree] {
    guard !text.isEmpty else { return [] }
    return text.split(separator: ",", omittingEmptySubsequences: false).map {
      scalar(String($0.trimmingBlanks))
    }
  }

  private func scalar(_ text: String) -> JSONTree {
    if self == .boolean, text == "true" || text == "false" { return .boolean(text == "true") }
    return hasNumbers && Int64(text) != nil ? .number(String(Int64(text) ?? 0)) : .text(text)
  }

  /// The type of a custom alert's criterion, which has no declared type.
  init(like value: CriterionValue) {
    switch value {
    case .text: self = .text
    case .number: self = .number
    case .boolean: self = .boolean
    case .list(let items):
      let numbers = items.filter { if case .number = $0 { true } else { false } }
      self = !items.isEmpty && numbers.count == items.count ? .numbers : .texts
    }
  }
}

extension Substring {
  /// The text without leading and trailing blanks.
  var trimmingBlanks: Substring {
    var rest = self
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}

extension JSONTree {
  /// Formats a criterion's value as in a policy file.
  init(_ value: CriterionValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .number(let number): self = .number(String(number))
    case .boolean(let flag): self = .boolean(flag)
    case .list(let items): self = .array(items.map { JSONTree($0) })
    }
  }
}

extension CriterionValue {
  /// Formats the value for `policy set`; a list whose items contain commas as a JSON array.
  public var assignment: String {
    guard case .list(let items) = self else { return words }
    let texts = items.map(\.words)
    let isPlain = texts.allSatisfy { text in
      !text.isEmpty && !text.contains(",") && !text.hasPrefix("[")
        && text[...].trimmingBlanks == text
    }
    return isPlain ? texts.joined(separator: ",") : JSONTree(self).line
  }
}
