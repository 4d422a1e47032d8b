public import Decoding
public import Events

/// The counters of the run, only those that an enabled rule reads. Bounded.
public struct RunTotals {
  /// The times of past events, the oldest first.
  struct Times {
    private static let limit = 20_000
    private var times: [Int64] = []

    mutating func add(_ time: Int64) {
      if times.count >= Self.limit { times.removeFirst(Self.limit / 2) }
      times.append(time)
    }

    /// The number of events since a time.
    func count(since start: Int64) -> Int {
      var low = 0
      var high = times.count
      while low < high {
        let middle = (low + high) / 2
        if times[middle] < start { low = middle + 1 } else { high = middle }
      }
      return times.count - low
    }
  }

  /// Distinct values with the time of their last occurrence.
  private struct Recent<Thing: Hashable> {
    private static var limit: Int { 4096 }
    private var seen: [Thing: Int64] = [:]

    var count: Int { seen.count }

    mutating func add(_ thing: Thing, _ time: Int64) {
      if seen.count >= Self.limit, seen[thing] == nil { seen.removeAll() }
      seen[thing] = time
    }

    func count(since start: Int64) -> Int { seen.values.count { $0 >= start } }
  }

  /// The recent values of each subject; one capacity for all subjects.
  private struct RecentBySubject<Subject: Hashable, Thing: Hashable> {
    private static var limit: Int { 100_000 }
    private var things: [Subject: Recent<Thing>] = [:]
    private var count = 0
    /// The number of entries evicted at capacity.
    public private(set) var lost = 0

    mutating func add(_ thing: Thing, of subject: Subject, _ time: Int64) {
      if count >= Self.limit {
        things.removeAll()
        lost += count
        count = 0
      }
      let before = things[subject]?.count ?? 0
      things[subject, default: Recent()].add(thing, time)
      let change = (things[subject]?.count ?? 0) - before
      if change < 0 { lost -= change }
      count += change
    }

    func count(of subject: Subject, since start: Int64) -> Int {
      things[subject]?.count(since: start) ?? 0
    }
  }

  /// Names by their domains.
  private struct NameSets {
    private static let mostOfDomain = 1000
    private static let limit = 20_000
    private var names: [String: Set<String>] = [:]
    private var count = 0
    /// The number of names dropped at capacity (may be counted twice).
    public private(set) var lost = 0

    mutating func add(_ name: String, in domain: String) {
      guard names[domain]?.contains(name) != true else { return }
      guard count < Self.limit, number(in: domain) < Self.mostOfDomain else {
        lost += 1
        return
      }
      names[domain, default: []].insert(name)
      count += 1
    }

    func number(in domain: String) -> Int { names[domain]?.count ?? 0 }
  }

  private struct Target: Hashable {
    let program: String
    let address: IPAddress
  }

  private struct Service: Hashable {
    let program: String
    let port: UInt16
  }

  private static let limit = 100_000
  /// The contacted addresses, numbered from 1 in the order of their first contact.
  private var addresses: [IPAddress: Int] = [:]
  private var ports = RecentBySubject<Target, UInt16>()
  private var hosts = RecentBySubject<Service, IPAddress>()
  private var starts = Times()
  private var deletions: [String: Times] = [:]
  /// The directories that each program has listed, as hashes, numbered from 1.
  private var directories: [String: [Int: Int]] = [:]
  private var directoryCount = 0
  private var acceptors: Set<ProcessID> = []
  /// The paths whose access processes have checked, as hashes, since a path may be long.
  private var checked: [ProcessID: [Int]] = [:]
  private var unusualNames = NameSets()
  private var bulkNames = NameSets()
  /// Entries dropped at capacity (may be counted twice).
  private var missed = 0
  /// The kinds of credentials of raised alerts.
  public private(set) var credentialKinds: Set<String> = []
  /// The watch for encrypted files.
  public var encryption: EncryptionWatch

  /// Counters at zero.
  ///
  /// - Parameter inspector: reads files.
  public init(_ inspector: any ProcessInspecting) { encryption = EncryptionWatch(inspector) }

  /// The number of entries evicted or dropped at capacity.
  public var lost: Int {
    missed + ports.lost + hosts.lost + unusualNames.lost + bulkNames.lost + encryption.lost
  }

