import Events

extension HTMLPage {
  /// Writes what the run did beside what raised alerts.
  mutating func inventorySection() {
    section("inventory", "What it did") { page in
      let inventory = page.summary.inventory
      page.items("Destinations", inventory.destinations, "destinations", isDestination: true)
      page.items("Listeners", inventory.listeners, "listeners")
      page.items("Programs", inventory.programs, "programs")
      page.items("Libraries", inventory.libraries, "libraries")
      page.items("Directories written to", inventory.directoriesWritten, "directoriesWritten")
      if inventory.omitted > 0 {
        page.html.line(
          "p", ["class": "notice"],
          "\(plural(inventory.omitted, "more thing")) left out, since the lists are bounded.")
      }
      page.events()
      page.statistics()
    }
  }

  /// Writes one list of the inventory, closed; that a list is empty is no proof when it was not
  /// asked for.
  private mutating func items(
    _ name: String, _ items: [InventoryItem], _ id: String, isDestination: Bool = false
  ) {
    if items.isEmpty {
      let isUnknown = summary.inventory.notCovered.contains(id)
      html.block("p", ["class": "none"]) {
        $0.inline("strong", name, limit: 40)
        $0.text(isUnknown ? " not looked at under this policy" : " none")
      }
      return
    }
    html.block("details") { details in
      details.block("summary") {
        $0.text(name)
        $0.inline("span", ["class": "faint"], " \(items.count)")
      }
      details.block("table") { table in
        table.block("thead") { head in
          head.block("tr") {
            $0.line("th", ["scope": "col"], isDestination ? "Address" : "Name")
            if isDestination {
              $0.line("th", ["scope": "col"], "Host names")
              $0.line("th", ["scope": "col"], "Country")
            }
            $0.line("th", ["scope": "col", "class": "count"], "Times")
          }
        }
        table.block("tbody") { body in
          for item in items.prefix(HTMLLimits.items) { body.item(item, isDestination) }
        }
      }
      details.rest(items.count - HTMLLimits.items)
    }
  }

  private mutating func events() {
    let events = summary.events.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    guard !events.isEmpty else { return }
    html.block("details") { details in
      details.block("summary") {
        $0.text("Events by system call")
        $0.inline("span", ["class": "faint"], " \(total(events.map(\.count)))")
      }
      details.block("table") { table in
        table.block("tbody") { body in
          for event in events.prefix(HTMLLimits.items) {
            body.item(InventoryItem(name: event.name, count: event.count), false)
          }
        }
      }
      details.rest(events.count - HTMLLimits.items)
    }
  }

  /// Writes what observing has cost, when that was asked for.
  private mutating func statistics() {
    guard !summary.statistics.isEmpty else { return }
    html.block("details") { details in
      details.line("summary", "What observing cost")
      details.block("table") { table in
        table.block("thead") { head in
          head.block("tr") {
            for name in ["Event", "Notified", "Stopped", "Matched", "Microseconds"] {
              $0.line("th", ["scope": "col", "class": name == "Event" ? nil : "count"], name)
            }
          }
        }
        table.block("tbody") { body in
          for kind in summary.statistics.prefix(HTMLLimits.items) {
            body.block("tr") {
              $0.block("td") { $0.inline("code", kind.name, limit: 60) }
              for number in [
                kind.notified, kind.stopped, kind.matched, Int(kind.nanoseconds / 1_000),
              ] { $0.line("td", ["class": "count"], String(number)) }
            }
          }
        }
      }
      details.rest(summary.statistics.count - HTMLLimits.items)
    }
  }
}

extension HTMLWriter {
  fileprivate mutating func item(_ item: InventoryItem, _ isDestination: Bool) {
    block("tr") { row in
      row.block("td") { $0.inline("code", item.name, limit: 300) }
      if isDestination {
        row.block("td") { cell in
          for (index, host) in item.hosts.prefix(8).enumerated() {
            if index > 0 { cell.embed(", ") }
            cell.inline("code", host, limit: 120)
          }
          if item.hosts.count > 8 { cell.text(" and \(item.hosts.count - 8) more") }
        }
        row.line("td", item.country ?? "", limit: 20)
      }
      row.line("td", ["class": "count"], String(item.count))
    }
  }

  /// Says how many entries of a list are left out.
  mutating func rest(_ count: Int) {
    guard count > 0 else { return }
    line("p", ["class": "notice"], "\(count) more left out; a report in the format json has them.")
  }
}
