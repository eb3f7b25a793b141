import Formats
import Networks

/// The answer of a task that gives each node its values: highest first.
struct NodeMeasure {
    /// The headings of the values.
    var columns: [String]
    /// The values of a node, beside the headings.
    var cells: (Int) -> [AnswerTable.Cell]

    /// The table, in the order of one value; among equal ones in the order of the file.
    func table(_ named: NamedGraph, by rank: [Double]) -> AnswerTable {
        let order = rank.indices.sorted { rank[$0] != rank[$1] ? rank[$0] > rank[$1] : $0 < $1 }
        return AnswerTable(columns: ["node"] + columns + ["rank"], count: order.count) { place in
            let node = order[place]
            return [.text(named.names.text(node))] + cells(node) + [.whole(place + 1)]
        }
    }
}

extension NamedGraph {
    /// The node of a name.
    func node(_ name: String) throws(CLIError) -> Int {
        guard let code = names.code(named: name) else { throw .nothing(id: name) }
        return Int(code)
    }

    /// Refuses weights that cannot be lengths.
    func requirePositiveWeights() throws(InputError) {
        if graph.weights?.contains(where: { !($0 > 0) }) == true { throw .notPositive }
    }
}
