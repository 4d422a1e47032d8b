import Events

extension HTMLPage {
  /// Writes the alerts, grouped by kind.
  mutating func alertSection() {
    let cards = chooseCards()
    let count = alerts.marks.count + alerts.unplaced
    section("alerts", count == 0 ? "Alerts" : "Alerts (\(count))") { page in
      if count == 0 {
        page.html.line("p", ["class": "empty"], "The policy raised no alerts.")
      } else {
        page.filters()
      }
      for kind in page.order { page.kind(kind, cards[kind]) }
      if count > 0 {
        page.html.line(
          "p", ["class": "empty", "id": "nothing", "hidden": ""], "No alert matches the filter.")
      }
      if page.summary.overflow > 0 {
        page.html.line(
          "p", ["class": "notice"],
          "\(plural(page.summary.overflow, "more alert")) over the limit of a run "
            + "\(page.summary.overflow == 1 ? "was" : "were") counted but not stored.")
      }
    }
  }

  /// Formats the alerts to show, up to a total size: first one of each kind, then the others, the
  /// most urgent first.
  private mutating func chooseCards() -> [[HTMLWriter]] {
    var cards: [[HTMLWriter]] = Array(repeating: [], count: alerts.kinds.count)
    var room = HTMLLimits.alertBytes
    let sorted = alerts.kinds.map { kind in
      kind.kept.sorted { a, b in
        let (first, second) = (alerts.marks[a.mark], alerts.marks[b.mark])
        if first.state != second.state { return first.state.rank < second.state.rank }
        return (first.time, a.mark) < (second.time, b.mark)
      }
    }
    for isFirst in [true, false] {
      for kind in order {
        for (mark, alert) in isFirst ? sorted[kind].prefix(1) : sorted[kind].dropFirst(1) {
          guard room > 0 else { return cards }
          let isOpen = isFirst && alerts.kinds[kind].counting > 0 && alert.priority >= .p2
          var card = HTMLWriter()
          self.card(alert, mark: mark, isOpen: isOpen, into: &card)
          room -= card.bytes.count
          cards[kind].append(card)
          shown.insert(mark)
        }
      }
    }
    return cards
  }

  private mutating func kind(_ index: Int, _ cards: [HTMLWriter]) {
    let kind = alerts.kinds[index]
    let id = "kind-\(index + 1)"
    let uncounted = kind.counting == 0 ? " uncounted" : ""
    html.open(
      "article", ["class": "kind \(kind.priority.tone)\(uncounted)", "aria-labelledby": id])
    html.embed("\n")
    html.block("h3", ["id": id]) {
      $0.inline("span", ["class": "badge \(kind.priority.tone)"], kind.priority.name)
      $0.embed(" ")
      $0.inline("span", kind.title, limit: 160)
    }
    html.block("p", ["class": "meta"]) {
      $0.inline("code", kind.id, limit: 120)
      $0.text(" · \(kind.category.rawValue) · " + Self.tally(kind), limit: 300)
    }
    let text = texts[kind.id]
    if let text, !text.description.isEmpty { html.line("p", text.description, limit: 2_000) }
    advice(kind, text)
    html.open("div", ["class": "alerts"])
    html.embed("\n")
    for card in cards { html.append(card) }
    html.close("div")
    html.embed("\n")
    leftOut(kind.total - cards.count)
    if let text { background(text) }
    html.close("article")
    html.embed("\n")
  }

  /// The counts of a kind: `2 alerts, 1 in the baseline, 1 suppressed`.
  private static func tally(_ kind: HTMLAlerts.Kind) -> String {
    var parts: [String] = []
    if kind.counting > 0 { parts.append(plural(kind.counting, "alert")) }
    if let known = kind.counts[.known], known > 0 { parts.append("\(known) in the baseline") }
    if let count = kind.counts[.suppressed], count > 0 { parts.append("\(count) suppressed") }
    return parts.joined(separator: ", ")
  }

  private mutating func advice(_ kind: HTMLAlerts.Kind, _ text: AlertText?) {
    guard let remedy = kind.kept.first?.alert.remedy ?? text?.remedy, !remedy.isEmpty else {
      return
    }
    html.block("p", ["class": "advice"]) {
      $0.inline("strong", "Fix.", limit: 20)
      $0.embed(" ")
      $0.text(remedy, limit: 1_500)
    }
  }

  private mutating func leftOut(_ count: Int) {
    guard count > 0 else { return }
    html.line(
      "p", ["class": "notice"],
      "\(plural(count, "more alert")) of this kind \(count == 1 ? "is" : "are") omitted; "
        + "a JSON report contains all.")
  }

  /// Writes the trigger, an incident and the references of the alert.
  private mutating func background(_ text: AlertText) {
    let tags = text.tags
    guard !text.trigger.isEmpty || text.incident != nil || !tags.attack.isEmpty || !tags.cwe.isEmpty
    else { return }
    html.block("details", ["class": "background"]) { details in
      details.line("summary", "About this alert")
      details.block("dl") { list in
        if !text.trigger.isEmpty { list.fact("Raised when", text.trigger, limit: 1_500) }
        if let incident = text.incident { list.incident(incident) }
        list.tags("ATT&CK", tags.attack, version: tags.attackVersion) { HTMLLinks.attack($0) }
        list.tags("CWE", tags.cwe, version: nil) { HTMLLinks.cwe($0) }
        if let place = text.place {
          list.fact("Configured in", "\(place.path), line \(place.line)", limit: 300)
        }
      }
    }
  }
}

extension HTMLAlerts.State {
  /// The order of the states within a kind.
  var rank: Int { self == .new ? 0 : self == .known ? 1 : 2 }
}

extension HTMLWriter {
  fileprivate mutating func incident(_ incident: Incident) {
    fact("Incident") {
      $0.text(incident.text, limit: 2_000)
      guard !incident.date.isEmpty || !incident.reference.isEmpty else { return }
      $0.embed(" (")
      $0.text(incident.date, limit: 20)
      $0.embed(incident.date.isEmpty || incident.reference.isEmpty ? "" : ", ")
      if let address = HTMLLinks.reference(incident.reference) {
        $0.link(address, "reference")
      } else if !incident.reference.isEmpty {
        $0.inline("code", incident.reference, limit: 200)
      }
      $0.embed(")")
    }
  }

  /// Writes ids of a behaviour in ATT&CK or CWE, as links when they are well-formed.
  mutating func tags(
    _ name: String, _ ids: [String], version: String?, _ address: (String) -> String?
  ) {
    guard !ids.isEmpty else { return }
    fact(version.map { "\(name) \($0)" } ?? name) {
      for (index, id) in ids.prefix(12).enumerated() {
        if index > 0 { $0.embed(", ") }
        $0.tag(id, address(id))
      }
    }
  }
}
