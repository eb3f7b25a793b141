/// A report of an NGO or a community group: short, calm, about a workplace or a broker.
struct Note: Sendable {
    let day: Int
    /// The workplace that it speaks of.
    let workplace: Int
    let language: String
    let text: String
    let phone: Int?
    let vehicle: Int?
    /// Whether the company is named in the column for it.
    let namesCompany: Bool
}

extension Province {
    /// All reports, in order of day. Three or four speak of each exploitation site, two of each site that is only
    /// suspected, and others of places where nothing is wrong.
    var notes: [Note] {
        var draw = Draw(seed, .notes)
        var notes: [Note] = []
        for site in 0..<Workplace.siteCount {
            for _ in 0..<(site < Workplace.exploitationCount ? draw.within(3...4) : 2) {
                notes.append(note(about: site, &draw))
            }
        }
        for _ in 0..<max(12, min(400, people / 120)) {
            notes.append(note(about: draw.within(Workplace.siteCount...(workplaces.count - 1)), &draw))
        }
        return notes.sorted { ($0.day, $0.workplace, $0.text) < ($1.day, $1.workplace, $1.text) }
    }

    private func note(about workplace: Int, _ draw: inout Draw) -> Note {
        let day = draw.below(days)
        let template = draw.pick(NoteText.all)
        let isExploitation = workplace < Workplace.exploitationCount
        var phone: Int?
        var vehicle: Int?
        if isExploitation {
            if draw.chance(0.5) { phone = self.phone(of: mentioned(at: workplace, &draw), day: day) }
            let drivers = ring.transporters.filter { $0.broker == Ring.broker(ofSite: workplace) }
            if draw.chance(0.3) { vehicle = Int(persons[draw.pick(drivers).person].vehicle) }
        } else if draw.chance(0.3) {
            phone = self.phone(of: managers[workplace], day: day)
        }
        let name = template.language == "th" ? workplaces[workplace].nameThai : workplaces[workplace].nameEnglish
        return Note(
            day: day, workplace: workplace, language: template.language,
            text: template.text.replacing("{site}", with: name).replacing("{n}", with: "\(draw.within(3...12))"),
            phone: phone.flatMap { $0 >= 0 ? $0 : nil }, vehicle: vehicle.flatMap { $0 >= 0 ? $0 : nil },
            namesCompany: draw.chance(0.6))
    }

    /// People know the number of the recruiter or of the site's manager; nobody knows the main broker's.
    private func mentioned(at site: Int, _ draw: inout Draw) -> Int {
        let recruiters = ring.recruiters.filter { $0.broker == Ring.broker(ofSite: site) }
        return draw.chance(0.5) ? ring.managers[site] : draw.pick(recruiters).person
    }
}

/// What reports say, by language. *Person at risk* is the word in all of them.
struct NoteText: Sendable {
    let language: String
    let text: String

    static let all: [NoteText] = [
        ("en", "A person at risk at {site} says that papers are held in the office."),
        ("en", "Visit to {site}: {n} workers, some could not say what they are paid. Follow up asked for."),
        ("en", "A relative asks after a person at risk who went to work at {site} and no longer answers."),
        ("en", "Community volunteer: work at {site} goes on late; a broker is said to keep part of the pay."),
        ("th", "ผู้ที่อยู่ในภาวะเสี่ยงที่ {site} แจ้งว่านายจ้างเก็บเอกสารไว้"),
        ("th", "ลงพื้นที่ {site} พบคนงาน {n} คน บางคนไม่ทราบค่าจ้างของตน"),
        ("th", "ญาติสอบถามถึงคนงานที่ {site} ติดต่อทางโทรศัพท์ไม่ได้"),
        ("th", "อาสาสมัครแจ้งว่ามีนายหน้าพาคนงานมาที่ {site} และหักค่าจ้าง"),
        ("km", "អ្នកប្រឈមហានិភ័យនៅ {site} និយាយថា ឯកសារត្រូវបានរក្សាទុកនៅការិយាល័យ"),
        ("km", "ក្រុមគ្រួសារសួររកអ្នកធ្វើការនៅ {site} ដែលលែងឆ្លើយទូរស័ព្ទ"),
        ("km", "មេខ្យល់យកប្រាក់ពីប្រាក់ខែនៅ {site} អ្នកធ្វើការ {n} នាក់"),
        ("lo", "ຜູ້ທີ່ມີຄວາມສ່ຽງຢູ່ {site} ບອກວ່າເອກະສານຖືກເກັບໄວ້"),
        ("lo", "ຄອບຄົວຖາມຫາຄົນງານຢູ່ {site} ທີ່ຕິດຕໍ່ບໍ່ໄດ້"),
        ("lo", "ນາຍໜ້າພາຄົນງານ {n} ຄົນມາ {site} ແລະຫັກຄ່າແຮງ"),
        ("my", "{site} တွင် အန္တရာယ်ရှိသူတစ်ဦးက စာရွက်စာတမ်းများ သိမ်းထားသည်ဟု ပြောသည်"),
        ("my", "မိသားစုက {site} တွင် အလုပ်လုပ်သူကို ဆက်သွယ်၍ မရပါဟု ပြောသည်"),
        ("my", "ပွဲစားက {site} မှ အလုပ်သမား {n} ဦး၏ လုပ်ခကို ဖြတ်သည်"),
        ("vi", "Người có nguy cơ tại {site} cho biết giấy tờ bị giữ ở văn phòng."),
        ("vi", "Gia đình hỏi thăm người làm việc tại {site}, không còn liên lạc được."),
        ("vi", "Người môi giới giữ lại một phần lương của {n} người tại {site}."),
    ].map { NoteText(language: $0.0, text: $0.1) }
}
