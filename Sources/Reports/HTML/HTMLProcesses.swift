import Events
internal import Text

/// The processes of a run for the picture and the list: each below its parent, those with alerts
/// first when the capacity does not suffice for all.
struct HTMLProcesses {
  /// A line of the picture.
  struct Row {
    /// The process; nil for a line with the number of processes omitted below its parent.
    let process: Int?
    let depth: Int
    /// The line of the parent.
    let parent: Int?
    /// Number of processes omitted below the parent.
    var omitted = 0
    /// The program of the omitted processes, when they are alike.
    var program: String?
  }

  /// The counted alerts of a process, the most urgent first.
  struct Found {
    var byPriority: [Priority: Int] = [:]
    /// The alert to link to, by the index of its mark, and its priority.
    var first: (mark: Int, priority: Priority)?

    var words: String {
      Priority.allCases.compactMap { priority in
        byPriority[priority].map { $0 > 1 ? "\(priority.name) ×\($0)" : priority.name }
      }.joined(separator: " ")
    }
  }

  let tree: [RunProcess]
  /// The index of each process's parent; nil for roots and invalid indices.
  private let parents: [Int?]
  private let children: [[Int]]
  private(set) var found: [Int: Found] = [:]

  init(_ tree: [RunProcess], _ alerts: HTMLAlerts) {
    self.tree = tree
    // A parent precedes its children, which excludes cycles.
    parents = tree.enumerated().map { index, process in
      process.parent.flatMap { 0 <= $0 && $0 < index ? $0 : nil }
    }
    var children: [[Int]] = Array(repeating: [], count: tree.count)
    for (index, parent) in parents.enumerated() {
      if let parent { children[parent].append(index) }
    }
    self.children = children
    place(alerts)
  }

  /// Assigns each alert to its process. Process ids can be reused: the last process with the id
  /// that started before the alert is the right one.
  private mutating func place(_ alerts: HTMLAlerts) {
    let byPid = Dictionary(grouping: tree.indices) { tree[$0].pid }
    for (index, mark) in alerts.marks.enumerated() where mark.state == .new {
      guard let same = byPid[mark.pid] else { continue }
      let process = same.last { tree[$0].start <= mark.time } ?? same[0]
      let priority = alerts.kinds[mark.kind].priority
      found[process, default: Found()].byPriority[priority, default: 0] += 1
      if let first = found[process]?.first, first.priority >= priority { continue }
      found[process]?.first = (index, priority)
    }
  }

  /// Processes to fold: in a sequence of more than six siblings of one program, without alerts and
  /// children and with exit status 0, those after the third.
  private var alike: Set<Int> {
    var alike: Set<Int> = []
    for siblings in children {
      var row: [Int] = []
      for child in siblings {
        let isDull =
          children[child].isEmpty && found[child] == nil && tree[child].outcome == .exited(0)
        if !isDull || row.first.map({ tree[$0].exe != tree[child].exe }) ?? false { row = [] }
        guard isDull else { continue }
        row.append(child)
        if row.count > 6 {
          alike.formUnion(row.dropFirst(3))
        }
      }
    }
    return alike
  }

  /// Chooses processes up to a limit: those with alerts and their ancestors, the most urgent first,
  /// then the others in the order of their start.
  private func chosen(_ limit: Int, without alike: Set<Int>) -> Set<Int> {
    var chosen: Set<Int> = []
    let urgent = found.sorted { a, b in
      let (first, second) = (a.value.first?.priority ?? .p4, b.value.first?.priority ?? .p4)
      return first != second ? first > second : a.key < b.key
    }
    for (process, _) in urgent {
      var path: [Int] = []
      var next: Int? = process
      while let step = next, !chosen.contains(step) {
        path.append(step)
        next = parents[step]
      }
      if chosen.count + path.count <= limit { chosen.formUnion(path) }
    }
    for process in tree.indices where chosen.count < limit && !alike.contains(process) {
      if let parent = parents[process], !chosen.contains(parent) { continue }
      chosen.insert(process)
    }
    return chosen
  }

  /// The rows of a picture or list with at most `limit` processes.
  ///
  /// - Parameter folding: whether to fold similar processes.
  func rows(limit: Int, folding: Bool) -> [Row] {
    let alike = folding ? alike : []
    let chosen = chosen(limit, without: alike)
    var sizes = Array(repeating: 1, count: tree.count)
    for index in tree.indices.reversed() {
      if let parent = parents[index] { sizes[parent] += sizes[index] }
    }
    var rows: [Row] = []
    let roots = tree.indices.filter { parents[$0] == nil && chosen.contains($0) }
    var waiting = roots.reversed().map { Row(process: $0, depth: 0, parent: nil) }
    while let row = waiting.popLast() {
      let place = rows.count
      rows.append(row)
      guard let process = row.process else { continue }
      var below: [Row] = []
      var left = 0
      for child in children[process] {
        if chosen.contains(child) {
          below.append(Row(process: child, depth: row.depth + 1, parent: place))
        } else if alike.contains(child) {
          Self.fold(fileName(tree[child].exe), into: &below, row.depth + 1, place)
        } else {
          left += sizes[child]
        }
      }
      if left > 0 {
        below.append(Row(process: nil, depth: row.depth + 1, parent: place, omitted: left))
      }
      waiting += below.reversed()
    }
    return rows
  }

  /// Counts one more folded process.
  private static func fold(
    _ program: String, into rows: inout [Row], _ depth: Int, _ parent: Int
  ) {
    if let last = rows.last, last.process == nil, last.program == program {
      rows[rows.count - 1].omitted += 1
    } else {
      rows.append(
        Row(process: nil, depth: depth, parent: parent, omitted: 1, program: program))
    }
  }
}

extension HTMLProcesses.Row {
  /// The text of a row of omitted processes.
  var words: String {
    guard let program else { return plural(omitted, "more process", "more processes") }
    return "\(omitted) more \(safeText(program, limit: 32)) like these"
  }
}
