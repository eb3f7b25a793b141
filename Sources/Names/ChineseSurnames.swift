/// Chinese surnames as Cantonese, Hokkien, Teochew, Hakka and older romanisations spell them, with their pinyin.
///
/// Derived from the surname table of *sinonym* (Apache-2.0; see docs/attributions.md): spellings that stand for a
/// surname other than the one their letters say, with at least a tenth of the bearers.
enum ChineseSurnames {
    /// The pinyin of the surnames that a spelling can stand for; empty for any other word.
    static func mandarin(_ latin: [UInt8]) -> [[UInt8]] { table[latin] ?? [] }

    /// Every spelling with its pinyin, and how surprising it is in sixteenths of a nat: little where the spelling means
    /// that surname first, more where its letters say another.
    static let spellings: [(latin: [UInt8], pinyin: [UInt8], cost: Int32)] = {
        let usual = table.flatMap { spelling in spelling.value.map { (spelling.key, $0, Int32(12)) } }
        let seldom = pairs(rare).map { ($0.latin, $0.pinyin, Int32(24)) }
        return (usual + seldom).sorted {
            ($0.2, String(decoding: $0.0, as: UTF8.self)) < ($1.2, String(decoding: $1.0, as: UTF8.self))
        }
    }()

    private static func pairs(_ text: String) -> [(latin: [UInt8], pinyin: [UInt8])] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).compactMap { entry in
            let parts = entry.split(separator: ":")
            return parts.count == 2 ? (Array(parts[0].utf8), Array(parts[1].utf8)) : nil
        }
    }

    private static let table: [[UInt8]: [[UInt8]]] = {
        var table: [[UInt8]: [[UInt8]]] = [:]
        for entry in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = entry.split(separator: ":")
            if parts.count == 2 { table[Array(parts[0].utf8)] = parts[1].split(separator: "/").map { Array($0.utf8) } }
        }
        return table
    }()

    private static let list = """
        au:ou chak:zhai chan:chen chang:zhang cheng:zheng cheuk:zhuo cheung:zhang chia:jia chiang:jiang chien:qian
        chik:qi chin:jin ching:cheng chiu:zhao choi:cai chou:zhou chow:zhou chu:zhu chuang:zhuang fok:huo fong:fang
        fung:feng goh:wu ho:he hsieh:xie hsiung:xiong hsu:xu hui:xu ip:ye jang:zhang kam:jin khoo:qiu kiu:qiao
        kong:jiang koo:gu kot:ge kuo:guo kut:qu kwan:guan kwok:guo kwong:kuang lam:lin lau:liu lee:li leung:liang
        lim:lin lo:luo loi:lei lok:luo luk:lu lung:long mak:mai miu:miao mok:mo ng:wu ngai:ai pang:peng poon:pan
        pun:pan seung:song shek:shi shin:shen shing:cheng shiu:shao shum:cen sik:shi sit:xue siu:xiao so:su son:sun
        soo:su suen:sun suh:xu sze:shi tam:tan teng:deng teo:zhang tin:tian ting:ding tiu:zhao tong:tang tou:du
        tsai:cai tsang:zeng tsao:cao tse:xie tseng:zeng tso:cao tsoi:cai tsui:xu tuan:duan wai:wei wan:wen wong:wang
        woo:hu yam:ren yau:you yeh:ye yeung:yang yik:yi yip:ye yiu:yao yuen:yuan yung:rong
        """

    /// Spellings whose letters say another surname first.
    private static let rare = """
        aam:an aan:an beuk:bi chee:qi chew:zhou chieh:jie chine:qin chung:zhong fai:hui fay:hui fook:fu fut:fu
        git:ji got:ge gun:guan hak:ke hau:hou heung:xiang hiu:xiao hok:xue hon:han horng:hong hsia:xia
        hsiao:xiao hsin:xin huey:hui hung:hong im:lin jen:ren jeng:zheng jeung:zhang jung:zheng kan:gan kay:qi
        kei:qi keng:geng kit:jie ko:ge kok:ge ku:gu kuan:guan kung:gong leuhng:liang lut:lu man:wen mang:meng
        may:mei moon:wen mut:mo on:an oou:ou pak:bai pao:bao pay:pei pui:pei qen:chen sheung:shang shih:shi
        shut:shu shyang:xiang sing:xing tau:tao tay:dai ti:di tim:tian tiong:tang to:du tsin:qian tsok:zuo
        tung:dong wah:hua wat:yu way:wei wok:huo wut:huo yay:yi yee:yi yeuk:yue yew:yu yim:yan yit:yi yuk:yu
        """
}
