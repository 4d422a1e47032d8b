import Events
import Kernel
import Policies
import Reports

extension LoadedPolicy {
  /// What reports are told of a run before its first event.
  ///
  /// - Parameters:
  ///   - command: the command and its arguments.
  ///   - policy: the options that chose the policy.
  ///   - baseline: the options that chose the baseline.
  ///   - workspace: the project's directory.
  ///   - reporting: the outputs, which decide how much has to be gathered.
  func start(
    _ command: [String], policy: PolicyOptions, baseline: BaselineOptions, workspace: String?,
    reporting: Reporting
  ) -> RunStart {
    var start = RunStart(
      command: command, policy: name, policyOption: policy.policy, threshold: threshold)
    start.baseline = baseline.baseline
    start.version = Release.version
    start.workspace = workspace
    // What follows takes longer than most runs' start; nobody reads it in text or JSON.
    guard reporting.isAny({ $0 != .text && $0 != .json }) else { return start }
    let places = places(workspace: workspace)
    start.place = places.place(ofCommand: command.first ?? "")
    if reporting.isAny(\.tellsCatalogue) { start.alerts = alertTexts(places) }
    return start
  }
}
