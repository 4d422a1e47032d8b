import Events
internal import Text

extension HTMLPage {
  /// Writes the timeline of the alerts, as a picture with one lane per priority and as a list.
  mutating func timelineSection() {
    guard !alerts.marks.isEmpty else { return }
    section("timeline", "Timeline") { page in
      page.html.line(
        "p", ["class": "faint"],
        "The time of each alert in the \(durationText(nanoseconds: page.clock.span)) of the run. "
          + "Pale alerts do not count: they are suppressed or in the baseline.")
      var lanes = HTMLWriter()
      lanes.markShapes()
      for priority in Priority.allCases { page.lane(priority, into: &lanes) }
      page.axis(into: &lanes)
      page.html.block("div", ["class": "lanes"]) { $0.append(lanes) }
      page.timeList()
    }
  }

  private func lane(_ priority: Priority, into lanes: inout HTMLWriter) {
    let marks = alerts.marks.filter { alerts.kinds[$0.kind].priority == priority }
    guard let first = marks.map(\.time).min(), let last = marks.map(\.time).max() else { return }
    let words =
      "\(priority.name): \(plural(marks.count, "alert")), "
      + (first == last
        ? "at \(clock.text(first))"
        : "from \(clock.text(first)) to \(clock.text(last))")
    lanes.block("div", ["class": "lane"]) { lane in
      lane.line("span", ["class": "badge \(priority.tone)"], priority.name)
      lane.block(
        "svg", ["class": "track \(priority.tone)", "role": "img", "aria-label": words]
      ) { svg in
        svg.inline("line", ["x1": "0", "x2": "100%", "y1": "50%", "y2": "50%"]) { _ in }
        for bin in bins(marks) {
          let here = plural(bin.count, "alert")
          svg.inline(
            "use",
            [
              "href": "#mark-\(priority.tone)", "x": "\(coordinate(bin.place))%", "y": "50%",
              "class": bin.counts ? nil : "pale",
            ]
          ) { $0.inline("title", "\(here) at \(clock.text(bin.time))", limit: 80) }
          svg.embed("\n")
        }
      }
    }
  }

  /// Merges marks that would overlap.
  private func bins(
    _ marks: [HTMLAlerts.Mark]
  ) -> [(place: Double, time: Int64, count: Int, counts: Bool)] {
    var bins: [Int: (time: Int64, count: Int, counts: Bool)] = [:]
    for mark in marks {
      let bin = Int(clock.place(mark.time) * 250)
      let old = bins[bin]
      bins[bin] = (
        min(old?.time ?? mark.time, mark.time), (old?.count ?? 0) + 1,
        (old?.counts ?? false) || mark.state == .new
      )
    }
    return bins.sorted { $0.key < $1.key }.map {
      (Double($0.key) * 0.4, $0.value.time, $0.value.count, $0.value.counts)
    }
  }

  private func axis(into lanes: inout HTMLWriter) {
    lanes.block("div", ["class": "lane axis", "aria-hidden": "true"]) { lane in
      lane.line("span", "")
      lane.block("span", ["class": "ticks"]) {
        $0.line("span", "0")
        $0.line("span", durationText(nanoseconds: clock.span / 2))
        $0.line("span", durationText(nanoseconds: clock.span))
      }
    }
  }

  /// Writes the timeline as a list.
  private mutating func timeList() {
    let sorted = alerts.marks.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }
    html.block("details") { details in
      details.line("summary", "The timeline as a list")
      details.block("ol", ["class": "times"]) { list in
        for (index, mark) in sorted.prefix(HTMLLimits.items) {
          let kind = alerts.kinds[mark.kind]
          list.block("li") { item in
            item.inline("span", ["class": "when"], clock.text(mark.time))
            item.embed(" ")
            let words =
              "\(kind.priority.name) " + safeText(kind.title, limit: 120)
              + (mark.state == .new ? "" : mark.state == .known ? " (known)" : " (suppressed)")
            if shown.contains(index) {
              item.inline("a", ["href": "#alert-\(index + 1)"], words)
            } else {
              item.text(words)
            }
          }
        }
      }
      let rest = sorted.count - HTMLLimits.items
      if rest > 0 {
        details.line("p", ["class": "notice"], "\(plural(rest, "later alert")) omitted.")
      }
    }
  }
}

extension HTMLWriter {
  /// Writes the marks of the priorities, which differ in shape and in colour.
  fileprivate mutating func markShapes() {
    embed(
      """
      <svg class="shapes" aria-hidden="true"><defs>
      <path id="mark-p1" d="M0-9 9 0 0 9-9 0z"/>
      <rect id="mark-p2" x="-6" y="-6" width="12" height="12"/>
      <circle id="mark-p3" r="6"/>
      <path id="mark-p4" d="M-5 5h10L0-6z"/>
      </defs></svg>

      """)
  }
}
