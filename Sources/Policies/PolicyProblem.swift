/// A place in a text file.
public struct TextPlace: Hashable, Comparable, Sendable {
  /// Line, from 1.
  public let line: Int
  /// Column, from 1, in characters (Unicode scalars), not bytes.
  public let column: Int

  /// Names a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The order in which a person reads.
  public static func < (a: TextPlace, b: TextPlace) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// One mistake in a policy, or one reason why there is none.
public struct PolicyProblem: Hashable, Comparable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// Where in the file; nil when the file as a whole is meant.
  public let place: TextPlace?
  /// What is wrong and what was expected.
  public let message: String

  /// Describes a mistake.
  public init(file: String, place: TextPlace?, message: String) {
    self.file = file
    self.place = place
    self.message = message
  }

  /// By file, place and message, so that a report is the same every time.
  public static func < (a: PolicyProblem, b: PolicyProblem) -> Bool {
    let start = TextPlace(line: 0, column: 0)
    return (a.file, a.place ?? start, a.message) < (b.file, b.place ?? start, b.message)
  }
}

extension PolicyProblem: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: MESSAGE`, the form that editors and CI systems can follow.
  public var description: String {
    guard let place else { return "\(printable(file)): \(message)" }
    return "\(printable(file)):\(place.line):\(place.column): \(message)"
  }
}

/// All mistakes of a policy at once.
public struct PolicyError: Error, Equatable, Sendable {
  /// The mistakes, sorted and without repeats; never empty.
  public let problems: [PolicyProblem]

  /// Gathers mistakes.
  public init(_ problems: some Sequence<PolicyProblem>) {
    self.problems = Set(problems).sorted()
  }
}

extension PolicyError: CustomStringConvertible {
  /// One mistake a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The mistakes found so far in one file.
struct ProblemList {
  let file: String
  private(set) var problems: [PolicyProblem] = []

  init(file: String) { self.file = file }

  mutating func add(_ place: TextPlace?, _ message: String) {
    problems.append(PolicyProblem(file: file, place: place, message: message))
  }

  mutating func add(contentsOf others: [PolicyProblem]) { problems += others }
}
