internal import Decoding
internal import Events
internal import Kernel

/// What was read of processes for one moment of an event, of which a recording asks several fields each.
///
/// One lasts no longer than that moment: the next call may change all of it.
final class ProcessReadings {
  private struct Name: Hashable {
    let file: String
    let thread: ThreadID
  }

  private var texts: [Name: [UInt8]?] = [:]
  private var streams: [Int32: DescriptorFacts?] = [:]
  /// Who the thread is and what it may, once something has asked.
  var credentials: Credentials?

  /// A file of a thread's directory in `/proc`, read when it is asked for first.
  func text(_ file: String, of thread: ThreadID, read: () -> [UInt8]?) -> [UInt8]? {
    let name = Name(file: file, thread: thread)
    if let known = texts[name] { return known }
    let text = read()
    texts[name] = .some(text)
    return text
  }

  /// A descriptor of the thread that the event is about, looked at when it is asked for first.
  func stream(_ number: Int32, look: () -> DescriptorFacts?) -> DescriptorFacts? {
    if let known = streams[number] { return known }
    let stream = look()
    streams[number] = .some(stream)
    return stream
  }
}
