import Testing

@testable import Names

// Common names and well-known places, or public figures of history; none is a person's of a case.
@Suite("comparison of names")
struct NameComparisonTests {
    private func match(_ first: String, _ second: String) -> NameMatch {
        NameComparison.similarity(NameKey(first), NameKey(second))
    }

    @Test(
        "the same name in its own script and in Latin letters",
        arguments: [
            ("สมชาย ใจดี", "Somchai Jaidee"), ("สมชาย ใจดี", "Jaidee Somchai"), ("นายสมชาย ใจดี", "Mr Somchai Chaidi"),
            ("ประเสริฐ", "Prasert"), ("วีรพล", "Weeraphol"), ("ณัฐพงศ์ ศรีสุข", "Nattapong Srisuk"),
            ("ภูมิพล", "Bhumibol"), ("วิพัฒน์ ลักษณ์", "Wipat Lak"), ("นครปฐม", "Nakhon Pathom"), ("เชียงใหม่", "Chiang Mai"),
            ("อุบลราชธานี", "Ubon Ratchathani"),
            ("ສົມສັກ ພົມມະຈັນ", "Somsack Phommachanh"), ("ຫຼວງພະບາງ", "Luang Prabang"), ("ສະຫວັນນະເຂດ", "Savannakhet"),
            ("ວຽງຈັນ", "Vieng Chan"), ("ປາກເຊ", "Pakse"),
            ("សុខា ចាន់", "Chan Sokha"), ("បាត់ដំបង", "Battambang"), ("កំពង់ចាម", "Kampong Cham"), ("ទី១", "Ti Muoy"),
            ("အောင်ဆန်း", "Aung San"), ("ဦးသန့်", "U Thant"), ("ခင်မောင်ဝင်း", "Daw Khin Maung Win"),
            ("မြင့်ဦး", "Myint Oo"), ("ထွန်းထွန်း", "Htun Tun"), ("သိန်းစိန်", "Thein Sein"), ("လှထွေး", "Hla Htwe"),
            ("王小明", "Wang Xiaoming"), ("王小明", "Xiao-ming Wong"), ("陈大文", "Chan Tai Man"), ("陳水扁", "Chen Shui-bian"),
            ("林志明", "Lim Chee Beng"), ("黄志强", "Ng Chee Keong"), ("吴小莉", "Goh Xiao Li"), ("蔡英文", "Tsai Ing-wen"),
            ("孙中山", "Sun Zhongshan"), ("Ольга Петрова", "Olga Petrova"),
        ])
    func romanised(native: String, latin: String) {
        let match = match(native, latin)
        #expect(match.score >= NameMatch.threshold, "\(match)")
    }

    @Test(
        "the same name in two spellings",
        arguments: [
            ("Nguyễn Văn Hùng", "Hung Nguyen Van"), ("Nguyễn Thị Xuân", "thixuan nguyen"),
            ("Trần Quốc Anh", "Tran Quoc Anh"),
            ("Soekarno", "Sukarno"), ("Budi Wijaya", "Boedi Widjaja"), ("Joko Suryadi", "Djoko Soerjadi"),
            ("Muhammad Gunawan", "Moh. Goenawan"), ("Chan Tai Man", "Chen Tai Man"),
            ("Wong Xiao Ming", "Wang Xiaoming"),
            ("Somchai Jaidee", "Somchay Chaidi"), ("Kyaw Zor", "Kyaw Zaw"), ("U Thein Sein", "Thein Sein"),
            ("Ma Khin Mg Hlaing", "Khin Mg Hlaing"), ("Jean-Claude Martin", "JC Martin"), ("John Smith", "Smith, J."),
            ("Bill Carter", "William Carter"), ("Dr. Anna Meier", "Anna Meyer"),
            ("Golden Pier Co., Ltd.", "Golden Pier Limited"),
            ("陳大文", "陈大文"), ("สมชาย", "สมชัย สมชาย"), ("Ig0r Petr0v", "Igor Petrov"),
            ("Blue Star Limited Liability Company", "Blue Star LLC"),
        ])
    func spellings(first: String, second: String) {
        let match = match(first, second)
        #expect(match.score >= NameMatch.threshold, "\(match)")
    }

