/// What a country's law allows: the switches that make an option exist or not (R008).
///
/// Law, not opinion: the profiles that come with Daybreak are examples for exercises, and `strict` is what holds until a
/// country's own lawyers have written theirs.
public struct Jurisdiction: Hashable, Sendable {
    /// The family of law, on which two routes to compensation depend (R173, R174).
    public enum Tradition: String, CaseIterable, Sendable { case civil, common, mixed }

    /// A ground on which officials enter a place (R099).
    public enum EntryBasis: String, CaseIterable, Sendable, Codable {
        case inspectionPower, warrant, consent, exigency
    }

    /// Whom the law may allow at a scene besides officers with a mandate (R119). Nobody else can be named here.
    public enum SceneGuest: String, CaseIterable, Sendable, Codable {
        case prosecutor, interpreter, medic, labourInspector
    }

    /// How compensation may be sought: the report's second figure, and three ways more (domain.md 2.12).
    public enum ClaimRoute: String, CaseIterable, Sendable, Codable {
        case stateFund, civilTort, labourClaim, adhesion, penalOrder
        case mandatoryRestitution, supervisedSettlement, employerInsurance
    }

    /// What takes proceeds of crime away, where the law has it (R168).
    public enum AssetPower: String, CaseIterable, Sendable, Codable { case cashSeizure, restraint, confiscation }

    /// The name of the profile.
    public let name: String
    /// The version of the file that it stands in.
    public let edition: String
    /// The family of law.
    public let tradition: Tradition
    /// Grounds for entering.
    public let entry: Set<EntryBasis>
    /// Who may be let onto a scene when its commander calls.
    public let guests: Set<SceneGuest>
    /// Routes that the law opens, before the family of law is asked.
    let opened: Set<ClaimRoute>
    /// The months in which a claim must be made, by route; absent where there is no limit.
    public let limitation: [ClaimRoute: Int]
    /// Powers over assets.
    public let assets: Set<AssetPower>
    /// Whether what is confiscated pays awards to persons at risk first.
    public let paysPersonsFirst: Bool
    /// Days to recover and decide, never fewer than 30.
    public let reflectionDays: Int
    /// Whether temporary leave comes with the right to work (R181).
    public let hasWorkRight: Bool
}

extension Jurisdiction {
    /// R171-R174: the routes that this law has. Adhesion belongs to civil law, compensation as a penalty to common law.
    public var routes: Set<ClaimRoute> {
        opened.filter { route in
            switch route {
            case .adhesion: tradition != .common
            case .penalOrder: tradition != .civil
            default: true
            }
        }
    }
}
