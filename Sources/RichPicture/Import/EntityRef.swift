/// An entity as one import speaks of it, before the database has given it a number.
///
/// Identifiers and keyed entities live as long as the import, in its `Interner`; a mention lives as long as its batch.
/// Both fit one 32-bit number, so that a million events are a few flat arrays.
struct EntityRef: Hashable, Sendable {
    private let raw: Int32

    /// No entity.
    static let none = EntityRef(raw: -1)

    private init(raw: Int32) { self.raw = raw }

    /// An entity of the import's interner.
    init(interned index: Int) { raw = Int32(index) }

    /// A mention of the current batch.
    init(mention index: Int) { raw = Int32(index) | Self.mentionBit }

    private static let mentionBit: Int32 = 1 << 30

    var isNone: Bool { raw < 0 }
    var isMention: Bool { raw >= 0 && raw & Self.mentionBit != 0 }
    /// The position in the interner or in the batch's mentions.
    var index: Int { Int(raw & ~Self.mentionBit) }
}
