public import BenefitsAnalytics
public import BenefitsCharts
public import BenefitsChecks
public import BenefitsModel
public import BenefitsTerminal

// The words of these options are those of the plan file and of machine output.

extension Direction: ChoiceArgument {}
extension CheckExit.Style: ChoiceArgument {}
extension CheckPolicy.Profile: ChoiceArgument {}
extension CheckSeverity: ChoiceArgument {}
extension MeasureKind: ChoiceArgument {}
extension ChartColours: ChoiceArgument {}
extension ChartKind: ChoiceArgument {}
extension RuleSet.Name: ChoiceArgument {}
extension RuleSet.Conflict: ChoiceArgument {}
extension RebaseSuggestion.Convention: ChoiceArgument {}
extension RebaseSuggestion.Side: ChoiceArgument {}
