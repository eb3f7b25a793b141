/// Words around names that are no part of them, or say less than other words, or stand for other names.
enum NameWords {
    /// Titles and forms of address; left out of the comparison unless nothing else is there.
    static let titles = set(
        """
        mr mrs ms miss mister madam mme monsieur madame mlle herr frau senor senora dr doctor prof professor sir lady lord dame
        president minister general gen colonel col major maj captain capt capitan lt lieutenant sgt sergeant police pol officer
        rev reverend father sister brother fr hon judge king queen prince princess sheikh shaikh shaykh sheik haji hajji hadji hajj
        mullah maulana mawlawi maulvi qari ayatollah imam ustad mufti prasident presidente
        daw khunying mom oknha samdech neak bapak ibu mbak raden tuan puan encik datuk dato datin kyai
        นาย นาง นางสาว นส น.ส ดช ดญ เด็กชาย เด็กหญิง คุณ ดร พระ หลวง พลเอก พลโท พลตรี พันเอก พันโท พันตรี ร้อยเอก ร้อยโท ร้อยตรี ส.ต.ต จ่า ครู อาจารย์ นพ พญ
        ທ້າວ ນາງ ນາງສາວ ທ່ານ ດຣ ພະ
        លោក លោកស្រី អ្នកនាង កញ្ញា ឧកញ៉ា សម្តេច ឯកឧត្តម បណ្ឌិត
        先生 小姐 女士 太太
        """)

    /// Titles that are names as well: left out only at the beginning, before two other words.
    static let maybeTitles = set(
        """
        u ko ma maung mg nang nan naw saw sai sao khun nai phra luang thao chao lok ong ba co anh chi pak bu mas kh
        ဦး ဒေါ် ကို မ မောင် ဒေါက်တာ ဆရာ ဆရာမ နော် စော စိုင်း နန်း သူရ ဗိုလ်
        """)

    /// Native titles that are written together with the name.
    static let joinedTitles: [[UInt32]] = """
        นางสาว นาย นาง เด็กชาย เด็กหญิง น.ส. ท้าว ดร. คุณหญิง ທ້າວ ນາງສາວ ນາງ ທ່ານ លោកស្រី លោក ဦး ဒေါ် ဒေါက်တာ
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Fold.scalars(String($0)) }

    /// Small words inside names: they weigh little, and their absence nothing.
    static let particles = set(
        """
        bin ibn ben bint binti binte al el ul ur abu abou von van der den de la le du da do dos das di del della e y i af av zu zum
        of the and for und et im in at thi van na bt b s o d
        """)

    /// Legal forms and other words of companies, with the form that they stand for.
    static let legalForms: [String: String] = {
        var forms: [String: String] = [:]
        let list = """
            ltd limited ltda lda|inc incorporated|corp corporation|co company compania|llc|plc|gmbh|ag aktiengesellschaft akg|sa|sarl srl|nv|bv|spa|as|ab|oy|pte|pty
            jsc ojsc pjsc cjsc oao pao zao ao|ooo|llp|lp|kg|se|sas|tbk|pt|bhd|sdn|eood|ood|sro|doo|oo|zoo|group gruppe|holding holdings|fund|trust|foundation
            """
        for line in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let words = line.split(separator: " ").map(String.init)
            for word in words { forms[word] = words[0] }
        }
        return forms
    }()

    /// Legal forms of several words, in Latin letters, with the short form that they stand for.
    static let legalPhrases: [(words: [[UInt8]], form: [UInt8])] = """
        limited liability company:llc|open joint stock company:jsc|public joint stock company:jsc|joint stock company:jsc
        public limited company:plc|gesellschaft mit beschrankter haftung:gmbh|societatea cu raspundere limitata:srl
        obshchestvo s ogranichennoy otvetstvennostyu:ooo|aktsionernoye obshchestvo:jsc|otkrytoye aktsionernoye obshchestvo:jsc
        societe anonyme:sa|sociedad anonima:sa|sendirian berhad:bhd|perseroan terbatas:pt|cong ty tnhh:ltd|cong ty co phan:jsc|borisat chamkat:ltd
        """.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map { line in
            let parts = line.split(separator: ":")
            return (parts[0].split(separator: " ").map { Array($0.utf8) }, Array(parts[1].utf8))
        }.sorted { $0.words.count > $1.words.count }

    /// Short forms and nicknames, each line one name; the region's and the common English and Russian ones.
    static let nicknames: [String: [UInt64]] = {
        var names: [String: [UInt64]] = [:]
        let list = """
            muhammad mohammad mohamed mohammed muh moh mohd md muhamad mohamad mochammad muhammed mehmet|abdul abd abdel|ahmad ahmed achmad akhmad|yusuf yusup joseph jusuf yousef yusof josef joe|
            nguyen ng|thi t|william bill will billy liam|robert bob rob bobby robbie|richard dick rick rich|james jim jimmy jamie|john jack johnny jon juan ivan jean jan johann|theodore ted teddy theo
            elizabeth liz beth betty eliza lisa|margaret maggie peggy meg|katherine catherine kate kathy katie cathy|michael mike mick michel mikhail miguel|anthony tony anton|alexander alex sasha aleksandr alexandr|barack barry
            benjamin ben bibi|thomas tom tommy|daniel dan danny|david dave|edward ed eddie ted|charles charlie chuck karl carlos|henry harry hank|samuel sam|steven stephen steve|andrew andy andrei drew|nicholas nick nicolas
            matthew matt|christopher chris|patricia pat patty|jennifer jen jenny|susan sue suzy|rebecca becky|deborah debbie|vladimir volodya vova|dmitry dmitri dima|yevgeny evgeny|sergei sergey serge|yuri yury|peter pete pyotr pedro
            george georg jorge|francis frank|joshua josh|gregory greg|jeffrey jeff geoffrey|kenneth ken|ronald ron|donald don|timothy tim|philip phil|lawrence larry|raymond ray|albert al bert|alfred fred|frederick fred|louis lou luis
            sukarno soekarno|somchai chai|international intl int|first 1st|second 2nd|third 3rd|united utd|department dept|university univ|association assn|brothers bros|manufacturing mfg|organisation organization|saint st|mount mt
            one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10|forty 40|twenty 20|thirty 30|fortyfour 44
            """
        for line in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let words = line.split(separator: " ").map(String.init)
            for word in words { names[word, default: []].append(NameKey.hash(Array(words[0].utf8))) }
        }
        return names
    }()

    /// Names that so many people bear that they say little.
    static let common = set(
        """
        nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly van thi wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu
        lin lim tan wong chan lee cheung lau ng leung ho chow somchai somsak suda aung win kyaw khin tin than myint thein tun zaw min hla soe naing htun mya san
        muhammad mohammad mohamed mohammed ahmad ahmed abdul ali hassan hussein sok chan sovann chea kim keo heng muhammad sri dewi budi siti agus
        kim lee park khan singh kumar phommachanh keo trapeang phum kampong prek phnum ban nong khok na huai tuol
        john james mary maria jose david michael robert smith jones
        """)

    private static func set(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Fold.fold(String($0)) })
    }
}
