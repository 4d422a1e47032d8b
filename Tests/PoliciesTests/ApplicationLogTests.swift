import JSON
import Testing

@testable import Policies

@Suite struct ApplicationLogTests {
  private func seen(_ name: String, _ time: Int64, status: Int32? = 0) -> SeenApplication {
    SeenApplication(name: name, policy: "strict", time: time, verdict: "passed", status: status)
  }

  private func log(_ names: [String]) -> ApplicationLog {
    var log = ApplicationLog()
    for (index, name) in names.enumerated() { log.note(seen(name, Int64(index))) }
    return log
  }

  private static let names = ["a", "b\"\n{", "é\u{202E}", "z", "a: {", "\\"]

  @Test func whatIsWrittenIsRead() throws {
    var written = log(Self.names)
    written.note(seen("killed", 7, status: nil))
    #expect(try ApplicationLog(written.bytes, file: "f") == written)
    #expect(try ApplicationLog(ApplicationLog().bytes, file: "f").applications.isEmpty)
  }

  @Test(arguments: names)
  func aLineIsChangedWithoutReadingTheOthers(_ name: String) throws {
    var log = log(Self.names)
    var newer = seen(name, 99, status: 86)
    newer.policy = "other"
    let quick = try #require(ApplicationLog.noting(newer, in: log.bytes))
    log.note(newer)
    #expect(quick == log.bytes)
  }

  @Test func aLineIsAddedWithoutReadingTheOthers() throws {
    var bytes = ApplicationLog().bytes
    var log = ApplicationLog()
    for (index, name) in Self.names.enumerated() {
      bytes = try #require(ApplicationLog.noting(seen(name, Int64(index)), in: bytes))
      log.note(seen(name, Int64(index)))
      #expect(try ApplicationLog(bytes, file: "f") == log)
    }
  }

  @Test func whatIsOfAnotherFormIsReadAsAWhole() {
    let log = log(["a", "b"])
    #expect(ApplicationLog.noting(seen("a", 1), in: Array("{}".utf8)) == nil)
    #expect(ApplicationLog.noting(seen("a", 1), in: []) == nil)
    #expect(ApplicationLog.noting(seen("a", 1), in: log.bytes.dropLast()) == nil)
  }

  @Test func theOldestAreForgotten() {
    var log = ApplicationLog()
    for index in 0..<ApplicationLog.limit + 5 { log.note(seen("app-\(index)", Int64(index))) }
    // The entry beyond the limit evicted the oldest ones.
    #expect(log.applications.count == ApplicationLog.kept + 4)
    #expect(log.applications["app-100"] == nil && log.applications["app-101"] != nil)
    log.note(seen("app-101", 99_999))
    #expect(log.forget("app-101") == true && log.forget("app-101") == false)
    var full = ApplicationLog()
    for index in 0..<ApplicationLog.limit { full.note(seen("app-\(index)", Int64(index))) }
    #expect(full.applications.count == ApplicationLog.limit)
    #expect(ApplicationLog.noting(seen("one-more", 1), in: full.bytes) == nil)
    #expect(ApplicationLog.noting(seen("app-7", 1), in: full.bytes) != nil)
  }

  @Test func aLongNameIsCut() {
    let name = String(repeating: "x", count: 5000)
    var log = log([name])
    #expect(log.bytes.count < 400)
    #expect(ApplicationLog.noting(seen(name, 5), in: log.bytes) != nil)
    #expect(log.forget(name) == true)
  }

  @Test(arguments: [
    (#"{"apps": {"a": 1}}"#, "f:1:16: expected an application (an object), found 1"),
    (#"{"apps": {"a": {"policy": "p", "verdict": "v", "time": "x"}}}"#, "f:1:56: expected a whole"),
    (#"{"schemaVersion": 9}"#, "f:1:19: expected 1"), ("", "f:1:1: expected a value"),
    (#"{"apps": {"a": {"policy": "p", "verdict": "v"}}}"#, "f:1:16: expected the key \"time\""),
  ])
  func aMistakeHasItsPlace(_ text: String, _ message: String) {
    let error = #expect(throws: DocumentError.self) {
      try ApplicationLog(Array(text.utf8), file: "f")
    }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }
}
