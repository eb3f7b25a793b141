public import Values
import Words

extension OperationPlan {
    /// Why the plan is not ready, gate by gate.
    public func shortcomings(in law: Jurisdiction, _ framework: Framework) -> [Reason] {
        authorityReasons(law) + purposeReasons + peopleReasons(law) + languageReasons + siteReasons(framework)
            + evidenceReasons
    }

    // R038: an authority that is for this site, at this time, on a ground that the law has.
    private func authorityReasons(_ law: Jurisdiction) -> [Reason] {
        guard let authority, !authority.number.isEmpty else { return [Reason("G5", Phrase("planning.no-authority"))] }
        var reasons: [Reason] = []
        reasons.require(authority.site == site, "G5", Phrase("planning.authority-elsewhere"))
        reasons.require(
            authority.from <= entryAt && entryAt < authority.until, "G5", Phrase("planning.authority-not-then"))
        reasons.require(
            law.entry.contains(authority.basis), "G5",
            Phrase("planning.authority-unknown", ["basis": authority.basis.rawValue, "law": law.name]))
        return reasons
    }

    // R051, R036.
    private var purposeReasons: [Reason] {
        var reasons = Objective.allCases.filter { !objectives.contains($0) }.map {
            Reason("G6", Phrase("planning.objective-missing", ["objective": $0.rawValue]))
        }
        for part in PostRaidPart.allCases where !postRaid.contains(part) {
            reasons.append(Reason("G18", Phrase("planning.post-raid-missing", ["part": part.rawValue])))
        }
        if let force {
            reasons.require(!force.reason.isEmpty, "R126", Phrase("planning.force-without-reason"))
            reasons.require(!force.authority.isEmpty, "R126", Phrase("planning.force-without-authority"))
        }
        return reasons
    }

    // R050, R114, R118-R120, R123.
    private func peopleReasons(_ law: Jurisdiction) -> [Reason] {
        var reasons: [Reason] = []
        for team in Team.allCases {
            let leader = leaders[team]
            reasons.require(
                leader != nil && members.contains { $0.id == leader && $0.team == team }, "G7",
                Phrase("planning.team-without-leader", ["team": team.rawValue]))
        }
        for member in members {
            reasons.require(!member.tasks.isEmpty, "G7", Phrase("planning.member-without-task", ["member": member.id]))
            reasons += [
                SceneRoster.refusal(member.capacity, in: law, isCalledByCommander: member.isCalledByCommander)
            ].compactMap { $0 }
        }
        reasons.require(
            members.count { $0.capacity == .sceneCommander } == 1, "G7", Phrase("planning.one-commander"))
        for party in Party.allCases where !acknowledged.contains(party) {
            reasons.append(Reason("R114", Phrase("planning.not-acknowledged", ["party": party.rawValue])))
        }
        return reasons
    }

    // G9: one interpreter for each language at the same time, and one who is nobody else's.
    private var languageReasons: [Reason] {
        let matched = Matching.size(
            languages.sorted().map { language in
                interpreters.indices.filter { interpreters[$0].contains(language) }
            })
        var reasons: [Reason] = []
        for language in languages.sorted() where !interpreters.contains(where: { $0.contains(language) }) {
            reasons.append(Reason("G9", Phrase("planning.no-interpreter", ["language": language])))
        }
        reasons.require(
            matched == languages.count && interpreters.count > languages.count, "G9",
            Phrase("planning.no-spare-interpreter"))
        return reasons
    }

    // R122, RL-09, G10-G13.
    private func siteReasons(_ framework: Framework) -> [Reason] {
        var reasons: [Reason] = []
        let most = String(expectedPersons.upperBound)
        if let safeSite {
            reasons.require(
                safeSite.id != site && safeSite.metres >= framework[.safeSiteMetres], "G11",
                Phrase("planning.safe-site-near", ["metres": String(framework[.safeSiteMetres])]))
            reasons.require(
                safeSite.capacity >= expectedPersons.upperBound, "G11",
                Phrase("planning.safe-site-small", ["most": most]))
            reasons.require(safeSite.hasPrivateRooms, "G11", Phrase("planning.safe-site-open"))
            reasons.require(
                safeSite.hasChildArea || !mayMeetChildren, "G11", Phrase("planning.safe-site-children"))
        } else {
            reasons.append(Reason("G11", Phrase("planning.no-safe-site")))
        }
        reasons.require(
            servicePlaces >= expectedPersons.upperBound, "G10",
            Phrase("planning.too-few-places", ["places": String(servicePlaces), "most": most]))
        reasons.require(hasSeparateTransport, "G12", Phrase("planning.transport-shared"))
        reasons.require(hasMedicalCover, "G13", Phrase("planning.no-medical-cover"))
        reasons.require(hasChildPlan || !mayMeetChildren, "G13", Phrase("planning.no-child-plan"))
        return reasons
    }

    // R115, R138, R164.
    private var evidenceReasons: [Reason] {
        var reasons = OffenderClass.allCases.filter { evidence[$0]?.isEmpty != false }.map {
            Reason("G14", Phrase("planning.no-evidence-plan", ["class": $0.rawValue]))
        }
        reasons.require(qualifiedCollectors > 0, "G14", Phrase("planning.no-collector"))
        reasons.require(!brokerPlan.isEmpty, "G15", Phrase("planning.no-broker-plan"))
        return reasons
    }
}

/// Giving each of some needs one of the things that can meet it (Kuhn's algorithm; the numbers are small).
enum Matching {
    /// How many needs can be met at the same time.
    static func size(_ choices: [[Int]]) -> Int {
        var holder: [Int: Int] = [:]
        func place(_ need: Int, _ tried: inout Set<Int>) -> Bool {
            for thing in choices[need] where tried.insert(thing).inserted {
                if let other = holder[thing], !place(other, &tried) { continue }
                holder[thing] = need
                return true
            }
            return false
        }
        return choices.indices.count { need in
            var tried: Set<Int> = []
            return place(need, &tried)
        }
    }
}
