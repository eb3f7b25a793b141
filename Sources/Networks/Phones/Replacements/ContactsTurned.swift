/// A contact table turned round: for each holder the phones that speak with it, and where that stands in the table.
struct ContactsTurned {
    let starts: [Int32]
    let phone: [UInt32]
    let place: [Int32]

    init(_ table: ContactTable, phones: Int) {
        var starts = [Int32](repeating: 0, count: phones + 1)
        for contact in table.contact { starts[Int(contact) + 1] += 1 }
        for holder in 0..<phones { starts[holder + 1] += starts[holder] }
        var next = starts
        var phone = [UInt32](repeating: 0, count: table.contact.count)
        var place = [Int32](repeating: 0, count: table.contact.count)
        for who in 0..<phones {
            for entry in table.span(of: who) {
                let holder = Int(table.contact[entry])
                phone[Int(next[holder])] = UInt32(who)
                place[Int(next[holder])] = Int32(entry)
                next[holder] += 1
            }
        }
        self.starts = starts
        self.phone = phone
        self.place = place
    }

    func span(of holder: Int) -> Range<Int> { Int(starts[holder])..<Int(starts[holder + 1]) }
}
