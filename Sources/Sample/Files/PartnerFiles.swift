import Formats

/// What two partner organisations gave: a map of workplaces, and entities as FollowTheMoney has them.
struct PartnerFiles {
    let province: Province
    private static let dataset = "open_ledger_arun_samut"

    /// The workplaces that volunteers have mapped: most of them, with their own names for some.
    func sites(to sink: SampleSink) throws -> FileTally {
        var writer = GeoJSONWriter()
        var bytes: [UInt8] = []
        var tally = FileTally()
        writer.begin(to: &bytes)
        for (index, workplace) in province.workplaces.enumerated() {
            var draw = Draw(province.seed, .partner, index)
            guard index < Workplace.siteCount || draw.chance(0.7) else { continue }
            writer.write(feature(index, workplace, &draw), to: &bytes)
            tally.rows += 1
            if bytes.count > 1 << 16 {
                try sink(bytes)
                bytes = []
            }
        }
        writer.end(to: &bytes)
        try sink(bytes)
        return tally
    }

    private func feature(_ index: Int, _ workplace: Workplace, _ draw: inout Draw) -> GeoFeature {
        let point = workplace.point.near(&draw, metres: 60)
        let notes = ["gate closed at night", "open to visitors", "new owner this year", "workers live on site", ""]
        return GeoFeature(
            id: "map-\(index + 1)",
            geometry: .point(GeoPosition(longitude: Double(point.lon) / 1e6, latitude: Double(point.lat) / 1e6)),
            properties: [
                GeoFeature.Property("name", draw.chance(0.3) ? workplace.nameThai : workplace.nameEnglish),
                GeoFeature.Property("kind", workplace.kind.rawValue), GeoFeature.Property("note", draw.pick(notes)),
            ])
    }

    /// Companies, who signs for them, and a few vehicles, as JSON lines.
    func entities(to sink: SampleSink) throws -> FileTally {
        var tally = FileTally()
        var bytes: [UInt8] = []
        for entity in known {
            try FtMEntityWriter.write(entity, to: &bytes)
            tally.rows += 1
        }
        try sink(bytes)
        return tally
    }

    /// The same organisation's later findings, as statements: who owns the companies.
    func statements(to sink: SampleSink) throws -> FileTally {
        var tally = FileTally()
        var bytes: [UInt8] = []
        FtMStatementWriter.writeHeader(to: &bytes)
        for entity in found {
            for statement in FtMStatement.statements(of: entity, dataset: Self.dataset) {
                try FtMStatementWriter.write(statement, to: &bytes)
                tally.rows += 1
            }
        }
        try sink(bytes)
        return tally
    }

    /// The companies that the partner looked at: those of the fourteen sites, some others, and the fronts.
    private var companies: [Int] {
        Array(0..<Workplace.siteCount) + stride(from: Workplace.siteCount, to: 60, by: 5)
            + ((province.companies.count - 4)..<province.companies.count)
    }

    private var known: [FtMEntity] {
        var entities: [FtMEntity] = []
        var people: Set<Int> = []
        for index in companies {
            entities += [company(index), address(of: index), directorship(of: index)]
            people.insert(province.companies[index].director)
        }
        entities += people.sorted().map(person)
        return entities + people.sorted().compactMap(vehicle)
    }

    private var found: [FtMEntity] {
        companies.flatMap { index -> [FtMEntity] in
            var ownership = FtMEntity(id: "ol-own-\(index)", schema: "Ownership")
            ownership.add("owner", "ol-person-\(province.companies[index].shareholder)")
            ownership.add("asset", "ol-company-\(index)")
            ownership.add("role", "shareholder")
            return [person(province.companies[index].shareholder), ownership]
        }
    }

    private func company(_ index: Int) -> FtMEntity {
        let company = province.companies[index]
        var entity = FtMEntity(id: "ol-company-\(index)", schema: "Company")
        entity.add("name", company.nameEnglish)
        entity.add("alias", company.nameThai)
        entity.add("registrationNumber", company.registration)
        entity.add("incorporationDate", company.registered.iso)
        entity.add("jurisdiction", "th")
        entity.add("addressEntity", "ol-address-\(index)")
        entity.datasets = [Self.dataset]
        return entity
    }

    private func address(of index: Int) -> FtMEntity {
        let company = province.companies[index]
        var entity = FtMEntity(id: "ol-address-\(index)", schema: "Address")
        entity.add("full", "\(Place.all[company.place].name), Arun Samut")
        entity.add("city", Place.all[company.place].name)
        entity.add("country", "th")
        entity.add("latitude", decimal(company.point.lat))
        entity.add("longitude", decimal(company.point.lon))
        entity.datasets = [Self.dataset]
        return entity
    }

    private func directorship(of index: Int) -> FtMEntity {
        var entity = FtMEntity(id: "ol-director-\(index)", schema: "Directorship")
        entity.add("director", "ol-person-\(province.companies[index].director)")
        entity.add("organization", "ol-company-\(index)")
        entity.add("role", "director")
        entity.datasets = [Self.dataset]
        return entity
    }

    private func person(_ index: Int) -> FtMEntity {
        let name = province.name(of: index, at: .partner)
        var entity = FtMEntity(id: "ol-person-\(index)", schema: "Person")
        entity.add("name", name.latin)
        entity.add("alias", name.native)
        entity.add("birthDate", province.persons[index].born.iso)
        entity.add("nationality", province.persons[index].culture.nationality.lowercased())
        let phone = province.phone(of: index, day: 0)
        if phone >= 0, index % 3 == 0 { entity.add("phone", province.phones[phone].number.international) }
        entity.datasets = [Self.dataset]
        return entity
    }

    private func vehicle(_ owner: Int) -> FtMEntity? {
        let index = Int(province.persons[owner].vehicle)
        guard index >= 0 else { return nil }
        var entity = FtMEntity(id: "ol-vehicle-\(index)", schema: "Vehicle")
        entity.add("registrationNumber", province.vehicles[index].plateWithProvince)
        entity.add("owner", "ol-person-\(owner)")
        entity.add("country", "th")
        entity.datasets = [Self.dataset]
        return entity
    }

    private func decimal(_ microdegrees: Int) -> String {
        var line = Line()
        line.put(microdegrees: microdegrees)
        return line.text
    }
}