    @Test(
        "names that are not the same",
        arguments: [
            ("สมชาย ใจดี", "Somsak Jaidee"), ("สมชาย ใจดี", "สมศักดิ์ ใจดี"), ("เชียงใหม่", "Chiang Rai"),
            ("นครปฐม", "Nakhon Phanom"),
            ("ສະຫວັນນະເຂດ", "Salavan"), ("ວັງວຽງ", "Vieng Xay"), ("ទី១", "Ti Pir"), ("សុខា ចាន់", "Chan Sophea"),
            ("កំពង់ចាម", "Kampong Thom"), ("အောင်ဆန်း", "Aung Win"), ("ခင်မောင်ဝင်း", "Khin Maung Htun"), ("王小明", "Wang Daming"),
            ("王小明", "Li Xiaoming"), ("王小明", "王小红"), ("林志明", "Tan Chee Beng"), ("Nguyễn Văn Hùng", "Nguyen Van Duc"),
            ("Budi Wijaya", "Budi Hartono"), ("John Smith", "Joan Meier"), ("Victory 3", "Storm 3"), ("", "Somchai"),
            ("?", "!"),
        ])
    func different(first: String, second: String) {
        let match = match(first, second)
        #expect(match.score < NameMatch.threshold, "\(match)")
        #expect(match.reason == .different)
    }

    @Test(
        "the reason is told",
        arguments: [
            ("Somchai Jaidee", "somchai  JAIDEE", .same), ("Somchai Jaidee", "Jaidee Somchai", .reordered),
            ("Thanh Nghia", "Thanhnghia", .reordered), ("สมชาย", "Somchai", .romanised), ("Jaidee", "Chaidi", .sound),
            ("Muhammad Halim", "Moh Halim", .nickname), ("J. Widodo", "Joko Widodo", .initial),
            ("สมชาย ใจดี", "S. Jaidee", .initial), ("ခင်မောင်သန်း", "Khin Maung T", .initial),
            ("Joko Widodo Santoso", "Joko Santoso", .partial), ("Vladimir", "Vladimri", .typing),
            ("Somchai", "Prasert", .different),
        ] as [(String, String, NameReason)])
    func reasons(first: String, second: String, reason: NameReason) {
        #expect(match(first, second).reason == reason)
    }

    @Test("short and common names say little, and say so")
    func thin() {
        #expect(match("Li", "Li").isThin)
        #expect(match("王", "Wong").isThin)
        #expect(!match("Somchai Jaidee", "Somchai Jaidee").isThin)
        #expect(match("Nguyen Van", "Nguyen Van").evidence < match("Sukhumalnontiya", "Sukhumalnontiya").evidence)
        #expect(match("Somchai", "Prasert").evidence == 0)
    }

    @Test("an explanation covers both names, piece by piece")
    func explanation() {
        let pieces = NameComparison.explain(NameKey("สมชาย"), NameKey("Somchai"))
        #expect(pieces.map(\.second).joined() == "somchai")
        #expect(pieces.map(\.first).joined() == "สมชาย")
        #expect(pieces.allSatisfy { $0.likeness == 1 })
        let words = NameComparison.explain(NameKey("Jaidee Somchai"), NameKey("Somchai Chaidi"))
        #expect(words.map(\.first) == ["jaidee", "somchai"] && words.map(\.second) == ["chaidi", "somchai"])
        let han = NameComparison.explain(NameKey("Chan Tai Man"), NameKey("陈大文"))
        #expect(han.map(\.first).joined() == "chantaiman" && han.map(\.second).joined() == "chendawen")
    }
}
