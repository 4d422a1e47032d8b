internal import Events
internal import JSON
internal import Rules
internal import Text

/// The type of a criterion; loading a policy reports values of another type.
public enum CriterionType: String, CaseIterable, Sendable {
  /// Lists of text: any, absolute paths or patterns of them, names of programs.
  case texts, paths, programs
  /// A list of addresses or networks (CIDR).
  case addresses
  /// A list of ISO 3166 codes of two capital letters.
  case countries
  /// A list of numbers from 0 to 65535.
  case ports
  /// A list of whole numbers.
  case numbers
  /// A single value.
  case text, number, boolean

  /// The expected value in error messages.
  var expectation: String {
    switch self {
    case .texts: "a list of strings"
    case .paths: "a list of paths"
    case .programs: "a list of program names"
    case .addresses: "a list of IP addresses or networks"
    case .countries: "a list of country codes"
    case .ports: "a list of ports"
    case .numbers: "a list of whole numbers"
    case .text: "a string"
    case .number: "a whole number"
    case .boolean: "true or false"
    }
  }

  var isList: Bool {
    switch self {
    case .text, .number, .boolean: false
    default: true
    }
  }

  /// Reads a value of this type and reports errors.
  func read(_ node: JSONNode, _ problems: inout ProblemList) -> CriterionValue? {
    guard isList else { return readItem(node, &problems) }
    guard case .array(let items) = node.value else {
      problems.add(node.place, "expected \(expectation), found \(node.kind)")
      return nil
    }
    let values = items.compactMap { readItem($0, &problems) }
    return values.count == items.count ? .list(values) : nil
  }

  private func readItem(_ node: JSONNode, _ problems: inout ProblemList) -> CriterionValue? {
    if let value = CriterionValue(scalar: node), accepts(value) { return value }
    problems.add(node.place, "expected \(itemExpectation), found \(node.kind)\(advice(node))")
    return nil
  }

  private func accepts(_ value: CriterionValue) -> Bool {
    switch (self, value) {
    case (.texts, .text), (.text, .text), (.number, .number), (.numbers, .number),
      (.boolean, .boolean):
      true
    case (.paths, .text(let text)): text.hasPrefix("/") || text.hasPrefix("*")
    case (.programs, .text(let text)): !text.isEmpty && !text.contains("/")
    case (.addresses, .text(let text)): IPNetwork(text) != nil
    case (.countries, .text(let text)): CountryCodes.all.contains(text)
    case (.ports, .number(let number)): (0...65535).contains(number)
    default: false
    }
  }

  private var itemExpectation: String {
    switch self {
    case .texts, .text: "a string"
    case .paths: "an absolute path or a pattern that begins with \"*\""
    case .programs: "a program's name without directory"
    case .addresses: "an IP address or network such as \"10.0.0.0/8\""
    case .countries: "an ISO 3166 country code such as \"KP\""
    case .ports: "a port from 0 to 65535"
    case .numbers, .number: "a whole number"
    case .boolean: "true or false"
    }
  }

  private func advice(_ node: JSONNode) -> String {
    guard case .text(let text) = node.value, self == .countries else { return "" }
    let code = text.text.uppercased()
    if code == "UK" { return "; did you mean \"GB\"?" }
    return CountryCodes.all.contains(code) ? "; did you mean \(quoted(code))?" : ""
  }
}

extension CriterionValue {
  /// Reads a string, whole number or boolean; nil for other nodes.
  init?(scalar node: JSONNode) {
    switch node.value {
    case .text(let text): self = .text(text.text)
    case .boolean(let value): self = .boolean(value)
    case .number(let number):
      guard let integer = number.integer else { return nil }
      self = .number(integer)
    case .null, .array, .object: return nil
    }
  }

  /// Reads a scalar or a list of scalars, for values without a declared type.
  static func read(_ node: JSONNode, _ problems: inout ProblemList) -> CriterionValue? {
    let items: [JSONNode]
    if case .array(let found) = node.value { items = found } else { items = [node] }
    let values = items.compactMap { item in
      let value = CriterionValue(scalar: item)
      if value == nil {
        let wanted = "a string, a whole number, true or false, or a list of these"
        problems.add(item.place, "expected \(wanted), found \(item.kind)")
      }
      return value
    }
    guard values.count == items.count else { return nil }
    if case .array = node.value { return .list(values) }
    return values.first
  }
}
