internal import Detection
public import Events
internal import Secrets

/// The policy changes that allow the alerts and the inventory of a run.
public struct PolicyCandidates {
  /// The allowances to add to the policy.
  public private(set) var learnt = LearnedSettings()
  /// The ids of alerts that no exception can suppress without writing a credential down.
  public private(set) var secret: Set<String> = []
  private let patterns: PathPattern

  /// Collects the actions of a run.
  ///
  /// - Parameters:
  ///   - catalogue: the alerts, which declare what they learn into.
  ///   - workspace: the project's directory; nil when there is none.
  public init(
    _ alerts: [Alert], _ inventory: Inventory, catalogue: [AlertDefinition], workspace: [UInt8]?
  ) {
    let lists = Dictionary(
      catalogue.map { ($0.id, Set($0.learnsInto.keys)) }, uniquingKeysWith: { a, _ in a })
    patterns = PathPattern(workspace: workspace)
    let hosts = Dictionary(
      inventory.destinations.map { ($0.name, $0.hosts) }, uniquingKeysWith: { a, _ in a })
    for alert in alerts where alert.suppression == nil {
      let lists = lists[alert.id] ?? []
      if lists.contains(.ports) {
        destination(alert, hosts)
      } else if lists.contains(.listeners) {
        listener(alert)
      } else if lists.contains(.programs) {
        learnt.add(patterns.text(of: alert.object), to: .programs)
      } else if lists.contains(.directories) {
        written(alert.object)
      } else if lists.contains(.libraries) {
        learnt.add(patterns.text(of: Self.directory(of: alert.object)) + "/*", to: .libraries)
      } else {
        except(alert)
      }
    }
  }

  /// The object of the alert is `ADDRESS:PORT`; an IPv6 address may stand without brackets.
  private mutating func destination(_ alert: Alert, _ hosts: [String: [String]]) {
    guard let colon = alert.object.lastIndex(of: ":") else { return }
    let address = String(alert.object[..<colon])
    let port = String(alert.object[alert.object.index(after: colon)...])
    let names = hosts["\(address):\(port)"] ?? hosts["[\(address)]:\(port)"] ?? []
    for name in names { learnt.add(Self.escaped(name), to: .hosts) }
    if names.isEmpty { learnt.add(address, to: .networks) }
    // Ephemeral ports differ in the next run.
    if EphemeralPorts.contains(Int(port) ?? 0) {
      except(alert)
    } else {
      learnt.add(port, to: .ports)
    }
  }

  private mutating func listener(_ alert: Alert) {
    if EphemeralPorts.contains(Int(alert.object) ?? 0) {
      except(alert)
    } else {
      learnt.add(alert.object, to: .listeners)
    }
  }

  private mutating func written(_ path: String) {
    let directory = Self.directory(of: path)
    let pattern = patterns.text(of: directory)
    // Directories are compared by component, so a pattern for any checkout cannot be a directory.
    if patterns.isInWorkspace(directory) {
      learnt.add(pattern + "/*", to: .projectFiles)
    } else if Self.isWide(directory) {
      learnt.add(patterns.text(of: path), to: .projectFiles)
    } else {
      learnt.add(pattern, to: .directories)
    }
  }

  private mutating func except(_ alert: Alert) {
    guard let condition = alert.exception?.condition else { return }
    var scanner = SecretScanner()
    if scanner.secrets(in: Array(condition.utf8), isArgument: false).isEmpty {
      learnt.exceptions.insert(.init(alert: alert.id, when: condition))
    } else {
      secret.insert(alert.id)
    }
  }

  /// Whether a directory is too wide to be allowed because of one file: `/etc`, a home.
  static func isWide(_ directory: String) -> Bool {
    let temporary = WellKnownPaths.temporaryDirectories + ["/run"]
    let isTemporary = temporary.contains { directory == $0 || directory.hasPrefix($0 + "/") }
    return directory.split(separator: "/").count <= 2 && !isTemporary
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Escapes wildcards, so that the pattern matches this text only.
  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "*?[]\\".contains($0) ? ["\\", $0] : [$0] })
  }
}
