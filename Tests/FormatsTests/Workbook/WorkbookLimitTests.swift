import Testing

@testable import Formats

@Suite("Workbooks that mean harm")
struct WorkbookLimitTests {
    private static let honest = HandmadeWorkbook(sheetData: "<row><c><v>1</v></c></row>").bytes()

    /// The archive with the bytes at each place where `name` stands in a header changed.
    private func changed(_ bytes: [UInt8] = honest, _ change: (inout [UInt8], _ directory: Int) -> Void) -> String? {
        var bytes = bytes
        let end = bytes.count - 22
        let directory = Int(bytes[end + 16]) | Int(bytes[end + 17]) << 8 | Int(bytes[end + 18]) << 16
        change(&bytes, directory)
        return Reading(workbook: bytes).refused
    }

    @Test("The honest one is read")
    func honest() {
        #expect(Reading(workbook: Self.honest).records == [["1"]])
    }

    @Test("What is no workbook is said to be none")
    func noWorkbook() {
        #expect(Reading(workbook: []).refused == "1:0 workbook.not-zip")
        #expect(Reading(workbook: Array("a,b\n".utf8)).refused == "1:0 workbook.not-zip")
        #expect(Reading(workbook: [0xD0, 0xCF, 0x11, 0xE0, 0xA1]).refused == "1:0 workbook.old-or-locked")
        var other = ZipWriter()
        other.add("letter.txt", Array("hello".utf8))
        #expect(Reading(workbook: other.finished()).refused == "1:0 workbook.no-sheets")
    }

    @Test("A part of 1,000 times its packed size is refused before it is unpacked")
    func bomb() {
        var sheet = HandmadeWorkbook()
        sheet.sheetData = String(repeating: " ", count: 4 << 20)
        let bytes = sheet.bytes()
        #expect(bytes.count < 10_000)
        #expect(Reading(workbook: bytes).refused == "1:0 workbook.expands-too-far")
    }

    @Test("A part that unpacks to more than it states is refused as it does")
    func lyingBomb() {
        var sheet = HandmadeWorkbook()
        sheet.sheetData = String(repeating: " ", count: 4 << 20)
        let refused = changed(sheet.bytes()) { bytes, directory in
            // The last entry is the sheet: it claims a thousand bytes, in both of its headers.
            var place = directory
            while true {
                let next = place + 46 + Int(bytes[place + 28]) + Int(bytes[place + 30])
                if next >= bytes.count - 22 { break }
                place = next
            }
            let local = Int(bytes[place + 42]) | Int(bytes[place + 43]) << 8
            bytes.replaceSubrange((place + 24)..<(place + 28), with: [0xE8, 3, 0, 0])
            bytes.replaceSubrange((local + 22)..<(local + 26), with: [0xE8, 3, 0, 0])
        }
        #expect(refused == "1:0 workbook.damaged-part")
    }

    @Test("Too large a container, or too much to unpack, is refused at once")
    func sizes() {
        var limits = Limits()
        limits.containerBytes = 100
        #expect(Reading(workbook: Self.honest, limits: limits).refused == "1:0 workbook.container-too-large")
        limits = Limits()
        limits.unpackedBytes = 100
        #expect(Reading(workbook: Self.honest, limits: limits).refused == "1:0 workbook.unpacks-too-large")
    }

    @Test("Encrypted, strangely packed, 64-bit and overlapping entries are refused with their reason")
    func entries() {
        #expect(changed { bytes, directory in bytes[directory + 8] |= 1 } == "1:0 workbook.encrypted")
        #expect(changed { bytes, directory in bytes[directory + 10] = 12 } == "1:0 workbook.packing")
        #expect(
            changed { bytes, directory in
                bytes.replaceSubrange((directory + 20)..<(directory + 24), with: [255, 255, 255, 255])
            } == "1:0 workbook.zip64")
        #expect(
            changed { bytes, _ in
                bytes[bytes.count - 12] = 255; bytes[bytes.count - 11] = 255
            } == "1:0 workbook.zip64")
        var twice = ZipWriter()
        twice.add("a", [1])
        twice.add("A", [2])
        #expect(Reading(workbook: twice.finished()).refused == "1:0 workbook.overlapping")
        // Two directory entries for the same bytes.
        let shared = changed { bytes, directory in
            let first = Array(bytes[(directory + 42)..<(directory + 46)])
            let second = directory + 46 + Int(bytes[directory + 28])
            bytes.replaceSubrange((second + 42)..<(second + 46), with: first)
        }
        #expect(shared == "1:0 workbook.damaged-zip" || shared == "1:0 workbook.overlapping")
    }

    @Test(
        "Names that lead out of the archive are refused",
        arguments: ["/etc/passwd", "../x", "a/../../x", "C:\\x", "a\\b", "", "a\0b", "./x"])
    func paths(_ name: String) {
        var archive = ZipWriter()
        archive.add(name, [1])
        #expect(Reading(workbook: archive.finished()).refused == "1:0 workbook.path")
    }

    @Test("A workbook cut off anywhere, or with any one bit turned, is read or refused, and never fails otherwise")
    func damage() {
        for end in 0..<Self.honest.count {
            #expect(Reading(workbook: Array(Self.honest[..<end])).refused != nil, "cut at \(end)")
        }
        for place in Self.honest.indices {
            var bytes = Self.honest
            bytes[place] ^= 1 << (place % 8)
            let reading = Reading(workbook: bytes)
            #expect(reading.refused != nil || reading.records.count + reading.rejected.count <= 1, "byte \(place)")
        }
    }

    @Test("A sheet whose XML is cut off gives its rows, then a refusal at the row that was reached")
    func cutSheet() {
        let book = HandmadeWorkbook(sheetData: "<row r=\"4\"><c><v>1</v></c></row><row r=\"5\"><c></row>")
        let reading = Reading(workbook: book.bytes())
        #expect(reading.records == [["1"]])
        #expect(reading.refused?.hasPrefix("5:0 xml.") == true)
    }
}
