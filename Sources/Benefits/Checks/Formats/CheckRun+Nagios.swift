import BenefitsModel

extension CheckRun {
  /// Returns the run as the one line of a Nagios plugin: the state, the counts, and the numbers behind a `|`.
  ///
  /// The state is the worst of CRITICAL (a breach that fails), WARNING (another breach), UNKNOWN (something could
  /// not be evaluated, or nothing was checked) and OK, in this order. The form is that of the plugin guidelines of
  /// the Monitoring Plugins project: `label=value;warn;crit;min;max`.
  ///
  /// - Returns: One line with a line feed.
  public func nagios() -> String {
    let failing = results.count { fails($0) }
    let warning = results.count {
      ($0.outcome == .fail || $0.outcome == .warn) && $0.severity != .info && !fails($0)
    }
    let unknown = counts[.unknown]
    let state =
      failing > 0
      ? "CRITICAL" : warning > 0 ? "WARNING" : unknown > 0 || counts.checked == 0 ? "UNKNOWN" : "OK"
    var out = "BENEFITS \(state) - \(failing) fail, \(warning) warn, \(unknown) unknown"
    out += " of \(counts.total)"
    out += " | fail=\(failing);;0;0 warn=\(warning);0;;0 unknown=\(unknown);;;0"
    if let realised = meanRealised {
      out += " realised_pct=\(Numeral.fixed(realised, decimals: 0));75:;50:;0;100"
    }
    return out + "\n"
  }
}
