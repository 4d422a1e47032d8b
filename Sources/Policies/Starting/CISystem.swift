/// What runs a project's jobs.
public enum CISystem: String, CaseIterable, Sendable {
  case github
  case gitlab
  /// A shell script, for any other.
  case script
  /// No job.
  case none

  /// What a person calls it.
  public var title: String {
    switch self {
    case .github: "GitHub Actions"
    case .gitlab: "GitLab CI"
    case .script: "a shell script"
    case .none: "no job"
    }
  }

  /// What a project seems to use, and what tells so.
  public static func guess(
    _ root: String, in files: any FileStore
  ) -> (system: CISystem, evidence: String) {
    let names = Set(files.names(in: root))
    if names.contains(".github") { return (.github, ".github is there") }
    if names.contains(".gitlab-ci.yml") { return (.gitlab, ".gitlab-ci.yml is there") }
    let bytes = (try? files.read((root == "/" ? "" : root) + "/.git/config")) ?? []
    for host in remoteHosts(String(decoding: bytes, as: UTF8.self)) {
      if host.contains("github") { return (.github, "the remote is at \(host)") }
      if host.contains("gitlab") { return (.gitlab, "the remote is at \(host)") }
    }
    return (.script, "neither GitHub nor GitLab is known of")
  }

  /// The hosts of the remotes in a repository's configuration: of `SCHEME://USER@HOST:PORT/…` and
  /// of `USER@HOST:…`, so that a project that is merely called after one of them is not taken for it.
  static func remoteHosts(_ configuration: String) -> [String] {
    configuration.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }) == "url" else { return nil }
      var address = parts[1].drop { $0.isWhitespace }
      let scheme = address.firstRange(of: "://")
      if let scheme { address = address[scheme.upperBound...] }
      let host = address.prefix { $0 != "/" }
      // A path of this machine has neither.
      guard scheme != nil || host.contains(":") else { return nil }
      let named = host.split(separator: "@").last ?? host
      return named.prefix { $0 != ":" }.lowercased()
    }
  }
}
