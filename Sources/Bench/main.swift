// The benchmarks of the engines, each beside a peer. `scripts/bench.py` runs them, and the peers, and prints the ratios.
// And the writes that the fault tests disturb (`scripts/power-cut.py`, `scripts/kill-writers.py`).
//
//     daybreak-bench generate 1000000 calls.csv
//     daybreak-bench import calls.csv daybreak.db
//     daybreak-bench search daybreak.db peer.db
//     daybreak-bench vault
//     daybreak-bench writes test.db 8 100 acks.txt          (or desk-writes: each an action at the desk)
//     daybreak-bench check-writes < pairs.txt               (or check-desk-writes)
//     daybreak-bench ledger 1000000
//     daybreak-bench ledger-commits 2000 ledger.db
//     daybreak-bench desk 2000 desk.db
//     daybreak-bench names ../shared/data
//     daybreak-bench learn-names ../shared/data Sources/Names/Compare
//     daybreak-bench network pagerank bench-data/g1m.txt    (scripts/bench_network.py runs these)
//     daybreak-bench link ../shared/data                    (or: link people.csv COLUMN-OF-THE-TRUTH)

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().map { $0 }) {
case ("generate", let rest) where rest.count == 2:
    guard let count = Int(rest[0]) else { throw BenchError.usage }
    try CallRecords.write(count, to: rest[1])
case ("import", let rest) where rest.count == 2:
    try await ImportBench.run(file: rest[0], database: rest[1])
case ("search", let rest) where rest.count == 2:
    try await SearchBench.run(database: rest[0], peer: rest[1])
case ("vault", let rest) where rest.isEmpty: try await VaultBench.run()
case ("writes", let rest) where rest.count == 4, ("desk-writes", let rest) where rest.count == 4:
    guard let writers = Int(rest[1]), let count = Int(rest[2]) else { throw BenchError.usage }
    try await Writes.run(
        database: rest[0], writers: writers, count: count, acks: rest[3], isAtDesk: arguments.first == "desk-writes")
case ("check-writes", []): try await WritesCheck.run(isAtDesk: false)
case ("check-desk-writes", []): try await WritesCheck.run(isAtDesk: true)
case ("ledger", let rest) where rest.count == 1:
    guard let count = Int(rest[0]) else { throw BenchError.usage }
    try LedgerBench.memory(count: count)
case ("ledger-commits", let rest) where rest.count == 2:
    guard let count = Int(rest[0]) else { throw BenchError.usage }
    try await LedgerBench.commits(count: count, database: rest[1])
case ("desk", let rest) where rest.count == 2:
    guard let count = Int(rest[0]) else { throw BenchError.usage }
    try await DeskBench.run(count: count, database: rest[1])
case ("names", let rest) where rest.count == 1: try NamesBench.run(data: rest[0])
case ("learn-names", let rest) where rest.count == 2: try NamesLearn.run(data: rest[0], out: rest[1])
case ("link", let rest) where (1...2).contains(rest.count): try LinkBench.run(rest)
case ("network", let rest): try NetworkBench.run(rest)
default:
    print(
        """
        usage: daybreak-bench generate COUNT FILE | import FILE DATABASE | search DATABASE PEER | vault
               | [desk-]writes DATABASE WRITERS COUNT ACKS | check-[desk-]writes < pairs of DATABASE<TAB>ACKS
               | ledger COUNT | ledger-commits COUNT DATABASE | desk COUNT DATABASE
               | names DATA | learn-names DATA FOLDER
               | link FOLDER | link FILE COLUMN
               | network TASK FILE …
        """)
    throw BenchError.usage
}
