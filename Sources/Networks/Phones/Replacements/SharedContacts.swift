extension Calls {
    /// The contacts that the phones of each pair share, those first that say most: rare ones with many calls.
    ///
    /// Contacts are phones as they stand in the records; a contact that replaced its phone stands with the phone
    /// that the old one spoke with.
    public func sharedContacts(_ pairs: [Replacement], atMost: Int = 5) -> [[UInt32]] {
        let index = CallIndex(self)
        var holder = [UInt32](0..<UInt32(phoneCount))
        for pair in pairs { holder[Int(pair.new)] = pair.old }
        // A chain of replacements ends at the first phone of it.
        for phone in holder.indices {
            var steps = 0
            while holder[Int(holder[phone])] != holder[phone], steps < phoneCount {
                holder[phone] = holder[Int(holder[phone])]
                steps += 1
            }
        }
        let table = ContactTable(self, index, holder: holder)
        var crowd = [Int](repeating: 0, count: phoneCount)
        for contact in table.contact { crowd[Int(contact)] += 1 }
        return pairs.map { pair in
            var calls: [UInt32: Int32] = [:]
            for phone in [pair.old, pair.new] {
                for place in table.span(of: Int(phone)) {
                    calls[table.contact[place], default: 0] += table.calls[place]
                }
            }
            let weight = { (contact: UInt32) in
                Bits.weight(calls[contact] ?? 0) / Double(max(1, crowd[Int(contact)]))
            }
            return Array(
                table.common(Int(pair.old), Int(pair.new))
                    .sorted { weight($0) != weight($1) ? weight($0) > weight($1) : $0 < $1 }.prefix(atMost))
        }
    }
}
