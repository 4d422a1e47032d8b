import Events
import Reports

/// The run that every format is shown: alerts of several priorities, a suppressed one, a known
/// one, a repeated one, and everything a summary can hold.
enum Samples {
  static let process = AlertProcess(
    pid: 4242, ppid: 4241, exe: "/usr/bin/python3.11",
    argv: ["python3", "app.py", "--name", "two words"], cwd: "/srv/shop", uid: 1000, euid: 1000,
    ancestors: [.init(pid: 4241, exe: "/usr/bin/bash"), .init(pid: 4200, exe: "/usr/bin/make")])

  static let country = Alert(
    id: "network-restricted-country", priority: .p1, category: .network,
    title: "Outgoing connection to a restricted country",
    message: "python3 connected to 175.45.176.1:443 (KP)", time: 1_795_428_000_123_456_789,
    count: 1, fingerprint: "0123456789abcdef", isNew: true, suppression: nil, policy: "standard",
    app: "shop", component: "api", process: process,
    event: AlertEvent(
      type: "connect", result: -115, errno: "EINPROGRESS", level: .returned,
      arguments: [
        .init("fd", .number(3)), .init("family", .text("AF_INET")),
        .init("address", .text("175.45.176.1")), .init("port", .number(443)),
      ]),
    evidence: [
      .init("country", .text("KP")), .init("matched", .text("175.45.176.0/22")),
      .init("private", .boolean(false)),
    ],
    why: [
      .init(check: "fd.country in ($countries)", value: "KP"),
      .init(check: "evt.type in (connect, sendto, sendmsg, sendmmsg)", value: "connect"),
    ],
    tags: AlertTags(attack: ["T1071"]),
    remedy: "Find out which part of the program asks for this address. If the destination is "
      + "meant, take the country out of the policy's list; if not, treat the machine's "
      + "credentials as stolen.")

  /// A failed attempt in a deep tree, by a program that acts as another user.
  static let key: Alert = {
    var alert = country
    alert.id = "file-ssh-key-read"
    alert.category = .file
    alert.priority = .p2
    alert.title = "Reads a private SSH key"
    alert.message = "node tried to open /home/ana/.ssh/id_ed25519"
    alert.fingerprint = "fedcba9876543210"
    alert.component = nil
    alert.time = -1
    alert.process.euid = 0
    alert.process.ancestors = (1...9).map { .init(pid: 4242 - $0, exe: "/opt/bin/step\($0)") }
    alert.event = AlertEvent(
      type: "openat", result: nil, errno: nil, level: .requested,
      arguments: [.init("name", .text("/home/ana/.ssh/id_ed25519"))])
    alert.evidence = []
    alert.why = [.init(check: "fd.name pmatch ($paths)", value: "/home/ana/.ssh/id_ed25519")]
    alert.tags = AlertTags()
    alert.exception = ExceptionFacts(
      alert: "file-ssh-key-read",
      condition: #"proc.program = node and fd.name = '/home/ana/.ssh/\x1b id "1"'"#, reason: "WHY",
      expires: "2027-11-25")
    return alert
  }()

  static let suppressed: Alert = {
    var alert = country
    alert.fingerprint = "excused"
    alert.suppression = "the vendor's update server"
    return alert
  }()

  static let known: Alert = {
    var alert = key
    alert.fingerprint = "known"
    alert.isNew = false
    return alert
  }()

  static let totals: [AlertTotal] = [
    .init(fingerprint: "0123456789abcdef", id: "network-restricted-country", count: 17),
    .init(fingerprint: "fedcba9876543210", id: "file-ssh-key-read", count: 1),
    .init(fingerprint: "excused", id: "network-restricted-country", count: 3),
  ]

