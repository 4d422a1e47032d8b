import JSON
@testable import Policies

/// A project whose files all hold the same.
func readProject(_ bytes: [UInt8]) throws {
  var input = Input(bytes)
  let chosen = input.number(4)
  let content = input.all()
  let names = projectFiles.enumerated().filter { chosen >> UInt64($0.offset) & 1 == 1 }
    .map { "/work/" + $0.element }
  let files = FakeFiles(content: content, names: Set(names))
  let facts = ProjectDetection("/work", in: files).facts
  for text in [facts.testCommand ?? "", facts.languageEvidence ?? "", facts.commandEvidence ?? ""] {
    try expectPlain(text, "what a project is")
  }
  _ = CISystem.guess("/work", in: files)
  guard let start = try? ProjectStart("/work", StartWishes(), version: "1.0.0", store(files)) else {
    return
  }
  for file in start.files where file.path.hasSuffix(".json") {
    _ = try JSONReader.read(Array(file.text.utf8), file: file.path)
  }
}

private let projectFiles = [
  "package.json", "Makefile", "pyproject.toml", "go.mod", "Cargo.toml", "pom.xml", "Package.swift",
  "tox.ini", "Gemfile", "composer.json", "build.gradle", "CMakeLists.txt", "setup.py",
  "package-lock.json", "yarn.lock", "Rakefile", "meson.build", ".git/config", ".gitlab-ci.yml",
  "Jenkinsfile", "requirements.txt", "configure", "noxfile.py", "deno.json", "pnpm-lock.yaml",
]
