extension ProjectStart {
  /// The file of the job, and what is left to do by hand: to have it run, and to say where it gets
  /// dftrace from.
  static func job(
    _ system: CISystem, _ texts: JobTexts, _ root: String, _ files: any FileStore
  ) -> (file: StartingFile?, include: String?, releases: String?) {
    let isTold = texts.releases != nil || system == .github && texts.action != nil
    let releases =
      isTold
      ? nil
      : "The job takes dftrace \(texts.version) from below the address in the variable "
        + "DFTRACE_RELEASES, unless dftrace is installed where it runs: set that variable there, "
        + "or give --releases."
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

  /// What a project has for GitLab is its own: a job goes into a file of its own then.
  private static func gitlab(
    _ texts: JobTexts, _ root: String, _ files: any FileStore
  ) -> (StartingFile, String?) {
    let main = ".gitlab-ci.yml"
    let own = ".dftrace/gitlab-ci.yml"
    guard let bytes = try? files.read(root + "/" + main) else {
      // A link that leads nowhere, or what can't be read, is somebody's as well.
      let isFree = !files.names(in: root).contains(main)
      return (StartingFile(path: isFree ? main : own, text: texts.gitlab), nil)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains(own) { return (StartingFile(path: own, text: texts.gitlab), nil) }
    // What an earlier run has written there.
    if text.contains("dftrace run") { return (StartingFile(path: main, text: texts.gitlab), nil) }
    return (
      StartingFile(path: own, text: texts.gitlab),
      "\(main) is there already and stays as it is. Add this to it, so that the job is run:"
        + "\ninclude:\n  - local: \(own)"
    )
  }
}
