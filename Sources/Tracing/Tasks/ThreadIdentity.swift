internal import Decoding
internal import Events

/// Reads the process of a thread from `/proc`.
enum ThreadIdentity {
  /// Whether a new task is a thread of its creator's process.
  static func isThread(
    _ child: ThreadID, ofProcessWith maker: ThreadID, _ inspector: any ProcessInspecting
  ) -> Bool {
    inspector.status("/proc/\(maker.rawValue)/task/\(child.rawValue)") != nil
  }

  /// The first stop of a thread whose parent has not reported it yet.
  static func appearance(
    of id: ThreadID, isStopped: Bool, _ inspector: any ProcessInspecting
  ) -> TaskStop {
    let status = ProcTexts.status(inspector.text("status", of: id) ?? [])
    let process =
      status.process > 0 ? ProcessID(rawValue: status.process) : ProcessID(leader: id)
    let parent = status.parent > 0 ? ProcessID(rawValue: status.parent) : nil
    return .appeared(
      process: process, parent: process.leader == id ? parent : nil, isStopped: isStopped)
  }
}
