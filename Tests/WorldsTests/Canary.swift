import Foundation

/// Texts that stand nowhere else in the world: every word of a canary begins with a mark, and a file that holds a mark in
/// any spelling holds plain text of the canary.
struct Canary: Sendable {
    let name: String
    let phone: String
    let note: String
    let reason: String

    /// How many are put through every feature.
    static let count = 500

    static let all = (0..<count).map(Canary.init)

    init(_ number: Int) {
        let tail = String(number + 1_000)
        name = "Zqxvjk\(tail) Wqzjxv\(tail)"
        phone = "+66 5550 19\(tail) 7777"
        note = "Jqxzvk\(tail) walked to Xqvzkj\(tail)"
        reason = "Vkqzxj\(tail) said so"
    }

    /// The marks: words as they are written, and the digits of the phones in the spellings that phones have.
    static let marks = ["Zqxvjk", "Wqzjxv", "Jqxzvk", "Xqvzkj", "Vkqzxj", "+66 5550 19", "66555019", "0555019"]

    /// Every spelling of every mark that is looked for.
    static let needles: [(what: String, bytes: [UInt8])] = marks.flatMap { mark in
        var spellings: [(String, [UInt8])] = []
        for text in Set([mark, mark.lowercased(), mark.uppercased()]) {
            let plain = Array(text.utf8)
            // Eight digits come up by chance in the hexadecimal of what is sealed; as a number they stand among no letters.
            if plain.count > 8 || text.contains(where: \.isLetter) { spellings.append(("UTF-8", plain)) }
            spellings.append(("UTF-16 LE", plain.flatMap { [$0, 0] }))
            spellings.append(("UTF-16 BE", plain.flatMap { [0, $0] }))
            let hex = plain.map { String($0, radix: 16) }.joined()
            spellings.append(("hex", Array(hex.utf8)))
            spellings.append(("HEX", Array(hex.uppercased().utf8)))
            for shift in 0..<3 { spellings.append(("base64", base64(plain, shift))) }
        }
        return spellings.map { ("\(mark) as \($0.0)", $0.1) }
    }

    // What the mark looks like in base64 when it begins at one of three places: the letters that only it decides.
    private static func base64(_ plain: [UInt8], _ shift: Int) -> [UInt8] {
        let text = Data([UInt8](repeating: 0, count: shift) + plain).base64EncodedString().filter { $0 != "=" }
        let first = shift == 0 ? 0 : shift + 1
        return Array(Array(text.utf8).dropFirst(first).dropLast((shift + plain.count) % 3 == 0 ? 0 : 1))
    }
}

/// Looks for needles in files.
enum Haystack {
    /// What was found, in all files under a folder.
    static func search(_ folder: URL) throws -> [String] {
        var found: [String] = []
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        while let file = files?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
                let data = try? Data(contentsOf: file, options: .alwaysMapped)
            else { continue }
            found += search(data).map { "\(file.lastPathComponent): \($0)" }
        }
        return found
    }

    /// Which needles some bytes hold.
    static func search(_ data: Data) -> [String] {
        Canary.needles.filter { data.range(of: Data($0.bytes)) != nil }.map(\.what)
    }

    /// The number of bytes and files under a folder.
    static func size(_ folder: URL) -> (files: Int, bytes: Int) {
        var (files, bytes) = (0, 0)
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey])
        while let file = all?.nextObject() as? URL {
            files += 1
            bytes += (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        }
        return (files, bytes)
    }
}
