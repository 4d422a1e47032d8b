import Events

/// Formats a path as the path of a URI: percent-encodes all bytes except the unreserved characters
/// of RFC 3986, so that a colon starts no scheme and a question mark no query.
func uriPath(_ path: some StringProtocol) -> String {
  var uri = ""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      uri.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      uri += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
  }
  return uri
}

/// Formats a directory as an absolute base URI (RFC 8089); nil for a relative path.
func directoryURI(_ path: String) -> String? {
  guard path.hasPrefix("/"), path.utf8.count <= 4096 else { return nil }
  return "file://" + uriPath(path) + (path.hasSuffix("/") ? "" : "/")
}

extension SourcePlace {
  /// The path without `.` and `..`, since viewers reject paths outside the project.
  var projectPath: String {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.isEmpty ? ".dftrace/policy.json" : parts.joined(separator: "/")
  }

  /// The line, at least 1.
  var projectLine: Int { max(1, line) }
}

extension AlertText {
  /// The texts of a raised alert that the run's list does not contain.
  init(raised alert: Alert) {
    self.init(
      id: alert.id, priority: alert.priority, category: alert.category, title: alert.title)
    remedy = alert.remedy
    tags = alert.tags
  }
}
