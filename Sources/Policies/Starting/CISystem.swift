/// The CI system of a project.
public enum CISystem: String, CaseIterable, Sendable {
  case github
  case gitlab
  /// A shell script for other systems.
  case script
  /// No job.
  case none

  /// The name.
  public var title: String {
    switch self {
    case .github: "GitHub Actions"
    case .gitlab: "GitLab CI"
    case .script: "a shell script"
    case .none: "no job"
    }
  }

  /// Detects a project's CI system and the evidence for it.
  public static func guess(
    _ root: String, in files: any FileStore
  ) -> (system: CISystem, evidence: String) {
    let names = Set(files.names(in: root))
    if names.contains(".github") { return (.github, ".github exists") }
    if names.contains(".gitlab-ci.yml") { return (.gitlab, ".gitlab-ci.yml exists") }
    let bytes = (try? files.read((root == "/" ? "" : root) + "/.git/config")) ?? []
    for host in remoteHosts(String(decoding: bytes, as: UTF8.self)) {
      if host.contains("github") { return (.github, "the remote is at \(host)") }
      if host.contains("gitlab") { return (.gitlab, "the remote is at \(host)") }
    }
    return (.script, "neither GitHub nor GitLab detected")
  }

  /// The hosts of the remotes in a repository's configuration, from `SCHEME://USER@HOST:PORT/…` and
  /// `USER@HOST:…`. The path is ignored, since a project's name may contain "github".
  static func remoteHosts(_ configuration: String) -> [String] {
    configuration.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }) == "url" else { return nil }
      var address = parts[1].drop { $0.isWhitespace }
      let scheme = address.firstRange(of: "://")
      if let scheme { address = address[scheme.upperBound...] }
      let host = address.prefix { $0 != "/" }
      // A local path has no host.
      guard scheme != nil || host.contains(":") else { return nil }
      let named = host.split(separator: "@").last ?? host
      return named.prefix { $0 != ":" }.lowercased()
    }
  }
}
