/// The job that runs a project's tests under dftrace, for each system.
struct JobTexts {
  /// Where reports are written, from the project's directory.
  static let reports = ".dftrace/reports"
  static let baseline = ".dftrace/baseline.json"

  let app: String
  let version: String
  let facts: ProjectFacts
  let command: String
  /// The address that the releases' files lie below; nil when the job has to be told.
  let releases: String?
  /// The action to use instead of the release's files.
  let action: String?

  /// What a person reads first in each.
  var head: [String] {
    [
      "Runs the tests and judges what they really do by .dftrace/policy.json. Written by `dftrace init`;",
      "change it as you like.",
      "",
      "The job fails with 86 when it sees something that .dftrace/baseline.json does not have. To accept",
      "what the tests do now, run this and commit the file, or commit \(Self.reports)/baseline.json of",
      "the job itself, which sees what is only done there:",
      "  dftrace run --app \(app) --write-baseline \(Self.baseline) -- \(ShellWords.words(command))",
    ].map { $0.isEmpty ? "#" : "# " + $0 }
  }

  /// Gets dftrace, unless it is installed: a release's tarball, whose checksum has to be right.
  func install(afterwards: [String]) -> [String] {
    let name = "dftrace-\(version)-linux-x86_64"
    return [
      "if ! command -v dftrace >/dev/null; then",
      "  releases=${DFTRACE_RELEASES:?set it to the address that the releases of dftrace lie below}",
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

  /// The reports that every job keeps.
  static let usual = [
    (format: "sarif", file: "dftrace.sarif"), (format: "junit", file: "junit.xml"),
    (format: "html", file: "dftrace.html"),
  ]

  /// The script for any other system: options that it is given go to dftrace.
  var script: String {
    var lines = ["#!/bin/sh"] + head + ["set -eu", "cd \"$(dirname \"$0\")/..\"", ""]
    if let releases {
      lines.append(": \"${DFTRACE_RELEASES:=\(releases)}\"")
    }
    lines += install(afterwards: ["trap 'rm -rf \"$tools\"' EXIT"])
    if !facts.preparation.isEmpty {
      lines += ["", "# What the tests need; not judged."] + facts.preparation
    }
    return text(lines + [""] + run(Self.usual, more: "\"$@\" "))
  }

  func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  func indented(_ lines: [String], by count: Int) -> [String] {
    lines.map { $0.isEmpty ? $0 : String(repeating: " ", count: count) + $0 }
  }

  /// A text as a scalar of YAML, in single quotes, in which nothing but these means anything.
  static func scalar(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
