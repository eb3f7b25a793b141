/// Traditional characters of names and their simplified forms; our own list.
enum HanVariants {
    /// The simplified form of a character, or itself.
    static func simplified(_ value: UInt32) -> UInt32 { table[value] ?? value }

    private static let table: [UInt32: UInt32] = {
        var table: [UInt32: UInt32] = [:]
        for pair in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let scalars = pair.unicodeScalars.map(\.value)
            if scalars.count == 2 { table[scalars[0]] = scalars[1] }
        }
        return table
    }()

    private static let list = """
        陳陈 張张 劉刘 黃黄 楊杨 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 韓韩 馮冯 鄧邓 葉叶 蔣蒋 蘇苏 盧卢 蕭萧 賈贾 範范 鄒邹 陸陆 譚谭 嚴严 賴赖
        龍龙 萬万 錢钱 湯汤 閻阎 龐庞 鍾钟 鐘钟 顧顾 龔龚 單单 歐欧 區区 關关 鄺邝 麥麦 呂吕 溫温 連连 駱骆 齊齐 畢毕 聶聂 寧宁 華华 國国 偉伟 強强
        軍军 麗丽 豔艳 艷艳 芳芳 紅红 蘭兰 鳳凤 鵬鹏 飛飞 濤涛 傑杰 輝辉 雲云 夢梦 潔洁 靜静 穎颖 瑩莹 鑫鑫 寶宝 貴贵 東东 義义 愛爱 慶庆 興兴 學学
        榮荣 業业 財财 進进 遠远 達达 運运 開开 勝胜 賢贤 聖圣 聰聪 聲声 嬌娇 娟娟 嫻娴 婭娅 綺绮 綾绫 維维 綱纲 緯纬 繼继 續续 緒绪 純纯 紹绍 紅红
        詩诗 詠咏 諾诺 謙谦 譽誉 豐丰 貞贞 賓宾 躍跃 輔辅 轅辕 鈞钧 銘铭 鋒锋 錦锦 鎮镇 鑒鉴 長长 門门 陽阳 隆隆 雙双 韻韵 順顺 風风 駿骏 魯鲁 鴻鸿
        黨党 齡龄 個个 億亿 儀仪 優优 凱凯 劍剑 勁劲 勳勋 喬乔 堅坚 壽寿 孝孝 實实 導导 嶽岳 島岛 帥帅 廣广 彥彦 彌弥 恆恒 憲宪 戰战 權权 樂乐 樹树
        橋桥 檸柠 歷历 歡欢 澤泽 濱滨 瀟潇 燦灿 爾尔 獻献 瓊琼 瑋玮 璽玺 盡尽 禮礼 穩稳 竇窦 筆笔 節节 紀纪 織织 羣群 習习 臺台 舉举 藍蓝 藝艺 衛卫
        """
}
