import Foundation
import Testing

@testable import Policies

/// What a project is, by the files at its top.
@Suite struct ProjectDetectionTests {
  struct Case: CustomTestStringConvertible {
    let files: [String: String]
    let language: ProjectLanguage
    let command: String?
    var preparation: [String]?

    init(
      _ files: [String: String], _ language: ProjectLanguage, _ command: String?,
      _ preparation: [String]? = nil
    ) {
      self.files = files
      self.language = language
      self.command = command
      self.preparation = preparation
    }

    var testDescription: String { files.keys.sorted().joined(separator: " ") }
  }

  private static let script = #"{"scripts": {"test": "node --test"}}"#

  static let cases = [
    Case(["Makefile": "all:\n\techo\ntest: all\n\techo\n"], .unknown, "make test", []),
    Case(["Makefile": ".PHONY: x check\ncheck:\n", "main.c": ""], .c, "make check"),
    Case(["Makefile": "lib check: all\n", "src/a.cpp": ""], .c, "make check"),
    Case(["Makefile": "all:\n\ttest: no\n# test: no\ntest := no\nx=test:\n"], .unknown, nil),
    Case(["GNUmakefile": "x:\n", "Makefile": "test:\n"], .unknown, nil),
    Case(["Makefile": "test:\n", "Cargo.toml": ""], .rust, "make test"),
    Case(["package.json": script], .javaScript, "npm test", ["npm install"]),
    Case(
      ["package.json": script, "package-lock.json": ""], .javaScript, "npm test", ["npm ci"]),
    Case(
      ["package.json": script, "yarn.lock": ""], .javaScript, "yarn test",
      ["corepack enable && yarn install --frozen-lockfile"]),
    Case(
      ["package.json": script, "yarn.lock": "", ".yarnrc.yml": ""], .javaScript, "yarn test",
      ["corepack enable && yarn install --immutable"]),
    Case(
      ["package.json": script, "pnpm-lock.yaml": ""], .javaScript, "pnpm test",
      ["corepack enable && pnpm install --frozen-lockfile"]),
    Case(["package.json": "{}"], .javaScript, nil),
    Case(["package.json": "{"], .javaScript, nil),
    Case(
      ["package.json": #"{"scripts": {"test": "echo \"Error: no test specified\" && exit 1"}}"#],
      .javaScript, nil),
    Case(["Cargo.toml": ""], .rust, "cargo test", ["cargo test --no-run"]),
    Case(["go.mod": ""], .go, "go test ./...", ["go mod download"]),
    Case(["pyproject.toml": "[project]\n"], .python, "python3 -m unittest"),
    Case(["pyproject.toml": "[tool.pytest.ini_options]\n"], .python, "pytest"),
    Case(
      ["setup.cfg": "", "pytest.ini": ""], .python, "pytest", ["python3 -m pip install pytest"]),
    Case(["tox.ini": "[pytest]\n"], .python, "pytest"),
    Case(
      ["setup.py": "", "requirements.txt": "flask\n"], .python, "python3 -m unittest",
      ["python3 -m pip install -r requirements.txt", "python3 -m pip install -e ."]),
    Case(["pom.xml": ""], .java, "mvn -B test"),
    Case(["pom.xml": "", "mvnw": ""], .java, "./mvnw -B test"),
    Case(["build.gradle.kts": "", "gradlew": ""], .java, "./gradlew --no-daemon test"),
    Case(["Package.swift": ""], .swift, "swift test"),
    Case(["CMakeLists.txt": ""], .c, "ctest --test-dir build --output-on-failure"),
    Case(["Gemfile": "", "Rakefile": ""], .ruby, "bundle exec rake test"),
    Case(["Gemfile": "", "spec/a_spec.rb": ""], .ruby, "bundle exec rspec"),
    Case(["Rakefile": ""], .ruby, "rake test", []),
    Case(["composer.json": #"{"scripts": {"test": "phpunit"}}"#], .php, "composer test"),
    Case(["composer.json": "{}"], .php, "vendor/bin/phpunit"),
    Case(["shop.sln": ""], .dotNet, "dotnet test"),
    Case(["shop.csproj": ""], .dotNet, "dotnet test"),
    // What builds the program decides; the other is there for a tool.
    Case(["Cargo.toml": "", "package.json": script], .rust, "cargo test"),
    Case(["README.md": ""], .unknown, nil),
    Case([:], .unknown, nil),
  ]

  @Test(arguments: cases) func isFound(_ known: Case) {
    var texts: [String: String] = ["/elsewhere/Cargo.toml": ""]
    for (name, text) in known.files { texts["/work/shop/" + name] = text }
    let facts = ProjectDetection("/work/shop", in: WritableFiles(texts)).facts
    #expect(facts.language == known.language)
    #expect(facts.testCommand == known.command)
    #expect((facts.commandEvidence != nil) == (known.command != nil))
    if let preparation = known.preparation { #expect(facts.preparation == preparation) }
  }

  @Test(arguments: [
    ([".github/CODEOWNERS": ""], CISystem.github), ([".gitlab-ci.yml": ""], .gitlab),
    ([".git/config": "[remote \"o\"]\n\turl = git@github.com:me/gitlab-tools.git\n"], .github),
    ([".git/config": "\turl = https://gitlab.example.org/me/github.git\n"], .gitlab),
    ([".git/config": "\turl = ssh://git@github.example.org:22/a\n"], .github),
    ([".git/config": "\turl = /srv/git/github.git\n"], .script),
    ([".git/config": "\turl = https://example.org/github/x\n\tpushurl2 = github\n"], .script),
    ([".git/config": ""], .script), ([:], .script),
  ])
  func theSystemIsGuessed(_ files: [String: String], _ system: CISystem) {
    let texts = files.map { ("/work/shop/" + $0.key, $0.value) }
    let store = WritableFiles(Dictionary(uniqueKeysWithValues: texts))
    #expect(CISystem.guess("/work/shop", in: store).system == system)
  }

  @Test(arguments: [
    ("make test", "make test"), ("go test ./...", "go test ./..."),
    ("make  -j4   check", "make -j4 check"), ("a && b", "sh -c 'a && b'"),
    ("X=1 make", "sh -c 'X=1 make'"), ("cd a", "sh -c 'cd a'"),
    ("echo it's", #"sh -c 'echo it'\''s'"#), ("echo $HOME", "sh -c 'echo $HOME'"),
    ("npm test -- --x=*", "sh -c 'npm test -- --x=*'"),
  ])
  func whatOnlyAShellUnderstandsIsGivenToOne(_ command: String, _ words: String) {
    #expect(ShellWords.words(command) == words)
  }

  @Test(arguments: ["", "  ", "a\nb", "a\rb", "a\u{1b}[1m", "a\u{202e}b", "echo ${{ x }}"])
  func aCommandIsOneVisibleLine(_ command: String) {
    #expect(ShellWords.mistake(in: command) != nil)
  }
}
