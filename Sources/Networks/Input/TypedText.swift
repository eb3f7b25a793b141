/// Values that somebody types, read as they are read in tables.
public enum TypedText {
    /// A moment in milliseconds since 1970 UTC; nil when it is none.
    ///
    /// - Parameter zone: minutes east of UTC of what is written without a zone.
    public static func moment(_ text: String, zone: Int = 0) -> Int64? {
        var text = text
        return text.withUTF8 { TimeText(zone: zone).milliseconds($0) }
    }

    /// An amount of money in minor units; nil when it is none.
    public static func amount(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { FieldText.amount($0) }
    }
}
