import Access
import Foundation
import Records
public import Vault

/// Who and what is there on the first day. Later additions need two approvers of two organisations, so that a house of
/// several organisations is best founded with all of them.
public struct FoundingPlan: Sendable, Equatable, Decodable {
    /// The organisations.
    public var organisations: [House]
    /// Their units.
    public var units: [Part]
    /// The people.
    public var people: [Person]
    /// Who keeps the five shares of the vault's root key.
    public var custodians: [Custodian]

    /// An organisation.
    public struct House: Sendable, Equatable, Decodable {
        /// What it is called.
        public var name: String
        /// One of `Organisation.sorts`.
        public var sort: String
    }

    /// A unit of an organisation.
    public struct Part: Sendable, Equatable, Decodable {
        /// What it is called.
        public var name: String
        /// The organisation that it is part of.
        public var organisation: String
        /// The sign-in name of its head.
        public var head: String?
    }

    /// Somebody who will work with it.
    public struct Person: Sendable, Equatable, Decodable {
        /// The name that they sign in with.
        public var signIn: String
        /// The name by which colleagues know them.
        public var name: String
        /// A `FineRole`.
        public var role: String
        /// The organisation that they serve.
        public var organisation: String
        /// The unit in it.
        public var unit: String?
        /// The teams that they belong to.
        public var teams: [String]?

        /// Makes a person.
        init(signIn: String, name: String, role: FineRole, organisation: String, unit: String? = nil) {
            self.signIn = signIn
            self.name = name
            self.role = role.rawValue
            self.organisation = organisation
            self.unit = unit
        }
    }

    /// Somebody who keeps a share.
    public struct Custodian: Sendable, Equatable, Decodable {
        /// Their name.
        public var name: String
        /// The organisation that they work for.
        public var organisation: String
    }

    /// Makes a plan.
    init(
        organisations: [House] = [], units: [Part] = [], people: [Person] = [], custodians: [Custodian] = []
    ) {
        self.organisations = organisations
        self.units = units
        self.people = people
        self.custodians = custodians
    }

    /// Reads a plan: JSON with `organisations`, `units`, `people` and `custodians`, of which each may be left out.
    public init(json: [UInt8]) throws {
        do { self = try JSONDecoder().decode(FoundingPlan.self, from: Data(json)) } catch {
            throw SetUpError.badFounding(Self.explain(error))
        }
    }

    /// Reads a plan of which parts may be left out.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Keys.self)
        organisations = try values.decodeIfPresent([House].self, forKey: .organisations) ?? []
        units = try values.decodeIfPresent([Part].self, forKey: .units) ?? []
        people = try values.decodeIfPresent([Person].self, forKey: .people) ?? []
        custodians = try values.decodeIfPresent([Custodian].self, forKey: .custodians) ?? []
    }

    private enum Keys: String, CodingKey { case organisations, units, people, custodians }

    private static func explain(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            (context.codingPath.map(\.stringValue) + [key.stringValue]).joined(separator: ".")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            context.codingPath.map(\.stringValue).joined(separator: ".")
        default: "JSON"
        }
    }

    /// A plan with one organisation and its first administrator, beside what a file says.
    ///
    /// - Parameter custodians: who keeps the shares; those of the file where none are given.
    public func adding(
        organisation: String, sort: String, administrator: String, named name: String, custodians: [ShareHolder]
    ) -> FoundingPlan {
        var plan = self
        if !plan.organisations.contains(where: { $0.name == organisation }) {
            plan.organisations.insert(House(name: organisation, sort: sort), at: 0)
        }
        plan.people.insert(
            Person(signIn: administrator, name: name, role: .sysadmin, organisation: organisation), at: 0)
        if !custodians.isEmpty {
            plan.custodians = custodians.map { Custodian(name: $0.name, organisation: $0.organisation) }
        }
        return plan
    }

    /// A plan of nobody and nothing.
    public static let empty = FoundingPlan()

    /// The holders of the shares.
    public var shareHolders: [ShareHolder] {
        custodians.map { ShareHolder(name: $0.name, organisation: $0.organisation) }
    }

    /// Throws a `SetUpError` for a plan that contradicts itself.
    func check() throws(SetUpError) {
        let names = Set(organisations.map(\.name))
        for name in units.map(\.organisation) + people.map(\.organisation) where !names.contains(name) {
            throw .unknownOrganisation(name)
        }
        for person in people where FineRole(rawValue: person.role) == nil { throw .unknownRole(person.role) }
        var seen: Set<String> = []
        for person in people where !seen.insert(person.signIn.lowercased()).inserted { throw .twice(person.signIn) }
        guard people.contains(where: { $0.role == FineRole.sysadmin.rawValue }) else { throw .nobodyAdministers }
    }

    /// The founding, once everybody has an account.
    func founding(_ accounts: [String: String], from now: Int) -> Founding {
        Founding(
            organisations: organisations.map { Organisation(name: $0.name, sort: $0.sort) },
            units: units.map {
                Unit(name: $0.name, organisation: $0.organisation, head: accounts[$0.head ?? ""] ?? "")
            },
            postings: people.compactMap { person in
                guard let account = accounts[person.signIn], let role = FineRole(rawValue: person.role) else {
                    return nil
                }
                return Posting(
                    account: account, name: person.name, role: role, organisation: person.organisation,
                    unit: person.unit ?? "", teams: person.teams ?? [], from: now)
            })
    }
}
