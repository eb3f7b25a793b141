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

    static func identified(by schema: String) -> Identified? {
        switch schema {
        case "BankAccount": Identified(kind: .account, properties: ["iban", "accountNumber"], holders: [("holder", .account)])
        case "Vehicle": Identified(kind: .plate, properties: ["registrationNumber"], holders: [("owner", .plate)])
        case "Address": Identified(kind: .address, properties: ["full"], holders: [])
        case "Identification", "Passport":
            Identified(kind: .document, properties: ["number"], holders: [("holder", .document)])
        default: nil
        }
    }

    /// A schema that joins two entities: its two ends, from and to, and our link.
    struct Edge {
        var from: String
        var to: String
        var property: Property
    }

    static func edge(of schema: String) -> Edge? {
        switch schema {
        case "Directorship": Edge(from: "organization", to: "director", property: .director)
        case "Ownership": Edge(from: "asset", to: "owner", property: .owner)
        case "Employment": Edge(from: "employee", to: "employer", property: .employer)
        case "Family": Edge(from: "person", to: "relative", property: .family)
        case "Associate": Edge(from: "person", to: "associate", property: .associate)
        case "UnknownLink": Edge(from: "subject", to: "object", property: .associate)
        default: nil
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

    /// The schema that an entity of ours is written as, and the property that holds its identifier.
    static func schema(of kind: EntityKind) -> (schema: String, identifier: String?) {
        switch kind {
        case .person: ("Person", nil)
        case .company: ("Company", nil)
        case .organisation, .party: ("LegalEntity", nil)
        case .account: ("BankAccount", "accountNumber")
        case .plate, .vehicle: ("Vehicle", "registrationNumber")
        case .address: ("Address", "full")
        case .document: ("Identification", "number")
        case .site, .area, .checkpoint, .cell, .phone, .handset, .sim, .companyNumber, .email, .image: ("Thing", nil)
        case .report: ("Note", nil)
        }
    }

    /// A property of ours as FollowTheMoney's, for an entity of a schema.
    static func name(of property: Property, schema: String) -> String? {
        let isPerson = schema == "Person"
        return switch property {
        case .name: "name"
        case .alias: "alias"
        case .birthDate where isPerson: "birthDate"
        case .sex where isPerson: "gender"
        case .nationality where isPerson: "nationality"
        case .job where isPerson: "position"
        case .summary: "summary"
        case .country: "country"
        case .note: "notes"
        default: nil
        }
    }
}
