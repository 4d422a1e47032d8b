import JSON
import Text
import Catalogue
import Events
import Rules
import Detection

@testable import Policies

private let today = CalendarDate(secondsSinceEpoch: 1_795_478_400)

/// A few alerts of each kind of criterion: to compile all of them would leave time for few inputs.
private let alerts: [AlertDefinition] = {
  let names: Set<String> = [
    "file-ssh-key-read", "network-restricted-country", "process-not-allowed", "file-mass-deletion",
    "memory-executable-stack", "network-unexpected-listener",
  ]
  return Catalogue.definitions.filter { names.contains($0.id) }
}()

private let builtInText =
  #"{"schemaVersion":1,"default":"standard","policies":[{"name":"standard","description":"x","#
  + #""failOn":"P1","alerts":{"*":{"enabled":true,"priority":"P1"}}}]}"#

private let builtIn = PolicyStore.readBuiltIn(Array(builtInText.utf8), today: today)

/// Files of which an input is one, or all that a project could have.
struct FakeFiles: FileStore {
  let content: [UInt8]
  var names: Set<String>

  func read(_ path: String) throws(FileError) -> [UInt8] {
    guard exists(path) else { throw .missing }
    return content
  }

  func exists(_ path: String) -> Bool { names.contains(path) }

  func names(in directory: String) -> [String] {
    names.filter { $0.hasPrefix(directory + "/") }
      .map { String($0.dropFirst(directory.utf8.count + 1).prefix { $0 != "/" }) }.sorted()
  }
}

func store(_ files: FakeFiles) -> PolicyStore {
  PolicyStore(
    catalogue: alerts, files: files, today: today, workingDirectory: "/work",
    savedDirectory: nil, configurationFile: "/config.json", builtIn: builtIn)
}

/// A policy file: what is wrong with it is told plainly; what is right is the same when it has been
/// written and read again.
func readPolicy(_ bytes: [UInt8]) throws {
  let path = "/work/policy.json"
  let policy: ResolvedPolicy
  do throws(DocumentError) {
    policy = try store(FakeFiles(content: bytes, names: [path])).load(path)
  } catch {
    try expectTold(error)
    return
  }
  let tree = JSONTree(try JSONReader.read(bytes, file: path))
  let again = try store(FakeFiles(content: tree.bytes, names: [path])).load(path)
  let difference = PolicyDifference(policy, again)
  try expect(
    difference.failOn == nil && difference.ioUring == nil && difference.alerts.isEmpty,
    "a policy is another when it is written: \(difference.lines)")
  for line in difference.lines { try expectPlain(line, "a difference") }
}

private func expectTold(_ error: DocumentError) throws {
  try expect(!error.problems.isEmpty, "refused without a reason")
  for problem in error.problems {
    try expectPlain("\(problem)", "a problem")
    if let place = problem.place { try expect(place.line > 0 && place.column > 0, "no place") }
  }
}

/// A baseline, the applications that were seen, or the user's settings: the same when written anew.
func readBaseline(_ bytes: [UInt8]) throws {
  try readTwice(bytes) { bytes throws(DocumentError) in try Baseline(bytes, file: "a").bytes }
  try readTwice(bytes) { bytes throws(DocumentError) in try ApplicationLog(bytes, file: "a").bytes }
  try readTwice(bytes) { bytes throws(DocumentError) in
    try PolicyConfiguration(bytes, file: "a").tree.bytes
  }
  if let noted = ApplicationLog.noting(application, in: bytes),
    (try? ApplicationLog(bytes, file: "apps.json")) != nil
  {
    do throws(DocumentError) { _ = try ApplicationLog(noted, file: "apps.json") } catch {
      throw FuzzFinding(description: "an application is noted wrongly: \(error.problems)")
    }
  }
}

/// Reads and writes a text, and what was written again.
private func readTwice(
  _ bytes: [UInt8], _ written: ([UInt8]) throws(DocumentError) -> [UInt8]
) throws {
  let once: [UInt8]
  do throws(DocumentError) { once = try written(bytes) } catch { return try expectTold(error) }
  let again: [UInt8]
  do throws(DocumentError) { again = try written(once) } catch {
    throw FuzzFinding(description: "what was written is refused: \(error.problems)")
  }
  try expect(again == once, "what was written is read as something else")
}

private let application = SeenApplication(
  name: "shop", policy: "standard", time: 1_795_478_400, verdict: "pass", status: 0)

/// The alerts above, ready to evaluate events by.
let standard: DetectionConfiguration? = {
  let files = FakeFiles(content: [], names: [])
  guard let policy = try? store(files).load("standard"), let rules = try? policy.alertRules()
  else { return nil }
  return DetectionConfiguration(
    program: policy.program, rules: rules, policy: policy.name, app: "shop", component: nil,
    workspace: Array("/work".utf8))
}()
