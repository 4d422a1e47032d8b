import Events
import Kernel
import Policies
import Reports

extension LoadedPolicy {
  /// The facts of a run that reports receive before its first event.
  ///
  /// - Parameters:
  ///   - command: the command and its arguments.
  ///   - policy: the options that chose the policy.
  ///   - baseline: the options that chose the baseline.
  ///   - workspace: the project's directory.
  ///   - reporting: the outputs; their formats determine the facts to collect.
  func start(
    _ command: [String], policy: PolicyOptions, baseline: BaselineOptions, workspace: String?,
    reporting: Reporting
  ) -> RunStart {
    var start = RunStart(
      command: command, policy: name, policyOption: policy.policy, threshold: threshold)
    start.baseline = baseline.baseline
    start.version = Release.version
    start.workspace = workspace
    // The following takes longer than the start of most runs; text and JSON do not show it.
    guard reporting.isAny({ $0 != .text && $0 != .json }) else { return start }
    let places = places(workspace: workspace)
    start.place = places.place(ofCommand: command.first ?? "")
    if reporting.isAny(\.tellsCatalogue) { start.alerts = alertTexts(places) }
    return start
  }
}
