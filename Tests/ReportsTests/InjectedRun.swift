import Events
import Reports

extension SampleRun {
  /// What would become markup, a script or an address wherever a page forgot to escape.
  static let injections = [
    "<script>window.pwned = 1; alert(1)</script>",
    "\"><img src=x onerror=\"window.pwned=1;alert(1)\"><svg onload='window.pwned=1'>",
    "' autofocus onfocus='window.pwned=1' x='",
    "javascript:window.pwned=1//https://example.org/",
    "https://user@evil.example/\" onclick=\"window.pwned=1",
    "</style><script>window.pwned=1</script><style>body{display:none}",
    "</script><script>window.pwned=1</script>",
    "</title><meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "--><script>window.pwned=1</script><!-- ]]><![CDATA[",
    "</svg></code></pre></details><iframe srcdoc=\"<script>parent.pwned=1</script>\">",
    "{{constructor.constructor('window.pwned=1')()}} ${window.pwned=1} <%= 1 %> #{1}",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;&#x3c;script&#x3e;&NewLine;&colon;",
    "\u{202E}\u{200B}<\u{0}script>\u{1B}]0;pwned\u{7}</\u{2028}script>\u{FEFF}",
    "<base href=https://evil.example/><link rel=stylesheet href=//evil.example/a.css>",
    "<form name=getElementById><input name=querySelectorAll><a id=shown name=body>",
  ]

  /// A run each of whose texts is the same.
  static func saying(_ text: String) -> SampleRun {
    var summary = Samples.summary
    summary.command = [text, text]
    (summary.policy, summary.app, summary.component) = (text, text, text)
    summary.outcome = .signaled(number: 11, name: text)
    summary.exitStatus = nil
    summary.events = [(text, 1)]
    summary.failedBy = [text]
    summary.traceMode = text
    summary.statistics = [EventStatistics(name: text)]
    let item = InventoryItem(name: text, country: text, hosts: [text, text], count: 1)
    summary.inventory.programs = [item]
    summary.inventory.destinations = [item]
    summary.inventory.listeners = [item]
    summary.inventory.libraries = [item]
    summary.inventory.directoriesWritten = [item]
    summary.inventory.notCovered = [text]
    summary.blindSpots = [.init(id: text, message: text, count: 2)]
    summary.baseline = BaselineComparison(
      file: text, known: 1,
      gone: [KnownAlert(fingerprint: text, id: text, program: text, object: text)])
    let exception = ExceptionFacts(
      alert: text, condition: text, reason: text, expires: text, owner: text)
    summary.unusedExceptions = [exception]
    summary.processTree = processes(text)
    return SampleRun(
      start: beginning(text, summary), alerts: alerts(text, exception),
      totals: [.init(fingerprint: text, id: text, count: 3)], summary: summary)
  }

  private static func processes(_ text: String) -> [RunProcess] {
    (0..<4).map { index in
      var process = RunProcess(
        pid: 4242 + Int32(index), parent: index == 0 ? nil : index - 1, exe: "/" + text,
        argv: [text, text], start: index == 3 ? .min : Int64(index))
      process.outcome = .signaled(number: 9, name: text)
      process.end = index == 2 ? .max : nil
      return process
    }
  }

  private static func beginning(_ text: String, _ summary: Summary) -> RunStart {
    var start = Samples.start(of: summary)
    start.policyOption = text
    start.version = text
    start.workingDirectory = text
    start.workspace = text
    start.place = SourcePlace(path: text, line: 1)
    start.alerts = [text, text + "-silent"].map { id in
      var alert = AlertText(id: id, priority: .p1, category: .network, title: text)
      (alert.description, alert.trigger, alert.remedy) = (text, text, text)
      alert.incident = Incident(text: text, date: text, reference: text)
      alert.tags = AlertTags(attack: [text, "T1071.004"], attackVersion: text, cwe: [text])
      alert.place = SourcePlace(path: text, line: 1)
      return alert
    }
    return start
  }

  private static func alerts(_ text: String, _ exception: ExceptionFacts) -> [Alert] {
    var alert = Samples.country
    (alert.id, alert.title, alert.message) = (text, text, text)
    (alert.fingerprint, alert.policy, alert.app, alert.component) = (text, text, text, text)
    alert.process.exe = "/" + text
    alert.process.argv = [text, text]
    alert.process.cwd = text
    alert.process.ancestors = [.init(pid: 4242, exe: text)]
    alert.event.type = text
    alert.event.errno = text
    alert.event.arguments = [.init(text, .text(text)), .init(text, .number(1))]
    alert.evidence = [.init(text, .text(text))]
    alert.why = [.init(check: text, value: text)]
    alert.tags = AlertTags(attack: [text + "1"], attackVersion: text, cwe: [text + "1"])
    (alert.remedy, alert.object, alert.exception) = (text, text, exception)
    var suppressed = alert
    (suppressed.fingerprint, suppressed.suppression, suppressed.time) = (text + "e", text, .min)
    var known = alert
    (known.fingerprint, known.isNew, known.time) = (text + "k", false, .max)
    return [alert, suppressed, known]
  }
}
