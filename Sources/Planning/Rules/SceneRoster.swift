public import Values
import Words

/// R118-R120, RL-08: who may be at the scene. The scene is closed: no switch, role or emergency opens it to others.
public enum SceneRoster {
    /// What somebody would be at the scene.
    public enum Capacity: String, CaseIterable, Sendable, Codable {
        case sceneCommander, entryTeam, arrestTeam, cordonOfficer, exhibitsOfficer, evidenceTech, transportOfficer
        case prosecutor, interpreter, medic, labourInspector
        case media, ngo, immigrationOfficer, observer, serviceProvider, victimLiaison, official
    }

    /// Why somebody may not be on the roster.
    ///
    /// - Parameter isCalledByCommander: whether the scene commander called for this person.
    public static func refusal(_ capacity: Capacity, in law: Jurisdiction, isCalledByCommander: Bool) -> Reason? {
        switch capacity {
        case .sceneCommander, .entryTeam, .arrestTeam, .cordonOfficer, .exhibitsOfficer, .evidenceTech,
            .transportOfficer:
            return nil
        case .prosecutor: return guest(.prosecutor, law, called: true)  // R140: there from the start
        case .labourInspector: return guest(.labourInspector, law, called: true)
        case .interpreter: return guest(.interpreter, law, called: isCalledByCommander)
        case .medic: return guest(.medic, law, called: isCalledByCommander)
        case .media, .ngo, .immigrationOfficer, .observer, .official:
            return Reason("RL-08", Phrase("planning.never-at-scene", ["capacity": capacity.rawValue]))
        case .serviceProvider, .victimLiaison:
            return Reason("R119", Phrase("planning.waits-at-safe-site", ["capacity": capacity.rawValue]))
        }
    }

    private static func guest(_ guest: Jurisdiction.SceneGuest, _ law: Jurisdiction, called: Bool) -> Reason? {
        if !law.guests.contains(guest) {
            return Reason("R119", Phrase("planning.law-keeps-away", ["capacity": guest.rawValue, "law": law.name]))
        }
        return called ? nil : Reason("R119", Phrase("planning.not-called", ["capacity": guest.rawValue]))
    }
}
