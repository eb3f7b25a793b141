import Formats
import Words

/// How one file will be read: everything that was asked for, and what was detected where nothing was.
struct IntakePlan: Sendable {
    var format: SourceFormat
    var stream: StreamKind
    var encoding: TextEncoding
    var profile: Profile?
    var zone: String
    var country: String?
    /// Profiles that fit the file, best first.
    var fitting: [String]

    /// Decides from the request and the first bytes of the file.
    static func make(_ request: ImportRequest, file: FileInput, profiles: [Profile]) throws -> IntakePlan {
        let prefix = try file.prefix(1 << 16)
        let named = try request.profile.map { name in
            guard let profile = profiles.first(where: { $0.name == name }) else {
                throw IntakeError.unknownProfile(name, known: profiles.map(\.name))
            }
            return profile
        }
        let format = SourceFormat.detect(prefix)
        let encoding = try chooseEncoding(request.encoding ?? named?.encoding, prefix)
        var plan = IntakePlan(
            format: format, stream: .partner, encoding: encoding, profile: named, zone: "UTC",
            country: request.country ?? named?.country, fitting: [])
        if format.needsProfile {
            let header = format == .workbook ? try workbookHeader(file) : try header(of: prefix, encoding)
            plan.fitting = Profile.fitting(header, among: profiles).map(\.name)
            plan.profile = named ?? profiles.first { $0.name == plan.fitting.first }
            if plan.profile == nil { throw IntakeError.noProfile(columns: header) }
        }
        let natural = plan.profile?.stream ?? format.stream
        guard let stream = request.stream ?? natural else { throw IntakeError.streamNeeded }
        // RL-33: call records stay telephony, whatever stream they are said to be.
        plan.stream = natural.map { $0.isIntrusive && !stream.isIntrusive } == true ? natural ?? stream : stream
        try plan.refusePeopleInContext()
        plan.country = request.country ?? plan.profile?.country
        plan.zone = request.zone ?? plan.profile?.zone ?? "UTC"
        guard ZoneClock(plan.zone) != nil else { throw IntakeError.unknownZone(plan.zone) }
        return plan
    }

    // R069: what is known of a population's customs, languages and pressures is about groups. A layout that can name
    // somebody does not belong to that stream, nor does a format that nobody can say this of.
    private func refusePeopleInContext() throws(IntakeError) {
        guard stream == .community, format != .geojson else { return }
        guard let profile else { throw .contextNamesPeople(format.rawValue) }
        let kinds = profile.tables.flatMap(\.facts).compactMap { fact -> EntityKind? in
            if case .entity(let entity) = fact { entity.kind } else { nil }
        }
        let hasEvents = profile.tables.flatMap(\.facts).contains { if case .event = $0 { true } else { false } }
        guard !hasEvents, Set(kinds).isSubset(of: Self.contextKinds) else { throw .contextNamesPeople(profile.name) }
    }

    /// What the community stream may speak of.
    static let contextKinds: Set<EntityKind> = [.area, .site, .organisation, .company, .checkpoint, .report]

    private static func chooseEncoding(_ name: String?, _ prefix: [UInt8]) throws -> TextEncoding {
        guard let name else { return TextEncoding.detect(prefix: prefix).encoding }
        guard let encoding = TextEncoding(named: name) else { throw IntakeError.unknownEncoding(name) }
        return encoding
    }

    private static func workbookHeader(_ file: FileInput) throws -> [String] {
        let limit = Limits.standard.containerBytes
        var reader = try WorkbookReader(try file.prefix(limit + 1))
        var batch = RecordBatch()
        return try reader.read(into: &batch, atMost: 1) && batch.count > 0 ? batch.record(0) : []
    }

    private static func header(of prefix: [UInt8], _ encoding: TextEncoding) throws -> [String] {
        let text = try decoded(prefix, encoding)
        return header(of: text, Dialect.detect(prefix: text))
    }

    /// The first bytes of a file as UTF-8, without a mark and without half a character at the end.
    static func decoded(_ prefix: [UInt8], _ encoding: TextEncoding) throws -> [UInt8] {
        var cut = prefix
        if encoding == .utf16le || encoding == .utf16be {
            if cut.count % 2 == 1 { cut.removeLast() }
        } else if let end = cut.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            cut.removeSubrange((end + 1)...)
        }
        let stream = try ByteStream(cut).decoded(from: encoding)
        var text: [UInt8] = []
        while let chunk = try stream.next() { text += chunk }
        return text
    }

    /// The first rows of a table as they stand; empty for formats without columns, and where they cannot be read.
    func preview(of bytes: ByteStream) -> Preview {
        guard format.needsProfile, var records = try? records(of: bytes) else { return Preview() }
        var batch = RecordBatch()
        guard (try? records.read(into: &batch, atMost: Preview.rowLimit + 1)) == true, batch.count > 0 else {
            return Preview()
        }
        return Preview(columns: batch.record(0), rows: (1..<max(1, batch.count)).map(batch.record))
    }

    /// The records of a table.
    func records(of bytes: ByteStream) throws -> TableSource.Records {
        guard format == .delimited else {
            return .workbook(try WorkbookReader(try bytes.all(limit: Limits.standard.containerBytes)))
        }
        let (prefix, whole) = try bytes.decoded(from: encoding).peeking()
        return .delimited(DelimitedReader(whole, dialect: Dialect.detect(prefix: prefix)))
    }

    /// The cells of the first record.
    static func header(of text: [UInt8], _ dialect: Dialect) -> [String] {
        var reader = DelimitedReader(ByteStream(text), dialect: dialect)
        var batch = RecordBatch()
        guard (try? reader.read(into: &batch, atMost: 1)) == true, batch.count > 0 else { return [] }
        return batch.record(0)
    }
}

extension Profile {
    /// The profiles with a table whose columns are all in a header, the most columns first.
    static func fitting(_ header: [String], among profiles: [Profile]) -> [Profile] {
        let there = Set(header.map(CompiledTable.folded))
        let scored = profiles.compactMap { profile -> (Profile, Int)? in
            let sizes = profile.tables.filter { table in
                table.columns.allSatisfy { there.contains(CompiledTable.folded($0)) }
            }.map(\.columns.count)
            return sizes.max().map { (profile, $0) }
        }
        return scored.sorted { ($0.1, $1.0.name) > ($1.1, $0.0.name) }.map(\.0)
    }
}
