/// How the syllables of Chinese names are written in Latin letters: pinyin, Wade-Giles, and the spellings of Cantonese,
/// Hokkien, Teochew and Hakka speakers.
///
/// A character is read in Mandarin and becomes two symbols, its initial and its final; a dialect's spelling belongs
/// to the two together.
enum HanUnits {
    static let table = UnitTable(units(), slips: .short)

    private static let initials = [
        "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch",
        "sh", "r", "z", "c", "s", "y", "w",
    ]
    private static let finals = [
        "", "a", "o", "e", "i", "u", "v", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er", "ong", "ia", "ie",
        "iao", "iu", "ian", "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "ve",
        "ueng",
    ]

    /// Spellings of single initials and finals beside pinyin: Wade-Giles, Yale and what ears make of them.
    private static let initialVariants = """
        b p|p b|d t|t d|g k|k g kh|j ch k ts c|q ch ts k c hs|x hs s sh h|zh ch j z c ts|ch c tch s|sh s|r j y|z ts tz c j|c ts tz ch|s ss sz|y i j|w v u|h x w|l r|f ph
        """
    private static let finalVariants = """
        a ah ar|o oh or|e eh o er|i ee ih y ie|u oo w ou|v u ue yu|ai ay ei|ei ay ai|ao au aw ow|ou ow o au oh|an ann am|en un ern em|ang ung|eng ung ang erng|ong ung oong
        ia ea ya|ie ieh ye eh|iao iau eo ew|iu iou ew eu|ian ien yan en|in ing im yn|iang eang eung yang|ing in eng yng|iong iung yong|ua wa|uo o wo oh|uai wai
        ui uei wei ooi uy|uan wan uen|un uen oon wun en|uang wang ong|ue ueh yue uet|er erh
        """

    /// Whole syllables as dialects say them, the commonest first; our own knowledge beside the learned table.
    private static let dialects = """
        chen tan chan ting tran tjen|lin lim lam ling|huang wong wee ng oei ooi bong oey|wang wong ong heng bong|zhang cheung teo tio teoh chong cheong tjong thio
        li lee ly lie dy lei lai lay|wu ng goh go ngo gou eng woo|liu lau low lao liew lauw lew|cai choi chua choa tsai tjoa chai tsoi|xu hui koh khor kho chee tsui hsu kouw see
        yang yeung yeo yeoh ior njoo yong iong|zheng tay tee teh cheng chang the chung|guo kwok kwek quek kuek kwik kok|xie tse chia cheah tjia hsieh|zhou chow chew chiu chou tjioe joe
        zhao chiu teo tio chao chew|he ho hoe hor hoh|luo lo loh law lok|lu lo loh look luk loo lui|hong hung ang|ye yip yap yeh iap ip|zeng tsang chan chang tjan|deng tang teng then thang
        xiao siu siew seow sio siauw shaw siaw|fang fong png pung hong hung pang|shen sum sim sam shum|sun suen soon sng soen son|su so soh saw|zhu chu choo tjoe chee gee|hu wu oh aw woo ho foo
        gao ko koh kao kou|pan poon phua phoa pun phan|du to toh tu dao|lai lye lua loi|peng pang phe pheh phang|jiang kong kang keong geong cheung kiang|you yau yew ew|hou hau how|bai pak peh pek
        ke o kwa qua kua or|qiu yau khoo khu hew kiu chew|han hon hang|ren yam jim yin yum|xiong hung him|long lung leng loong|shi see sy sze si shek sik|wei wai ngai gui ngui ooi way|yan yim gan ngan yin
        tang tong tng thong|zhong chung cheong tiong|liang leung neo nio leong niu|song sung soong seung sang|feng fung pang foong hong|dong tung tang tong|yu yue yee oo yuk geok ee jie
        jin kam kim gim chin kum|hua wah hoa fah wa|mei mui bwee moi bee may|ming ming beng meng|hui wai hwee fai huey|ying ying eng yin|xiu sau siew siu|wen man boon mun bun|de tak teck tek|qing ching cheng heng hing
        jian kin kian kien gin|sheng sing seng shing|cheng shing seng sing ching|fu fook hock fuk hok|rong wing yong yung|shun shun soon|fa fat huat fatt|xing hing heng sing hin|an on aun
        jia ka kah gia kar|zi tsz chi choo tze tzu|zhi chi chee chih|yi yee yi ee ngai|guang kwong kong|guo kwok kok|hao ho hou how|jun chun kwan koon|jie kit kiat chieh|qiang keung kiong keong kheong
        xin sun sin yan hsin|xue suet hok seok shuet|yong wing yong eng|yun wan hun yuen|chun chun choon|li lai lay lik|wei wai wee wei|yuan yuen guan wan|tian tin tien|jing ching keng king jing
        bin ban pin|bo pok po|da tai tat tua|fen fan hoon|gui kwai kwee|hai hoi|lian lin lian lien|mo mok|qi kei kee chi|quan chuen chuan|rui sui swee|shan san shan|shu suk shuk|tao to toh|ting ting teng
        xia ha hah|xian sin sien|xiang heung hiang|yao yiu|yin yan yin|yue yuet goat|zhen chun chin tin|ai oi|bao po poh|chang cheong siong|chao chiu|dan tan|gang kong|hong hung|kai hoi kai|ling ling leng|nan nam lam
        ou au eu|ma ma beh bee|mai mak|tu to|tai thye toi|chu chu|cui tsui chui choy|ding ting teng|dai tai tay te|fan fan huan|gu koo ku kor|jiang keung|kang hong khang|kong hung khong|lei lui loi|ning ling|qian chin tsin|qin chun tsun
        """

