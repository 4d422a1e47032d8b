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
  "alert-binary-hardening-missing",
  "alert-file-browser-data-read",
  "alert-file-ci-workflow-written",
  "alert-file-cloud-credentials-read",
  "alert-file-cloud-native-token-read",
  "alert-file-container-credentials-read",
  "alert-file-deletes-itself",
  "alert-file-filesystem-enumerated",
  "alert-file-git-credentials-read",
  "alert-file-hidden-executable",
  "alert-file-history-removed",
  "alert-file-immutable-set",
  "alert-file-insecure-temporary",
  "alert-file-kernel-setting-written",
  "alert-file-log-removed",
  "alert-file-many-credential-kinds",
  "alert-file-mass-deletion",
  "alert-file-mass-encryption",
  "alert-file-other-home-read",
  "alert-file-package-token-read",
  "alert-file-path-traversal",
  "alert-file-persistence",
  "alert-file-raw-device",
  "alert-file-sensitive-read",
  "alert-file-setuid-bit-set",
  "alert-file-source-overwritten",
  "alert-file-ssh-key-read",
  "alert-file-symlink-to-sensitive",
  "alert-file-time-stomped",
  "alert-file-toctou",
  "alert-file-wallet-read",
  "alert-file-world-writable",
  "alert-file-write-boot",
  "alert-file-write-etc",
  "alert-file-write-outside",
  "alert-file-write-system-binary",
  "alert-file-write-system-library",
  "alert-libcall-buffer-overflow-detected",
  "alert-libcall-heap-corruption-detected",
  "alert-libcall-never-safe",
  "alert-libcall-risky-imports",
  "alert-library-deleted-or-anonymous",
  "alert-library-executable-stack",
  "alert-library-from-unusual-path",
  "alert-library-from-writable-directory",
  "alert-library-overrides-libc",
  "alert-library-preload-file-changed",
  "alert-library-preloaded",
  "alert-library-search-hijackable",
  "alert-library-unsafe-rpath",
  "alert-library-written-in-run",
  "alert-memory-code-made-writable",
  "alert-memory-executable-heap",
  "alert-memory-executable-stack",
  "alert-memory-low-address-mapped",
  "alert-memory-shared-executable",
  "alert-memory-stack-pivot",
  "alert-memory-syscall-from-anonymous",
  "alert-memory-writable-and-executable",
  "alert-memory-written-then-executable",
  "alert-network-cleartext-protocol",
  "alert-network-cloud-metadata",
  "alert-network-container-runtime-socket",
  "alert-network-cryptominer-pool",
  "alert-network-destination-not-allowed",
  "alert-network-dns-exfiltration",
  "alert-network-firewall-changed",
  "alert-network-kubernetes-api",
  "alert-network-listens-everywhere",
  "alert-network-low-port-listener",
  "alert-network-many-destinations",
  "alert-network-port-scan",
  "alert-network-promiscuous",
  "alert-network-raw-socket",
  "alert-network-restricted-country",
  "alert-network-reverse-shell",
  "alert-network-shell-connects",
  "alert-network-ssh-nonstandard-port",
  "alert-network-suspicious-domain",
  "alert-network-tor",
  "alert-network-unexpected-listener",
  "alert-network-unexpected-udp",
  "alert-network-unusual-resolver",
  "alert-node",
  "alert-process-anti-debugging",
  "alert-process-bpf-loaded",
  "alert-process-capabilities-gained",
  "alert-process-command-injection",
  "alert-process-compiler",
  "alert-process-core-dumped",
  "alert-process-crashed",
  "alert-process-credential-hunting",
  "alert-process-daemonized",
  "alert-process-dropped-executable",
  "alert-process-environment-of-another",
  "alert-process-executes-from-temporary",
  "alert-process-fileless-execution",
  "alert-process-fork-bomb",
  "alert-process-gained-root",
  "alert-process-kernel-module",
  "alert-process-killed-another",
  "alert-process-masqueraded",
  "alert-process-memory-of-another",
  "alert-process-mounted",
  "alert-process-namespace-changed",
  "alert-process-network-tool",
  "alert-process-not-allowed",
  "alert-process-package-manager",
  "alert-process-realtime-or-affinity",
  "alert-process-runs-as-root",
  "alert-process-secret-in-arguments",
  "alert-process-setuid-executed",
  "alert-process-shell-spawned",
  "alert-process-time-or-host-changed",
  "alert-process-traced-another",
  "alert-syscall-chroot-without-chdir",
  "alert-syscall-foreign-abi",
  "alert-syscall-io-uring",
  "alert-syscall-keyring",
  "alert-syscall-obsolete-or-dangerous",
  "alert-syscall-open-by-handle",
  "alert-syscall-perf",
  "alert-syscall-setuid-kept-groups",
  "alert-syscall-userfaultfd",
  "edge-arguments",
  "edge-children",
  "edge-connects",
  "edge-crowds",
  "edge-exits",
  "edge-flags",
  "edge-interfaces",
  "edge-interrupts",
  "edge-jobs",
  "edge-kills",
  "edge-memory",
  "edge-notify",
  "edge-places",
  "edge-restart",
  "edge-restarts",
  "edge-sandboxes",
  "edge-signals",
  "edge-state",
  "edge-tasks",
  "edge-threads",
  "evasion-connections",
  "evasion-disguises",
  "evasion-environments",
  "evasion-executions",
  "evasion-names",
  "evasion-places",
  "evasion-reads",
  "evasion-shells",
  "hostile-names",
  "many",
  "names-answered",
  "ring",
  "soak",
]

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
    // Linked in likewise.
    .target(name: "CZlib", cSettings: strictC, linkerSettings: [.linkedLibrary(":libz.a")]),
    room("Syscalls", []),
    room("Events", ["Syscalls"]),
    room("Kernel", ["CTrace", "CSeccomp", "CMaxMind", "CZlib"]),
    room("Geography", ["CGeography"]),
    room("Secrets", []),
    room("Decoding", ["Syscalls", "Events"]),
    room("ProcessState", ["Events"]),
    room("Rules", ["Syscalls", "Events"]),
    room("Policies", ["Events", "Rules"]),
    room("Catalogue", ["Events", "Rules", "Policies"], exclude: ["Data"]),
    room(
      "Reports", ["Events", "Syscalls", "Secrets"], exclude: ["HTML/page.css", "HTML/page.js"]),
    room("Recordings", ["Events", "Syscalls", "Policies"]),
    room(
      "Tracing",
      [
        "Kernel", "Syscalls", "Events", "Decoding", "ProcessState", "Rules", "Geography", "Secrets",
      ]),
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
    // The readers that are fuzzed, for the fuzzer and for the tests that try the inputs it has kept.
    .target(
      name: "Fuzzing",
      dependencies: [
        "Catalogue", "Decoding", "Events", "Kernel", "Policies", "ProcessState", "Recordings",
        "Reports", "Rules", "Secrets", "SpawnCommand", "Syscalls", "Tracing",
      ], path: "Tests/Fuzzing",
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .testTarget(
      name: "FuzzingTests", dependencies: ["Fuzzing"],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    tests("GeographyTests", ["Geography"]),
    tests("KernelTests", ["Kernel", "TestSupport"]),
    tests("DecodingTests", ["Decoding", "Events", "TestSupport"]),
    tests("ProcessStateTests", ["ProcessState"]),
    tests(
      "TracingTests",
      ["Tracing", "Kernel", "Rules", "Events", "Syscalls", "Policies", "Catalogue", "TestSupport"]),
    tests("ReportsTests", ["Reports", "Events"], exclude: ["Golden", "Schemas", "Browser"]),
    tests("HouseTests", ["Syscalls", "Events"]),
    tests("RulesTests", ["Rules", "Events", "Syscalls", "TestSupport"]),
    tests(
      "PoliciesTests", ["Policies", "Events", "Rules", "Catalogue"], exclude: ["Golden"]),
    tests("CatalogueTests", ["Catalogue", "Policies", "Rules", "Events", "Syscalls"]),
    tests("CommandTests", ["dftrace", "Catalogue", "Policies", "Rules", "Tracing"]),
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
