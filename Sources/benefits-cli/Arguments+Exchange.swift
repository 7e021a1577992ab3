public import BenefitsExchange
public import BenefitsModel
public import BenefitsTerminal

extension DateOrder: ChoiceArgument {}
extension TextEncoding: ChoiceArgument {}
extension Delimiter: ChoiceArgument {}
