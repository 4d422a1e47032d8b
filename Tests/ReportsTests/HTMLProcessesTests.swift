import Events
import Testing

@testable import Reports

@Suite struct HTMLProcessesTests {
  private static func process(
    _ pid: Int32, _ parent: Int?, _ exe: String = "/usr/bin/cc", start: Int64 = 0
  ) -> RunProcess {
    var process = RunProcess(pid: pid, parent: parent, exe: exe, argv: [exe], start: start)
    process.outcome = .exited(0)
    return process
  }

  private static func alerts(_ pids: [(pid: Int32, time: Int64)]) -> HTMLAlerts {
    var alerts = HTMLAlerts()
    for (index, place) in pids.enumerated() {
      var alert = Samples.country
      alert.fingerprint = String(index)
      (alert.process.pid, alert.time) = place
      alerts.add(alert)
    }
    return alerts
  }

  private static func shown(_ rows: [HTMLProcesses.Row]) -> [Int] { rows.compactMap(\.process) }

  @Test func eachStandsBelowItsParent() {
    let tree = [Self.process(1, nil), Self.process(2, 0), Self.process(3, 0), Self.process(4, 1)]
    let rows = HTMLProcesses(tree, HTMLAlerts()).rows(limit: 10, folding: true)
    #expect(Self.shown(rows) == [0, 1, 3, 2])
    #expect(rows.map(\.depth) == [0, 1, 2, 1])
    #expect(rows.map(\.parent) == [nil, 0, 1, 0])
  }

  @Test func manyAlikeAreFolded() {
    let tree = [Self.process(1, nil)] + (2...20).map { Self.process($0, 0) }
    let processes = HTMLProcesses(tree, HTMLAlerts())
    let rows = processes.rows(limit: 100, folding: true)
    #expect(Self.shown(rows) == [0, 1, 2, 3])
    #expect(rows.last?.words == "16 more cc like these")
    #expect(processes.rows(limit: 100, folding: false).count == 20)
  }

  @Test func oneWithAnAlertIsNotFolded() {
    let tree = [Self.process(1, nil)] + (2...20).map { Self.process($0, 0) }
    let rows = HTMLProcesses(tree, Self.alerts([(10, 0)])).rows(limit: 100, folding: true)
    #expect(Self.shown(rows) == [0, 1, 2, 3, 9, 10, 11, 12])
    #expect(rows.map(\.omitted).reduce(0, +) == 12)
  }

  @Test func alertsAreShownWhenThereIsNoRoomForAll() {
    let programs = (2...60).map { Self.process($0, 0, "/bin/\($0)") }
    let tree = [Self.process(1, nil)] + programs + [Self.process(99, 59, "/bin/last")]
    let rows = HTMLProcesses(tree, Self.alerts([(99, 0)])).rows(limit: 5, folding: true)
    #expect(Self.shown(rows) == [0, 1, 2, 59, 60])
    #expect(rows.last?.words == "56 more processes")
  }

  @Test func alertBelongsToTheProcessOfItsTime() {
    let tree = [
      Self.process(1, nil), Self.process(7, 0, start: 10), Self.process(7, 0, start: 20),
    ]
    let found = HTMLProcesses(tree, Self.alerts([(7, 15), (7, 25), (7, 26), (8, 0)])).found
    #expect(found[1]?.words == "P1")
    #expect(found[2]?.words == "P1 ×2")
    #expect(found.count == 2)
  }

  @Test func senselessParentsMakeRoots() {
    let tree = [Self.process(1, 1), Self.process(2, 1), Self.process(3, -4), Self.process(4, 99)]
    #expect(
      Self.shown(HTMLProcesses(tree, HTMLAlerts()).rows(limit: 9, folding: true)) == [0, 1, 2, 3])
  }
}
