import Events

extension HTMLPage {
  /// Writes the inventory of the run: its actions, with or without alerts.
  mutating func inventorySection() {
    section("inventory", "Inventory") { page in
      let inventory = page.summary.inventory
      page.items("Destinations", inventory.destinations, "destinations", isDestination: true)
      page.items("Listeners", inventory.listeners, "listeners")
      page.items("Programs", inventory.programs, "programs")
      page.items("Libraries", inventory.libraries, "libraries")
      page.items("Directories written to", inventory.directoriesWritten, "directoriesWritten")
      if inventory.omitted > 0 {
        page.html.line(
          "p", ["class": "notice"],
          "\(plural(inventory.omitted, "more entry", "more entries")) omitted at the lists' capacity."
        )
      }
      page.events()
      page.statistics()
    }
  }

  /// Writes one list of the inventory, closed. Marks lists that the policy does not observe, since
  /// an empty list would prove nothing.
  private mutating func items(
    _ name: String, _ items: [InventoryItem], _ id: String, isDestination: Bool = false
  ) {
    if items.isEmpty {
      let isUnknown = summary.inventory.notCovered.contains(id)
      html.block("p", ["class": "none"]) {
        $0.inline("strong", name, limit: 40)
        $0.text(isUnknown ? " not observed under this policy" : " none")
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
            $0.line("th", ["scope": "col", "class": "count"], "Count")
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
        $0.text("Events by syscall")
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

  /// Writes the cost of observation (`--stats`).
  private mutating func statistics() {
    guard !summary.statistics.isEmpty else { return }
    html.block("details") { details in
      details.line("summary", "Cost of observation")
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

  /// Writes the number of omitted entries.
  mutating func rest(_ count: Int) {
    guard count > 0 else { return }
    line("p", ["class": "notice"], "\(count) more omitted; a JSON report contains them.")
  }
}
