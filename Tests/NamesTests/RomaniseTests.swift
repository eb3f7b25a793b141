import Testing

@testable import Names

// Common names and well-known places; none is a person's.
@Suite("romanisation")
struct RomaniseTests {
    @Test(
        "Thai",
        arguments: [
            ("สมชาย", "somchai"), ("ใจดี", "chaidi"), ("สมศักดิ์", "somsak"), ("สมหมาย", "sommai"), ("ประเสริฐ", "prasoet"),
            ("สุชาติ", "suchat"),
            ("วิชัย", "wichai"), ("จันทร์", "chan"), ("ศรีสุข", "sisuk"), ("ทองดี", "thongdi"), ("บุญมี", "bunmi"),
            ("เชียงใหม่", "chiangmai"),
            ("ขอนแก่น", "khonkaen"), ("นครปฐม", "nakhonpathom"), ("กรุงเทพ", "krungthep"), ("สมุทรปราการ", "samutprakan"),
            ("ภูเก็ต", "phuket"),
            ("ระนอง", "ranong"), ("ลำปาง", "lampang"), ("พิษณุโลก", "phitsanulok"), ("น้ำ", "nam"), ("ธรรม", "tham"),
            ("กรรม", "kam"), ("สวน", "suan"),
            ("เมือง", "mueang"), ("เกาะ", "ko"), ("หมู่", "mu"), ("ราชบุรี", "ratchaburi"), ("สระแก้ว", "sakaeo"),
            ("จักรี", "chakkri"),
            ("พัชรี", "phatchari"), ("วีรพล", "wiraphon"), ("รัตนา", "rattana"), ("เจริญ", "charoen"), ("เฉลิม", "chaloem"),
        ])
    func thai(native: String, latin: String) {
        #expect(Romanise.latin(native) == latin)
    }

    @Test(
        "Lao",
        arguments: [
            ("ສົມສັກ", "somsak"), ("ວຽງຈັນ", "viangchan"), ("ຈຳປາ", "champa"), ("ບຸນມີ", "bounmi"), ("ຄຳແພງ", "khampheng"),
            ("ປາກເຊ", "pakxe"),
            ("ທອງ", "thong"), ("ແກ້ວ", "keo"), ("ສຸກ", "souk"), ("ໄຊ", "xai"), ("ພົມມະຈັນ", "phommachan"),
            ("ຫຼວງພະບາງ", "louangphabang"),
        ])
    func lao(native: String, latin: String) {
        #expect(Romanise.latin(native) == latin)
    }

    @Test(
        "Khmer",
        arguments: [
            ("សុខា", "sokha"), ("ចាន់", "chan"), ("សុភា", "sophea"), ("វិជ្ជា", "vichchea"), ("ភ្នំ", "phnum"), ("បាត់", "bat"),
            ("ត្រពាំង", "trapeang"), ("ចក្រា", "chakra"), ("អង្គរ", "angkor"), ("កំពង់", "kampong"), ("ស្វាយ", "svay"),
        ])
    func khmer(native: String, latin: String) {
        #expect(Romanise.latin(native) == latin)
    }

    @Test(
        "Burmese",
        arguments: [
            ("အောင်", "aung"), ("မောင်", "maung"), ("ကျော်", "kyaw"), ("ဇော်", "zaw"), ("ဝင်း", "win"), ("သက်", "thet"),
            ("မြင့်", "myint"),
            ("ညွန့်", "nyunt"), ("လွင်", "lwin"), ("ခိုင်", "khaing"), ("လှ", "hla"), ("စန်း", "san"), ("ရန်ကုန်", "yankon"),
            ("မန္တလေး", "mantalay"),
            ("ထွန်း", "htun"), ("ရွှေ", "shwe"), ("စိုး", "so"), ("ဖြူ", "phyu"), ("အောင်ဆန်း", "aunghsan"),
        ])
    func burmese(native: String, latin: String) {
        #expect(Romanise.latin(native) == latin)
    }

    @Test(
        "Chinese and others",
        arguments: [
            ("王小明", "wangxiaoming"), ("单小明", "shanxiaoming"), ("李", "li"), ("陳大文", "chendawen"),
            ("Щербакова", "shcherbakova"),
            ("Nguyễn Văn", "nguyen van"), ("सुनीता देवी", "sunita devi"), ("12 สมชาย", "12 somchai"), ("", ""),
        ])
    func others(native: String, latin: String) {
        #expect(Romanise.latin(native) == latin)
    }

    @Test("no text of the region's letters makes a reader stop or fail", arguments: [UInt64(1), 2, 3, 4])
    func fuzz(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix(state: seed)
        for block: ClosedRange<UInt32> in [0xE01...0xE5B, 0xE81...0xEDF, 0x1780...0x17F9, 0x1000...0x109F] {
            let letters = String(String.UnicodeScalarView(block.compactMap(Unicode.Scalar.init)))
            for _ in 0..<1000 {
                let text = random.text(alphabet: letters + " ", length: 14)
                #expect(Romanise.latin(text).utf8.allSatisfy { $0 < 0x80 }, "\(text.unicodeScalars.map(\.value))")
            }
        }
    }
}
