import Events
internal import Text

/// Writes the HTML page of a run.
struct HTMLPage {
  let start: RunStart
  let summary: Summary
  let alerts: HTMLAlerts
  /// The texts of the policy's alerts, by id.
  let texts: [String: AlertText]
  /// The count of each alert, by fingerprint.
  let counts: [String: Int]
  /// Start and duration of the run in nanoseconds, for relative times.
  let clock: HTMLClock
  /// The indices of the kinds of alerts, the most urgent first.
  let order: [Int]
  /// The programs that raised alerts, by name, and their numbers in the filter.
  let programs: [String: Int]
  /// The shown alerts, by the index of their mark.
  var shown: Set<Int> = []
  var html = HTMLWriter()

  init(start: RunStart, summary: Summary, alerts: HTMLAlerts, totals: [AlertTotal]) {
    self.start = start
    self.summary = summary
    self.alerts = alerts
    texts = Dictionary(start.alerts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    counts = Dictionary(
      totals.map { ($0.fingerprint, $0.count) }, uniquingKeysWith: { first, _ in first })
    clock = HTMLClock(start: start, summary: summary, alerts: alerts)
    order = alerts.byUrgency
    let names = Set(alerts.kinds.flatMap { $0.kept.map { $0.alert.process.program } })
    programs = Dictionary(
      names.sorted().enumerated().map { ($0.element, $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Writes the whole page.
  mutating func write() {
    html.embed("<!DOCTYPE html>\n")
    html.open("html", ["lang": "en"])
    html.embed("\n")
    head()
    html.open("body")
    html.embed("\n")
    html.line("a", ["class": "skip", "href": "#alerts"], "Skip to the alerts")
    header()
    html.open("main", ["id": "main"])
    html.embed("\n")
    alertSection()
    timelineSection()
    processSection()
    inventorySection()
    baselineSection()
    exceptionSection()
    unseenSection()
    silentSection()
    html.close("main")
    footer()
    html.inline("script") { $0.embed(PageAssets.script) }
    html.close("body")
    html.close("html")
    html.embed("\n")
  }

  /// Writes the head. The Content-Security-Policy precedes the elements that it governs.
  private mutating func head() {
    let title = commandText(summary.command, limit: 80)
    html.block("head") {
      $0.void("meta", ["charset": "utf-8"])
      $0.void(
        "meta", ["http-equiv": "Content-Security-Policy", "content": Self.contentSecurityPolicy])
      $0.void("meta", ["name": "referrer", "content": "no-referrer"])
      $0.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      $0.void("meta", ["name": "color-scheme", "content": "light dark"])
      $0.line("title", "\(title) – dftrace report", limit: 120)
      $0.inline("style") { $0.embed(PageAssets.style) }
    }
  }

  /// Allows the page's own style sheet and script only. Trusted Types forbid the script to parse
  /// text as markup.
  static let contentSecurityPolicy =
    "default-src 'none'; style-src '\(PageAssets.styleHash)'; script-src '\(PageAssets.scriptHash)'; "
    + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

  private mutating func footer() {
    let version = start.version.isEmpty ? "" : " \(start.version)"
    html.block("footer") {
      $0.line(
        "p",
        "Written by dftrace\(version). This page loads no other files and sends no data.",
        limit: 300)
    }
  }

  /// Opens a section with its heading.
  mutating func section(
    _ id: StaticString, _ heading: String, _ content: (inout HTMLPage) -> Void
  ) {
    html.open("section", ["id": id.description, "aria-labelledby": "\(id)-heading"])
    html.embed("\n")
    html.line("h2", ["id": "\(id)-heading"], heading)
    content(&self)
    html.close("section")
    html.embed("\n")
  }
}

/// Formats times relative to the start of the run.
struct HTMLClock {
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  let origin: Int64
  /// The time span of the pictures in nanoseconds; at least 1.
  let span: Int64

  /// Determines start and end. A recording may lack the start time.
  init(start: RunStart, summary: Summary, alerts: HTMLAlerts) {
    let first = summary.processTree.first?.start ?? alerts.marks.map(\.time).min()
    origin = start.time ?? first ?? 0
    var last = max(1, summary.duration)
    for mark in alerts.marks { last = max(last, elapsed(mark.time, since: origin)) }
    for process in summary.processTree {
      last = max(last, elapsed(process.end ?? process.start, since: origin))
    }
    span = last
  }

  /// Formats a time relative to the start, such as `+87 ms`.
  func text(_ time: Int64) -> String {
    "+" + durationText(nanoseconds: elapsed(time, since: origin))
  }

  /// The position of a time in the run, from 0 to 1.
  func place(_ time: Int64) -> Double {
    min(1, Double(elapsed(time, since: origin)) / Double(span))
  }
}

/// Formats a coordinate with two decimals, identically on every machine.
func coordinate(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
  if rest == 0 { return String(whole) }
  let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0\(rest)" : String(rest))
  return (hundredths < 0 && whole == 0 ? "-" : "") + "\(whole).\(digits)"
}

extension AlertProcess {
  /// The file name of the program.
  var program: String { fileName(exe) }
}

/// The last component of a path, or the whole path without one.
func fileName(_ path: String) -> String {
  let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] }
  return name.map { $0.isEmpty ? path : String($0) } ?? path
}
