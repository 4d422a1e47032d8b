import Events
internal import Text

extension HTMLPage {
  /// Writes the process tree, as a picture and as a list.
  mutating func processSection() {
    section("processes", "Processes (\(max(summary.processes, summary.processTree.count)))") {
      $0.processes()
    }
  }

  private mutating func processes() {
    guard !summary.processTree.isEmpty else {
      html.line("p", ["class": "empty"], "The process tree was not recorded.")
      return
    }
    let processes = HTMLProcesses(summary.processTree, alerts)
    let drawn = processes.rows(limit: HTMLLimits.drawnProcesses, folding: true)
    let left = max(summary.processes, summary.processTree.count) - drawn.count(where: \.isOne)
    html.line(
      "p", ["class": "faint"],
      "Each process below its parent, with its last command, its lifetime and its result. "
        + (left > 0 ? "\(plural(left, "more process", "more processes")) omitted." : ""))
    var picture = HTMLWriter()
    self.picture(processes, drawn, into: &picture)
    html.block(
      "div",
      [
        "class": "scroll", "role": "region", "tabindex": "0",
        "aria-label": "Picture of the processes",
      ]
    ) { $0.append(picture) }
    let listed = processes.rows(limit: HTMLLimits.listedProcesses, folding: false)
    var list = HTMLWriter()
    self.list(processes, listed, into: &list)
    let rest = summary.processes - listed.count(where: \.isOne)
    html.block("details") { details in
      details.line("summary", "The processes as a list")
      details.append(list)
      if rest > 0 {
        details.line("p", ["class": "notice"], "\(plural(rest, "process", "processes")) omitted.")
      }
    }
  }

  /// Writes nested lists. Browsers limit the nesting, so deeper entries show their level as text.
  private func list(
    _ processes: HTMLProcesses, _ rows: [HTMLProcesses.Row], into html: inout HTMLWriter
  ) {
    var depth = -1
    for row in rows {
      let level = min(row.depth, 12)
      if level > depth {
        html.embed(depth < 0 ? "<ul class=\"tree\">\n" : "\n<ul>\n")
        depth = level
      } else {
        html.embed("</li>\n")
        while depth > level {
          html.embed("</ul>\n</li>\n")
          depth -= 1
        }
      }
      html.open("li")
      if row.depth > level { html.inline("span", ["class": "faint"], "level \(row.depth + 1) ") }
      guard let process = row.process else {
        html.text(row.words)
        continue
      }
      entry(processes, process, into: &html)
    }
    while depth >= 0 {
      html.embed("</li>\n</ul>\n")
      depth -= 1
    }
  }

  private func entry(
    _ processes: HTMLProcesses, _ index: Int, into html: inout HTMLWriter
  ) {
    let process = processes.tree[index]
    html.inline("code", ["class": "name"], fileName(process.exe), limit: 60)
    html.inline("span", ["class": "faint"], " \(process.pid) ")
    html.inline("code", commandText(process.argv, limit: 120), limit: 120)
    html.text(", \(clock.text(process.start))\(Self.life(process))")
    guard let found = processes.found[index] else { return }
    html.embed(", ")
    if let first = found.first, shown.contains(first.mark) {
      html.inline("a", ["href": "#alert-\(first.mark + 1)"], "alerts: \(found.words)")
    } else {
      html.inline("strong", "alerts: \(found.words)", limit: 60)
    }
  }

  /// Formats the lifetime and the result of a process.
  private static func life(_ process: RunProcess) -> String {
    let length = process.end.map {
      " for " + durationText(nanoseconds: elapsed($0, since: process.start))
    }
    return (length ?? "") + (process.outcome.map { ", " + ending($0) } ?? ", end unknown")
  }
}

extension HTMLProcesses.Row {
  /// Whether the row is a process.
  var isOne: Bool { process != nil }
}
