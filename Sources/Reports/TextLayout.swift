import Events
internal import Text

/// Formats lines and labelled rows for a terminal.
///
/// Input must be sanitised before (``safeText(_:limit:)``): this only wraps and colours.
struct TextLayout {
  private let width: Int
  private let color: Bool
  private(set) var text = ""

  private static let labelWidth = 8

  init(_ style: TextStyle) {
    width = max(40, style.width ?? 100)
    color = style.color
  }

  /// A colour by its use; the value is an SGR parameter (ECMA-48).
  enum Tone: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case p1 = "1;31"
    case p2 = "33"
    case p3 = "36"

    init(_ priority: Priority) {
      switch priority {
      case .p1: self = .p1
      case .p2: self = .p2
      case .p3: self = .p3
      case .p4: self = .faint
      }
    }
  }

  /// Writes a line with the prefix `dftrace:`, which separates it from the command's output.
  mutating func line(_ tag: String, _ tone: Tone, _ words: String) {
    text += "dftrace: " + toned(tag, tone) + words + "\n"
  }

  /// Writes a label and a text, wrapped between words.
  mutating func row(_ label: String, _ words: String, _ tone: Tone = .faint) {
    guard !words.isEmpty else { return }
    let padding = String(repeating: " ", count: max(1, Self.labelWidth - label.utf8.count))
    let indent = String(repeating: " ", count: Self.labelWidth + 2)
    let lines = wrapped(words, columns: width - Self.labelWidth - 2)
    text += "  " + toned(label, tone) + (label.isEmpty ? indent.dropFirst(2) : padding[...])
    text += lines.joined(separator: "\n" + indent) + "\n"
  }

  /// Writes a label and a text to copy, which stays on one line.
  mutating func whole(_ label: String, _ text: String) {
    let padding = String(repeating: " ", count: max(1, Self.labelWidth - label.utf8.count))
    self.text += "  " + toned(label, .faint) + padding + text + "\n"
  }

  private func toned(_ words: String, _ tone: Tone) -> String {
    guard color, tone != .plain, !words.isEmpty else { return words }
    return "\u{1B}[" + tone.rawValue + "m" + words + "\u{1B}[0m"
  }
}
