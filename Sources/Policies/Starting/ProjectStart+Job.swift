extension ProjectStart {
  /// The file of the job and the remaining manual steps: to include it, and to set the base URL of
  /// the releases.
  static func job(
    _ system: CISystem, _ texts: JobTexts, _ root: String, _ files: any FileStore
  ) -> (file: StartingFile?, include: String?, releases: String?) {
    let isTold = texts.releases != nil || system == .github && texts.action != nil
    let releases =
      isTold
      ? nil
      : "Unless dftrace is installed, the job downloads dftrace \(texts.version) from the base URL in "
        + "the variable DFTRACE_RELEASES. Set that variable in the CI system, or use --releases."
    switch system {
    case .none: return (nil, nil, nil)
    case .github:
      let path = ".github/workflows/dftrace.yml"
      return (StartingFile(path: path, text: texts.github), nil, releases)
    case .script:
      let path = ".dftrace/ci.sh"
      return (StartingFile(path: path, text: texts.script, isExecutable: true), nil, releases)
    case .gitlab:
      let (file, include) = gitlab(texts, root, files)
      return (file, include, releases)
    }
  }

  /// The job for GitLab; a separate file when the project has a .gitlab-ci.yml already.
  private static func gitlab(
    _ texts: JobTexts, _ root: String, _ files: any FileStore
  ) -> (StartingFile, String?) {
    let main = ".gitlab-ci.yml"
    let own = ".dftrace/gitlab-ci.yml"
    guard let bytes = try? files.read(root + "/" + main) else {
      // A dangling link or an unreadable file counts as existing.
      let isFree = !files.names(in: root).contains(main)
      return (StartingFile(path: isFree ? main : own, text: texts.gitlab), nil)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains(own) { return (StartingFile(path: own, text: texts.gitlab), nil) }
    // Written by an earlier run.
    if text.contains("dftrace run") { return (StartingFile(path: main, text: texts.gitlab), nil) }
    return (
      StartingFile(path: own, text: texts.gitlab),
      "\(main) exists already and stays unchanged. To run the job, add this to it:"
        + "\ninclude:\n  - local: \(own)"
    )
  }
}
