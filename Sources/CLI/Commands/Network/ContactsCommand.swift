import ArgumentParser
import Formats
import Networks

/// With whom phones speak.
struct ContactsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacts",
        abstract: "Find the contacts of phones: the most frequent, or those that several have in common.",
        discussion: """
            Without --phone all pairs are listed. With --phone (several times) those of these phones, the most frequent first. \
            With --common those who speak with at least so many of them; with --mutual only pairs count in which each has called \
            the other.

              daybreak network contacts calls.csv --phone 0600001234 --phone 0690007777 --common 2

            Columns: phone, contact, calls, out, in, messages, seconds, days, first, last, mutual. With --common: contact, phones \
            (how many of those asked about), calls, contacts (in all: who has hundreds says little), with.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The calls") var wanted: CallOptions
    @Option(help: ArgumentHelp("A phone to ask about; may be given several times.", valueName: "number"))
    var phone: [String] = []
    @Option(
        name: .customLong("common"),
        help: ArgumentHelp("Who speaks with at least so many of the phones.", valueName: "number"))
    var shared: Int?
    @Flag(help: "Only pairs in which each has called the other.") var mutual = false
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        if let shared, shared < 1 || shared > max(1, phone.count) {
            throw CLIError.outOfRange(option: "--common", range: "1…\(max(1, phone.count))")
        }
        let task = FileTask("contacts", file, common, in: shell)
        let named = try task.calls(wanted, zone: try file.zoneMinutes())
        let phones = try named.phones(named: phone)
        let pairs = task.compute { _ in ContactPairs(named.calls, zoneOffset: named.zoneOffset) }
        task.tell("pairs", .number(pairs.pairs.count))
        if let shared {
            let contacts = task.compute { _ in pairs.common(of: phones, atLeast: shared, isMutual: mutual) }
            return try task.finish(Self.table(contacts, named))
        }
        let lines: [(phone: UInt32, pair: ContactPair)] = task.compute { _ in
            let lines =
                phones.isEmpty
                ? pairs.pairs.map { ($0.a, $0) }
                : phones.flatMap { phone in pairs.frequent(of: phone).map { (phone, $0) } }
            return mutual ? lines.filter(\.1.isMutual) : lines
        }
        return try task.finish(Self.table(lines, named))
    }

    private static func table(_ lines: [(phone: UInt32, pair: ContactPair)], _ named: NamedCalls) -> AnswerTable {
        AnswerTable(
            columns: [
                "phone", "contact", "calls", "out", "in", "messages", "seconds", "days", "first", "last", "mutual",
            ], count: lines.count
        ) { place in
            let (phone, pair) = lines[place]
            let isA = phone == pair.a
            return [
                .text(named.phones.text(phone)), .text(named.phones.text(isA ? pair.b : pair.a)), .whole(pair.calls),
                .whole(isA ? pair.forth : pair.back), .whole(isA ? pair.back : pair.forth), .whole(pair.messages),
                .whole(Int(pair.seconds)), .whole(pair.days), .time(pair.first), .time(pair.last),
                .text(pair.isMutual ? "yes" : "no"),
            ]
        }
    }

    private static func table(_ shared: [CommonContact], _ named: NamedCalls) -> AnswerTable {
        AnswerTable(columns: ["contact", "phones", "calls", "contacts", "with"], count: shared.count) { place in
            let contact = shared[place]
            let with = contact.pairs.map { pair in
                "\(named.phones.text(pair.a == contact.phone ? pair.b : pair.a)) (\(pair.calls))"
            }
            return [
                .text(named.phones.text(contact.phone)), .whole(contact.pairs.count), .whole(contact.calls),
                .whole(contact.contacts), .text(with.joined(separator: " ")),
            ]
        }
    }
}
