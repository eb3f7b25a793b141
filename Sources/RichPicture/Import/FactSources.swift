import Formats

/// Chooses the reader for a plan: the one place that knows all formats.
enum FactSources {
    /// - Parameters:
    ///   - bytes: the file, from its beginning.
    ///   - scope: the source's public identifier.
    static func make(
        _ plan: IntakePlan, _ bytes: ByteStream, scope: String, authority: IntrusionAuthority?
    ) throws -> any FactSource {
        guard let zone = ZoneClock(plan.zone) else { throw IntakeError.unknownZone(plan.zone) }
        let context = ImportContext(scope: scope, zone: zone, country: plan.country, authority: authority)
        switch plan.format {
        case .delimited, .workbook:
            return TableSource(try plan.records(of: bytes), profile: try plan.neededProfile, context: context)
        case .mt940: return BankSource(MT940Reader(bytes), context: context)
        case .camt: return BankSource(CamtReader(bytes), context: context)
        case .goaml: return GoAMLSource(GoAMLReader(bytes), context: context)
        case .ftm: return FtMSource(FtMEntityReader(try bytes.decoded(from: plan.encoding)), context: context)
        case .ftmStatements:
            return FtMSource(FtMStatementReader(try bytes.decoded(from: plan.encoding)), context: context)
        case .geojson:
            return GeoSource(try GeoJSONReader(try bytes.decoded(from: plan.encoding)), context: context)
        case .image: return ImageSource(try bytes.all(limit: Limits.standard.containerBytes), context: context)
        }
    }
}

extension IntakePlan {
    fileprivate var neededProfile: Profile {
        get throws(IntakeError) {
            guard let profile else { throw .noProfile(columns: []) }
            return profile
        }
    }
}

extension ByteStream {
    /// The first chunk, and a stream that still begins with it.
    func peeking() throws -> (prefix: [UInt8], whole: ByteStream) {
        var first = try next()
        let prefix = first ?? []
        let whole = ByteStream {
            guard let chunk = first else { return try next() }
            first = nil
            return chunk
        }
        return (prefix, whole)
    }

    /// All bytes in memory; refused beyond a limit.
    func all(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try next() {
            bytes += chunk
            guard bytes.count <= limit else { throw IntakeError.tooLarge(limit: limit) }
        }
        return bytes
    }
}
