import Testing

@testable import Sample

@Suite("RL-35: nothing in the province can be taken for a real person's")
struct FictionTests {
    let province = Province.make(seed: 7, people: 5_000)

    @Test("RL-35: phone numbers lie in ranges that no operator assigns, and are given once")
    func phoneNumbers() {
        let ranges = ["+6660", "+6669", "+856204", "+85582", "+95910", "+846"]
        var seen: [PhoneNumber: Int32] = [:]
        for phone in province.phones {
            #expect(ranges.contains { phone.number.international.hasPrefix($0) }, "\(phone.number.international)")
            #expect(seen[phone.number] == nil || seen[phone.number] == phone.holder)
            seen[phone.number] = phone.holder
        }
    }

    @Test("RL-35: handsets have type codes of test equipment, and a right check digit")
    func handsets() {
        for phone in province.phones.prefix(500) {
            let digits = Array(phone.imei.utf8)
            #expect(digits.count == 15 && phone.imei.hasPrefix("00"))
            #expect(Paper.luhn(Array(digits.dropLast())) == Int(digits[14]) - 0x30)
        }
    }

    @Test("RL-35: no run of thirteen digits in any file passes the check of a Thai identity number")
    func identityNumbers() throws {
        let written = try Written.small.get()
        for (path, bytes) in written.bytes where !path.hasSuffix(".xlsx") && !path.hasSuffix(".tsv") {
            var run: [UInt8] = []
            for byte in bytes + [0x20] {
                if byte >= 0x30, byte <= 0x39 {
                    run.append(byte)
                } else {
                    // 856 20 and eight digits is a Lao telephone number.
                    if run.count == 13, !run.starts(with: Array("85620".utf8)) {
                        let isReal = Paper.thaiCheckDigit(run) == Int(run[12]) - 0x30
                        #expect(!isReal, "\(path): \(String(decoding: run, as: UTF8.self))")
                    }
                    run.removeAll(keepingCapacity: true)
                }
            }
        }
    }

    @Test("the check digit is the one that Thailand uses")
    func checkDigit() {
        // 13·1 + 12·2 + … of 110170020303: the published example of the rule ends in 7.
        #expect(Paper.thaiCheckDigit(Array("110170020303".utf8)) == reference("110170020303"))
    }

    private func reference(_ twelve: String) -> Int {
        let sum = zip((2...13).reversed(), twelve).reduce(0) { $0 + $1.0 * ($1.1.wholeNumberValue ?? 0) }
        return (11 - sum % 11) % 10
    }

    @Test("RL-35: companies, plates, documents and accounts are given once, in invented series")
    func series() {
        #expect(Set(province.companies.map(\.registration)).count == province.companies.count)
        #expect(Set(province.vehicles.map(\.plate)).count == province.vehicles.count)
        #expect(Set(province.bank.accounts.map(\.number)).count == province.bank.accounts.count)
        let documents = province.persons.indices.map { province.documents(of: $0).last ?? "" }
        #expect(Set(documents).count == documents.count)
        #expect(documents.allSatisfy { $0.hasPrefix("Z") })
        #expect(BankHouse.allCases.allSatisfy { Array($0.bic)[7] == "0" })
    }

    @Test("reports speak calmly: a person at risk, never a victim")
    func words() {
        for text in NoteText.all.map(\.text) {
            let lower = text.lowercased()
            #expect(!["victim", "slave", "prostitut", "rape"].contains { lower.contains($0) })
        }
        #expect(Set(NoteText.all.map(\.language)) == ["th", "km", "lo", "my", "vi", "en"])
    }
}
