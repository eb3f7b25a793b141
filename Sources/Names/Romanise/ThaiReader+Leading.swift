/// Syllables that begin with a vowel written before its consonant: เ แ โ ใ ไ.
extension ThaiReader {
    mutating func readLeading() {
        let vowel = value(at)
        at += 1
        closed = false
        switch vowel {
        case 0xE43, 0xE44: readAi()
        case 0xE42: readPlain("o", opensAlone: false)
        case 0xE41: readPlain("ae", opensAlone: true)
        default: readE()
        }
    }

    private mutating func readAi() {
        if isCluster(at) && !isBearer(at + 1) { beginCluster() } else { beginInitial() }
        out.add("ai")
        if value(at) == 0xE22 && bareRun(at) % 2 == 1 { at += 1 }  // ไทย, ไชย: the ย is not heard again
    }

    private mutating func readPlain(_ vowel: StaticString, opensAlone: Bool) {
        let run = bareRun(at)
        if isCluster(at) && !isBearer(at + 1) && (run >= 3 || (opensAlone && run == 2 && value(at + 1) != 0xE27)) {
            beginCluster()
        } else if run == 3 && ThaiSpelling.isHighObstruent(value(at)) {
            readOpenA()  // แสดง sa-daeng
            beginInitialHere()
        } else {
            beginInitial()
        }
        if value(at) == 0xE47 || value(at) == 0xE30 { at += 1 }
        if value(at - 1) == 0xE30 { out.add(vowel) } else { finish(vowel, forced: value(at - 1) == 0xE47) }
    }

    private mutating func beginInitialHere() {
        out.begin(ThaiLetters.initial(value(at)))
        at += 1
    }

    private mutating func readE() {
        if isSign(at + 1) {
            beginInitial()
            readESign()
        } else if isBearer(at + 1) && bearsE(at + 1) {
            if isCluster(at) {
                beginCluster()
            } else {
                readOpenA()
                beginInitial()
            }
            readESign()
        } else {
            readEBare()
        }
    }

    /// Whether the sign on this consonant belongs to the เ written before the consonant in front of it.
    private func bearsE(_ index: Int) -> Bool {
        let sign = value(index + 1)
        switch sign {
        case 0xE35: return value(index + 2) == 0xE22
        case 0xE37: return value(index + 2) == 0xE2D
        case 0xE30, 0xE47, ThaiSpelling.o: return true
        case 0xE34:
            let first = value(index - 1)
            return isCluster(index - 1)
                || ((first == 0xE08 || first == 0xE09 || first == 0xE16) && ThaiSpelling.isSonorant(value(index)))
        case 0xE32: return isCluster(index - 1)
        default: return false
        }
    }

    private mutating func readESign() {
        let sign = value(at)
        switch (sign, value(at + 1)) {
        case (0xE35, 0xE22):
            at += 2
            finish("ia")
        case (0xE37, 0xE2D):
            at += 2
            finish("uea")
        case (0xE32, 0xE30):
            at += 2
            out.add("o")
        case (0xE32, _):
            at += 1
            out.add("ao")
        case (ThaiSpelling.o, _), (0xE34, _):
            at += 1
            finish("oe")
        case (0xE30, _):
            at += 1
            out.add("e")
        case (0xE47, _):
            at += 1
            finish("e", forced: true)
        default:  // not a vowel of เ: the sign is on its own
            out.add("e")
            readSign()
        }
    }

    private mutating func readEBare() {
        let run = bareRun(at)
        let (second, third) = (value(at + 1), value(at + 2))
        if second == 0xE22 && run == 2 {
            beginInitial()
            out.add("oe")
            close()
        } else if run == 3 && isCluster(at) {
            beginCluster()
            out.add("e")
            close()
        } else if (run == 3 && (second == 0xE29 || second == 0xE2A || second == 0xE21))
            || (run == 4 && ThaiSpelling.isSilentPair(third, value(at + 3)))
        {
            readOpenA()  // เกษม ka-sem, เกษตร ka-set
            beginInitial()
            out.add("e")
            close()
            if run == 4 { at += 1 }
        } else {
            let silent = run >= 3 && ThaiSpelling.isSilentPair(second, third)
            beginInitial()
            out.add("e")
            if run >= 2 { close() }
            if silent { at += 1 }
        }
    }
}
