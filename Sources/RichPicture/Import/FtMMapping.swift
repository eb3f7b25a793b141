/// FollowTheMoney's schemata and properties in our terms, for reading and writing alike.
enum FtMMapping {
    /// The kind of a schema that stands for itself; `nil` for identifiers and links.
    static func kind(of schema: String) -> EntityKind? {
        switch schema {
        case "Person": .person
        case "Company": .company
        case "Organization", "LegalEntity", "PublicBody": .organisation
        case "RealEstate", "Thing", "Asset": .site
        case "Note", "Document", "PlainText", "Article", "Event": .report
        default: nil
        }
    }

    /// A schema that is an identifier: the properties that hold it, and who holds it.
    struct Identified {
        var kind: EntityKind
        var properties: [String]
        var holders: [(String, Property)]
    }

    /// - Parameter service: what a user account is an account of; ours are numbers and handsets.
    static func identified(by schema: String, service: String?) -> Identified? {
        switch schema {
        case "UserAccount": account(of: service)
        case "BankAccount":
            Identified(kind: .account, properties: ["iban", "accountNumber"], holders: [("holder", .account)])
        case "Vehicle": Identified(kind: .plate, properties: ["registrationNumber"], holders: [("owner", .plate)])
        case "Address": Identified(kind: .address, properties: ["full"], holders: [])
        case "Identification", "Passport":
            Identified(kind: .document, properties: ["number"], holders: [("holder", .document)])
        default: nil
        }
    }

    // A user account is what we write a number as that has no schema of its own.
    private static func account(of service: String?) -> Identified? {
        switch service.flatMap(EntityKind.init(name:)) {
        case .phone: Identified(kind: .phone, properties: ["username", "phone"], holders: [("owner", .phone)])
        case .email: Identified(kind: .email, properties: ["username", "email"], holders: [("owner", .email)])
        case .handset: Identified(kind: .handset, properties: ["username"], holders: [("owner", .handset)])
        case .sim: Identified(kind: .sim, properties: ["username"], holders: [("owner", .sim)])
        default: nil
        }
    }

    /// A schema that joins two entities: its two ends, from and to, and our link.
    struct Edge {
        var from: String
        var to: String
        var property: Property
    }

    /// - Parameter role: the part that one end plays; ours is the name of our link.
    static func edge(of schema: String, role: String?) -> Edge? {
        let link = role.flatMap(Property.init(name:)).flatMap { $0.isLink ? $0 : nil }
        return switch schema {
        case "Ownership" where link == .account: Edge(from: "owner", to: "asset", property: .account)
        case "Directorship": Edge(from: "organization", to: "director", property: .director)
        case "Ownership": Edge(from: "asset", to: "owner", property: .owner)
        case "Employment": Edge(from: "employee", to: "employer", property: .employer)
        case "Family": Edge(from: "person", to: "relative", property: .family)
        case "Associate": Edge(from: "person", to: "associate", property: .associate)
        case "UnknownLink": Edge(from: "subject", to: "object", property: link ?? .associate)
        default: nil
        }
    }

    /// A schema that is an event between two entities.
    static func event(of schema: String) -> EventKind? {
        switch schema {
        case "Payment": .transfer
        case "Call": .call
        case "Message": .message
        default: nil
        }
    }

    /// The properties that name the two ends of an event, the better first.
    static func ends(of kind: EventKind) -> [[String]] {
        switch kind {
        case .transfer: [["payerAccount", "payer"], ["beneficiaryAccount", "beneficiary"]]
        case .call: [["callerNumber", "caller"], ["receiverNumber", "receiver"]]
        case .message: [["senderAccount", "sender"], ["recipientAccount", "recipients"]]
        case .sighting, .stay: []
        }
    }

    /// A property that holds an identifier of its entity, as our link and the identifier's kind.
    static func identifier(_ property: String, _ schema: String) -> (Property, EntityKind)? {
        switch property {
        case "phone": (.phone, .phone)
        case "email": (.email, .email)
        case "address": (.address, .address)
        case "registrationNumber" where schema != "Person": (.companyNumber, .companyNumber)
        case "passportNumber", "idNumber": (.document, .document)
        default: nil
        }
    }

    /// A property with a text, as ours; `nil` for those that are kept as notes.
    static func property(_ name: String) -> Property? {
        switch name {
        case "name": .name
        case "alias", "weakAlias", "previousName": .alias
        case "birthDate": .birthDate
        case "gender": .sex
        case "nationality", "citizenship": .nationality
        case "position": .job
        case "notes", "description", "bodyText": .note
        case "summary": .summary
        case "country", "jurisdiction": .country
        case "incorporationDate": .registeredOn
        case "type", "classification": .kind
        case "startDate", "date": .startDate
        case "endDate": .endDate
        case "status": .status
        default: nil
        }
    }
}
