/// What a project is written in, as far as its policy and its job depend on that.
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
  case unknown = "no known language"

  /// The policy that a project's own extends, and why that one.
  var parent: (policy: String, reason: String) {
    switch self {
    case .c, .rust, .go, .swift:
      (
        "compiled-languages",
        "its programs never have to make code as they run, or to start shells"
      )
    case .javaScript, .python, .ruby, .php, .java, .dotNet:
      (
        "interpreted-languages",
        "its engine makes code as it runs, and its tools start shells as a matter of course"
      )
    case .unknown: ("strict", "nothing is known of what is usual for it")
    }
  }

  /// A container's image that has the tools, for a GitLab job: one that is based on Debian or
  /// Ubuntu, since dftrace needs their C library. Nil where the vendor's registry would have to be
  /// named.
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

/// What a project is, and how its tests are run.
public struct ProjectFacts: Equatable, Sendable {
  /// What it is written in.
  public var language: ProjectLanguage
  /// The file that tells so; nil when none does.
  public var languageEvidence: String?
  /// The shell command that runs the tests; nil when none was found.
  public var testCommand: String?
  /// The file that tells so; nil when the user has said it.
  public var commandEvidence: String?
  /// Shell commands that get ready what the tests need, and that are not judged.
  public var preparation: [String]
}
