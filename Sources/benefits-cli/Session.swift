import BenefitsTerminal

/// The run of a command; the database has sessions of its own, which commands do not meet.
typealias Session = BenefitsTerminal.Session
