import Crypto

/// Somebody who keeps a share.
public struct ShareHolder: Hashable, Sendable {
    /// The custodian's name.
    public var name: String
    /// The organisation that the custodian works for.
    public var organisation: String

    /// Makes a holder.
    public init(name: String, organisation: String) {
        self.name = name
        self.organisation = organisation
    }
}

/// A share of the root key, as it is printed once, handed to its holder and kept nowhere else.
public struct Share: Hashable, Sendable {
    /// The set that it belongs to: eight characters, printed with each share and shown by `daybreak vault status`.
    public let set: String
    /// Which share it is, from 1.
    public let number: Int
    /// How many shares open.
    public let needed: Int
    /// Who is to keep it; known only to the set's maker and to the key database, not to the text.
    public let holder: ShareHolder?
    let value: [UInt8]

    private static let layout: UInt8 = 1
    private static let setSize = 5
    private static let checksumSize = 5

    init(set: String, number: Int, needed: Int, holder: ShareHolder?, value: [UInt8]) {
        self.set = set
        self.number = number
        self.needed = needed
        self.holder = holder
        self.value = value
    }

    /// The share to print: 72 characters in groups of six, with a checksum. Layout: 1 (version), 5 (set), 1 (number),
    /// 1 (needed), 32 (value), then the first 5 bytes of the SHA-256 of all that.
    public var text: String {
        let bytes =
            [Self.layout] + (Base32.bytes(set) ?? []) + [UInt8(number), UInt8(needed)] + value
        let text = Base32.text(bytes + SHA256.hash(data: bytes).prefix(Self.checksumSize))
        return stride(from: 0, to: text.count, by: 6).map { start in
            String(text.dropFirst(start).prefix(6))
        }.joined(separator: "-")
    }

    /// Reads a share that somebody typed: case, spaces and hyphens do not matter. Throws `shareUnreadable`.
    public init(_ text: String) throws(VaultError) {
        let size = 1 + Self.setSize + 2 + SecretKey.size
        guard let bytes = Base32.bytes(text), bytes.count == size + Self.checksumSize, bytes[0] == Self.layout,
            SHA256.hash(data: bytes[..<size]).prefix(Self.checksumSize).elementsEqual(bytes[size...]), bytes[6] > 0
        else { throw .shareUnreadable }
        set = Base32.text(Array(bytes[1...Self.setSize]))
        number = Int(bytes[6])
        needed = Int(bytes[7])
        holder = nil
        value = Array(bytes[8..<size])
    }

    /// A new set's name.
    static func newSet(_ random: (Int) -> [UInt8]) -> String { Base32.text(random(setSize)) }
}

/// Who may hold shares: five people of at least three organisations, none of which holds enough to open alone.
enum SharePolicy {
    static let shares = 5
    static let needed = 3
    static let organisations = 3

    static func requireFit(_ holders: [ShareHolder]) throws(VaultError) {
        let held = Dictionary(grouping: holders, by: \.organisation).mapValues(\.count)
        guard holders.count == shares, Set(holders).count == shares, held.count >= organisations,
            held.values.allSatisfy({ $0 < needed }),
            !holders.contains(where: { $0.name.isEmpty || $0.organisation.isEmpty })
        else { throw .unfitHolders(shares: shares, organisations: organisations, needed: needed) }
    }
}
