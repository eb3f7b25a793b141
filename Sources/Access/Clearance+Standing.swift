extension Clearance {
    /// The labels whose rows somebody may read, as the matrix decides for each.
    ///
    /// Break-glass opens no label: it is for one person at risk, and a label covers rows about many.
    public static func of(_ standing: Standing, labels: some Sequence<(id: LabelID, label: Label)>) -> Clearance {
        Clearance(labels.lazy.filter { standing.mayRead($0.label) }.map(\.id))
    }
}

extension Standing {
    /// Whether the rows of a label may be read.
    func mayRead(_ label: Label) -> Bool {
        guard let compartment = Compartment(name: label.compartment),
            case .permit(let grant) = decide(as: role, .read, compartment.kind, context(label, compartment))
        else { return false }
        return !(grant.isRedacted && compartment.namesPersons)
    }

    /// What is true of this account and the rows of a label. Nothing that is true of single persons or moments
    /// (consent, approvals, release in time) holds for a label.
    func context(_ label: Label, _ compartment: Compartment) -> Context {
        // What belongs to a team of ours is not ours: to the others in our organisation it does not exist.
        let isOurs = label.organisation == organisation && (label.team.isEmpty || teams.contains(label.team))
        return Context(
            isAssigned: isOurs || names(label.release),
            isOwn: isOurs, isUnderOrder: compartment.isUnderOrder,
            isExcluded: label.excluded.contains(account) || names(label.excluded)
                || exclusions.contains { $0.covers(label, compartment.kind) },
            isPostingCurrent: isPostingCurrent)
    }

    // Whether principals name the organisation or the unit.
    private func names(_ principals: Set<String>) -> Bool {
        principals.contains(organisation) || !unit.isEmpty && principals.contains(unit)
    }
}
