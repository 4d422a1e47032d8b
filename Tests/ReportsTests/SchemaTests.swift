import Events
import Foundation
import Reports
import Testing

/// The outputs against the schemas of their formats, by validators that others wrote.
@Suite struct SchemaTests {
  /// Runs a program on a text that is given in a file, and returns what it complains of.
  private static func complaints(
    _ program: String, _ arguments: [String], about text: String
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("dftrace-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments + [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try #require(
      FileManager.default.isExecutableFile(atPath: program),
      "\(program) is missing; Scripts/setup --test installs it")
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : "?" + String(decoding: output, as: UTF8.self)
  }

  private static func schema(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Schemas/\(name)").path
  }

  /// What Debian's python3-jsonschema finds wrong with a SARIF document.
  static func sarifComplaints(_ text: String) throws -> String {
    let script = """
      import json, sys
      from jsonschema import FormatChecker, validators
      schema = json.load(open(sys.argv[1]))
      validator = validators.validator_for(schema)
      validator.check_schema(schema)
      errors = list(validator(schema, format_checker=FormatChecker()).iter_errors(
        json.load(open(sys.argv[2], encoding="utf-8"))))
      for error in errors:
        print("/".join(map(str, error.absolute_path)), error.message[:300])
      sys.exit(1 if errors else 0)
      """
    // The interpreter that Debian's packages belong to, whichever comes first in the path.
    return try complaints(
      "/usr/bin/python3", ["-c", script, schema("sarif-schema-2.1.0.json")], about: text)
  }

  /// What xmllint finds wrong with JUnit XML.
  static func junitComplaints(_ text: String) throws -> String {
    try complaints("/usr/bin/xmllint", ["--noout", "--schema", schema("JUnit.xsd")], about: text)
  }

  /// What is wrong with OCSF findings, by the schema as OCSF's server gives it.
  static func ocsfComplaints(_ text: String) throws -> String {
    try complaints("/usr/bin/python3", [schema("ocsf/check.py")], about: text)
  }

  /// What protoc's reader of the protocol finds wrong with OTLP.
  static func otlpComplaints(_ text: String) throws -> String {
    try complaints("/usr/bin/python3", [schema("otlp/check.py")], about: text)
  }

  private static func runs(_ format: ReportFormat) -> [String] {
    var broken = Samples.summary
    broken.exitStatus = 125
    broken.outcome = .signaled(number: 9, name: "SIGKILL")
    var noStart = Samples.start(of: broken)
    noStart.alerts = []
    noStart.time = nil
    noStart.workspace = nil
    noStart.workingDirectory = nil
    noStart.version = ""
    return [
      written(format),
      written(
        format, alerts: GoldenTests.alerts, totals: Samples.totals, summary: Samples.summary),
      written(format, alerts: GoldenTests.alerts, summary: broken, start: noStart),
      HostileBytesTests.output(
        format, alerts: [HostileBytesTests.alert, HostileBytesTests.suppressed]),
      String(decoding: SampleRun.saying(HostileBytesTests.hostile).written(format), as: UTF8.self),
    ]
  }

  @Test func sarifIsValid() throws {
    for text in Self.runs(.sarif) { #expect(try Self.sarifComplaints(text) == "") }
  }

  @Test func junitIsValid() throws {
    for text in Self.runs(.junit) { #expect(try Self.junitComplaints(text) == "") }
  }

  @Test func ocsfIsValid() throws {
    for text in Self.runs(.ocsf) { #expect(try Self.ocsfComplaints(text) == "") }
  }

  @Test func otlpIsValid() throws {
    for text in Self.runs(.otlp) { #expect(try Self.otlpComplaints(text) == "") }
  }

  /// A validator that finds nothing has to be shown something.
  @Test func whatIsWrongIsFound() throws {
    let sarif = written(.sarif)
    #expect(try Self.sarifComplaints(sarif).isEmpty)
    #expect(
      try Self.sarifComplaints(sarif.replacing("\"executionSuccessful\":true,", with: ""))
        .contains("executionSuccessful"))
    let junit = written(.junit)
    #expect(
      try Self.junitComplaints(junit.replacing(" hostname=\"localhost\"", with: ""))
        .contains("hostname"))
  }

  @Test(arguments: [
    ("\"severity\":\"Critical\"", "\"severity\":\"Worst\"", "caption"),
    ("\"severity_id\":5,", "", "required"),
    ("\"severity_id\":5", "\"severity_id\":\"5\"", "integer_t"),
    ("\"is_alert\":true", "\"isAlert\":true", "unknown"),
    ("\"uid\":\"T1071\"", "\"src_url\":\"x\"", "none of"),
    ("\"ip\":\"175.45.176.1\"", "\"ip\":\"here\"", "ip_t"),
    ("\"linux/linux_users\"", "", "profile"),
  ])
  func whatIsWrongInAFindingIsFound(_ part: String, _ wrong: String, _ word: String) throws {
    let text = written(.ocsf, alerts: [Samples.country])
    #expect(text.contains(part))
    #expect(try Self.ocsfComplaints(text.replacing(part, with: wrong)).contains(word))
  }

  @Test(arguments: [
    ("\"severityNumber\":21", "\"severityNumber\":99x", "Failed to load JSON"),
    ("\"timeUnixNano\":", "\"time_unix_nanos\":", "no field"),
    ("{\"boolValue\":true}", "{}", "Assertion"),
  ])
  func whatIsWrongInARecordIsFound(_ part: String, _ wrong: String, _ word: String) throws {
    let text = written(.otlp, alerts: [Samples.country])
    #expect(text.contains(part))
    #expect(try Self.otlpComplaints(text.replacing(part, with: wrong)).contains(word))
  }
}
