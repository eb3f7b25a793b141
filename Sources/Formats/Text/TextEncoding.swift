/// How characters stand as bytes in a text file.
///
/// The list is what arrives in the region: UTF-8 from programs of today, UTF-16 from Excel's "Unicode text", the
/// Windows code pages from everything older, and GB18030 (with GBK and GB2312 inside it) from China.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16le = "UTF-16LE"
    case utf16be = "UTF-16BE"
    case windows874 = "windows-874"
    case windows1252 = "windows-1252"
    case windows1258 = "windows-1258"
    case gb18030 = "GB18030"

    /// The name that is shown and stored, such as `UTF-8` or `windows-874`.
    public var name: String { rawValue }

    /// The encoding that a person means by a name: `cp874`, `TIS-620`, `Windows 1258`, `gbk`, `utf-16`, `ansi`.
    /// `nil` for a name that is not known. A `utf-16` that does not say which way is taken as little-endian, as
    /// Windows writes it.
    public init?(named name: String) {
        let plain = String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9") ~= $0 })
        guard let encoding = Self.spoken[plain] else { return nil }
        self = encoding
    }

    /// Names as people type them, in lower case and without hyphens, spaces and underscores.
    private static let spoken: [String: TextEncoding] = [
        "utf8": .utf8, "utf8bom": .utf8, "utf8sig": .utf8, "ascii": .utf8, "usascii": .utf8,
        "utf16": .utf16le, "utf16le": .utf16le, "unicode": .utf16le, "ucs2": .utf16le, "utf16be": .utf16be,
        "windows874": .windows874, "cp874": .windows874, "874": .windows874, "tis620": .windows874,
        "iso885911": .windows874, "thai": .windows874,
        "windows1252": .windows1252, "cp1252": .windows1252, "1252": .windows1252, "latin1": .windows1252,
        "iso88591": .windows1252, "ansi": .windows1252, "western": .windows1252,
        "windows1258": .windows1258, "cp1258": .windows1258, "1258": .windows1258, "vietnamese": .windows1258,
        "gb18030": .gb18030, "gbk": .gb18030, "cp936": .gb18030, "936": .gb18030, "windows936": .gb18030,
        "gb2312": .gb18030, "chinese": .gb18030,
    ]
}
