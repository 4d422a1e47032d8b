/// The end of free security updates of distributions.
///
/// Dates as published by the distributors in November 2026, with long-term support by volunteers
/// and without paid support. `SUPPORT_END` in `os-release(5)` takes precedence.
public enum EndOfLife {
  /// The last day, `YYYY-MM-DD`; nil for an unknown release.
  public static func date(of release: [String: String]) -> String? {
    if let own = release["SUPPORT_END"], isDate(own) { return own }
    guard var id = release["ID"], let version = release["VERSION_ID"] else { return nil }
    if id == "centos", release["NAME"]?.contains("Stream") == true { id = "centos-stream" }
    guard let known = dates[id] else { return nil }
    // `3.19.1` is a point release of `3.19`, `9.4` one of `9`.
    var parts = version.split(separator: ".", maxSplits: 3).prefix(3)
    while !parts.isEmpty {
      if let date = known[parts.joined(separator: ".")] { return date }
      parts.removeLast()
    }
    return nil
  }

  /// Whether a text is a valid date; other texts must not be compared.
  private static func isDate(_ text: String) -> Bool {
    let places = text.utf8.enumerated()
    return text.utf8.count == 10
      && places.allSatisfy { $0 == 4 || $0 == 7 ? $1 == 0x2D : (0x30...0x39).contains($1) }
  }

  private static let dates: [String: [String: String]] = text.split(separator: "\n")
    .reduce(into: [:]) { dates, line in
      let words = line.split(separator: " ").map(String.init)
      guard let id = words.first else { return }
      for pair in words.dropFirst() {
        let parts = pair.split(separator: ":")
        if parts.count == 2 { dates[id, default: [:]][String(parts[0])] = String(parts[1]) }
      }
    }

  private static let text = """
    debian 8:2020-06-30 9:2022-06-30 10:2024-06-30 11:2026-08-31 12:2028-06-30 13:2030-06-30
    ubuntu 14.04:2019-04-25 16.04:2021-04-30 18.04:2023-05-31 20.04:2025-05-31 22.04:2027-04-30
    ubuntu 22.10:2023-07-20 23.04:2024-01-25 23.10:2024-07-11 24.04:2029-05-31 24.10:2025-07-10
    ubuntu 25.04:2026-01-15
    alpine 3.12:2022-05-01 3.13:2022-11-01 3.14:2023-05-01 3.15:2023-11-01 3.16:2024-05-23
    alpine 3.17:2024-11-22 3.18:2025-05-09 3.19:2025-11-01 3.20:2026-04-01 3.21:2026-11-01
    alpine 3.22:2027-05-01
    fedora 36:2023-05-16 37:2023-12-05 38:2024-05-21 39:2024-11-26 40:2025-05-13 41:2025-12-15
    centos 6:2020-11-30 7:2024-06-30 8:2021-12-31
    centos-stream 8:2024-05-31 9:2027-05-31
    rhel 6:2020-11-30 7:2024-06-30 8:2029-05-31 9:2032-05-31 10:2035-05-31
    rocky 8:2029-05-31 9:2032-05-31 10:2035-05-31
    almalinux 8:2029-03-01 9:2032-05-31 10:2035-05-31
    ol 6:2021-03-31 7:2024-12-31 8:2029-07-31 9:2032-06-30
    amzn 2018.03:2023-12-31 2:2026-06-30 2023:2029-06-30
    opensuse-leap 15.3:2022-12-31 15.4:2023-12-07 15.5:2024-12-31 15.6:2026-04-30
    """
}
