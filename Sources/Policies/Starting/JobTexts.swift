/// The job that runs a project's tests under dftrace, for each CI system.
struct JobTexts {
  /// Directory of the reports, relative to the project.
  static let reports = ".dftrace/reports"
  static let baseline = ".dftrace/baseline.json"

  let app: String
  let version: String
  let facts: ProjectFacts
  let command: String
  /// Base URL of the releases; nil when the job reads it from a variable.
  let releases: String?
  /// The GitHub action to use instead of a release tarball.
  let action: String?

  /// The comment at the top of each job.
  var head: [String] {
    [
      "Runs the tests under dftrace with the policy .dftrace/policy.json. Written by `dftrace init`;",
      "edit it as you like.",
      "",
      "The job fails with exit status 86 on alerts that are not in .dftrace/baseline.json. To accept the",
      "current alerts, run the command below and commit the file. The job also writes",
      "\(Self.reports)/baseline.json, which includes alerts that occur only in CI:",
      "  dftrace run --app \(app) --write-baseline \(Self.baseline) -- \(ShellWords.words(command))",
    ].map { $0.isEmpty ? "#" : "# " + $0 }
  }

  /// Installs dftrace unless it is installed: downloads a release tarball and verifies its
  /// checksum.
  func install(afterwards: [String]) -> [String] {
    let name = "dftrace-\(version)-linux-x86_64"
    return [
      "if ! command -v dftrace >/dev/null; then",
      "  releases=${DFTRACE_RELEASES:?set it to the base URL of the dftrace releases}",
      "  tools=$(mktemp -d)",
      "  for file in \(name).tar.gz SHA256SUMS; do",
      "    curl -fsSL --retry 3 -o \"$tools/$file\" \"$releases/v\(version)/$file\"",
      "  done",
      "  (cd \"$tools\" && sha256sum --check --strict --ignore-missing SHA256SUMS)",
      "  tar -xzf \"$tools/\(name).tar.gz\" -C \"$tools\"",
      "  PATH=\"$tools/\(name)/bin:$PATH\"",
    ] + afterwards.map { "  " + $0 } + ["fi", "dftrace --version"]
  }

  /// Runs the tests.
  func run(_ reports: [(format: String, file: String)], more: String = "") -> [String] {
    let last = "  \(more)-- \(ShellWords.words(command))"
    return [
      "mkdir -p \(Self.reports)",
      "dftrace run --app \(app) --baseline \(Self.baseline) \\",
      "  --write-baseline \(Self.reports)/baseline.json \\",
    ] + reports.map { "  --report \($0.format)=\(Self.reports)/\($0.file) \\" } + [last]
  }

  /// The reports of every job.
  static let usual = [
    (format: "sarif", file: "dftrace.sarif"), (format: "junit", file: "junit.xml"),
    (format: "html", file: "dftrace.html"),
  ]

  /// The script for other systems; it passes its options to dftrace.
  var script: String {
    var lines = ["#!/bin/sh"] + head + ["set -eu", "cd \"$(dirname \"$0\")/..\"", ""]
    if let releases {
      lines.append(": \"${DFTRACE_RELEASES:=\(releases)}\"")
    }
    lines += install(afterwards: ["trap 'rm -rf \"$tools\"' EXIT"])
    if !facts.preparation.isEmpty {
      lines += ["", "# Install dependencies (not traced)."] + facts.preparation
    }
    return text(lines + [""] + run(Self.usual, more: "\"$@\" "))
  }

  func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  func indented(_ lines: [String], by count: Int) -> [String] {
    lines.map { $0.isEmpty ? $0 : String(repeating: " ", count: count) + $0 }
  }

  /// Formats a text as a YAML scalar in single quotes, which need no other escapes.
  static func scalar(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
