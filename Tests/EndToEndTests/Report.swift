import Foundation
import Testing

/// A JSON report, read back.
struct Report {
  /// One object a line.
  let lines: [[String: Any]]

  init(contentsOf path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    lines = try text.split(separator: "\n").map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  /// The lines of one type.
  func all(_ type: String) -> [[String: Any]] { lines.filter { $0["type"] as? String == type } }

  /// The ids of the alerts and of those that they name as related, in their order.
  var alertIDs: [String] {
    all("alert").flatMap { alert in
      let related = alert["related"] as? [[String: String]] ?? []
      return [alert["id"] as? String].compactMap { $0 } + related.compactMap { $0["id"] }
    }
  }

  /// The ids of the alerts that were raised, in their order.
  var raisedIDs: [String] { all("alert").compactMap { $0["id"] as? String } }

  /// The last line.
  var summary: [String: Any] { lines.last ?? [:] }

  /// How calls were observed.
  var traceMode: String? { summary["traceMode"] as? String }

  /// The ids of what dftrace says that it could not see.
  var blindSpots: [String] {
    (summary["blindSpots"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  /// The alerts for a failing test's message.
  var messages: String {
    all("alert").map { "\($0["id"] ?? ""): \($0["message"] ?? "")" }.joined(separator: "\n")
  }
}
