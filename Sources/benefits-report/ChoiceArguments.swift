public import ArgumentParser
public import BenefitsAnalytics
public import BenefitsCharts
public import BenefitsChecks
public import BenefitsModel

// The words of these options are those of the plan file and of machine output.

extension Direction: ExpressibleByArgument {}
extension CheckExit.Style: ExpressibleByArgument {}
extension CheckPolicy.Profile: ExpressibleByArgument {}
extension CheckSeverity: ExpressibleByArgument {}
extension MeasureKind: ExpressibleByArgument {}
extension ChartColours: ExpressibleByArgument {}
extension ChartKind: ExpressibleByArgument {}
extension RuleSet.Name: ExpressibleByArgument {}
extension RuleSet.Conflict: ExpressibleByArgument {}
extension RebaseSuggestion.Convention: ExpressibleByArgument {}
extension RebaseSuggestion.Side: ExpressibleByArgument {}
