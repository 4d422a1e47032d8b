import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// `--geo-database`, with MaxMind's own test databases (Tests/EndToEndTests/Databases).
  @Suite struct CountryDatabases {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Databases")

    private static func policy(_ scratch: Scratch, _ country: String) throws -> [String] {
      try scratch.write(
        "policy.json",
        """
        { "name": "own", "extends": "standard", "alerts": { "network-restricted-country":
          { "criteria": { "countries": ["\(country)"] } } } }
        """)
      return ["-p", scratch.file("policy.json")]
    }

    /// 2.125.160.216/29 and 2a02:f680::/29 of the test data; the mapped form is the same address.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        ("2.125.160.218", "GB", "2.125.160.216/29"),
        ("::ffff:2.125.160.218", "GB", "2.125.160.216/29"),
        ("2a02:f681::1", "RU", "2a02:f680::/29"),
      ])
    func theGivenDatabaseCounts(_ address: String, _ country: String, _ range: String) throws {
      let scratch = try Scratch()
      let options =
        try Self.policy(scratch, country) + [
          "--geo-database", Self.folder.appending(path: "GeoLite2-Country-Test.mmdb").path,
        ]
      let command = Command(Programs.fixture("edge-connects"), address)
      if try command.run().end == .exited(77) { try Test.cancel("no new namespaces here") }
      let traced = try Traced(command, options: options)
      #expect(traced.ran.end == .exited(86), "\(traced.ran.errorText)")
      let alert = try #require(
        traced.report.all("alert").first { $0["id"] as? String == "network-restricted-country" })
      let evidence = try #require(alert["evidence"] as? [String: String])
      #expect(evidence["country"] == country && evidence["matched"] == range, "\(evidence)")
      let database = try #require(evidence["database"])
      #expect(database.wholeMatch(of: /GeoLite2-Country, 20\d\d-\d\d-\d\d/) != nil, "\(database)")
    }

    @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted())
    func aMalformedDatabaseIsRefused(_ name: String) throws {
      guard name.hasSuffix(".mmdb"), name != "GeoLite2-Country-Test.mmdb" else { return }
      let path = Self.folder.appending(path: name).path
      let ran = try Command(
        Programs.dftrace, "run", "--geo-database", path, "--", "echo", "ran"
      ).run()
      #expect(ran.end == .exited(125) && ran.text.isEmpty)
      #expect(ran.errorText.hasPrefix("dftrace: \(path): "), "\(ran.errorText)")
      #expect(ran.errorText.hasSuffix("expected a country database in MaxMind DB format (.mmdb)\n"))
    }

    @Test func whatIsNoFileIsRefused() throws {
      let scratch = try Scratch()
      try scratch.write("text.mmdb", "no database")
      try scratch.write("empty.mmdb", "")
      for name in ["none.mmdb", "text.mmdb", "empty.mmdb", "."] {
        let ran = try Command(
          Programs.dftrace, "run", "--geo-database", scratch.file(name), "--", "echo", "ran"
        ).run()
        #expect(ran.end == .exited(125) && ran.text.isEmpty, "\(name): \(ran.errorText)")
        #expect(ran.errorText.split(separator: "\n").count == 1)
      }
    }

    /// Bytes of a good database are changed: whatever comes of it, nothing crashes.
    @Test(.timeLimit(.minutes(2))) func aDamagedDatabaseHarmsNothing() throws {
      let scratch = try Scratch()
      let whole = try Data(
        contentsOf: Self.folder.appending(path: "GeoLite2-Country-Test.mmdb"))
      var state: UInt64 = 3
      func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
      }
      for round in 0..<40 {
        var bytes = round % 4 == 0 ? whole.prefix(next(whole.count)) : whole
        for _ in 0..<(round % 4 == 0 ? 0 : 20) { bytes[next(bytes.count)] = UInt8(next(256)) }
        try bytes.write(to: URL(filePath: scratch.file("damaged.mmdb")))
        let ran = try Command(
          Programs.dftrace, "run", "--geo-database", scratch.file("damaged.mmdb"), "--",
          Programs.fixture("edge-connects"), "2.125.160.218"
        ).run()
        #expect([.exited(125), .exited(0), .exited(77), .exited(86)].contains(ran.end), "\(ran)")
      }
    }
  }
}
