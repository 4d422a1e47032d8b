/// The language of a project, which determines its policy and its job.
public enum ProjectLanguage: String, CaseIterable, Sendable {
  case c = "C or C++"
  case rust = "Rust"
  case go = "Go"
  case swift = "Swift"
  case javaScript = "JavaScript"
  case python = "Python"
  case ruby = "Ruby"
  case php = "PHP"
  case java = "Java"
  case dotNet = ".NET"
  case unknown = "unknown language"

  /// The parent of the project's policy, and the reason for it.
  var parent: (policy: String, reason: String) {
    switch self {
    case .c, .rust, .go, .swift:
      (
        "compiled-languages",
        "compiled programs need no code generation at run time and no shells"
      )
    case .javaScript, .python, .ruby, .php, .java, .dotNet:
      (
        "interpreted-languages",
        "interpreters generate code at run time and their tools start shells"
      )
    case .unknown: ("strict", "the language is unknown")
    }
  }

  /// The container image with the tools for a GitLab job, based on Debian or Ubuntu, since dftrace
  /// needs glibc. Nil for images outside the default registry.
  var image: String? {
    switch self {
    case .c, .unknown: "gcc:14"
    case .rust: "rust:1"
    case .go: "golang:1"
    case .swift: "swift:6.1"
    case .javaScript: "node:22"
    case .python: "python:3"
    case .ruby: "ruby:3"
    case .php: "php:8-cli"
    case .java: "maven:3-eclipse-temurin-21-noble"
    case .dotNet: nil
    }
  }
}

/// The language and the test command of a project.
public struct ProjectFacts: Equatable, Sendable {
  /// The language.
  public var language: ProjectLanguage
  /// The file that indicates the language; nil for an unknown one.
  public var languageEvidence: String?
  /// The shell command that runs the tests; nil when none was found.
  public var testCommand: String?
  /// The file that indicates the command; nil when the user gave it.
  public var commandEvidence: String?
  /// Shell commands that install dependencies, which are not traced.
  public var preparation: [String]
}
