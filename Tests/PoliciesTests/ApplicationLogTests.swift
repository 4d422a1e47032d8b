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

  @Test func whatHasNoLineIsReadAsAWhole() {
    let log = log(["a", "b"])
    #expect(ApplicationLog.noting(seen("c", 1), in: log.bytes) == nil)
    #expect(ApplicationLog.noting(seen("a", 1), in: Array("{}".utf8)) == nil)
    #expect(ApplicationLog.noting(seen("a", 1), in: []) == nil)
    #expect(ApplicationLog.noting(seen("a", 1), in: log.bytes.dropLast()) == nil)
  }

  @Test func theOldestAreForgotten() {
    var log = ApplicationLog()
    for index in 0..<ApplicationLog.limit + 5 { log.note(seen("app-\(index)", Int64(index))) }
    #expect(log.applications.count == ApplicationLog.limit)
    #expect(log.applications["app-4"] == nil && log.applications["app-5"] != nil)
    log.note(seen("app-5", 99_999))
    log.note(seen("new", 100_000))
    #expect(log.applications["app-5"] != nil && log.applications["app-6"] == nil)
    #expect(log.forget("new") == true && log.forget("new") == false)
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
    let error = #expect(throws: PolicyError.self) {
      try ApplicationLog(Array(text.utf8), file: "f")
    }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }
}
