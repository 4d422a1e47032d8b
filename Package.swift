// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Every Swift target is held to these; Docs/internals/architecture.md says what each has caught.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// What lets a test choose how the kernel and the host look. The shipped program has none of it:
/// Scripts/test sets the variable for the program that the end-to-end tests run.
let hooks: [SwiftSetting] =
  Context.environment["DFTRACE_TESTING"] == nil
  ? [.define("TEST_HOOKS", .when(configuration: .debug))] : [.define("TEST_HOOKS")]

/// C is for what Swift can't do; it gets the compiler's full suspicion.
let strictC: [CSetting] = [
  .define("_GNU_SOURCE"),
  .unsafeFlags(["-Wall", "-Wextra", "-Werror"]),
]

/// A module. `RepositoryTests` checks its imports, since SwiftPM does not.
func module(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// Tests of one module.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude,
    swiftSettings: strict)
}

/// The small C programs that the end-to-end tests trace, one for each folder below Tests/Fixtures.
let fixtureNames: [String] = {
  let folder = Context.packageDirectory + "/Tests/Fixtures"
  let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
  return (names ?? []).filter { !$0.contains(".") }.sorted()
}()

let fixtures: [Target] = fixtureNames.map { name in
  .executableTarget(
    name: "fixture-\(name)", path: "Tests/Fixtures/\(name)", cSettings: strictC,
    linkerSettings: [.linkedLibrary("pthread"), .unsafeFlags(linking(name))])
}

/// How a fixture is linked: one has to be without what protects a program from attacks.
func linking(_ name: String) -> [String] {
  let isBare = name == "alert-binary-hardening-missing"
  return isBare ? ["-Xlinker", "-no-pie", "-Xlinker", "-z", "-Xlinker", "norelro"] : []
}

let package = Package(
  name: "dftrace",
  products: [.executable(name: "dftrace", targets: ["dftrace"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .target(name: "CTrace", cSettings: strictC),
    .target(
      name: "CGeography", exclude: ["countries.bin", "countries.LICENSE"], cSettings: strictC),
    // Embeds policies.json, the catalogue and the compiled image of `standard`.
    .target(name: "CEmbedded", exclude: ["standard.image"], cSettings: strictC),
    // Linked into the program: whoever has the program alone has no such library.
    .target(
      name: "CMaxMind", cSettings: strictC, linkerSettings: [.linkedLibrary(":libmaxminddb.a")]),
    // Linked in likewise.
    .target(name: "CZlib", cSettings: strictC, linkerSettings: [.linkedLibrary(":libz.a")]),
    module("Embedded", ["CEmbedded"]),
    module("Text", []),
    module("JSON", ["Text"]),
    module("Syscalls", []),
    module("Events", ["Syscalls", "Text"]),
    module(
      "Kernel", ["Decoding", "Events", "Syscalls", "CTrace", "CSeccomp", "CMaxMind", "CZlib"]),
    module("Geography", ["CGeography"]),
    module("Secrets", []),
    module("Decoding", ["Syscalls", "Events", "Text"]),
    module("ProcessState", ["Events", "Text"]),
    module("Rules", ["Syscalls", "Events", "Text"]),
    module(
      "Detection",
      ["Syscalls", "Events", "Decoding", "ProcessState", "Rules", "Geography", "Text"]),
    module(
      "Policies", ["Embedded", "Detection", "Events", "Rules", "Secrets", "Text", "JSON"]),
    module(
      "Catalogue", ["Embedded", "Events", "Rules", "Policies", "Text", "JSON"], exclude: ["Data"]),
    module(
      "Reports", ["Events", "Syscalls", "Secrets", "Text", "JSON"],
      exclude: ["HTML/page.css", "HTML/page.js"]),
    module("Recordings", ["Events", "Syscalls", "Text", "JSON"]),
    module(
      "Tracing",
      [
        "Detection", "Kernel", "Syscalls", "Events", "Decoding", "ProcessState", "Rules",
        "Geography", "Secrets", "Text",
      ]),
    .executableTarget(
      name: "dftrace",
      dependencies: [
        "Kernel", "Syscalls", "Events", "Rules", "Policies", "Catalogue", "Reports", "Recordings",
        "Detection", "Tracing", "Geography", "Text", "JSON", "Embedded",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict + hooks),
    .executableTarget(
      name: "benchmark-rules",
      dependencies: ["Catalogue", "Policies", "Rules", "Events", "Syscalls"],
      path: "Benchmarks/Rules", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Decoding", "Events", "Syscalls"], path: "Tests/Support",
      swiftSettings: strict),
    // The readers that are fuzzed, for the fuzzer and for the tests that try the inputs it has kept.
    .target(
      name: "Fuzzing",
      dependencies: [
        "Catalogue", "Decoding", "Events", "Kernel", "Policies", "ProcessState", "Recordings",
        "Detection", "Reports", "Rules", "Secrets", "SpawnCommand", "Syscalls", "TestSupport",
      ], path: "Tests/Fuzzing",
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .testTarget(
      name: "FuzzingTests", dependencies: ["Fuzzing"],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    tests("TextTests", ["Text"]),
    tests("JSONTests", ["JSON"]),
    tests("SyscallsTests", ["Syscalls"]),
    tests("EventsTests", ["Events", "Syscalls"]),
    tests("SecretsTests", ["Secrets"]),
    tests("GeographyTests", ["Geography"]),
    tests("KernelTests", ["Kernel", "Syscalls", "TestSupport"]),
    tests("DecodingTests", ["Decoding", "Events", "TestSupport"]),
    tests("ProcessStateTests", ["ProcessState", "Events", "TestSupport"]),
    tests(
      "DetectionTests",
      ["Detection", "Catalogue", "Policies", "Rules", "Events", "Syscalls", "TestSupport"]),
    tests(
      "TracingTests",
      [
        "Tracing", "Detection", "Kernel", "ProcessState", "Decoding", "Geography", "Rules",
        "Events", "Syscalls", "Policies", "Catalogue", "TestSupport",
      ]),
    tests("ReportsTests", ["Reports", "Events"], exclude: ["Golden", "Schemas", "Browser"]),
    tests("RecordingsTests", ["Recordings", "Reports", "Events", "Syscalls", "JSON"]),
    tests("RepositoryTests", []),
    tests("RulesTests", ["Rules", "Events", "Syscalls", "TestSupport"]),
    tests(
      "PoliciesTests", ["Embedded", "Policies", "Events", "Rules", "Catalogue"], exclude: ["Golden"]
    ),
    tests("CatalogueTests", ["Embedded", "Catalogue", "Policies", "Rules", "Events", "Syscalls"]),
    tests(
      "CommandTests",
      [
        "Embedded", "dftrace", "Catalogue", "Detection", "Events", "Policies", "Rules", "Tracing",
      ]),
    // Runs the built programs, which SwiftPM builds because they are depended upon.
    .target(name: "SpawnCommand", path: "Tests/Spawn", cSettings: strictC),
    // Strict memory safety is for what is shipped; here it would only mark every C call.
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["dftrace", "SpawnCommand"]
        + fixtureNames.map { .target(name: "fixture-\($0)") },
      exclude: ["Databases", "Jobs"],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
  ] + fixtures
)

// Only Scripts/fuzz builds this: the fuzzer brings a `main` of its own.
if Context.environment["DFTRACE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz", cSettings: strictC))
}
