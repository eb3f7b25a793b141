/// The tags of MT940 and MT942 that we know.
///
/// Only these begin a field: a wrapped time of day (`T13`, next line `:12:11`) must not look like one.
enum MTTag: String {
    case reference = "20"
    case relatedReference = "21"
    case account = "25"
    case accountWithBank = "25P"
    case number = "28"
    case numberAndPage = "28C"
    case dateTime = "13D"
    case floorLimit = "34F"
    case openingBalance = "60F"
    case openingPage = "60M"
    case entry = "61"
    case closingBalance = "62F"
    case closingPage = "62M"
    case available = "64"
    case forwardAvailable = "65"
    case details = "86"
    case debitSum = "90D"
    case creditSum = "90C"
    case bankOwn = "NS"
    case message = "940"
    case interimMessage = "942"

    /// Parts `:61:1701…` into its tag and where its content begins; `nil` when the line begins no field.
    static func parse(_ line: ArraySlice<UInt8>) -> (tag: MTTag, content: Int)? {
        guard line.first == 0x3A else { return nil }
        let name = line.dropFirst().prefix(4)
        guard let colon = name.firstIndex(of: 0x3A) else { return nil }
        guard let tag = MTTag(rawValue: String(decoding: line[(line.startIndex + 1)..<colon], as: UTF8.self)) else {
            return nil
        }
        return (tag, colon + 1)
    }
}
