public import ArgumentParser
public import BenefitsModel

// The words of these options are those of the plan file and of machine output.

extension Direction: ExpressibleByArgument {}
