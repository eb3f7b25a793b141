/// Whose contacts are like those of a new phone: everybody who shares some, with the evidence in bits.
///
/// Works in arrays that are reused from phone to phone.
struct Rivals {
    struct Rival {
        let phone: Int
        let shared: Int
        let bits: Double
    }

    private var sums: [SIMD4<Float>]
    private var shared: [Int32]
    private var touched: [UInt32] = []

    init(phones: Int) {
        sums = Array(repeating: .zero, count: phones)
        shared = Array(repeating: 0, count: phones)
    }

    /// Everybody who shares a contact with `phone` that is not a hub, in no order.
    ///
    /// `members` are the phones of each holder; `evidence.table` lists contacts by holder, so that those who speak
    /// with a holder are found at each of its phones.
    mutating func all(of phone: Int, _ evidence: ContactEvidence, _ around: ContactsTurned, hub: Int) -> [Rival] {
        for place in evidence.table.span(of: phone) {
            let span = around.span(of: Int(evidence.table.contact[place]))
            guard span.count <= hub else { continue }
            let weight = evidence.weights[place]
            for other in span {
                let who = Int(around.phone[other])
                if shared[who] == 0 { touched.append(UInt32(who)) }
                shared[who] += 1
                sums[who] += evidence.gains[Int(around.place[other])] * weight
            }
        }
        let base = evidence.base(of: phone)
        var rivals: [Rival] = []
        rivals.reserveCapacity(touched.count)
        for who in touched {
            let who = Int(who)
            if who != phone {
                rivals.append(Rival(phone: who, shared: Int(shared[who]), bits: Double((base + sums[who]).max())))
            }
            sums[who] = .zero
            shared[who] = 0
        }
        touched.removeAll(keepingCapacity: true)
        return rivals
    }
}
