extension JobTexts {
  /// The workflow for GitHub Actions.
  var github: String {
    let steps = action.map(actionStep) ?? ownSteps
    return text(
      head + [
        "name: dftrace",
        "on: [push, pull_request]",
        "permissions:",
        "  contents: read",
        "jobs:",
        "  dftrace:",
        "    runs-on: ubuntu-latest",
        "    permissions:",
        "      contents: read",
        "      security-events: write # for the alerts in code scanning",
        "    steps:",
        "      - uses: actions/checkout@v4",
      ] + indented(setUp + preparation + steps + uploads, by: 6))
  }

  /// The steps that install tools missing on the runner or of another version there.
  private var setUp: [String] {
    func use(_ action: String, _ key: String, _ value: String) -> [String] {
      ["- uses: \(action)", "  with:", "    \(key): \(value)"]
    }
    return switch facts.language {
    case .python: use("actions/setup-python@v5", "python-version", "'3.x'")
    case .javaScript: use("actions/setup-node@v4", "node-version", "'22'")
    case .go: use("actions/setup-go@v5", "go-version", "stable")
    case .ruby: use("ruby/setup-ruby@v1", "ruby-version", "'3.3'")
    case .java:
      use("actions/setup-java@v4", "distribution", "temurin") + ["    java-version: '21'"]
    case .c, .rust, .swift, .php, .dotNet, .unknown: []
    }
  }

  private var preparation: [String] {
    guard !facts.preparation.isEmpty else { return [] }
    return ["- name: Install dependencies (not traced)", "  run: |"]
      + indented(facts.preparation, by: 4)
  }

  private var ownSteps: [String] {
    let variable = "vars.DFTRACE_RELEASES" + (releases.map { " || '\($0)'" } ?? "")
    return [
      "- name: Install dftrace", "  env:", "    DFTRACE_RELEASES: ${{ \(variable) }}", "  run: |",
    ]
      + indented(
        install(afterwards: [#"echo "${PATH%%:*}" >>"$GITHUB_PATH""#]), by: 4)
      + ["- name: Run the tests under dftrace", "  run: |"]
      + indented(run(Self.usual, more: "--report github=- "), by: 4)
  }

  private func actionStep(_ action: String) -> [String] {
    [
      "- uses: \(action)",
      "  with:",
      "    command: \(Self.scalar(command))",
      "    app: \(Self.scalar(app))",
      "    baseline: \(Self.baseline)",
      "    reports: \(Self.reports)",
    ]
  }

  /// Publishes reports even when the test step fails. Pull requests from forks cannot write to code
  /// scanning, and private repositories may not have it.
  private var uploads: [String] {
    let sarif = "\(Self.reports)/dftrace.sarif"
    return [
      "- name: Upload the alerts to code scanning",
      "  if: always() && hashFiles('\(sarif)') != '' && !github.event.pull_request.head.repo.fork",
      "  continue-on-error: true",
      "  uses: github/codeql-action/upload-sarif@v3",
      "  with:",
      "    sarif_file: \(sarif)",
      "- name: Keep the reports",
      "  if: always()",
      "  uses: actions/upload-artifact@v4",
      "  with:",
      "    name: dftrace",
      "    path: \(Self.reports)/",
      "    include-hidden-files: true",
    ]
  }

  /// The job for GitLab CI.
  var gitlab: String {
    let reports = Self.usual + [(format: "gitlab", file: "codequality.json")]
    var lines = head + ["dftrace:", "  stage: test"]
    if let image = facts.language.image { lines.append("  image: \(image)") }
    if let releases {
      lines += ["  variables:", "    DFTRACE_RELEASES: \(Self.scalar(releases))"]
    } else {
      lines.append("  # Set the project variable DFTRACE_RELEASES: Settings, CI/CD, Variables.")
    }
    lines += ["  before_script:", "    - |"] + indented(install(afterwards: []), by: 6)
    lines.append("  script:")
    if !facts.preparation.isEmpty { lines.append("    # Install dependencies (not traced).") }
    lines += facts.preparation.map { "    - \($0)" }
    lines += ["    - |"] + indented(run(reports), by: 6)
    return text(
      lines + [
        "  artifacts:",
        "    when: always",
        "    paths:",
        "      - \(Self.reports)/",
        "    reports:",
        "      junit: \(Self.reports)/junit.xml",
        "      codequality: \(Self.reports)/codequality.json",
      ])
  }
}
