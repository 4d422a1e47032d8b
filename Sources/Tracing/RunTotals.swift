internal import Decoding
internal import Events

/// What is counted over the whole run: only what an enabled rule asks for. Bounded.
struct RunTotals {
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

    mutating func add(_ thing: Thing, _ time: Int64) {
      if seen.count >= Self.limit, seen[thing] == nil { seen.removeAll(keepingCapacity: true) }
      seen[thing] = time
    }

    func count(since start: Int64) -> Int { seen.values.count { $0 >= start } }
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
  private var ports: [Target: Recent<UInt16>] = [:]
  private var hosts: [Service: Recent<IPAddress>] = [:]
  private var starts = Times()
  private var deletions = Times()
  private var directories: Set<Int> = []
  private var acceptors: Set<Int32> = []
  private var checked: [Int32: [[UInt8]]] = [:]
  private var unusualNames: [String: Set<String>] = [:]
  private var bulkNames: [String: Set<String>] = [:]
  /// The kinds of credentials that alerts were raised about.
  private(set) var credentialKinds: Set<String> = []
  var encryption = EncryptionWatch()

  // MARK: Destinations

  /// How many distinct addresses outside this machine were tried.
  var destinations: Int { addresses.count }

  /// Notes that a program sends or connects to an address.
  mutating func note(_ address: IPAddress, _ port: UInt16, by program: String, at time: Int64) {
    if !address.isLoopback, port != 53, addresses.count < Self.limit { addresses.insert(address) }
    guard !address.isLoopback else { return }
    if ports.count >= 4096 { ports.removeAll() }
    if hosts.count >= 4096 { hosts.removeAll() }
    ports[Target(program: program, address: address), default: Recent()].add(port, time)
    hosts[Service(program: program, port: port), default: Recent()].add(address, time)
  }

  /// How many ports of a host a program has tried since a time.
  func ports(of address: IPAddress, by program: String, since start: Int64) -> Int {
    ports[Target(program: program, address: address)]?.count(since: start) ?? 0
  }

  /// How many hosts a program has tried on a port since a time.
  func hosts(on port: UInt16, by program: String, since start: Int64) -> Int {
    hosts[Service(program: program, port: port)]?.count(since: start) ?? 0
  }

  // MARK: Names

  /// Notes what a message of the name service asks for.
  mutating func note(_ question: DNSQuestion) {
    func add(_ memory: inout [String: Set<String>]) {
      guard memory.count < 1000 || memory[question.domain] != nil,
        memory[question.domain, default: []].count < 1000
      else { return }
      memory[question.domain, default: []].insert(question.name)
    }
    if question.looksLikeData { add(&unusualNames) }
    if question.type == "TXT" || question.type == "NULL" { add(&bulkNames) }
  }

  func unusualNames(in domain: String) -> Int { unusualNames[domain]?.count ?? 0 }

  func bulkNames(in domain: String) -> Int { bulkNames[domain]?.count ?? 0 }

  // MARK: Processes

  mutating func noteStart(at time: Int64) { starts.add(time) }

  /// Processes a second during the last ten.
  func processRate(at time: Int64) -> Int { starts.count(since: time - 10_000_000_000) / 10 }

  mutating func noteAccept(_ process: Int32) {
    if acceptors.count < Self.limit { acceptors.insert(process) }
  }

  func hasAccepted(_ process: Int32) -> Bool { acceptors.contains(process) }

  // MARK: Files

  mutating func noteDeletion(at time: Int64) { deletions.add(time) }

  func deletions(since start: Int64) -> Int { deletions.count(since: start) }

  /// How many distinct directories were opened.
  var directoriesListed: Int { directories.count }

  mutating func noteDirectory(_ path: [UInt8]) {
    if directories.count < Self.limit { directories.insert(path.hashValue) }
  }

  /// Notes that a process asked whether it may use a file. The last few count.
  mutating func noteCheck(_ path: [UInt8], by process: Int32) {
    var known = checked[process] ?? []
    if known.count >= 16 { known.removeFirst() }
    known.append(path)
    if checked.count >= 4096, checked[process] == nil { checked.removeAll() }
    checked[process] = known
  }

  func isChecked(_ path: [UInt8], by process: Int32) -> Bool {
    checked[process]?.contains(path) ?? false
  }

  /// Notes a kind of credentials.
  ///
  /// - Returns: whether it is a new one.
  mutating func noteCredential(_ kind: String) -> Bool { credentialKinds.insert(kind).inserted }
}