  static let summary: Summary = {
    var inventory = Inventory()
    inventory.programs = [.init(name: "/usr/bin/python3.11", count: 1)]
    inventory.destinations = [.init(name: "175.45.176.1:443", country: "KP", count: 17)]
    inventory.directoriesWritten = [.init(name: "/srv/shop/build", count: 9)]
    inventory.omitted = 2
    inventory.notCovered = ["libraries"]
    var summary = Summary(
      command: ["python3", "app.py", "--name", "two words"], outcome: .exited(3),
      policy: "standard", app: "shop", component: "api", duration: 1_250_000_000, processes: 11,
      events: [
        ("clone", 10), ("connect", 34), ("dup2", 6), ("execve", 11), ("mmap", 4), ("openat", 1200),
        ("ptrace", 1), ("unlink", 2),
      ], alerts: [.p1: 1, .p2: 1], suppressed: 1, overflow: 5, threshold: .at(.p1),
      failedBy: ["network-restricted-country"], exitStatus: 86, peakMemory: 20_971_520,
      inventory: inventory,
      blindSpots: [
        .init(
          id: "io-uring", message: "What node asks of an io_uring ring can't be seen.", count: 3),
        .init(id: "geography", message: "No country database is at hand."),
      ])
    var server = RunProcess(
      pid: 4200, parent: nil, exe: "/usr/bin/make", argv: ["make", "test"],
      start: 1_795_428_000_000_000_000)
    server.end = 1_795_428_001_250_000_000
    server.outcome = .exited(3)
    var shell = RunProcess(
      pid: 4241, parent: 0, exe: "/usr/bin/bash", argv: ["bash", "-c", "python3 app.py"],
      start: 1_795_428_000_010_000_000)
    shell.end = 1_795_428_001_200_000_000
    shell.outcome = .signaled(number: 15, name: "SIGTERM")
    summary.processTree = [
      server, shell,
      RunProcess(
        pid: 4242, parent: 1, exe: process.exe, argv: process.argv, start: 1_795_428_000_020_000_000
      ),
    ]
    summary.baseline = BaselineComparison(
      file: ".dftrace/baseline.json", known: 1,
      gone: [
        KnownAlert(
          fingerprint: "00000000000000aa", id: "file-write-etc", program: "/usr/bin/node",
          object: "/etc/hosts")
      ])
    summary.unusedExceptions = [
      ExceptionFacts(
        alert: "file-persistence", condition: "proc.program = installer", reason: "sets itself up",
        expires: "2027-06-30", owner: "web team")
    ]
    return summary
  }()

  /// What the policy watches for: two alerts that are raised and one that is not.
  static let alerts: [AlertText] = {
    var connection = AlertText(
      id: country.id, priority: .p1, category: .network, title: country.title)
    connection.description = "A connection to a country that the policy names was tried."
    connection.trigger = "connect or a send to an address of one of $countries."
    connection.remedy = country.remedy
    connection.incident = Incident(
      text: "An update server was moved & <abroad>.", date: "2021-12-09",
      reference: "https://example.org/incident?a=1&b=2")
    connection.tags = AlertTags(attack: ["T1071"], attackVersion: "18.1", cwe: ["CWE-200"])
    connection.place = SourcePlace(path: ".dftrace/policy.json", line: 12)
    var reading = AlertText(id: key.id, priority: .p2, category: .file, title: key.title)
    reading.description = "A private key of SSH was opened for reading."
    reading.trigger = "An open of one of $paths."
    reading.remedy = key.remedy
    let silent = AlertText(
      id: "process-fork-bomb", priority: .p3, category: .process, title: "Starts too many processes"
    )
    return [connection, reading, silent]
  }()

  /// What is known before the first event.
  static func start(of summary: Summary) -> RunStart {
    var start = RunStart(
      command: summary.command, policy: summary.policy, threshold: summary.threshold)
    start.app = summary.app
    start.component = summary.component
    start.version = "0.1.0"
    start.time = 1_795_428_000_000_000_000
    start.workingDirectory = "/srv/shop"
    start.workspace = "/srv/shop"
    start.alerts = alerts
    start.place = SourcePlace(path: ".github/workflows/ci.yml", line: 31)
    return start
  }

  /// A run that did nothing to speak of.
  static let clean: Summary = {
    var summary = Samples.summary
    summary.outcome = .exited(0)
    summary.exitStatus = 0
    summary.alerts = [:]
    summary.suppressed = 0
    summary.overflow = 0
    summary.failedBy = []
    summary.blindSpots = []
    summary.unusedExceptions = []
    summary.baseline = nil
    summary.processTree = []
    return summary
  }()
}
