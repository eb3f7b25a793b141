/// A person as a goAML report describes one. Empty where the report says nothing.
public struct GoAMLPerson: Sendable, Hashable {
    /// The line where the person begins.
    public var line = 0
    /// `M`, `F`, or the unit's code.
    public var gender = ""
    /// A title before the name.
    public var title = ""
    /// Given name.
    public var firstName = ""
    /// Names between the first and the last.
    public var middleName = ""
    /// A particle before the last name.
    public var prefix = ""
    /// Family name.
    public var lastName = ""
    /// Date of birth.
    public var birthDate: BankDate?
    /// Place of birth.
    public var birthPlace = ""
    /// The mother's name.
    public var mothersName = ""
    /// Another name.
    public var alias = ""
    /// A national number (`ssn`).
    public var nationalNumber = ""
    /// Passport number.
    public var passportNumber = ""
    /// The country that issued the passport.
    public var passportCountry = ""
    /// The number of an identity card.
    public var idNumber = ""
    /// Nationalities, as country codes, in the order given.
    public var nationalities: [String] = []
    /// Country of residence.
    public var residence = ""
    /// Telephones.
    public var phones: [GoAMLPhone] = []
    /// Addresses.
    public var addresses: [GoAMLAddress] = []
    /// Mail addresses.
    public var emails: [String] = []
    /// What the person does for a living.
    public var occupation = ""
    /// Who employs the person.
    public var employer = ""
    /// Documents that were shown.
    public var documents: [GoAMLDocument] = []
    /// Number at the tax office.
    public var taxNumber = ""
    /// Remarks.
    public var comments = ""

    /// An empty description, to be filled.
    public init() {}

    /// The names in the usual order, joined by spaces.
    public var name: String {
        [firstName, middleName, prefix, lastName].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// A company or another organisation as a goAML report describes one.
public struct GoAMLEntity: Sendable, Hashable {
    /// The line where the entity begins.
    public var line = 0
    /// The registered name.
    public var name = ""
    /// The name it trades under.
    public var commercialName = ""
    /// The legal form, in the unit's code.
    public var legalForm = ""
    /// The number in the register.
    public var registrationNumber = ""
    /// What it does.
    public var business = ""
    /// Telephones.
    public var phones: [GoAMLPhone] = []
    /// Addresses.
    public var addresses: [GoAMLAddress] = []
    /// Mail addresses.
    public var emails: [String] = []
    /// Address on the web.
    public var url = ""
    /// The province or state of the register.
    public var state = ""
    /// The country of the register.
    public var country = ""
    /// When it was registered.
    public var registrationDate: BankDate?
    /// Directors, and others who stand in a relation to it.
    public var directors: [GoAMLRelation] = []
    /// Number at the tax office.
    public var taxNumber = ""
    /// Remarks.
    public var comments = ""

    /// An empty description, to be filled.
    public init() {}
}

/// An account as a goAML report describes one.
public struct GoAMLAccount: Sendable, Hashable {
    /// The line where the account begins.
    public var line = 0
    /// The bank's name.
    public var institutionName = ""
    /// The bank's code in the country.
    public var institutionCode = ""
    /// The bank's BIC.
    public var swift = ""
    /// The branch.
    public var branch = ""
    /// The account number.
    public var number = ""
    /// The account's currency.
    public var currency = ""
    /// What the account is called.
    public var name = ""
    /// The IBAN.
    public var iban = ""
    /// The bank's number of the client.
    public var clientNumber = ""
    /// The kind of account, in the unit's code.
    public var type = ""
    /// The organisation that holds it.
    public var entity: GoAMLEntity?
    /// Those who sign for it.
    public var signatories: [GoAMLRelation] = []
    /// When it was opened.
    public var opened: BankDate?
    /// When it was closed.
    public var closed: BankDate?
    /// What stood on it, in its own currency.
    public var balance: Money?
    /// Its state, in the unit's code.
    public var status = ""
    /// In whose favour it is held.
    public var beneficiary = ""
    /// Remarks.
    public var comments = ""

    /// An empty description, to be filled.
    public init() {}
}

/// A person in relation to an account or an entity.
public struct GoAMLRelation: Sendable, Hashable {
    /// The person.
    public var person: GoAMLPerson
    /// The relation, in the unit's code.
    public var role: String
    /// Whether this is the first among several.
    public var isPrimary: Bool

    /// A relation.
    public init(person: GoAMLPerson, role: String = "", isPrimary: Bool = false) {
        self.person = person
        self.role = role
        self.isPrimary = isPrimary
    }
}

/// A telephone in a goAML report.
public struct GoAMLPhone: Sendable, Hashable {
    /// Private, business and so on, in the unit's code.
    public var contactType = ""
    /// Landline, mobile and so on, in the unit's code.
    public var communicationType = ""
    /// The country's prefix, as given.
    public var countryPrefix = ""
    /// The number, as given.
    public var number = ""
    /// The extension.
    public var `extension` = ""

    /// An empty description, to be filled.
    public init() {}
}

/// An address in a goAML report.
public struct GoAMLAddress: Sendable, Hashable {
    /// Private, business and so on, in the unit's code.
    public var type = ""
    /// Street and number.
    public var address = ""
    /// Town or quarter.
    public var town = ""
    /// City.
    public var city = ""
    /// Postal code.
    public var zip = ""
    /// Country code.
    public var country = ""
    /// Province or state.
    public var state = ""
    /// Remarks.
    public var comments = ""

    /// An empty description, to be filled.
    public init() {}
}

/// A document that a person showed.
public struct GoAMLDocument: Sendable, Hashable {
    /// The kind, in the unit's code.
    public var type = ""
    /// Its number.
    public var number = ""
    /// When it was issued.
    public var issued: BankDate?
    /// When it expires.
    public var expires: BankDate?
    /// Who issued it.
    public var issuer = ""
    /// The country that issued it.
    public var country = ""

    /// An empty description, to be filled.
    public init() {}
}
