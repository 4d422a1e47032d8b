import Catalogue
import Events
import Policies
import Testing

/// What the alerts of a run are learnt as.
@Suite struct PolicyCandidatesTests {
  private static func alert(_ id: String, _ object: String, condition: String? = nil) -> Alert {
    var alert = Alert(
      id: id, priority: .p3, category: .file, title: "", message: "", time: 0, count: 1,
      fingerprint: "0", isNew: true, suppression: nil, policy: "", app: "", component: nil,
      process: AlertProcess(
        pid: 1, ppid: 0, exe: "/bin/a", argv: [], cwd: "/", uid: 0, euid: 0, ancestors: []),
      event: AlertEvent(type: "open", result: 0, errno: nil, level: .returned, arguments: []),
      evidence: [], why: [], tags: AlertTags(), remedy: "")
    alert.object = object
    alert.exception = condition.map { ExceptionFacts(alert: id, condition: $0, reason: "") }
    return alert
  }

  private static func candidates(
    _ alerts: [Alert], destinations: [InventoryItem] = []
  ) -> PolicyCandidates {
    var inventory = Inventory()
    inventory.destinations = destinations
    return PolicyCandidates(
      alerts, inventory, catalogue: Catalogue.alerts, workspace: Array("/srv/shop".utf8))
  }

  private static func learnt(_ id: String, _ object: String) -> [LearnedSettings.List: Set<String>]
  {
    candidates([alert(id, object, condition: "proc.name = a")]).learnt.items
  }

  /// A directory that has too much below it is not allowed for one file.
  @Test(arguments: ["/etc/motd", "/x", "/home/ana/.profile", "/root/a", "/var/lib.txt", "/opt/a/b"])
  func fileInAWideDirectoryIsLearntAlone(_ path: String) {
    let learnt = Self.learnt("file-write-outside", path)
    #expect(learnt[.directories] == nil)
    #expect(learnt[.projectFiles]?.count == 1)
    #expect(learnt[.projectFiles]?.contains { $0.hasSuffix("/*") } == false)
  }

  @Test(
    arguments: [
      ("/var/lib/shop/data", "/var/lib/shop"), ("/opt/a/b/c", "/opt/a/b"), ("/tmp/x", "/tmp"),
      ("/run/lock/x", "/run/lock"), ("/dev/shm/x", "/dev/shm"), ("/var/tmp/x", "/var/tmp"),
    ])
  func otherDirectoryIsLearnt(_ path: String, _ directory: String) {
    let learnt = Self.learnt("file-write-outside", path)
    #expect(learnt[.directories] == [directory] && learnt[.projectFiles] == nil)
  }

  @Test func directoryOfTheProjectIsAPattern() {
    let learnt = Self.learnt("file-write-outside", "/srv/shop/out/a.o")
    #expect(learnt[.directories] == nil)
    #expect(learnt[.projectFiles]?.allSatisfy { $0.hasSuffix("out/*") } == true)
  }

  /// A port that the kernel chose is another one in the next run.
  @Test func portOfItsOwnIsLearnt() {
    let low = Self.candidates([Self.alert("network-unexpected-listener", "32767", condition: "c")])
    #expect(low.learnt.items == [.listeners: ["32767"]] && low.learnt.exceptions.isEmpty)
    let high = Self.candidates([Self.alert("network-unexpected-listener", "32768", condition: "c")])
    #expect(high.learnt.items.isEmpty && high.learnt.exceptions.count == 1)
  }

  @Test func destinationIsLearntByNameOrAddress() {
    let bare = Self.candidates([Self.alert("network-destination-not-allowed", "192.0.2.1:443")])
    #expect(bare.learnt.items == [.networks: ["192.0.2.1"], .ports: ["443"]])
    let named = Self.candidates(
      [Self.alert("network-destination-not-allowed", "2001:db8::1:443")],
      destinations: [.init(name: "[2001:db8::1]:443", hosts: ["h.example", "*.x"], count: 1)])
    #expect(named.learnt.items == [.hosts: ["h.example", "\\*.x"], .ports: ["443"]])
    let high = Self.candidates([
      Self.alert("network-destination-not-allowed", "192.0.2.1:32768", condition: "c")
    ])
    #expect(high.learnt.items == [.networks: ["192.0.2.1"]])
    #expect(high.learnt.exceptions == [.init(alert: "network-destination-not-allowed", when: "c")])
  }

  @Test func programAndLibraryAreLearnt() {
    #expect(Self.learnt("process-not-allowed", "/usr/bin/cc") == [.programs: ["/usr/bin/cc"]])
    #expect(
      Self.learnt("library-from-unusual-path", "/opt/x/lib.so") == [.libraries: ["/opt/x/*"]])
  }

  @Test func otherAlertIsExcused() {
    let candidates = Self.candidates([
      Self.alert("file-log-removed", "/var/log/a", condition: "fd.name = /var/log/a"),
      Self.alert("process-secret", "x", condition: "proc.args = '--password=abc'"),
      Self.alert("without-condition", "x"),
    ])
    #expect(candidates.learnt.items.isEmpty)
    #expect(
      candidates.learnt.exceptions == [
        .init(alert: "file-log-removed", when: "fd.name = /var/log/a")
      ])
    #expect(candidates.secret == ["process-secret"])
  }

  @Test func suppressedAlertTeachesNothing() {
    var alert = Self.alert("process-not-allowed", "/usr/bin/cc")
    alert.suppression = "known"
    #expect(Self.candidates([alert]).learnt.items.isEmpty)
  }
}
