import Events
internal import Text

/// Coordinates in the picture of the processes, in CSS pixels.
private enum Place {
  static let width = 960
  static let row = 28
  static let top = 30
  static let indent = 16
  /// Number of indented levels; deeper ones are not indented further.
  static let levels = 16
  static let badges = 420
  static let bars = 540
  static let barWidth = 300
  static let ends = 856

  static func x(_ depth: Int) -> Int { 10 + min(depth, levels) * indent }
  static func y(_ row: Int) -> Int { top + row * Place.row + Place.row / 2 }
}

extension HTMLPage {
  /// Draws the process tree on the left and the lifetime of each process on the right.
  func picture(
    _ processes: HTMLProcesses, _ rows: [HTMLProcesses.Row], into html: inout HTMLWriter
  ) {
    let height = Place.top + rows.count * Place.row + 6
    let alerting = processes.found.count
    let words =
      "\(plural(rows.count(where: \.isOne), "process", "processes")), \(alerting) with alerts. "
      + "The list below has the same content."
    html.block(
      "svg",
      [
        "class": "picture", "role": "img", "aria-label": words, "width": String(Place.width),
        "height": String(height), "viewBox": "0 0 \(Place.width) \(height)",
      ]
    ) { svg in
      scale(height, into: &svg)
      for (index, row) in rows.enumerated() { branch(row, index, into: &svg) }
      for (index, row) in rows.enumerated() { line(processes, row, index, into: &svg) }
    }
  }

  private func scale(_ height: Int, into svg: inout HTMLWriter) {
    for (part, anchor) in [(0, "start"), (1, "middle"), (2, "end")] {
      let x = String(Place.bars + Place.barWidth * part / 2)
      svg.inline(
        "line", ["class": "grid", "x1": x, "x2": x, "y1": "22", "y2": String(height - 4)]
      ) { _ in }
      let time = durationText(nanoseconds: clock.span / 2 * Int64(part))
      svg.line(
        "text", ["class": "small", "x": x, "y": "16", "text-anchor": anchor],
        part == 0 ? "0" : time)
    }
  }

  /// Draws the line from a process to its parent.
  private func branch(_ row: HTMLProcesses.Row, _ index: Int, into svg: inout HTMLWriter) {
    guard let parent = row.parent else { return }
    let from = Place.x(row.depth - 1)
    let to = max(Place.x(row.depth) - 6, from)
    let path = "M\(from) \(Place.y(parent) + 6)V\(Place.y(index))H\(to)"
    svg.inline("path", ["class": "branch", "d": path]) { _ in }
    svg.embed("\n")
  }

  private func line(
    _ processes: HTMLProcesses, _ row: HTMLProcesses.Row, _ index: Int,
    into svg: inout HTMLWriter
  ) {
    let (x, y) = (Place.x(row.depth), Place.y(index))
    guard let number = row.process else {
      svg.line(
        "text", ["class": "small", "x": String(x + 4), "y": String(y + 4)],
        "… " + row.words)
      return
    }
    let process = processes.tree[number]
    let found = processes.found[number]
    let tone = found?.first?.priority.tone ?? "quiet"
    svg.inline("circle", ["class": "dot \(tone)", "cx": String(x), "cy": String(y), "r": "5"]) {
      _ in
    }
    name(process, found?.first?.priority, x: x + 10, y: y, into: &svg)
    if let found { badge(found, y: y, into: &svg) }
    bar(process, tone, y: y, into: &svg)
  }

  /// Writes the name in a clipped box, so that it cannot cover its neighbours. The priority of its
  /// alerts comes first, for windows that show only the left of the picture.
  private func name(
    _ process: RunProcess, _ priority: Priority?, x: Int, y: Int, into svg: inout HTMLWriter
  ) {
    let width = Place.badges - 8 - x
    svg.block(
      "svg",
      [
        "x": String(x), "y": String(y - 12), "width": String(width), "height": "24",
        "overflow": "hidden",
      ]
    ) { box in
      box.inline("text", ["x": "0", "y": "16"]) { text in
        if let priority {
          text.inline("tspan", ["class": "on \(priority.tone)"], "\(priority.name) ", limit: 4)
        }
        text.inline("tspan", ["class": "name"], fileName(process.exe), limit: 32)
        text.inline("tspan", ["class": "small"], "  \(process.pid)  ")
        let arguments = commandText(Array(process.argv.dropFirst().prefix(16)), limit: 48)
        text.inline("tspan", ["class": "small code"], arguments, limit: 48)
      }
      box.inline("title", commandText(process.argv, limit: 240), limit: 240)
    }
  }

  private func badge(_ found: HTMLProcesses.Found, y: Int, into svg: inout HTMLWriter) {
    guard let first = found.first else { return }
    // The list has the same links for keyboard users.
    let link = shown.contains(first.mark) ? "#alert-\(first.mark + 1)" : nil
    svg.block("a", ["href": link, "tabindex": "-1"]) { badge in
      badge.inline(
        "rect",
        [
          "class": "badge \(first.priority.tone)", "x": String(Place.badges), "y": String(y - 10),
          "width": "108", "height": "20", "rx": "4",
        ]
      ) { _ in }
      badge.line(
        "text",
        [
          "class": "on \(first.priority.tone)", "x": String(Place.badges + 54),
          "y": String(y + 4), "text-anchor": "middle",
        ], found.words.utf8.count > 16 ? found.shortWords : found.words)
    }
  }

  private func bar(
    _ process: RunProcess, _ tone: String, y: Int, into svg: inout HTMLWriter
  ) {
    let start = clock.place(process.start)
    let end = process.end.map { max(start, clock.place($0)) } ?? 1
    let x = Double(Place.bars) + start * Double(Place.barWidth)
    let width = max(2, (end - start) * Double(Place.barWidth))
    svg.inline(
      "rect",
      [
        "class": "bar \(tone)" + (process.end == nil ? " unended" : ""), "x": coordinate(x),
        "y": String(y - 5), "width": coordinate(width), "height": "10", "rx": "2",
      ]
    ) {
      let life = process.end.map { durationText(nanoseconds: elapsed($0, since: process.start)) }
      $0.inline("title", "\(clock.text(process.start)), \(life ?? "end unknown")")
    }
    svg.embed("\n")
    let (words, isBad) = Self.shortEnding(process.outcome)
    svg.line(
      "text",
      ["class": isBad ? "small bad" : "small", "x": String(Place.ends), "y": String(y + 4)],
      words, limit: 14)
  }

  private static func shortEnding(_ outcome: CommandOutcome?) -> (words: String, isBad: Bool) {
    switch outcome {
    case .exited(let status): ("exit \(status)", status != 0)
    case .signaled(_, let name): ("✕ " + safeText(name, limit: 11), true)
    case nil: ("end unknown", false)
    }
  }
}

extension HTMLProcesses.Found {
  /// A short form of ``words``: the most urgent priority and the number of alerts.
  fileprivate var shortWords: String {
    let count = total(byPriority.values)
    return (first?.priority.name ?? "") + " of \(count)"
  }
}
