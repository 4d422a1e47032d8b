internal import Text

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

/// One mistake in a document that the user wrote, or one reason why it could not be read.
public struct DocumentProblem: Hashable, Comparable, Sendable {
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
  public static func < (a: DocumentProblem, b: DocumentProblem) -> Bool {
    let start = TextPlace(line: 0, column: 0)
    return (a.file, a.place ?? start, a.message) < (b.file, b.place ?? start, b.message)
  }
}

extension DocumentProblem: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: MESSAGE`, the form that editors and CI systems can follow.
  public var description: String {
    guard let place else { return "\(visibleText(file)): \(message)" }
    return "\(visibleText(file)):\(place.line):\(place.column): \(message)"
  }
}

/// All mistakes of a document at once.
public struct DocumentError: Error, Equatable, Sendable {
  /// The mistakes, sorted and without repeats; never empty.
  public let problems: [DocumentProblem]

  /// Gathers mistakes.
  public init(_ problems: some Sequence<DocumentProblem>) {
    self.problems = Set(problems).sorted()
  }
}

extension DocumentError: CustomStringConvertible {
  /// One mistake a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The mistakes found so far in one file.
public struct ProblemList: Sendable {
  /// The name that the problems are reported under.
  public let file: String
  /// The mistakes in the order in which they were found.
  public private(set) var problems: [DocumentProblem] = []

  /// No mistakes yet.
  public init(file: String) { self.file = file }

  /// Adds a mistake; a nil place means the file as a whole.
  public mutating func add(_ place: TextPlace?, _ message: String) {
    problems.append(DocumentProblem(file: file, place: place, message: message))
  }

  /// Adds mistakes.
  public mutating func add(contentsOf others: [DocumentProblem]) { problems += others }
}
