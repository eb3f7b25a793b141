public import Values

/// Which gates are green now. A gate that was green once turns red by itself when its time has run out (R026, R036).
public struct Readiness: Sendable {
    /// How a gate stands.
    public enum Light: Hashable, Sendable {
        case green
        /// Confirmed, but too long ago.
        case expired(at: Int)
        case open
    }

    /// The version of the table that says how long a gate is valid.
    public let edition: String
    let validity: [Gate: Int]

    /// Reads the table of gates.
    public init(_ table: RuleTable) throws(RuleTableError) {
        let rows = try table.byKey { row throws(RuleTableError) in try row.choice("gate", Gate.self) }
        var validity: [Gate: Int] = [:]
        for gate in Gate.allCases {
            guard let row = rows[gate] else {
                throw RuleTableError(RulePlace(table: table.name, line: 1), .missing(gate.rawValue))
            }
            validity[gate] = try row.optionalWhole("valid-hours", in: 1...720)
        }
        self.validity = validity
        edition = table.edition
    }

    /// The gates that come with Daybreak.
    public static func shipped() throws(RuleTableError) -> Readiness {
        try Readiness(
            RuleTable(PackageResources.gates_table, name: "gates", columns: ["gate", "valid-hours", "basis"]))
    }

    /// How a gate stands that was confirmed at a moment, or never. What is confirmed in the future is not confirmed.
    public func light(_ gate: Gate, confirmedAt: Int?, now: Int) -> Light {
        guard let confirmedAt, confirmedAt <= now else { return .open }
        guard let hours = validity[gate], now > confirmedAt + hours.hours else { return .green }
        return .expired(at: confirmedAt + hours.hours)
    }

    /// The gates of both paths that are not green.
    public func open(confirmed: [Gate: Int], now: Int) -> Set<Gate> {
        Set(Gate.allCases.filter { light($0, confirmedAt: confirmed[$0], now: now) != .green })
    }
}
