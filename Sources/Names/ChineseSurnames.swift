/// Chinese surnames as Cantonese, Hokkien, Teochew, Hakka and older romanisations spell them, with their pinyin.
///
/// Derived from the surname table of *sinonym* (Apache-2.0; see docs/attributions.md): spellings that stand for a
/// surname other than the one their letters say, with at least a tenth of the bearers.
enum ChineseSurnames {
    /// The pinyin of the surnames that a spelling can stand for; empty for any other word.
    static func mandarin(_ latin: [UInt8]) -> [[UInt8]] { table[latin] ?? [] }

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
}
