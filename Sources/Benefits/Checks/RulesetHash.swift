import BenefitsModel

/// A fingerprint of the rules and the policy of a run, which tells two runs apart that were judged differently.
///
/// It is FNV-1a of 64 bits (Fowler, Noll and Vo): enough to see a change, no proof against forgery.
struct RulesetHash {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init(checks: [Check], policy: CheckPolicy) {
    for check in checks {
      add([check.id, check.breach] + check.severities.map(\.rawValue))
    }
    add([policy.profile.rawValue, policy.failOn?.rawValue ?? "-"])
    add(policy.consecutive.flatMap { [$0.checks.text, String($0.periods)] })
    add([policy.sustain.periods, policy.sustain.window, policy.levelPoints].map(String.init))
    for rule in policy.rules {
      add([
        rule.checks.text, rule.select?.text ?? "-", rule.severity?.rawValue ?? "-",
        rule.consecutive.map(String.init) ?? "-",
      ])
      for threshold in CheckThreshold.allCases {
        add([rule.thresholds[threshold].map(Numeral.shortest) ?? "-"])
      }
    }
  }

  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ texts: [String]) {
    for text in texts {
      for byte in text.utf8 { add(byte) }
      add(0)
    }
  }

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
