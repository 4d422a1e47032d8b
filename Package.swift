// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to these; Docs/architecture.md says what each has caught.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// C is for what Swift can't do; it gets the compiler's full suspicion.
let strictC: [CSetting] = [
  .define("_GNU_SOURCE"),
  .unsafeFlags(["-Wall", "-Wextra", "-Werror"]),
]

/// A room of the house. The arrows are checked by `HouseTests`, since SwiftPM does not enforce them.
func room(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// Tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude,
    swiftSettings: strict)
}

/// The small C programs that the end-to-end tests trace, one a folder below Tests/Fixtures.
let fixtureNames: [String] = [
  "edge-restart",
  "alert-network-shell-connects",
  "alert-network-reverse-shell",
  "alert-network-cloud-metadata",
  "alert-network-restricted-country",
  "alert-process-fileless-execution",
  "alert-process-dropped-executable",
  "alert-process-traced-another",
  "alert-file-ssh-key-read",
  "alert-file-cloud-credentials-read",
  "alert-file-sensitive-read",
  "alert-file-write-system-binary",
  "alert-file-setuid-bit-set",
  "edge-arguments",
  "edge-threads",
  "edge-children",
  "edge-signals",
  "edge-state",
  "edge-memory",
  "edge-interfaces",
  "edge-flags",
  "edge-notify",
  "edge-connects",
  "names-answered",
  "alert-network-raw-socket",
  "alert-network-listens-everywhere",
  "alert-network-low-port-listener",
  "alert-network-container-runtime-socket",
  "alert-network-cleartext-protocol",
  "alert-network-destination-not-allowed",
  "alert-process-gained-root",
  "alert-process-shell-spawned",
  "alert-process-executes-from-temporary",
  "alert-process-memory-of-another",
  "alert-process-crashed",
  "alert-process-namespace-changed",
  "alert-process-mounted",
  "alert-library-preloaded",
  "alert-library-from-writable-directory",
  "alert-file-persistence",
  "alert-memory-writable-and-executable",
  "alert-memory-executable-stack",
]

let fixtures: [Target] = fixtureNames.map { name in
  .executableTarget(
    name: "fixture-\(name)", path: "Tests/Fixtures/\(name)", cSettings: strictC,
    linkerSettings: [.linkedLibrary("pthread")])
}

let package = Package(
  name: "dftrace",
  products: [.executable(name: "dftrace", targets: ["dftrace"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .target(name: "CTrace", cSettings: strictC),
    .target(
      name: "CGeography", exclude: ["countries.bin", "countries.LICENSE"], cSettings: strictC),
    // Linked into the program: whoever has the program alone has no such library.
    .target(
      name: "CMaxMind", cSettings: strictC, linkerSettings: [.linkedLibrary(":libmaxminddb.a")]),
    room("Syscalls", []),
    room("Events", ["Syscalls"]),
    room("Kernel", ["CTrace", "CSeccomp", "CMaxMind"]),
    room("Geography", ["CGeography"]),
    room("Decoding", ["Syscalls", "Events"]),
    room("ProcessState", ["Events"]),
    room("Rules", ["Syscalls", "Events"]),
    room("Policies", ["Events", "Rules"]),
    room("Catalogue", ["Events", "Rules", "Policies"], exclude: ["Data"]),
    room("Reports", ["Events", "Syscalls"]),
    room("Recordings", ["Events", "Syscalls", "Policies"]),
    room(
      "Tracing",
      ["Kernel", "Syscalls", "Events", "Decoding", "ProcessState", "Rules", "Geography"]),
    .executableTarget(
      name: "dftrace",
      dependencies: [
        "Kernel", "Syscalls", "Events", "Rules", "Policies", "Catalogue", "Reports", "Recordings",
        "Tracing", "Geography",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "benchmark-rules",
      dependencies: ["Catalogue", "Policies", "Rules", "Events", "Syscalls"],
      path: "Benchmarks/Rules", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Events", "Syscalls"], path: "Tests/Support",
      swiftSettings: strict),
    tests("GeographyTests", ["Geography"]),
    tests("KernelTests", ["Kernel", "TestSupport"]),
    tests("DecodingTests", ["Decoding", "Events"]),
    tests("ProcessStateTests", ["ProcessState"]),
    tests(
      "TracingTests",
      ["Tracing", "Kernel", "Rules", "Events", "Syscalls", "Policies", "Catalogue", "TestSupport"]),
    tests("ReportsTests", ["Reports", "Events"], exclude: ["Golden"]),
    tests("HouseTests", ["Syscalls", "Events"]),
    tests("RulesTests", ["Rules", "Events", "Syscalls", "TestSupport"]),
    tests("PoliciesTests", ["Policies", "Events", "Rules", "Catalogue"]),
    tests("CatalogueTests", ["Catalogue", "Policies", "Rules", "Events", "Syscalls"]),
    // Runs the built programs, which SwiftPM builds because they are depended upon.
    .target(name: "SpawnCommand", path: "Tests/Spawn", cSettings: strictC),
    // Strict memory safety is for what is shipped; here it would only mark every C call.
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["dftrace", "SpawnCommand"]
        + fixtureNames.map { .target(name: "fixture-\($0)") },
      exclude: ["Databases"],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
  ] + fixtures
)
