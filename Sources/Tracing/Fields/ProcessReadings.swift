internal import Decoding
internal import Events
internal import Kernel

/// A cache of readings of `/proc` for one phase of an event, since a recording reads several fields
/// from each file.
///
/// The cache is valid for that phase only: the next syscall may change everything.
final class ProcessReadings {
  private struct Name: Hashable {
    let file: String
    let thread: ThreadID
  }

  private var texts: [Name: [UInt8]?] = [:]
  private var streams: [Int32: DescriptorFacts?] = [:]
  /// The thread's credentials; nil if unread.
  var credentials: Credentials?

  /// A file of a thread's directory in `/proc`, read on first use.
  func text(_ file: String, of thread: ThreadID, read: () -> [UInt8]?) -> [UInt8]? {
    let name = Name(file: file, thread: thread)
    if let known = texts[name] { return known }
    let text = read()
    texts[name] = .some(text)
    return text
  }

  /// A descriptor of the event's thread, read on first use.
  func stream(_ number: Int32, look: () -> DescriptorFacts?) -> DescriptorFacts? {
    if let known = streams[number] { return known }
    let stream = look()
    streams[number] = .some(stream)
    return stream
  }
}
