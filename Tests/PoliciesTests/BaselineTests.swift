import Events
import JSON
import Policies
import Testing

@Suite struct BaselineTests {
  static let alerts = [
    KnownAlert(
      fingerprint: "00000000000000ff", id: "file-write-etc", program: "/usr/bin/node",
      object: "/etc/hosts"),
    KnownAlert(
      fingerprint: "00000000000000aa", id: "file-ssh-key-read", program: "$WORKSPACE/a \"b\"\n",
      object: ""),
  ]

  private static func problems(_ text: String) -> [String] {
    do {
      _ = try Baseline(Array(text.utf8), file: "b.json")
      return []
    } catch { return error.problems.map(\.description) }
  }

  @Test func isSortedOneALine() {
    let text = String(decoding: Baseline(Self.alerts + Self.alerts).bytes, as: UTF8.self)
    #expect(
      text == #"""
        {
          "schemaVersion": 1,
          "fingerprintVersion": 2,
          "alerts": [
            { "id": "file-ssh-key-read", "program": "$WORKSPACE/a \"b\"\n", "fingerprint": "00000000000000aa" },
            { "id": "file-write-etc", "program": "/usr/bin/node", "object": "/etc/hosts", "fingerprint": "00000000000000ff" }
          ]
        }

        """#)
  }

  @Test(arguments: [[], alerts])
  func readsWhatItWrites(_ alerts: [KnownAlert]) throws {
    let baseline = Baseline(alerts)
    #expect(try Baseline(baseline.bytes, file: "b.json") == baseline)
    #expect(baseline.alerts.count == alerts.count)
  }

  /// Each of these would accept nothing if it were read, and a gate would be shut by it, or open.
  @Test(arguments: [
    "", "{}", "[]", "null", #"{"schemaVersion": 1}"#, #"{"alerts": []}"#,
    #"{"schemaVersion": 2, "alerts": []}"#, #"{"schemaVersion": 1, "alerts": {}}"#,
    #"{"schemaVersion": 1, "alerts": [{"id": "a"}]}"#,
    #"{"schemaVersion": 1, "alerts": [{"fingerprint": "00000000000000aa"}]}"#,
    #"{"schemaVersion": 1, "alerts": [{"id": "a", "fingerprint": "xx"}]}"#,
    #"{"schemaVersion": 1, "alerts": [{"id": "a", "fingerprint": 7}]}"#,
    #"{"schemaVersion": 1, "alerts": [{"id": "a", "fingerprint": "00000000000000AA"}]}"#,
    #"{"schemaVersion": 1, "alerts": [7]}"#, #"{"schemaVersion": 1, "alerts": [], "more": 1}"#,
    #"{"schemaVersion": 1, "alerts": [{"id": "a", "finger": "00000000000000aa"}]}"#,
    #"{"schemaVersion": 1, "alerts": [{"id": "a", "outcome": "absent", "fingerprint": "00000000000000aa"}]}"#,
    #"{"schemaVersion": 1, "fingerprintVersion": 99, "alerts": []}"#,
    #"{"schemaVersion": 1, "fingerprintVersion": -1, "alerts": []}"#,
    #"{"schemaVersion": 1, "fingerprintVersion": "1", "alerts": []}"#,
  ])
  func malformedIsRefused(_ text: String) {
    #expect(!Self.problems(text).isEmpty)
  }

  @Test func mistakesHaveTheirPlaces() {
    let text = """
      {
        "schemaVersion": 1,
        "alerts": [
          { "id": "a", "fingerprint": "nothing" },
          { "id": 3, "fingerprint": "00000000000000aa" }
        ]
      }
      """
    let problems = Self.problems(text)
    #expect(problems.count == 2)
    #expect(problems.first?.hasPrefix("b.json:4:33: expected sixteen hexadecimal digits") == true)
    #expect(problems.last?.hasPrefix("b.json:5:13: expected a string") == true)
  }

  /// A file of before fingerprints had versions has those of version 1.
  @Test func aFileWithoutAVersionHasTheFirst() throws {
    let text = #"{"schemaVersion": 1, "alerts": []}"#
    #expect(try Baseline(Array(text.utf8), file: "b.json").fingerprintVersion == 1)
    let old = #"{"schemaVersion": 1, "fingerprintVersion": 0, "alerts": []}"#
    #expect(try Baseline(Array(old.utf8), file: "b.json").fingerprintVersion == 0)
  }

  /// Only a later version is a sign of a newer dftrace.
  @Test(
    arguments: [
      ("3", "3; a newer dftrace may have written the file"), ("-1", "-1"), ("1.5", "1.5"),
      ("1e3", "1e3"), ("\"1\"", "\"1\""), ("99999999999999999999", "99999999999999999999"),
    ])
  func unknownVersionIsSaid(_ version: String, _ found: String) {
    let text = #"{"schemaVersion": 1, "fingerprintVersion": \#(version), "alerts": []}"#
    #expect(
      Self.problems(text) == [
        #"b.json:1:44: expected 0 to 2 as "fingerprintVersion", found \#(found)"#
      ])
  }

  /// No prefix of a baseline is one.
  @Test func truncatedIsRefused() {
    let text = String(decoding: Baseline(Self.alerts).bytes, as: UTF8.self)
    for length in 0..<(text.count - 2) {
      #expect(!Self.problems(String(text.prefix(length))).isEmpty, "\(length) characters")
    }
  }
}
