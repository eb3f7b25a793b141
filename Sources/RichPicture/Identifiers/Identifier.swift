/// What an identifier identifies. A value is only ever compared with values of its own kind.
public enum IdentifierKind: String, CaseIterable, Sendable, Codable, Hashable {
    case phone, imei, imsi, account, plate, document, address, companyNumber, cell, email, handle

    /// The normalised form of a value of this kind as a source wrote it. The caller keeps the raw value.
    ///
    /// - Parameter country: the ISO 3166 two-letter code of the country in which a value without one is to be read.
    public func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        switch self {
        case .phone: PhoneNumber.normalise(raw, country: country)
        case .imei: IMEI.normalise(raw, country: country)
        case .imsi: IMSI.normalise(raw, country: country)
        case .account: Account.normalise(raw, country: country)
        case .plate: Plate.normalise(raw, country: country)
        case .document: DocumentNumber.normalise(raw, country: country)
        case .address: Address.normalise(raw, country: country)
        case .companyNumber: CompanyNumber.normalise(raw, country: country)
        case .cell: CellID.normalise(raw, country: country)
        case .email: EmailAddress.normalise(raw, country: country)
        case .handle: Handle.normalise(raw, country: country)
        }
    }
}

/// An identifier as it is stored and compared: two sources that mean the same thing have the same value.
public struct Identifier: Hashable, Sendable {
    /// What it identifies.
    public var kind: IdentifierKind
    /// The normalised value, unique within the kind.
    public var value: String
    /// The value as people like to read it.
    public var display: String

    /// Makes an identifier from its normalised form.
    public init(kind: IdentifierKind, _ normalised: Normalised) {
        self.kind = kind
        value = normalised.value
        display = normalised.display
    }
}

/// The normalised form of a raw value.
public struct Normalised: Hashable, Sendable {
    /// What is stored and compared.
    public var value: String
    /// What is shown.
    public var display: String
    /// What a person should know about the value, though it is kept.
    public var notes: [IdentifierNote]

    /// Makes a normalised form.
    public init(_ value: String, display: String? = nil, notes: [IdentifierNote] = []) {
        self.value = value
        self.display = display ?? value
        self.notes = notes
    }
}
