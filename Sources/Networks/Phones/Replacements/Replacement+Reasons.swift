public import Words

extension Replacement {
    /// What speaks for the pair and what against it, in words: the weightiest reasons first, then what speaks against.
    ///
    /// - Parameters:
    ///   - names: what the phones are called.
    ///   - contacts: the shared contacts' names, those that weigh most first; a few are enough.
    ///   - time: how a moment is written.
    public func reasons(
        names: (old: String, new: String), contacts: [String], time: (Int64) -> String
    ) -> [Phrase] {
        let (old, new) = names
        var reasons = [
            Phrase(
                "network.replacement.shared",
                ["old": old, "new": new, "count": String(evidence.shared), "names": contacts.joined(separator: ", ")]),
            Phrase(
                "network.replacement.old-silent",
                [
                    "old": old, "before": String(evidence.oldBefore), "after": String(evidence.oldAfter),
                    "time": time(evidence.oldUntil),
                ]),
            Phrase(
                "network.replacement.new-active",
                [
                    "new": new, "before": String(evidence.newBefore), "after": String(evidence.newAfter),
                    "time": time(evidence.newFrom),
                ]),
            Phrase("network.replacement.coverage", ["new": new, "percent": String(coveredPercent)]),
        ]
        if evidence.replacedContacts > 0 {
            reasons.append(Phrase("network.replacement.together", ["count": String(evidence.replacedContacts)]))
        }
        if evidence.places > 0.25 {
            reasons.append(Phrase("network.replacement.places", ["count": String(evidence.sharedCells)]))
        }
        if evidence.hours > 0.25 { reasons.append(Phrase("network.replacement.hours")) }
        if round > 1 { reasons.append(Phrase("network.replacement.round", ["round": String(round)])) }
        return reasons + doubts(old, new)
    }

    private func doubts(_ old: String, _ new: String) -> [Phrase] {
        var doubts: [Phrase] = []
        if evidence.contacts < 0 { doubts.append(Phrase("network.replacement.against.others", ["new": new])) }
        if evidence.places < -0.25 { doubts.append(Phrase("network.replacement.against.places")) }
        if evidence.hours < -0.25 { doubts.append(Phrase("network.replacement.against.hours")) }
        if evidence.silence < -0.5 { doubts.append(Phrase("network.replacement.against.silence", ["old": old])) }
        if evidence.newness < -0.5 { doubts.append(Phrase("network.replacement.against.newness", ["new": new])) }
        if evidence.stray < -0.5 { doubts.append(Phrase("network.replacement.against.stray")) }
        if evidence.mutual < 0 { doubts.append(Phrase("network.replacement.against.mutual")) }
        if evidence.claims < -0.5 { doubts.append(Phrase("network.replacement.against.claims", ["old": old])) }
        return doubts
    }

    /// How much of what could be seen of the old phone's circle the new one goes on with.
    private var coveredPercent: Int {
        Int((100 * (evidence.coverage / (2 * ReplacementEvidence.mostCoverage) + 0.5)).rounded())
    }
}
