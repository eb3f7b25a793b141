import Testing

@testable import Access

/// Every single change of the table, of a forbid or of break-glass is noticed.
///
/// A change is *loud* when at least one of the 5,806,080 bits is another; *heard* when the bits are the same, but a
/// decision gives another reason or grants another view; else *silent*. What is silent is listed here, exactly, and
/// stands on the page twice: the comparison with the page, cell by cell, catches it.
@Suite("Mutations")
struct MutationTests {
    enum Effect { case loud, heard, silent }

    static let page = Matrix.page

    /// What a change does to some triples.
    static func effect(of mutant: Matrix, on rights: some Sequence<Right>) -> Effect {
        // What neither cell gives has no bit to lose.
        let isLoud = rights.contains { right in
            (page.rights[right] ?? mutant.rights[right]) != nil
                && page.contexts(right.role, right.operation, right.kind)
                    != mutant.contexts(right.role, right.operation, right.kind)
        }
        if isLoud { return .loud }
        let isHeard = rights.contains { right in
            Context.all.contains {
                page.decide(right.role, right.operation, right.kind, $0)
                    != mutant.decide(right.role, right.operation, right.kind, $0)
            }
        }
        return isHeard ? .heard : .silent
    }

    static let everything = Kind.allCases.flatMap { kind in
        Role.allCases.flatMap { role in Operation.allCases.map { Right(kind, role, $0) } }
    }

    @Test("an operation taken from a cell is loud")
    func operationTaken() {
        for right in Self.page.rights.keys {
            var mutant = Self.page
            mutant.rights[right] = nil
            #expect(Self.effect(of: mutant, on: [right]) == .loud, "\(right)")
        }
    }

    @Test("an operation added to a cell is loud; silent exactly where a forbid stands in its way in every context")
    func operationAdded() {
        var silent: Set<Right> = []
        for right in Self.everything where Self.page.rights[right] == nil {
            var mutant = Self.page
            mutant.rights[right] = []
            switch Self.effect(of: mutant, on: [right]) {
            case .loud: break
            case .heard: Issue.record("\(right) is heard, but not loud")
            case .silent: silent.insert(right)
            }
        }
        #expect(silent == Set(Self.everything.filter(Self.isAlwaysForbidden)))
    }

    /// What the page forbids without a condition, in words of the test's own.
    static func isAlwaysForbidden(_ right: Right) -> Bool {
        let (role, kind, name) = (right.role.letter, right.kind, right.kind.name)
        let operation = right.operation.letter
        guard kind != .statsPub else { return false }
        let cell = "\(name) \(operation)"
        func isOne(_ names: String) -> Bool { names.split(separator: " ").contains { $0 == name } }
        let written = ["tip C", "intel_entity C", "site_loc C", "status_label R"]
        return role == "J" && !["tip C", "audit_log R"].contains(cell)
            || role == "G" && !isOne("audit_log users_config") && !written.contains(cell)
            || "XQ".contains(role) && operation != "P" && !isOne("audit_log users_config keys custody_log")
            || !"VCL".contains(role) && kind == .clinical
            || "SCIL".contains(role) && operation == "R"
                && isOne("site_loc op_plan surveil_fin risk_assess intel_entity")
            || "NSCLWGVT".contains(role) && isOne("op_plan role_card")
            || "UE".contains(operation) && isOne("audit_log custody_log")
            || operation == "X" && isOne("victim_id relatives source_id clinical shelter_loc")
    }

    @Test(
        "a qualifier added or taken is loud; heard where the same is said twice, or only the view changes; never silent"
    )
    func qualifiers() {
        var heard: Set<String> = []
        for (right, qualifiers) in Self.page.rights {
            for qualifier in Qualifiers.each {
                var mutant = Self.page
                mutant.rights[right] = qualifiers.symmetricDifference(qualifier)
                let effect = Self.effect(of: mutant, on: [right])
                if Qualifiers.markers.contains(qualifier) {
                    #expect(effect == .heard, "\(right) \(qualifier.letters)")
                } else if effect != .loud {
                    #expect(effect == .heard, "\(right) \(qualifier.letters)")
                    let sign = qualifiers.contains(qualifier) ? "-" : "+"
                    heard.insert(
                        "\(right.kind.name) \(right.role.letter)\(right.operation.letter) \(sign)\(qualifier.letters)")
                }
            }
        }
        // A valid consent, or an order, is also one or the other.
        let implied = Self.page.rights.filter { _, qualifiers in
            !qualifiers.isDisjoint(with: [.consent, .order]) && !qualifiers.contains(.consentOrOrder)
        }.map { right, _ in "\(right.kind.name) \(right.role.letter)\(right.operation.letter) +j" }
        // F9 asks for two approvers as well, F4 for consent and for what is one's own.
        let repeated = [
            "victim_id DR -2", "victim_id PR -2", "relatives DR -2", "relatives PR -2", "source_id PR -2",
            "source_id KR -2", "status_label GR -c", "audit_log GR -o", "users_config GR -o", "users_config GU -o",
        ]
        #expect(heard == Set(implied + repeated))
    }

    @Test(
        "a pair of break-glass taken is loud; one added is, where reading has a condition that it waives and no forbid asks for"
    )
    func breakGlass() {
        // F9 asks for the approvals, F4 for the consent.
        let asked: Set = [
            Right(.sourceID, .prosecutor, .read), Right(.sourceID, .oversight, .read),
            Right(.statusLabel, .immigrationOfficer, .read),
        ]
        for role in Role.allCases {
            for kind in Kind.allCases {
                let there = Self.page.breakGlass[role] ?? []
                let isTaken = there.contains(kind)
                var mutant = Self.page
                mutant.breakGlass[role] = isTaken ? there.without(kind) : Choice(there.elements + [kind])
                let right = Right(kind, role, .read)
                let waives = Self.page.rights[right].map { !$0.isDisjoint(with: .waivable) } ?? false
                let effect = Self.effect(of: mutant, on: [right])
                #expect(effect == (waives && !asked.contains(right) ? .loud : .silent), "\(role) \(kind)")
                if isTaken { #expect(effect == .loud) }
            }
        }
    }
}
