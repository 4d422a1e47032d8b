internal import Text

/// A place in a text file.
public struct TextPlace: Hashable, Comparable, Sendable {
  /// Line, from 1.
  public let line: Int
  /// Column, from 1, in characters (Unicode scalars), not bytes.
  public let column: Int

  /// Creates a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Reading order.
  public static func < (a: TextPlace, b: TextPlace) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// An error in a user's document, or the reason why it cannot be read.
public struct DocumentProblem: Hashable, Comparable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// The place in the file; nil for the whole file.
  public let place: TextPlace?
  /// The error and the expected value.
  public let message: String

  /// Creates an error.
  public init(file: String, place: TextPlace?, message: String) {
    self.file = file
    self.place = place
    self.message = message
  }

  /// Order by file, place and message, so that reports are deterministic.
  public static func < (a: DocumentProblem, b: DocumentProblem) -> Bool {
    let start = TextPlace(line: 0, column: 0)
    return (a.file, a.place ?? start, a.message) < (b.file, b.place ?? start, b.message)
  }
}

extension DocumentProblem: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: MESSAGE`, the format that editors and CI systems link.
  public var description: String {
    guard let place else { return "\(visibleText(file)): \(message)" }
    return "\(visibleText(file)):\(place.line):\(place.column): \(message)"
  }
}

/// All errors of a document.
public struct DocumentError: Error, Equatable, Sendable {
  /// The errors, sorted and distinct; never empty.
  public let problems: [DocumentProblem]

  /// Creates an error from a list.
  public init(_ problems: some Sequence<DocumentProblem>) {
    self.problems = Set(problems).sorted()
  }
}

extension DocumentError: CustomStringConvertible {
  /// One error a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The errors found in one file.
public struct ProblemList: Sendable {
  /// The file name in error messages.
  public let file: String
  /// The errors in the order of their discovery.
  public private(set) var problems: [DocumentProblem] = []

  /// Creates an empty list.
  public init(file: String) { self.file = file }

  /// Adds an error; a nil place means the whole file.
  public mutating func add(_ place: TextPlace?, _ message: String) {
    problems.append(DocumentProblem(file: file, place: place, message: message))
  }

  /// Adds errors.
  public mutating func add(contentsOf others: [DocumentProblem]) { problems += others }
}
