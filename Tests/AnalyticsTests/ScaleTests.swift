import BenefitsAnalytics
import BenefitsModel
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An analysis of sixteen times as many points takes little more than sixteen times as long.
@Suite(.serialized) struct ScaleTests {
  struct Course: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var chart: ChartKind
    var rules: RuleSet.Name
    var freeze: Int?
    var value: @Sendable (Int) -> Double?
  }

  /// Noise, and what makes every rule mark every point.
  static let courses = [
    Course(testDescription: "noise", chart: .i, rules: .mdc) { Double(($0 &* 7919) % 1009) },
    Course(testDescription: "rising", chart: .i, rules: .nhsr) { Double($0) },
    Course(testDescription: "far from the line", chart: .i, rules: .mdc, freeze: 12) { index in
      index < 12 ? Double(index % 2) : 100 + Double(index % 3)
    },
    Course(testDescription: "just beyond two sigma", chart: .i, rules: .nhsr, freeze: 12) { index in
      index < 12 ? Double(index % 2) : 2.6
    },
    Course(testDescription: "gaps", chart: .run, rules: .perla) {
      $0.isMultiple(of: 2) ? nil : Double(($0 &* 7919) % 13)
    },
    Course(testDescription: "alternating", chart: .c, rules: .qicharts2) { Double($0 % 2) },
    Course(testDescription: "shares", chart: .pp, rules: .mdc) { Double(($0 &* 7919) % 100) },
  ]

  /// The processor time of this thread in seconds; what other tests do meanwhile is not in it.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func seconds(_ course: Course, count: Int) -> Double {
    let values = (0..<count).map(course.value)
    let denominators = course.chart.needsDenominators ? values.map { _ in Double?(100) } : nil
    return (0..<2).map { _ in
      let start = processorTime()
      let analysis = Analysis(
        series: "s", values: values, denominators: denominators,
        options: Analysis.Options(
          chart: course.chart, rules: RuleSet(course.rules), direction: .higher, target: 1,
          freeze: course.freeze))
      _ = analysis.json
      return processorTime() - start
    }.min() ?? 0
  }

  @Test(arguments: courses) func timeGrowsWithTheNumberOfPoints(course: Course) {
    let few = seconds(course, count: 1_000)
    let many = seconds(course, count: 16_000)
    // n log n takes 22 times as long, n² 256 times.
    #expect(many < 80 * few, "\(few) s, \(many) s")
  }
}
