import Events
internal import Text

extension HTMLPage {
  /// Writes the comparison with the baseline.
  mutating func baselineSection() {
    guard let baseline = summary.baseline else { return }
    section("baseline", "Baseline") { page in
      page.html.block("p") {
        $0.text(
          "\(plural(baseline.known, "alert")) of this run \(baseline.known == 1 ? "is" : "are")")
        $0.text(" in the baseline ")
        $0.inline("code", baseline.file, limit: 200)
        $0.text(baseline.known == 1 ? " and does not count." : " and do not count.")
      }
      guard !baseline.gone.isEmpty else {
        page.html.line("p", "The run raised all alerts of the baseline.")
        return
      }
      page.html.block("details") { details in
        details.block("summary") {
          $0.text("In the baseline, but not raised in this run")
          $0.inline("span", ["class": "faint"], " \(baseline.gone.count)")
        }
        details.block("ul", ["class": "plain"]) { list in
          for known in baseline.gone.prefix(HTMLLimits.items) { list.known(known) }
        }
        details.rest(baseline.gone.count - HTMLLimits.items)
      }
    }
  }

  /// Whether the run has suppressed alerts or unused exceptions.
  var hasExceptions: Bool { summary.suppressed > 0 || !summary.unusedExceptions.isEmpty }

  /// Writes the suppressed alerts and the unused exceptions.
  mutating func exceptionSection() {
    guard hasExceptions else { return }
    section("exceptions", "Exceptions") { page in
      page.suppressed()
      let unused = page.summary.unusedExceptions
      guard !unused.isEmpty else { return }
      page.html.block("details") { details in
        details.block("summary") {
          $0.text("Unused exceptions")
          $0.inline("span", ["class": "faint"], " \(unused.count)")
        }
        details.block("ul", ["class": "plain"]) { list in
          for exception in unused.prefix(HTMLLimits.items) { list.unused(exception) }
        }
        details.rest(unused.count - HTMLLimits.items)
      }
    }
  }

  private mutating func suppressed() {
    let count = summary.suppressed
    html.line(
      "p",
      "The policy's exceptions suppressed \(plural(count, "alert")), which "
        + "\(count == 1 ? "does" : "do") not count.")
    let suppressed = alerts.kinds.flatMap { kind in
      kind.kept.filter { alerts.marks[$0.mark].state == .suppressed && shown.contains($0.mark) }
    }.sorted { $0.mark < $1.mark }
    guard !suppressed.isEmpty else { return }
    html.block("ul", ["class": "plain"]) { list in
      for (mark, alert) in suppressed.prefix(100) {
        list.block("li") {
          $0.inline("a", ["href": "#alert-\(mark + 1)"], alert.message, limit: 200)
          $0.text(": " + safeText(alert.suppression ?? "", limit: 300))
        }
      }
      if count > min(100, suppressed.count) {
        list.line("li", ["class": "faint"], "\(count - min(100, suppressed.count)) more")
      }
    }
  }

  /// Writes the blind spots, or that the run has none.
  mutating func unseenSection() {
    section("unseen", "Blind spots") { page in
      let spots = page.summary.blindSpots
      guard !spots.isEmpty else {
        page.html.line("p", ["class": "empty"], "None known.")
        return
      }
      page.html.block("dl", ["class": "facts wide"]) { list in
        for spot in spots.prefix(HTMLLimits.items) {
          list.block("div") {
            $0.block("dt") { $0.inline("code", spot.id, limit: 60) }
            $0.line("dd", spot.message + (spot.count > 1 ? " (\(spot.count) times)" : ""))
          }
        }
      }
      page.html.rest(spots.count - HTMLLimits.items)
    }
  }

  /// Writes the enabled alerts that were not raised, by category.
  mutating func silentSection() {
    guard !start.alerts.isEmpty else { return }
    let raised = Set(alerts.kinds.map(\.id))
    let silent = start.alerts.filter { !raised.contains($0.id) }
    section("silent", "Alerts not raised (\(silent.count))") { page in
      page.html.line(
        "p", ["class": "faint"],
        "The policy enables \(plural(page.start.alerts.count, "alert")). "
          + "These were not raised, apart from blind spots.")
      for category in Category.allCases {
        let found = silent.filter { $0.category == category }
        guard !found.isEmpty else { continue }
        page.html.block("details") { details in
          details.block("summary") {
            $0.text(category.rawValue)
            $0.inline("span", ["class": "faint"], " \(found.count)")
          }
          details.block("ul", ["class": "plain"]) { list in
            for text in found.prefix(HTMLLimits.items) { list.silent(text) }
          }
          details.rest(found.count - HTMLLimits.items)
        }
      }
    }
  }
}

extension HTMLWriter {
  fileprivate mutating func known(_ known: KnownAlert) {
    block("li") {
      $0.inline("code", known.id, limit: 80)
      $0.text(" by ")
      $0.inline("code", known.program, limit: 200)
      if !known.object.isEmpty {
        $0.text(" on ")
        $0.inline("code", known.object, limit: 200)
      }
      $0.inline("span", ["class": "faint"], " " + safeText(known.fingerprint, limit: 40))
    }
  }

  fileprivate mutating func unused(_ exception: ExceptionFacts) {
    block("li") {
      $0.inline("code", exception.alert, limit: 80)
      $0.text(" when ")
      $0.inline("code", exception.condition, limit: 300)
      $0.text(": " + safeText(exception.reason, limit: 300))
      if let expires = exception.expires { $0.text(", until \(safeText(expires, limit: 20))") }
      if let owner = exception.owner { $0.text(", by \(safeText(owner, limit: 60))") }
    }
  }

  fileprivate mutating func silent(_ text: AlertText) {
    block("li") {
      $0.inline("span", ["class": "badge \(text.priority.tone)"], text.priority.name)
      $0.embed(" ")
      $0.text(text.title, limit: 160)
      $0.embed(" ")
      $0.inline("code", ["class": "faint"], text.id, limit: 100)
    }
  }
}
