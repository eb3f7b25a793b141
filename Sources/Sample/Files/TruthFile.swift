import Formats

/// `truth.json`: everything that the files only hint at. Lists are written element by element, a line each, so that
/// the truth of a million people needs no memory either.
struct TruthFile {
    let province: Province
    let book: TallyBook

    func write(to sink: SampleSink) throws {
        let change: JSONValue = province.ring.changeDay.map(day) ?? .null
        let people = province.persons.indices.filter { province.persons[$0].role != .service }
        let leaders = province.phoneChanges.filter { $0.kind == .leader }
        let others = province.phoneChanges.filter { $0.kind != .leader }
        var parts = JSONParts()
        parts.begin()
        parts.member("province", about)
        parts.member("changeDay", change)
        try parts.array("persons", people, to: sink, person)
        try parts.array("networks", [0, 1, 2], to: sink, network)
        try parts.array("sites", Array(province.workplaces.indices), to: sink, site)
        try parts.array("journeys", province.journeys, to: sink, journey)
        try parts.array("replacedPhones", leaders, to: sink, self.change)
        try parts.array("otherPhoneChanges", others, to: sink, self.change)
        try parts.array("newcomers", province.newcomers, to: sink, newcomer)
        parts.member("money", money)
        try parts.array("moneyTransfers", province.ringTransfers, to: sink, transfer)
        parts.member("official", official)
        try parts.array("inspections", province.inspections, to: sink, inspection)
        try parts.array("stopNumbers", Array(province.services), to: sink, stopNumber)
        try parts.array("stopAccounts", [province.bank.cash] + province.bank.utilities, to: sink, stopAccount)
        try parts.array("files", book.paths, to: sink, tally)
        try parts.end(to: sink)
    }

    private var about: JSONValue {
        [
            "seed": .string(String(province.seed)), "people": .number(province.people),
            "start": .string(province.firstDay.iso), "days": .number(province.days),
            "note": "Synthetic. Nobody in it is real; numbers lie in series that are not given out.",
        ]
    }

    private func person(_ index: Int) -> JSONValue {
        let person = province.persons[index]
        let name = province.name(of: index, at: .truth)
        var object: JSONObject = [
            "id": .string(Self.id(index)), "role": .string(person.role.rawValue),
            "isAtRisk": .bool(person.role == .personAtRisk), "name": .string(name.latin),
            "native": .string(name.native), "born": .string(person.born.iso),
            "nationality": .string(person.culture.nationality),
        ]
        if let tier = person.role.tier { object["tier"] = .string(tier) }
        object["documents"] = .array(province.documents(of: index).map(JSONValue.string))
        object["phones"] = .array(province.phones(of: index).map(phone))
        if person.workplace >= 0 { object["site"] = .string(Workplace.siteID(Int(person.workplace))) }
        object["accounts"] = .array(
            province.accounts(of: index).map { .string(province.bank.accounts[$0].number) })
        if person.vehicle >= 0 { object["vehicle"] = .string(province.vehicles[Int(person.vehicle)].plateWithProvince) }
        return .object(object)
    }

    private func phone(_ index: Int) -> JSONValue {
        let phone = province.phones[index]
        return [
            "number": .string(phone.number.international), "from": day(Int(phone.from)), "to": day(Int(phone.to)),
            "imei": .string(phone.imei), "imsi": .string(phone.imsi), "second": .bool(phone.slot == 1),
        ]
    }

