import Events
import Foundation
import Testing

@testable import Reports

/// The page in a real browser, driven by Browser/check.py.
@Suite(
  .serialized,
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"),
    "chromium is not installed"))
struct BrowserTests {
  /// A folder that is deleted with the test.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "dftrace-pages-\(UUID().uuidString)")

    init() throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a run's page.
    func write(_ run: SampleRun, _ name: String) throws -> String {
      let file = url.appending(path: name + ".html")
      try Data(run.written(.html)).write(to: file)
      return file.path
    }
  }

  /// Has pages checked, and expects no finding.
  private func expectNothing(_ mode: String, _ files: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Browser/check.py").path
    // Without -B it would leave its compiled modules in the checkout.
    process.arguments = ["-B", script, mode] + files
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let found = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && found.isEmpty, "\(found)\(said)")
  }

  @Test(.timeLimit(.minutes(15))) func aReaderCanUseThePage() throws {
    let folder = try Folder()
    try expectNothing("whole", [try folder.write(.build, "build")])
    try picture(folder)
  }

  @Test(.timeLimit(.minutes(15))) func textsOfTheRunStayTexts() throws {
    let folder = try Folder()
    let files = try SampleRun.injections.enumerated().map {
      try folder.write(.saying($0.element), "injected-\($0.offset)")
    }
    try expectNothing("safe", files)
  }

  /// What is hostile has to be as good to use as what is not.
  @Test(.timeLimit(.minutes(15)), arguments: [1, 9]) func aHostilePageCanBeUsed(_ index: Int) throws
  {
    let folder = try Folder()
    var run = SampleRun.build
    let hostile = SampleRun.saying(SampleRun.injections[index])
    run.start = hostile.start
    run.alerts += hostile.alerts
    run.summary.inventory = hostile.summary.inventory
    run.summary.blindSpots = hostile.summary.blindSpots
    run.summary.processTree += hostile.summary.processTree
    try expectNothing("whole", [try folder.write(run, "hostile")])
  }

  @Test(.timeLimit(.minutes(15))) func aHugePageIsNoBurden() throws {
    let folder = try Folder()
    try expectNothing("safe", [try folder.write(.huge, "huge")])
  }

  /// With DFTRACE_PICTURES=FOLDER what the pages look like is left there.
  private func picture(_ folder: Folder) throws {
    guard let target = ProcessInfo.processInfo.environment["DFTRACE_PICTURES"] else { return }
    for (name, run) in [("build", SampleRun.build), ("hostile", .saying(SampleRun.injections[1]))] {
      try expectNothing("picture", [try folder.write(run, name), target])
      try Data(run.written(.html)).write(to: URL(filePath: target).appending(path: name + ".html"))
    }
  }
}
