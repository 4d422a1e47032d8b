import Events
import Foundation
import Testing

@testable import Reports

/// What GitHub's manual asks for beyond the schema ("SARIF support for code scanning").
@Suite struct SARIFReportTests {
  typealias Object = [String: Any]

  /// The one run of a document.
  private static func run(_ text: String) throws -> Object {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    #expect(document["version"] as? String == "2.1.0")
    #expect((document["$schema"] as? String)?.hasPrefix("https://") == true)
    let runs = try #require(document["runs"] as? [Object])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private static func rules(_ run: Object) throws -> [Object] {
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    #expect(driver["name"] as? String == "dftrace")
    return try #require(driver["rules"] as? [Object])
  }

  private static func results(_ run: Object) throws -> [Object] {
    try #require(run["results"] as? [Object])
  }

  private static func text(_ object: Object?, _ key: String) -> String {
    ((object?[key] as? Object)?["text"] as? String) ?? ""
  }

  /// Everything that has a file refused or a result not shown.
  private static func expectAccepted(_ text: String) throws {
    #expect(text.utf8.count <= 10_000_000)
    let run = try run(text)
    let rules = try rules(run)
    #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
    for rule in rules { try expectAccepted(rule: rule) }
    let results = try results(run)
    #expect(results.count <= 25_000)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect(!Self.text(result, "message").isEmpty)
      #expect(!Self.text(result, "message").contains("]("))
      let prints = try #require(result["partialFingerprints"] as? [String: String])
      #expect(prints["primaryLocationLineHash"]?.isEmpty == false)
      #expect(prints["dftraceFingerprint/v1"]?.isEmpty == false)
      let locations = try #require(result["locations"] as? [Object])
      #expect(locations.count == 1)
      for location in locations { try expectAccepted(location: location) }
      for flow in result["codeFlows"] as? [Object] ?? [] {
        for thread in try #require(flow["threadFlows"] as? [Object]) {
          let steps = try #require(thread["locations"] as? [Object])
          #expect((1...10_000).contains(steps.count))
          for step in steps {
            try expectAccepted(location: try #require(step["location"] as? Object))
          }
        }
      }
    }
  }

  private static func expectAccepted(rule: Object) throws {
    for key in ["shortDescription", "fullDescription"] {
      #expect((1...1_024).contains(text(rule, key).unicodeScalars.count))
    }
    #expect(!text(rule, "help").isEmpty)
    let properties = try #require(rule["properties"] as? Object)
    let severity = try #require(properties["security-severity"] as? String)
    #expect((0.1...10).contains(Double(severity) ?? 0))
    #expect(["high", "medium"].contains(properties["precision"] as? String))
    let tags = try #require(properties["tags"] as? [String])
    #expect(tags.count <= 20 && tags.first == "security" && Set(tags).count == tags.count)
  }

  private static func expectAccepted(location: Object) throws {
    let place = try #require(location["physicalLocation"] as? Object)
    let artifact = try #require(place["artifactLocation"] as? Object)
    let uri = try #require(artifact["uri"] as? String)
    // Relative, inside the project, and nothing that RFC 3986 does not let stand in a path.
    #expect(
      uri.wholeMatch(of: /([A-Za-z0-9\-._~]|%[0-9A-F]{2})([A-Za-z0-9\-._~\/]|%[0-9A-F]{2})*/) != nil
    )
    #expect(!uri.split(separator: "/").contains(".."))
    #expect(uri.removingPercentEncoding != nil)
    #expect(artifact["uriBaseId"] as? String == "%SRCROOT%")
    let region = try #require(place["region"] as? [String: Int])
    #expect((region["startLine"] ?? 0) >= 1)
    #expect(region["endLine"] == region["startLine"])
  }

  static let sample = written(
    .sarif, alerts: GoldenTests.alerts, totals: Samples.totals, summary: Samples.summary)

  @Test func gitHubAcceptsIt() throws {
    try Self.expectAccepted(Self.sample)
    try Self.expectAccepted(written(.sarif))
    try Self.expectAccepted(
      HostileBytesTests.output(
        .sarif, alerts: [HostileBytesTests.alert, HostileBytesTests.suppressed]))
  }

  @Test func whatIsEmptyIsFilled() throws {
    var alert = Samples.country
    alert.message = ""
    alert.title = ""
    alert.id = ""
    try Self.expectAccepted(written(.sarif, alerts: [alert]))
  }

  @Test func theUrgentComeFirstWithTheirRuleAndPlace() throws {
    let run = try Self.run(Self.sample)
    let results = try Self.results(run)
    #expect(results.map { $0["level"] as? String } == ["error", "error", "error", "error"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 0, 1, 1])
    #expect(results.map { $0["occurrenceCount"] as? Int } == [17, 3, 1, 1])
    let places = try results.map { result in
      let locations = try #require(result["locations"] as? [Object])
      let place = locations[0]["physicalLocation"] as? Object
      return (place?["artifactLocation"] as? Object)?["uri"] as? String
    }
    let policy = ".dftrace/policy.json"
    #expect(places == [policy, policy, ".github/workflows/ci.yml", ".github/workflows/ci.yml"])
  }

  @Test func knownAndExcusedAreMarked() throws {
    let results = try Self.results(try Self.run(Self.sample))
    #expect(results.map { $0["baselineState"] as? String } == ["new", "new", "new", "unchanged"])
    let suppressions = results.map { $0["suppressions"] as? [[String: String]] ?? [] }
    #expect(suppressions.map(\.count) == [0, 1, 0, 0])
    #expect(suppressions[1][0]["justification"] == Samples.suppressed.suppression)
    #expect(suppressions[1][0]["status"] == "accepted")
    let without = try Self.results(try Self.run(written(.sarif, alerts: GoldenTests.alerts)))
    #expect(without.allSatisfy { $0["baselineState"] == nil })
  }

  @Test func whatIsGoneIsNoResult() throws {
    let run = try Self.run(Self.sample)
    #expect(try !Self.results(run).contains { $0["ruleId"] as? String == "file-write-etc" })
    let baseline = try #require((run["properties"] as? Object)?["baseline"] as? Object)
    let gone = try #require(baseline["gone"] as? [[String: String]])
    #expect(gone.map { $0["id"] } == ["file-write-etc"])
  }

  @Test func theWayEndsAtTheCall() throws {
    let results = try Self.results(try Self.run(Self.sample))
    let flow = try #require((results[0]["codeFlows"] as? [Object])?.first)
    let thread = try #require((flow["threadFlows"] as? [Object])?.first)
    let steps = try #require(thread["locations"] as? [Object])
    let texts = steps.map { Self.text($0["location"] as? Object, "message") }
    #expect(texts.count == 4)
    #expect(texts[0] == "/usr/bin/make")
    #expect(texts[1] == "/usr/bin/bash")
    #expect(texts[2].hasPrefix("/usr/bin/python3.11: python3 app.py"))
    #expect(texts[3].hasPrefix("connect(") && texts[3].hasSuffix("EINPROGRESS"))
  }

  @Test func tagsAreGitHubsSpelling() throws {
    var start = Samples.start(of: Samples.clean)
    start.alerts[0].tags.cwe = ["CWE-78", "CWE-1395"]
    start.alerts[0].tags.attack = (1...30).map { "T\(1_000 + $0)" }
    var rules = try Self.rules(try Self.run(written(.sarif, start: start)))
    var tags = try #require((rules[0]["properties"] as? Object)?["tags"] as? [String])
    #expect(tags.count == 20 && tags[1] == "network" && tags[2] == "T1001")
    start.alerts[0].tags.attack = ["T1059.004"]
    rules = try Self.rules(try Self.run(written(.sarif, start: start)))
    tags = try #require((rules[0]["properties"] as? Object)?["tags"] as? [String])
    #expect(
      tags == [
        "security", "network", "T1059.004", "external/cwe/cwe-078", "external/cwe/cwe-1395",
      ])
  }

  @Test func theRunsEndIsTold() throws {
    func invocation(_ change: (inout Summary) -> Void) throws -> Object {
      var summary = Samples.summary
      change(&summary)
      let run = try Self.run(written(.sarif, summary: summary))
      return try #require((run["invocations"] as? [Object])?.first)
    }
    let plain = try invocation { _ in }
    #expect(plain["exitCode"] as? Int == 3)
    #expect(plain["executionSuccessful"] as? Bool == true)
    #expect(plain["startTimeUtc"] as? String == "2026-11-23T10:00:00.000000Z")
    #expect(plain["endTimeUtc"] as? String == "2026-11-23T10:00:01.250000Z")
    #expect((plain["workingDirectory"] as? Object)?["uri"] as? String == "file:///srv/shop/")
    let killed = try invocation {
      $0.outcome = .signaled(number: 15, name: "SIGTERM")
      $0.exitStatus = 125
    }
    #expect(killed["exitCode"] == nil)
    #expect(killed["exitSignalName"] as? String == "SIGTERM")
    #expect(killed["executionSuccessful"] as? Bool == false)
  }

  @Test func categoriesEndWithASlash() throws {
    func category(_ app: String, _ component: String?) throws -> String? {
      var summary = Samples.clean
      summary.app = app
      summary.component = component
      let run = try Self.run(written(.sarif, summary: summary))
      return (run["automationDetails"] as? Object)?["id"] as? String
    }
    #expect(try category("shop", "api") == "dftrace/shop/api/")
    #expect(try category("shop", nil) == "dftrace/shop/")
    #expect(try category("a/b c", "") == "dftrace/a-b%20c/")
  }

  @Test func whatDoesNotFitIsCounted() throws {
    let alerts = (0..<10_000).map { number in
      var alert = Samples.key
      alert.fingerprint = String(number, radix: 16)
      alert.message = String(repeating: "é\(number)", count: 60)
      return alert
    }
    let text = written(.sarif, alerts: alerts + [Samples.country], summary: Samples.summary)
    #expect(text.utf8.count <= 10_000_000)
    let run = try Self.run(text)
    let results = try Self.results(run)
    #expect(results.first?["level"] as? String == "error")
    #expect(results.first?["ruleId"] as? String == Samples.country.id)
    let invocation = try #require((run["invocations"] as? [Object])?.first)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [Object])
    let told = notes.map { Self.text($0, "message") }.joined()
    let brief = results.count { $0["codeFlows"] == nil }
    #expect(brief > 0 && told.contains("\(brief) alerts without details"))
    let omitted = 10_001 - results.count
    #expect(omitted > 0 && told.contains("\(omitted) alerts omitted"))
  }
}