  /// Inserts a value into a set; returns the number of values dropped at capacity.
  private static func keep<Thing: Hashable>(_ thing: Thing, in set: inout Set<Thing>) -> Int {
    guard set.count >= limit else {
      set.insert(thing)
      return 0
    }
    return set.contains(thing) ? 0 : 1
  }

  // MARK: Endpoints

  /// The number of distinct addresses of other machines that the run had contacted when it first
  /// contacted an address, this one included; nil for an address without contact.
  ///
  /// So a contact with a known address does not accuse the program that makes it.
  public func destinations(upTo address: IPAddress) -> Int? { addresses[address] }

  /// Notes that a program sends or connects to an address.
  public mutating func note(
    _ address: IPAddress, _ port: UInt16, by program: String, at time: Int64
  ) {
    guard !address.isLoopback else { return }
    if port != 53, addresses[address] == nil {
      if addresses.count < Self.limit {
        addresses[address] = addresses.count + 1
      } else {
        missed += 1
      }
    }
    ports.add(port, of: Target(program: program, address: address), time)
    hosts.add(address, of: Service(program: program, port: port), time)
  }

  /// The number of a host's ports that a program has tried since a time.
  public func ports(of address: IPAddress, by program: String, since start: Int64) -> Int {
    ports.count(of: Target(program: program, address: address), since: start)
  }

  /// The number of hosts that a program has tried on a port since a time.
  public func hosts(on port: UInt16, by program: String, since start: Int64) -> Int {
    hosts.count(of: Service(program: program, port: port), since: start)
  }

  // MARK: Names

  /// Notes a DNS question.
  public mutating func note(_ question: DNSQuestion) {
    if question.looksLikeData { unusualNames.add(question.name, in: question.domain) }
    if question.type == "TXT" || question.type == "NULL" {
      bulkNames.add(question.name, in: question.domain)
    }
  }

  /// The number of names below a domain that look like encoded data.
  public func unusualNames(in domain: String) -> Int { unusualNames.number(in: domain) }

  /// The number of names below a domain in questions of bulky record types.
  public func bulkNames(in domain: String) -> Int { bulkNames.number(in: domain) }

  // MARK: Processes

  /// Notes that a process has started.
  public mutating func noteStart(at time: Int64) { starts.add(time) }

  /// Processes a second during the last ten.
  public func processRate(at time: Int64) -> Int { starts.count(since: time - 10_000_000_000) / 10 }

  /// Notes that a process accepts connections.
  public mutating func noteAccept(_ process: ProcessID) {
    missed += Self.keep(process, in: &acceptors)
  }

  /// Whether a process has accepted connections.
  public func hasAccepted(_ process: ProcessID) -> Bool { acceptors.contains(process) }

  // MARK: Files

  /// Notes that a program deletes a file.
  public mutating func noteDeletion(by program: String, at time: Int64) {
    if deletions.count >= 4096, deletions[program] == nil {
      missed += deletions.count
      deletions.removeAll()
    }
    deletions[program, default: Times()].add(time)
  }

  /// The number of files that a program has deleted since a time.
  public func deletions(by program: String, since start: Int64) -> Int {
    deletions[program]?.count(since: start) ?? 0
  }

  /// Notes that a program lists a directory.
  ///
  /// - Returns: the number of distinct directories that the program had listed when it first listed
  ///   this one, this one included; nil beyond the capacity.
  public mutating func noteDirectory(_ path: [UInt8], by program: String) -> Int? {
    let hash = path.hashValue
    if let number = directories[program]?[hash] { return number }
    guard directoryCount < Self.limit else {
      missed += 1
      return nil
    }
    directoryCount += 1
    let number = (directories[program]?.count ?? 0) + 1
    directories[program, default: [:]][hash] = number
    return number
  }

  /// Notes that a process checked the access to a file. Only the last few count.
  public mutating func noteCheck(_ path: [UInt8], by process: ProcessID) {
    var known = checked[process] ?? []
    if known.count >= 16 { known.removeFirst() }
    known.append(path.hashValue)
    if checked.count >= 4096, checked[process] == nil { checked.removeAll() }
    checked[process] = known
  }

  /// Whether a process has recently checked the access to a file.
  public func isChecked(_ path: [UInt8], by process: ProcessID) -> Bool {
    checked[process]?.contains(path.hashValue) ?? false
  }

  /// Notes a kind of credentials.
  ///
  /// - Returns: whether the kind is new.
  public mutating func noteCredential(_ kind: String) -> Bool {
    credentialKinds.insert(kind).inserted
  }
}
