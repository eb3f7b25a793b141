import Formats
import Networks

/// An answer of `daybreak network interdict`, and how a table shows it.
struct InterdictAnswer {
    var model: String
    var rate: Double
    var plan: InterdictionPlan

    /// What is asked: one measure or two.
    struct Model {
        var name: String
        var measures: [FlowMeasure]

        func plans(_ plans: FlowInterdiction, _ budget: Int, _ isFront: Bool, _ work: Work) throws -> [InterdictionPlan]
        {
            if measures.count > 1 { return try plans.pairs(measures[0], measures[1], budget: budget, work) }
            return isFront
                ? try plans.front(measures[0], budget: budget, work)
                : [try plans.plan(measures[0], budget: budget, work)]
        }
    }

    private static let known = [
        Model(name: "flow", measures: [.flow]), Model(name: "pessimistic", measures: [.reach]),
        Model(name: "optimistic", measures: [.need]), Model(name: "traffickers", measures: [.traffickers]),
        Model(name: "both", measures: [.need, .reach]),
        Model(name: "victims-traffickers", measures: [.reach, .traffickers]),
        Model(name: "optimistic-traffickers", measures: [.need, .traffickers]),
        Model(name: "victims-flow", measures: [.reach, .flow]),
        Model(name: "optimistic-flow", measures: [.need, .flow]),
    ]

    static func models(_ names: [String], isMarked: Bool) throws(CLIError) -> [Model] {
        guard !names.isEmpty else { return isMarked ? Array(known.prefix(5)) : [known[0]] }
        var models: [Model] = []
        for name in names.flatMap({ $0.split(separator: ",").map { String($0).lowercased() } }) {
            guard let model = known.first(where: { $0.name == name }) else {
                throw .unknown(option: "--model", value: name, known: known.map(\.name))
            }
            models.append(model)
        }
        return models
    }

    /// Where the table does not say which arcs are counted, those are that enter the sink.
    static func counted(_ network: FlowNetwork, _ isMarked: Bool) -> FlowNetwork {
        isMarked ? network : network.counting { $0.to == network.sink }
    }

    static func table(_ answers: [InterdictAnswer], _ described: FlowTable.Described, _ table: FlowTable) -> AnswerTable
    {
        AnswerTable(
            columns: [
                "model", "rate", "budget", "left", "second", "before", "share", "lower", "proven", "cost", "count",
                "taken",
            ], count: answers.count
        ) { place in
            let (answer, plan) = (answers[place], answers[place].plan)
            let isFlow = ["flow", "restructured"].contains(answer.model)
            func amount(_ value: Int, _ scale: Int) -> AnswerTable.Cell {
                scale == 1 ? .whole(value) : .number(Double(value) / Double(scale))
            }
            let scale = isFlow ? table.capacityScale : 1
            let taken = plan.arcs.map { arc in
                let ends = described.names[arc]
                return ends.from == ends.to ? ends.from : "\(ends.from)>\(ends.to)"
            }
            let isSecondFlow = answer.model.hasSuffix("-flow")
            return [
                .text(answer.model), .number(answer.rate), amount(plan.budget, table.costScale),
                amount(plan.left[0], scale),
                plan.left.count > 1 ? amount(plan.left[1], isSecondFlow ? table.capacityScale : 1) : .none,
                amount(plan.before[0], scale), .number((plan.share * 1e4).rounded() / 1e4), amount(plan.lower, scale),
                .text(plan.isProven ? "yes" : "no"), amount(plan.cost, table.costScale), .whole(plan.arcs.count),
                .text(taken.joined(separator: "; ")),
            ]
        }
    }
}
