public import ArgumentParser
public import BenefitsExchange
public import BenefitsModel

extension DateOrder: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
extension Delimiter: ExpressibleByArgument {}
