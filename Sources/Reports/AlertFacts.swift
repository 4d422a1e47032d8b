import Events

/// The distinct alerts of a run, for formats that can only write at its end.
///
/// The ledger bounds its size, since it reports no more alerts than its limit.
struct AlertCollection: Sendable {
  /// The alerts in the order in which they were first raised.
  private(set) var alerts: [Alert] = []
  private var places: [String: Int] = [:]

  /// Adds an alert; replaces one with the same fingerprint that was suppressed before.
  mutating func add(_ alert: Alert) {
    if let place = places[alert.fingerprint] {
      alerts[place] = alert
    } else {
      places[alert.fingerprint] = alerts.count
      alerts.append(alert)
    }
  }

  /// The alerts with their final counts.
  func counted(_ totals: [AlertTotal]) -> [(alert: Alert, count: Int)] {
    let counts = totals.byFingerprint
    return alerts.map { ($0, counts[$0.fingerprint] ?? $0.count) }
  }
}

extension [AlertTotal] {
  /// The count of each alert, by fingerprint.
  var byFingerprint: [String: Int] {
    Dictionary(map { ($0.fingerprint, $0.count) }, uniquingKeysWith: { $0 + $1 })
  }
}

/// A socket address that an alert is about.
struct AlertEndpoint: Equatable {
  /// An IP address, or a local socket's name.
  let address: String
  /// Nil for a local socket.
  let port: Int64?
  /// `ipv4`, `ipv6` or nil for a local socket.
  let network: String?
  /// Whether it is the program's own end, since it listens there.
  let isOwn: Bool
}

extension Alert {
  /// Whether it counts as new: neither suppressed nor in the baseline.
  var counts: Bool { isNew && suppression == nil }

  /// Why it does not count: the suppression or the baseline; nil when it counts.
  var suppressionReason: String? { suppression ?? (isNew ? nil : "in the baseline") }

  /// The socket address in the call's arguments.
  var endpoint: AlertEndpoint? {
    guard case .text(let family)? = argument("family"),
      case .text(let address)? = argument("address")
    else { return nil }
    let isOwn = ["bind", "listen"].contains(event.type)
    switch (family, argument("port")) {
    case ("AF_INET", .number(let port)), ("AF_INET6", .number(let port)):
      let network = family == "AF_INET" ? "ipv4" : "ipv6"
      return AlertEndpoint(address: address, port: port, network: network, isOwn: isOwn)
    case ("AF_UNIX", _) where !address.isEmpty:
      return AlertEndpoint(address: address, port: nil, network: nil, isOwn: isOwn)
    default: return nil
    }
  }

  /// The two-letter country of the address, when known.
  var country: String? {
    guard case .text(let country)? = evidence.first(where: { $0.name == "country" })?.value else {
      return nil
    }
    return country
  }

  /// The file that the call acts on: the resolved path, else the path argument.
  var filePath: String? {
    for name in ["path", "library", "executed"] {
      if case .text(let path)? = evidence.first(where: { $0.name == name })?.value { return path }
    }
    for name in ["name", "path", "filename", "newpath", "oldpath", "linkpath", "target"] {
      if case .text(let path)? = argument(name), path.hasPrefix("/") { return path }
    }
    return nil
  }

  private func argument(_ name: String) -> NamedValue.Value? {
    event.arguments.first { $0.name == name }?.value
  }
}

/// The last component of a path.
func lastName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// Shortens a text in the middle to a number of scalars; the format's writer escapes it.
func bounded(_ text: String, limit: Int = 1_024) -> String {
  let scalars = text.unicodeScalars
  guard text.utf8.count > limit, scalars.count > limit else { return text }
  let tail = limit / 3
  return String(scalars.prefix(limit - tail - 1)) + "…" + String(scalars.suffix(tail))
}

/// Shortens a list of texts to 4,096 scalars and 256 texts.
func bounded(_ texts: [String]) -> [String] {
  var left = 4_096
  var list: [String] = []
  for text in texts {
    guard left > 0, list.count < 256 else { return list + ["…"] }
    list.append(bounded(text, limit: min(1_024, max(4, left))))
    left -= min(1_024, text.unicodeScalars.count)
  }
  return list
}

/// Shortens named values in number and length.
func bounded(_ values: [NamedValue]) -> [NamedValue] {
  values.prefix(16).map { value in
    guard case .text(let text) = value.value else {
      return NamedValue(bounded(value.name, limit: 80), value.value)
    }
    return NamedValue(bounded(value.name, limit: 80), .text(bounded(text, limit: 512)))
  }
}
