import JSON
import Text
import Events
import Testing

@testable import Policies

/// Which policy is in force, and which version of a built-in one.
@Suite struct ChoiceTests {
  private static let saved = #"{"name": "mine", "extends": "standard"}"#
  private static let project = #"{"name": "shop", "extends": "strict"}"#

  private func store(_ texts: [String: String], builtIn: String? = nil) -> PolicyStore {
    testStore(
      WritableFiles(texts.merging(["/home/me/policies/mine.json": Self.saved]) { $1 }),
      builtIn: builtIn)
  }

  @Test func thePinGoesBeforeTheProjectAndTheDefaultAfterIt() throws {
    let settings = #"{"schemaVersion": 1, "default": "mine", "apps": {"shop": "max-alert"}}"#
    let project = ["/work/shop/.dftrace/policy.json": Self.project]
    let config = ["/home/me/config.json": settings]
    let all = store(project.merging(config) { $1 })
    #expect(try all.load(nil, app: "shop").name == "max-alert")
    #expect(try all.load(nil, app: "other").name == "shop")
    #expect(try all.load("standard", app: "shop").name == "standard")
    #expect(try store(config).load(nil, app: "other").name == "mine")
    #expect(try store([:]).load(nil, app: "other").name == "standard")
  }

  @Test(arguments: [
    (
      #"{"apps": {"shop": "gone"}}"#,
      "1:19: the application \"shop\" is pinned to \"gone\": no such policy"
    ),
    (#"{"default": "gone"}"#, "1:13: the default is \"gone\": no such policy"),
    (#"{"apps": {"shop": 3}}"#, "1:19: expected the name or file of a policy, found 3"),
    (#"{"apps": {"#, "1:11: expected a key in double quotes"),
    (#"{"aps": {}}"#, "1:2: unknown key \"aps\" in the settings; did you mean \"apps\"?"),
    (#"{"schemaVersion": 2}"#, "1:19: expected 1 as \"schemaVersion\""),
  ])
  func aMistakeInTheSettingsIsToldWithItsPlace(_ text: String, says message: String) {
    let store = store(["/home/me/config.json": text])
    let error = #expect(throws: DocumentError.self) { try store.load(nil, app: "shop") }
    let told = error?.description ?? ""
    #expect(told.hasPrefix("/home/me/config.json:" + message), "\(told)")
    // Who names a policy does not depend on the settings.
    #expect(throws: Never.self) { try store.load("strict", app: "shop") }
  }

  @Test func settingsAreKept() throws {
    let files = WritableFiles()
    let store = testStore(files)
    var settings = try store.configuration()
    settings.defaultPolicy = "strict"
    settings.pin("shop", to: "/work/p.json#a")
    settings.pin("api", to: "standard@1")
    try store.save(settings)
    #expect(
      files["/home/me/config.json"] == """
        {
          "schemaVersion": 1,
          "default": "strict",
          "apps": { "api": "standard@1", "shop": "/work/p.json#a" }
        }

        """)
    settings = try store.configuration()
    #expect(settings.pins == ["api": "standard@1", "shop": "/work/p.json#a"])
    settings.pin("shop", to: nil)
    try store.save(settings)
    #expect(try store.configuration().pins == ["api": "standard@1"])
  }

  private static let versions = """
    { "default": "standard", "policies": [
      { "name": "standard", "version": 1, "failOn": "P1",
        "alerts": { "file-ssh-key-read": { "enabled": true, "priority": "P2" } } },
      { "name": "standard", "version": 3, "failOn": "P2",
        "alerts": { "file-ssh-key-read": { "enabled": true, "priority": "P1" } } },
      { "name": "standard", "version": 2, "extends": "standard@1", "failOn": "P3" },
      { "name": "strict", "version": 1, "extends": "standard" } ] }
    """

  @Test func aBuiltInIsTheNewestUnlessItsVersionIsPinned() throws {
    let child = ["/p.json": #"{"name": "a", "extends": "standard@2"}"#]
    let store = store(child, builtIn: Self.versions)
    #expect(store.builtInNames == ["standard", "strict"])
    let newest = try store.load("standard")
    #expect(newest.failOn == .at(.p2) && newest.name == "standard")
    #expect(try store.load("standard@3").name == "standard")
    let old = try store.load("standard@1")
    #expect(old.failOn == .at(.p1) && old.name == "standard@1" && old.origin == "built-in")
    #expect(try store.load("strict").parents == ["standard"])
    let pinned = try store.load("/p.json")
    #expect(pinned.failOn == .at(.p3) && pinned.parents == ["standard@2", "standard@1"])
    let error = #expect(throws: DocumentError.self) { try store.load("standard@4") }
    #expect(
      error?.description == "standard@4: this release has the versions 1, 2 and 3 of it; "
        + "expected \"standard@3\", \"standard@2\" or \"standard@1\"")
  }

  @Test func onlyBuiltInsHaveSeveralVersions() {
    let store = store(["/p.json": #"{"policies": [{"name": "a", "version": 1}, {"name": "a"}]}"#])
    let error = #expect(throws: DocumentError.self) { try store.load("/p.json#a") }
    #expect(error?.description.contains("duplicate policy \"a\"") == true)
    var problems = ProblemList(file: "f")
    let twice = #"{"policies": [{"name": "a", "version": 1}, {"name": "a", "version": 1}]}"#
    let reader = PolicyReader(today: CalendarDate(secondsSinceEpoch: 0), keepsVersions: true)
    _ = reader.read(Array(twice.utf8), &problems)
    #expect(problems.problems.first?.message.hasSuffix("expected another version") == true)
  }
}
