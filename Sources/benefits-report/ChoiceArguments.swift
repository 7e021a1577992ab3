public import ArgumentParser
public import BenefitsChecks
public import BenefitsModel

// The words of these options are those of the plan file and of machine output.

extension Direction: ExpressibleByArgument {}
extension CheckPolicy.Profile: ExpressibleByArgument {}
extension CheckSeverity: ExpressibleByArgument {}