    private func network(_ broker: Int) -> JSONValue {
        let ring = province.ring
        let sites = (0..<Workplace.exploitationCount).filter { Ring.broker(ofSite: $0) == broker }
        var members = [ring.brokers[broker], ring.moneyHandler]
        members += ring.recruiters.filter { $0.broker == broker }.map(\.person)
        members += ring.transporters.filter { $0.broker == broker }.map(\.person)
        if broker == 0 {
            members += ring.lieutenants + ring.mules + [ring.scout, ring.safeHouseKeeper, ring.official, ring.relative]
        }
        for site in sites {
            members += [ring.managers[site], ring.owners[Ring.ownerOfSite[site]], ring.overseers[site]]
        }
        return [
            "broker": .string(Self.id(ring.brokers[broker])), "isMain": .bool(broker == 0),
            "sites": .array(sites.map { .string(Workplace.siteID($0)) }),
            "lieutenants": ids(broker == 0 ? ring.lieutenants : []),
            "recruiters": ids(ring.recruiters.filter { $0.broker == broker }.map(\.person)),
            "transporters": ids(ring.transporters.filter { $0.broker == broker }.map(\.person)),
            "moneyHandler": .string(Self.id(ring.moneyHandler)),
            "members": .array(
                Set(members).sorted().map {
                    [
                        "person": .string(Self.id($0)), "role": .string(province.persons[$0].role.rawValue),
                        "tier": .optional(province.persons[$0].role.tier),
                    ]
                }),
        ]
    }

    private func site(_ index: Int) -> JSONValue {
        let workplace = province.workplaces[index]
        var object: JSONObject = [
            "id": .string(Workplace.siteID(index)), "kind": .string(workplace.kind.rawValue),
            "truth": .string(workplace.truth.rawValue), "name": .string(workplace.nameEnglish),
            "nameThai": .string(workplace.nameThai), "company": .string(workplace.registration),
            "lat": .number(Double(workplace.point.lat) / 1e6), "lon": .number(Double(workplace.point.lon) / 1e6),
            "manager": .string(Self.id(province.managers[index])),
        ]
        guard workplace.truth == .exploitation else { return .object(object) }
        object["owner"] = .string(Self.id(province.ring.owners[Ring.ownerOfSite[index]]))
        object["overseer"] = .string(Self.id(province.ring.overseers[index]))
        object["broker"] = .string(Self.id(province.ring.brokers[Ring.broker(ofSite: index)]))
        if let lieutenant = Ring.lieutenant(ofSite: index) {
            object["lieutenant"] = .string(Self.id(province.ring.lieutenants[lieutenant]))
        }
        object["peopleAtRisk"] = ids(province.journeys.filter { $0.site == index }.map(\.person))
        return .object(object)
    }

    private func journey(_ journey: Journey) -> JSONValue {
        [
            "person": .string(Self.id(journey.person)), "site": .string(Workplace.siteID(journey.site)),
            "from": .string(journey.region.name), "recruiter": .string(Self.id(journey.recruiter)),
            "transporter": .string(Self.id(province.ring.transporters[journey.transporter].person)),
            "recruited": day(journey.recruited), "transported": day(journey.transported),
            "arrived": day(journey.arrived), "phoneTaken": journey.phoneTaken.map(day) ?? .null,
            "isWrittenDown": .bool(journey.isWrittenDown), "debt": .number(journey.debt),
        ]
    }

    private func newcomer(_ phone: Int) -> JSONValue { .string(province.phones[phone].number.international) }

    private func change(_ change: PhoneChange) -> JSONValue {
        let old = province.phones[change.old]
        let new = province.phones[change.new]
        return [
            "kind": .string(change.kind.rawValue), "person": .string(Self.id(change.person)), "day": day(change.day),
            "old": .string(old.number.international), "new": .string(new.number.international),
            "oldIMEI": .string(old.imei), "newIMEI": .string(new.imei),
        ]
    }

    private func tally(_ path: String) throws -> JSONValue {
        let tally = try book.tally(of: path)
        var object: JSONObject = [
            "path": .string(path), "rows": .number(tally.rows), "rejected": .number(tally.badLines.count),
            "events": .number(tally.events),
        ]
        object["numbers"] = tally.numbers.map(JSONValue.number)
        object["accounts"] = tally.accounts.map(JSONValue.number)
        object["badLines"] = .array(
            tally.badLines.map { ["line": .number($0.line), "reason": .string($0.reason)] })
        return .object(object)
    }

    // MARK: - Values

    static func id(_ person: Int) -> String {
        var line = Line()
        line.put("P")
        line.put(person, width: 6)
        return line.text
    }

    func ids(_ persons: [Int]) -> JSONValue { .array(persons.map { .string(Self.id($0)) }) }

    func day(_ day: Int) -> JSONValue { .string((province.firstDay + day).iso) }
}
