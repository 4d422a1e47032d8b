import Events
import Kernel
import Policies

/// Where in the project a result is shown by what reviewers read: behaviour has no line of source,
/// so it is the line that watches for it.
struct SourcePlaces {
  /// What builds a project is a place that its owners know.
  private static let manifests = [
    "Makefile", "package.json", "pyproject.toml", "Cargo.toml", "go.mod", "pom.xml",
    "build.gradle", "Package.swift", "CMakeLists.txt", "meson.build", "README.md",
  ]

  private let workspace: String?
  private var policy: (path: String, lines: [Substring])?

  /// - Parameters:
  ///   - workspace: the project's directory.
  ///   - policyFile: the file of the policy in force; nil for a built-in one.
  ///   - name: the policy's name, which the file may have others beside.
  init(workspace: String?, policyFile: String?, name: String) {
    self.workspace = workspace
    guard let policyFile, let path = relative(policyFile) else { return }
    let lines = Self.lines(of: policyFile)
    let start = lines.firstIndex { $0.contains("\"name\"") && $0.contains("\"\(name)\"") } ?? 0
    // Lines before the policy's own are another's; they keep their numbers.
    policy = (path, lines.indices.map { $0 < start ? "" : lines[$0] })
  }

  /// The line of the project's policy that names an alert.
  func place(ofAlert id: String) -> SourcePlace? {
    guard let policy, let line = policy.lines.firstIndex(where: { $0.contains("\"\(id)\"") })
    else { return nil }
    return SourcePlace(path: policy.path, line: line + 1)
  }

  /// The line that a result without one of its own is shown at: the project's policy, the job that
  /// runs dftrace, the command's own file, or what builds the project.
  func place(ofCommand command: String) -> SourcePlace {
    if let policy {
      let line = policy.lines.firstIndex { $0.contains("\"name\"") } ?? 0
      return SourcePlace(path: policy.path, line: line + 1)
    }
    if let job { return job }
    let files = [relative(command)].compactMap(\.self) + [PolicyStore.projectFile] + Self.manifests
    let path = files.first { isFile($0) } ?? PolicyStore.projectFile
    return SourcePlace(path: path, line: 1)
  }

  /// The line of the job that starts dftrace.
  private var job: SourcePlace? {
    guard let workspace else { return nil }
    for path in jobs {
      let lines = Self.lines(of: workspace + "/" + path)
      guard let line = lines.firstIndex(where: { $0.contains("dftrace") }) else { continue }
      return SourcePlace(path: path, line: line + 1)
    }
    return nil
  }

  private var jobs: [String] {
    var paths: [String] = []
    // OWNER/REPOSITORY/PATH@REF, as GitHub Actions tells its jobs.
    if let reference = Machine.environment("GITHUB_WORKFLOW_REF") {
      let path = reference.prefix { $0 != "@" }.split(separator: "/").dropFirst(2)
      paths.append(path.joined(separator: "/"))
    }
    if let path = Machine.environment("CI_CONFIG_PATH"), !path.isEmpty { paths.append(path) }
    let workflows = ".github/workflows"
    paths += DiskFiles().names(in: (workspace ?? "") + "/" + workflows)
      .filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.map { workflows + "/" + $0 }
    return paths + [".gitlab-ci.yml", "action.yml", "Makefile"]
  }

  private func isFile(_ path: String) -> Bool {
    guard let workspace else { return false }
    return Files.status(workspace + "/" + path)?.isRegular == true
  }

  /// A path below the project's directory, from there; nil for any other.
  private func relative(_ path: String) -> String? {
    guard let workspace, !path.isEmpty else { return nil }
    let directory = String(decoding: Machine.workingDirectory, as: UTF8.self)
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : directory + "/" + path).split(separator: "/") {
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

  private static func lines(of path: String) -> [Substring] {
    guard let bytes = try? Files.read(path, limit: 4 << 20) else { return [] }
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
