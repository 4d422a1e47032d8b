public import Decoding
public import Events

/// What is counted over the whole run: only what an enabled rule asks for. Bounded.
public struct RunTotals {
  /// Things that happened at their times, the oldest first.
  struct Times {
    private static let limit = 20_000
    private var times: [Int64] = []

    mutating func add(_ time: Int64) {
      if times.count >= Self.limit { times.removeFirst(Self.limit / 2) }
      times.append(time)
    }

    /// How many happened from a time on.
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

  /// Distinct things with the time of the last sight.
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

  /// What each of some subjects had to do with lately, all of them together bounded.
  private struct RecentBySubject<Subject: Hashable, Thing: Hashable> {
    private static var limit: Int { 100_000 }
    private var things: [Subject: Recent<Thing>] = [:]
    private var count = 0
    /// How many were forgotten to make room.
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
    /// How many could not be kept, some of them more than once.
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
  private var addresses: Set<IPAddress> = []
  private var ports = RecentBySubject<Target, UInt16>()
  private var hosts = RecentBySubject<Service, IPAddress>()
  private var starts = Times()
  private var deletions = Times()
  private var directories: Set<Int> = []
  private var acceptors: Set<ProcessID> = []
  /// The paths that processes have asked about, by their hashes: a path may be long.
  private var checked: [ProcessID: [Int]] = [:]
  private var unusualNames = NameSets()
  private var bulkNames = NameSets()
  /// Things beyond a bound, some of them counted more than once.
  private var missed = 0
  /// The kinds of credentials that alerts were raised about.
  public private(set) var credentialKinds: Set<String> = []
  /// Files that are watched for being encrypted.
  public var encryption: EncryptionWatch

  /// Nothing counted yet.
  ///
  /// - Parameter inspector: how files are looked at.
  public init(_ inspector: any ProcessInspecting) { encryption = EncryptionWatch(inspector) }

  /// What was forgotten or not kept, since there was too much of it.
  public var lost: Int { missed + ports.lost + hosts.lost + unusualNames.lost + bulkNames.lost }

  /// Puts something into a set; answers how many there was no room for.
  private static func keep<Thing: Hashable>(_ thing: Thing, in set: inout Set<Thing>) -> Int {
    guard set.count >= limit else {
      set.insert(thing)
      return 0
    }
    return set.contains(thing) ? 0 : 1
  }

  // MARK: Endpoints

  /// How many distinct addresses outside this machine were tried.
  public var destinations: Int { addresses.count }

  /// Notes that a program sends or connects to an address.
  public mutating func note(
    _ address: IPAddress, _ port: UInt16, by program: String, at time: Int64
  ) {
    guard !address.isLoopback else { return }
    if port != 53 { missed += Self.keep(address, in: &addresses) }
    ports.add(port, of: Target(program: program, address: address), time)
    hosts.add(address, of: Service(program: program, port: port), time)
  }

  /// How many ports of a host a program has tried since a time.
  public func ports(of address: IPAddress, by program: String, since start: Int64) -> Int {
    ports.count(of: Target(program: program, address: address), since: start)
  }

  /// How many hosts a program has tried on a port since a time.
  public func hosts(on port: UInt16, by program: String, since start: Int64) -> Int {
    hosts.count(of: Service(program: program, port: port), since: start)
  }

  // MARK: Names

  /// Notes what a message of the name service asks for.
  public mutating func note(_ question: DNSQuestion) {
    if question.looksLikeData { unusualNames.add(question.name, in: question.domain) }
    if question.type == "TXT" || question.type == "NULL" {
      bulkNames.add(question.name, in: question.domain)
    }
  }

  /// How many names below a domain look like data.
  public func unusualNames(in domain: String) -> Int { unusualNames.number(in: domain) }

  /// How many names below a domain were asked for with a bulky record type.
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

  /// Notes a deletion.
  public mutating func noteDeletion(at time: Int64) { deletions.add(time) }

  /// How many deletions there were since a time.
  public func deletions(since start: Int64) -> Int { deletions.count(since: start) }

  /// How many distinct directories were opened.
  public var directoriesListed: Int { directories.count }

  /// Notes that a directory was listed.
  public mutating func noteDirectory(_ path: [UInt8]) {
    missed += Self.keep(path.hashValue, in: &directories)
  }

  /// Notes that a process asked whether it may use a file. The last few count.
  public mutating func noteCheck(_ path: [UInt8], by process: ProcessID) {
    var known = checked[process] ?? []
    if known.count >= 16 { known.removeFirst() }
    known.append(path.hashValue)
    if checked.count >= 4096, checked[process] == nil { checked.removeAll() }
    checked[process] = known
  }

  /// Whether a process has asked lately for access to a file.
  public func isChecked(_ path: [UInt8], by process: ProcessID) -> Bool {
    checked[process]?.contains(path.hashValue) ?? false
  }

  /// Notes a kind of credentials.
  ///
  /// - Returns: whether it is a new one.
  public mutating func noteCredential(_ kind: String) -> Bool {
    credentialKinds.insert(kind).inserted
  }
}
