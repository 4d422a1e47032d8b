import Events
import JSON
import Policies
import Reports
import Text

/// Every report of a run in which every text is one of the input's: nothing moves a cursor, and what
/// is JSON is read as such.
func writeReports(_ bytes: [UInt8]) throws {
  var input = Input(bytes)
  let format = ReportFormat.allCases[Int(input.byte()) % ReportFormat.allCases.count]
  let isRedacted = input.byte() & 1 == 1
  var texts: [String] = []
  while !input.isEmpty, texts.count < 8 { texts.append(displayText(input.part(until: 0xFF))) }
  let output = written(format, run(texts), isRedacted: isRedacted)
  let text = String(decoding: output, as: UTF8.self)
  try expectPlain(text, format.rawValue, allowing: ["\n"])
  switch format {
  case .sarif, .gitlab: _ = try JSONReader.read(output, file: format.rawValue)
  case .json, .ocsf, .otlp:
    for line in output.split(separator: 0x0A) {
      _ = try JSONReader.read(Array(line), file: format.rawValue)
    }
  case .junit, .html: try expectBalanced(output, format)
  case .text, .github, .markdown: break
  }
}

private struct Run {
  var start: RunStart
  var alert: Alert
  var summary: Summary
}

private func written(_ format: ReportFormat, _ run: Run, isRedacted: Bool) -> [UInt8] {
  var report = format.makeReport(style: TextStyle(width: 60))
  let redactor = Redactor()
  var output: [UInt8] = []
  report.begin(isRedacted ? redactor.redact(run.start) : run.start, into: &output)
  report.alert(isRedacted ? redactor.redact(run.alert) : run.alert, into: &output)
  let total = AlertTotal(fingerprint: run.alert.fingerprint, id: run.alert.id, count: 3)
  let summary = isRedacted ? redactor.redact(run.summary) : run.summary
  report.end([total], summary, into: &output)
  return output
}

private func run(_ texts: [String]) -> Run {
  // Which text is which changes with the input, so that each is the hostile one some time.
  func text(_ place: Int) -> String { texts.isEmpty ? "" : texts[place % texts.count] }
  let process = AlertProcess(
    pid: 42, ppid: 41, exe: "/" + text(0), argv: [text(1), text(2)], cwd: text(3), uid: 0, euid: 0,
    ancestors: [.init(pid: 41, exe: text(4))])
  let event = AlertEvent(
    type: "openat", result: -2, errno: "ENOENT", level: .returned,
    arguments: [.init("name", .text(text(5))), .init("flags", .number(.min))])
  var alert = Alert(
    id: "file-write-etc", priority: .p1, category: .file, title: text(6), message: text(0),
    time: 1_795_428_000_123_456_789, count: 1, fingerprint: "0123456789abcdef", isNew: true,
    suppression: nil, policy: text(1), app: text(2), component: text(3), process: process,
    event: event, evidence: [.init("path", .text(text(4)))],
    why: [.init(check: text(5), value: text(6))], tags: AlertTags(attack: ["T1071"]),
    remedy: text(7))
  alert.object = text(5)
  alert.exception = ExceptionFacts(
    alert: alert.id, condition: text(1), reason: text(2), expires: "2027-01-01")
  var inventory = Inventory()
  inventory.programs = [InventoryItem(name: text(0), country: text(1), hosts: [text(2)], count: 1)]
  inventory.destinations = inventory.programs
  var summary = Summary(
    command: texts, outcome: .exited(3), policy: text(0), app: text(1), component: text(2),
    duration: 1, processes: 2, events: [("openat", 1)], alerts: [.p1: 1], suppressed: 0,
    overflow: 0, threshold: .at(.p1), failedBy: [text(3)], exitStatus: 86, peakMemory: 1,
    inventory: inventory, blindSpots: [.init(id: "x", message: text(4), count: 2)])
  summary.processTree = [
    RunProcess(pid: 42, parent: nil, exe: text(5), argv: [text(6)], start: 0)
  ]
  var start = RunStart(command: texts, policy: text(0), threshold: .at(.p1))
  start.workspace = "/" + text(1)
  start.workingDirectory = "/" + text(2)
  return Run(start: start, alert: alert, summary: summary)
}

/// Fails when an element is not closed where it should be, or an attribute goes on into a tag.
///
/// By bytes: a mark that combines with a bracket makes another character of it, and no other markup.
private func expectBalanced(_ output: [UInt8], _ format: ReportFormat) throws {
  var open: [String] = []
  var rest = output[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    rest = rest[(start + 1)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
    let tag = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    try expect(tag.utf8.count { $0 == 0x22 } % 2 == 0, "\(format): <\(tag)> has an open attribute")
    if tag.hasPrefix("!") || tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
    let name = String(tag.prefix { $0 != " " && $0 != "\n" })
    if name.hasPrefix("/") {
      try expect(open.popLast() == String(name.dropFirst()), "\(format): <\(tag)> closes another")
      continue
    }
    if format == .html, voidElements.contains(name) { continue }
    open.append(name)
    // What a page's own style and script hold is no markup.
    if name == "script" || name == "style", let end = rest.firstRange(of: "</\(name)>".utf8) {
      rest = rest[end.lowerBound...]
    }
  }
  try expect(open.isEmpty, "\(format): \(open) is not closed")
}

private let voidElements: Set<String> = [
  "meta", "link", "br", "hr", "img", "input", "col", "wbr", "base",
]
