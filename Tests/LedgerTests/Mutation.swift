import Storage

@testable import Ledger

/// One random change of the ledger's rows.
enum Mutation: CustomStringConvertible {
    case column(String, row: Int, Value)
    case delete(Range<Int>)
    case move(Int, to: Int)

    static let texts = ["actor", "organisation", "act", "kind", "subject", "action", "detail"]

    init(_ dice: inout Dice, size: Int) {
        let row = Int.random(in: 0..<size, using: &dice)
        switch Int.random(in: 0..<6, using: &dice) {
        case 0: self = .column(Self.texts.randomElement(using: &dice) ?? "kind", row: row, .text("~\(dice.next())"))
        case 1:
            let name = Bool.random(using: &dice) ? "at" : "version"
            self = .column(name, row: row, .integer(Int64.random(in: Int64.min...Int64.max, using: &dice)))
        case 2: self = .column("content", row: row, .blob(dice.bytes(Int.random(in: 1...40, using: &dice))))
        case 3:
            let length = [0, 31, 32, 33, 64, 96, 224].randomElement(using: &dice) ?? 0
            self = .column("nodes", row: row, .blob(dice.bytes(length)))
        case 4: self = .delete(row..<min(size, row + Int.random(in: 1...5, using: &dice)))
        default: self = .move(row, to: [-1, size, size + 5, -100].randomElement(using: &dice) ?? -1)
        }
    }

    /// The first entry that is wrong.
    var earliest: Int? {
        switch self {
        case .column(_, let row, _): row
        case .delete(let rows): rows.lowerBound
        case .move(let row, let to): min(row, to)
        }
    }

    var description: String {
        switch self {
        case .column(let name, let row, let value): "\(name) of \(row) = \(value)"
        case .delete(let rows): "delete \(rows)"
        case .move(let row, let to): "move \(row) to \(to)"
        }
    }

    private var statement: SQL {
        switch self {
        case .column(let name, let row, let value):
            "UPDATE ledger_entry SET \(raw: name) = \(value) WHERE idx = \(row)"
        case .delete(let rows):
            "DELETE FROM ledger_entry WHERE idx >= \(rows.lowerBound) AND idx < \(rows.upperBound)"
        case .move(let row, let to): "UPDATE ledger_entry SET idx = \(to) WHERE idx = \(row)"
        }
    }

    /// Makes the change, and verifies; returns how to undo it.
    func run(on ledger: Ledger) async throws -> (undo: () async throws -> Void, fault: LedgerFault?) {
        let all: SQL = "SELECT \(Leaf.columns), nodes FROM ledger_entry"
        let before = try await ledger.database.read { try $0.rows(all) }
        let statement = statement
        try await ledger.database.write { try $0.execute(statement) }
        let fault = try await ledger.verify().fault
        let undo = {
            _ = try await ledger.database.write { connection in
                try connection.execute("DELETE FROM ledger_entry")
                for row in before {
                    var insert: SQL = "INSERT INTO ledger_entry (\(Leaf.columns), nodes) VALUES (\(row.values[0])"
                    for value in row.values.dropFirst() { insert = insert + ", \(value)" }
                    try connection.execute(insert + ")")
                }
            }
        }
        return (undo, fault)
    }
}
