// The benchmarks of the engines, each beside a peer. `scripts/bench.py` runs them, and the peers, and prints the ratios.
//
//     daybreak-bench generate 1000000 calls.csv
//     daybreak-bench import calls.csv daybreak.db
//     daybreak-bench search daybreak.db peer.db
//     daybreak-bench vault

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
default:
    print("usage: daybreak-bench generate COUNT FILE | import FILE DATABASE | search DATABASE PEER | vault")
    throw BenchError.usage
}
