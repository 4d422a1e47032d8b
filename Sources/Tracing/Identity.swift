internal import Decoding
internal import Kernel

/// Which process a thread belongs to, as `/proc` has it.
enum Identity {
  /// Whether a new task is a thread of its maker's process.
  static func isThread(_ child: ThreadID, ofProcessWith maker: ThreadID) -> Bool {
    ProcessFiles.status("/proc/\(maker.rawValue)/task/\(child.rawValue)") != nil
  }

  /// The process that a thread belongs to; nil when there is no such thread.
  static func process(of id: ThreadID) -> ThreadID? {
    let status = ProcTexts.status(ProcessFiles.text("status", of: id) ?? [])
    return status.process > 0 ? ThreadID(rawValue: status.process) : nil
  }

  /// The first stop of a thread that no parent has announced yet.
  static func appearance(of id: ThreadID, isStopped: Bool) -> TaskStop {
    let status = ProcTexts.status(ProcessFiles.text("status", of: id) ?? [])
    let process = status.process > 0 ? ThreadID(rawValue: status.process) : id
    let parent = status.parent > 0 ? ThreadID(rawValue: status.parent) : nil
    return .appeared(process: process, parent: process == id ? parent : nil, isStopped: isStopped)
  }
}
