// How ours is written as FollowTheMoney. Values that it would drop in silence (a phone number that no plan knows, a
// nationality that is no country) go where any text may stand.

extension FtMMapping {
    /// The schema that an entity of ours is written as, and the property that holds its identifier.
    static func schema(of kind: EntityKind) -> (schema: String, identifier: String?) {
        switch kind {
        case .person: ("Person", nil)
        case .company: ("Company", nil)
        case .organisation, .party: ("LegalEntity", nil)
        case .companyNumber: ("LegalEntity", "registrationNumber")
        case .account: ("BankAccount", "accountNumber")
        case .plate, .vehicle: ("Vehicle", "registrationNumber")
        case .address, .checkpoint, .cell, .area: ("Address", "full")
        case .site: ("RealEstate", nil)
        case .document: ("Identification", "number")
        case .report: ("Note", nil)
        case .image: ("Image", "fileName")
        case .phone, .handset, .sim, .email: ("UserAccount", "username")
        }
    }

    /// Whether an entity of ours is a person or an organisation in FollowTheMoney's eyes.
    static func isLegalEntity(_ kind: EntityKind) -> Bool {
        [.person, .company, .organisation, .party, .companyNumber].contains(kind)
    }

    /// The schema of an event.
    static func schema(of kind: EventKind) -> String {
        switch kind {
        case .call: "Call"
        case .message: "Message"
        case .transfer: "Payment"
        case .sighting, .stay: "Event"
        }
    }

    /// The values that say which identifier an entity is.
    ///
    /// - Parameters:
    ///   - key: the normalised value, with its country before a colon.
    ///   - caption: what to call it.
    static func identity(of kind: EntityKind, _ key: String, _ caption: String) -> [(String, String)] {
        let (schema, property) = schema(of: kind)
        guard let property else { return [] }
        let (country, number) = split(key)
        // A Thai plate has its province behind it.
        let value = kind == .plate ? number.replacing(":", with: " ") : number
        switch schema {
        case "UserAccount": return [(property, kind == .phone ? phoneText(key) : value), ("service", kind.name)]
        case "Address": return kind == .address ? [(property, caption)] : [(property, "\(kind.name) \(caption)")]
        case "Image": return [(property, caption)]
        case "LegalEntity": return [(property, value)] + (country.map { [("jurisdiction", $0)] } ?? [])
        default: return [(property, value)] + (country.map { [("country", $0)] } ?? [])
        }
    }

    /// A phone number with its plus; one that means something only in its country keeps it before a colon.
    static func phoneText(_ key: String) -> String { key.contains(":") ? key : "+\(key)" }

    // `TH:AA1234567` → th, AA1234567
    static func split(_ key: String) -> (country: String?, value: String) {
        guard let colon = key.firstIndex(of: ":") else { return (nil, key) }
        let scope = key[..<colon].lowercased()
        let value = String(key[key.index(after: colon)...])
        return countries.contains(scope) ? (scope, value) : (nil, scope == "local" ? value : key)
    }

    /// An identifier that is written on its holder: the property and the value.
    static func held(_ property: Property, _ kind: EntityKind, _ key: String, schema: String) -> (String, String)? {
        let isLegal = ["Person", "Company", "LegalEntity"].contains(schema)
        switch (property, kind) {
        case (.phone, .phone) where isLegal: return phone(key).map { ("phone", $0) }
        case (.email, .email) where isLegal: return ("email", key)
        case (.address, .address) where schema != "Identification": return ("address", key)
        case (.companyNumber, .companyNumber) where schema == "Company" || schema == "LegalEntity":
            return ("registrationNumber", split(key).value)
        default: return nil
        }
    }

    /// The property under which an identifier names its holder, unless it stands on the holder already.
    static func holder(_ property: Property, of schema: String, _ key: String, heldBy kind: EntityKind) -> String? {
        guard isLegalEntity(kind) else { return nil }
        switch (property, schema) {
        case (.phone, "UserAccount"): return phone(key) == nil ? "owner" : nil
        case (.handset, "UserAccount"), (.sim, "UserAccount"): return "owner"
        case (.plate, "Vehicle"): return "owner"
        case (.document, "Identification"): return "holder"
        default: return nil
        }
    }

    /// A link as an entity of its own: the schema, its two ends, and the role that says what no schema says. `nil` for
    /// what stands on one of the ends.
    static func link(
        _ property: Property, _ key: String, from: EntityKind, to: EntityKind
    ) -> (schema: String, from: String, to: String, role: String?)? {
        let isPerson = from == .person && to == .person
        let target = schema(of: to).schema
        if held(property, to, key, schema: schema(of: from).schema) != nil { return nil }
        if holder(property, of: target, key, heldBy: from) != nil { return nil }
        switch property {
        case .director where isLegalEntity(from) && isLegalEntity(to):
            return ("Directorship", "organization", "director", nil)
        case .owner
        where isLegalEntity(to)
            && ["Company", "RealEstate", "BankAccount", "Vehicle"].contains(schema(of: from).schema):
            return ("Ownership", "asset", "owner", nil)
        case .account where isLegalEntity(from) && to == .account: return ("Ownership", "owner", "asset", property.name)
        case .employer where isLegalEntity(from) && isLegalEntity(to):
            return ("Employment", "employee", "employer", nil)
        case .family where isPerson: return ("Family", "person", "relative", nil)
        case .associate where isPerson: return ("Associate", "person", "associate", nil)
        default: return ("UnknownLink", "subject", "object", property.name)
        }
    }
}
