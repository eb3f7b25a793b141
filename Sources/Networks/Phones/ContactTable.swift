/// Who speaks with whom, and how often: for each phone its contacts in rising order, with counts.
///
/// Contacts are *holders*: phones that are held to be one (a replaced phone and its replacement) count as one contact,
/// named by the representative in `holder`. The phones themselves stay apart.
struct ContactTable: Sendable {
    let starts: [Int32]
    let contact: [UInt32]
    let calls: [Int32]

    init(_ calls: Calls, _ index: CallIndex, holder: [UInt32]) {
        let count = calls.phoneCount
        // Lists come out sorted because they are filled in rising order of the holder.
        var next = index.starts
        var others = [UInt32](repeating: 0, count: index.rows.count)
        for phone in Self.order(holder) {
            let name = holder[Int(phone)]
            for place in index.span(of: Int(phone)) {
                let row = Int(index.rows[place])
                let other = Int(calls.from[row] == phone ? calls.to[row] : calls.from[row])
                others[Int(next[other])] = name
                next[other] += 1
            }
        }
        var starts = [Int32](repeating: 0, count: count + 1)
        var contact: [UInt32] = []
        var number: [Int32] = []
        contact.reserveCapacity(others.count)
        number.reserveCapacity(others.count)
        for phone in 0..<count {
            for place in index.span(of: phone) {
                let name = others[place]
                if contact.count > Int(starts[phone]), contact[contact.count - 1] == name {
                    number[number.count - 1] += 1
                } else {
                    contact.append(name)
                    number.append(1)
                }
            }
            starts[phone + 1] = Int32(contact.count)
        }
        self.starts = starts
        self.contact = contact
        self.calls = number
    }

    /// Phones in rising order of their holder (counting sort).
    private static func order(_ holder: [UInt32]) -> [UInt32] {
        var starts = [Int32](repeating: 0, count: holder.count + 1)
        for name in holder { starts[Int(name) + 1] += 1 }
        for name in holder.indices { starts[name + 1] += starts[name] }
        var order = [UInt32](repeating: 0, count: holder.count)
        for phone in holder.indices {
            order[Int(starts[Int(holder[phone])])] = UInt32(phone)
            starts[Int(holder[phone])] += 1
        }
        return order
    }

    /// Where the contacts of a phone stand.
    func span(of phone: Int) -> Range<Int> { Int(starts[phone])..<Int(starts[phone + 1]) }

    /// Contacts that two phones share, rising.
    func common(_ a: Int, _ b: Int) -> [UInt32] {
        var (i, j) = (span(of: a).lowerBound, span(of: b).lowerBound)
        let (endA, endB) = (span(of: a).upperBound, span(of: b).upperBound)
        var common: [UInt32] = []
        while i < endA, j < endB {
            if contact[i] == contact[j] {
                common.append(contact[i])
                i += 1
                j += 1
            } else if contact[i] < contact[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return common
    }
}