    /// The symbols of characters: each the initial and the final of its Mandarin reading.
    static func symbols(_ readings: [[UInt8]]) -> [UInt8] { readings.flatMap(split) }

    /// Symbols as pinyin.
    static func text(_ symbols: ArraySlice<UInt8>) -> String {
        symbols.map { $0 & 0x80 != 0 ? initials[Int($0 & 0x7F)] : finals[Int($0)] }.joined()
    }

    /// A pinyin syllable in initial and final; initials have the high bit.
    private static func split(_ pinyin: [UInt8]) -> [UInt8] {
        let text = String(decoding: pinyin, as: UTF8.self)
        let initial =
            initials.indices.last { !initials[$0].isEmpty && text.hasPrefix(initials[$0]) && isLongest($0, text) } ?? 0
        let final = finals.firstIndex(of: String(text.dropFirst(initials[initial].count))) ?? 0
        return [0x80 | UInt8(initial), UInt8(final)]
    }

    private static func isLongest(_ index: Int, _ text: String) -> Bool {
        !initials.contains { $0.count > initials[index].count && text.hasPrefix($0) }
    }

    private static func units() -> [[UInt8]: [UnitTable.Way]] {
        var units: [[UInt8]: [UnitTable.Way]] = [:]
        for (index, latin) in initials.enumerated() {
            units[[0x80 | UInt8(index)]] = [.init(latin: Array(latin.utf8), cost: 0)]
        }
        for (index, latin) in finals.enumerated() where index > 0 {
            units[[UInt8(index)]] = [.init(latin: Array(latin.utf8), cost: 0)]
        }
        add(initialVariants, to: &units) { text in initials.firstIndex(of: text).map { [0x80 | UInt8($0)] } }
        add(finalVariants, to: &units) { text in finals.firstIndex(of: text).map { [UInt8($0)] } }
        add(dialects, to: &units) { split(Array($0.utf8)) }
        for (latin, pinyin, cost) in ChineseSurnames.spellings {
            UnitText.add([.init(latin: latin, cost: cost)], to: split(pinyin), in: &units)
        }
        return units
    }

    private static func add(
        _ text: String, to units: inout [[UInt8]: [UnitTable.Way]], _ native: (String) -> [UInt8]?
    ) {
        for line in text.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first, let symbols = native(first) else { continue }
            for (rank, latin) in words.dropFirst().enumerated() {
                UnitText.add(
                    [.init(latin: Array(latin.utf8), cost: UnitTable.Cost(14 + 5 * rank))], to: symbols, in: &units)
            }
        }
    }
}
