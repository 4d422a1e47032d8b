internal import JSON

// Detection by the manifest files of each language.
extension ProjectDetection {
  var rust: Finding? {
    first("Cargo.toml").map {
      // Build the tests untraced: compilation is cargo's behaviour, not the project's.
      Finding(
        language: .rust, evidence: $0, command: "cargo test",
        preparation: ["cargo test --no-run"])
    }
  }

  var go: Finding? {
    first("go.mod").map {
      Finding(
        language: .go, evidence: $0, command: "go test ./...", preparation: ["go mod download"])
    }
  }

  var swift: Finding? {
    first("Package.swift").map {
      Finding(
        language: .swift, evidence: $0, command: "swift test",
        preparation: ["swift build --build-tests"])
    }
  }

  var java: Finding? {
    if let file = first("pom.xml") {
      let tool = first("mvnw") == nil ? "mvn" : "./mvnw"
      return Finding(
        language: .java, evidence: file, command: "\(tool) -B test",
        preparation: ["\(tool) -B test-compile"])
    }
    guard let file = first("build.gradle", "build.gradle.kts") else { return nil }
    let tool = first("gradlew") == nil ? "gradle" : "./gradlew"
    // A build daemon outlives the build, and dftrace would wait for it.
    return Finding(
      language: .java, evidence: file, command: "\(tool) --no-daemon test",
      preparation: ["\(tool) --no-daemon testClasses"])
  }

  var dotNet: Finding? {
    let endings = [".sln", ".slnx", ".csproj", ".fsproj", ".vbproj"]
    let file = names.sorted().first { name in endings.contains { name.hasSuffix($0) } }
    return file.map {
      Finding(
        language: .dotNet, evidence: $0, command: "dotnet test",
        preparation: ["dotnet build"])
    }
  }

  var cMake: Finding? {
    first("CMakeLists.txt").map {
      Finding(
        language: .c, evidence: $0, command: "ctest --test-dir build --output-on-failure",
        preparation: ["cmake -S . -B build", "cmake --build build"])
    }
  }

  var php: Finding? {
    guard let file = first("composer.json") else { return nil }
    let hasScript = json(file)?["scripts"]?["test"] != nil
    let command = hasScript ? "composer test" : "vendor/bin/phpunit"
    return Finding(
      language: .php, evidence: file, command: command,
      preparation: ["composer install --no-interaction"])
  }

  var ruby: Finding? {
    guard let file = first("Gemfile", "Rakefile") else { return nil }
    let hasGems = names.contains("Gemfile")
    let isSpec = names.contains(".rspec") || names.contains("spec")
    let tool = isSpec ? "rspec" : "rake test"
    let evidence = isSpec ? first(".rspec", "spec") : first("Rakefile")
    return Finding(
      language: .ruby, evidence: file, command: hasGems ? "bundle exec \(tool)" : tool,
      commandEvidence: evidence, preparation: hasGems ? ["bundle install"] : [])
  }

  var javaScript: Finding? {
    guard let file = first("package.json") else { return nil }
    let tool: String
    let install: String
    if names.contains("pnpm-lock.yaml") {
      (tool, install) = ("pnpm", "corepack enable && pnpm install --frozen-lockfile")
    } else if names.contains("yarn.lock") {
      // Yarn 2 renamed the option that keeps the lock file unchanged.
      let option = names.contains(".yarnrc.yml") ? "--immutable" : "--frozen-lockfile"
      (tool, install) = ("yarn", "corepack enable && yarn install \(option)")
    } else {
      let hasLock = first("package-lock.json", "npm-shrinkwrap.json") != nil
      (tool, install) = ("npm", hasLock ? "npm ci" : "npm install")
    }
    let script = json(file)?["scripts"]?["test"]?.string
    // The default script of `npm init` always fails.
    let isReal = script.map { !$0.contains("no test specified") } ?? false
    return Finding(
      language: .javaScript, evidence: file, command: isReal ? "\(tool) test" : nil,
      preparation: [install])
  }

  var python: Finding? {
    let evidence =
      first("pyproject.toml", "setup.py", "setup.cfg", "pytest.ini", "tox.ini")
      ?? first("requirements.txt")
    guard let evidence else { return nil }
    let pytest = pytestEvidence
    var preparation: [String] = []
    let pip = "python3 -m pip install"
    if names.contains("requirements.txt") { preparation.append("\(pip) -r requirements.txt") }
    if first("pyproject.toml", "setup.py") != nil { preparation.append("\(pip) -e .") }
    if pytest != nil { preparation.append("\(pip) pytest") }
    return Finding(
      language: .python, evidence: evidence,
      command: pytest == nil ? "python3 -m unittest" : "pytest",
      commandEvidence: pytest, preparation: preparation)
  }

  /// The file that mentions pytest; nil when none does.
  private var pytestEvidence: String? {
    if let file = first("pytest.ini", "conftest.py") { return file }
    return ["pyproject.toml", "setup.cfg", "tox.ini", "setup.py", "requirements.txt"]
      .first { text($0).contains("pytest") }
  }

  private func json(_ name: String) -> JSONTree? {
    guard let bytes = try? files.read(path(name)) else { return nil }
    do throws(DocumentError) { return JSONTree(try JSONReader.read(bytes, file: name)) } catch {
      return nil
    }
  }
}
