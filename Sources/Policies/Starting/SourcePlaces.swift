public import Events

/// The place in the project's files that a report links an alert to. Behaviour has no source line,
/// so the link leads to the policy or to the CI job.
public struct SourcePlaces {
  /// Build files, which are places that the project's owners know.
  private static let manifests = [
    "Makefile", "package.json", "pyproject.toml", "Cargo.toml", "go.mod", "pom.xml",
    "build.gradle", "Package.swift", "CMakeLists.txt", "meson.build", "README.md",
  ]

  private let workspace: String?
  private let workingDirectory: String
  private let jobFiles: [String]
  private let files: any FileStore
  private var policy: (path: String, lines: [Substring])?

  /// Looks at the policy's file.
  ///
  /// - Parameters:
  ///   - workspace: the project's directory.
  ///   - policyFile: the file of the policy in force; nil for a built-in one.
  ///   - name: the policy's name; the file may have others beside.
  ///   - workingDirectory: where relative paths begin.
  ///   - jobFiles: the files of the CI job that is running, relative to the project, the likeliest
  ///     first.
  public init(
    workspace: String?, policyFile: String?, name: String, workingDirectory: String,
    jobFiles: [String], files: any FileStore
  ) {
    self.workspace = workspace
    self.workingDirectory = workingDirectory
    self.jobFiles = jobFiles
    self.files = files
    guard let policyFile, let path = relative(policyFile) else { return }
    let lines = lines(of: policyFile)
    let start = lines.firstIndex { $0.contains("\"name\"") && $0.contains("\"\(name)\"") } ?? 0
    // Blank the lines of earlier policies, which keeps the line numbers.
    policy = (path, lines.indices.map { $0 < start ? "" : lines[$0] })
  }

  /// The line of the project's policy that names an alert.
  public func place(ofAlert id: String) -> SourcePlace? {
    guard let policy, let line = policy.lines.firstIndex(where: { $0.contains("\"\(id)\"") })
    else { return nil }
    return SourcePlace(path: policy.path, line: line + 1)
  }

  /// The place of alerts without their own line: the project's policy, the CI job that
  /// runs dftrace, the command's file, or a build file.
  public func place(ofCommand command: String) -> SourcePlace {
    if let policy {
      let line = policy.lines.firstIndex { $0.contains("\"name\"") } ?? 0
      return SourcePlace(path: policy.path, line: line + 1)
    }
    if let job { return job }
    let files = [relative(command)].compactMap(\.self) + [PolicyStore.projectFile] + Self.manifests
    let path = files.first { isFile($0) } ?? PolicyStore.projectFile
    return SourcePlace(path: path, line: 1)
  }

  /// The line of the CI job that starts dftrace.
  private var job: SourcePlace? {
    guard let workspace else { return nil }
    for path in jobs {
      let lines = lines(of: workspace + "/" + path)
      guard let line = lines.firstIndex(where: { $0.contains("dftrace") }) else { continue }
      return SourcePlace(path: path, line: line + 1)
    }
    return nil
  }

  private var jobs: [String] {
    var paths = jobFiles
    let workflows = ".github/workflows"
    paths += files.names(in: (workspace ?? "") + "/" + workflows)
      .filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.map { workflows + "/" + $0 }
    return paths + [".gitlab-ci.yml", "action.yml", "Makefile"]
  }

  private func isFile(_ path: String) -> Bool {
    guard let workspace else { return false }
    return files.mode(of: workspace + "/" + path).map { $0 & 0o170000 == 0o100000 } ?? false
  }

  /// A path relative to the project's directory; nil for paths outside it.
  private func relative(_ path: String) -> String? {
    guard let workspace, !path.isEmpty else { return nil }
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : workingDirectory + "/" + path).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    let whole = "/" + parts.joined(separator: "/")
    guard whole.hasPrefix(workspace + "/") else { return nil }
    return String(whole.dropFirst(workspace.count + 1))
  }

  private func lines(of path: String) -> [Substring] {
    guard let bytes = try? files.read(path) else { return [] }
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
