import ArgumentParser
import Formats
import Networks

/// How a table is read as calls.
struct CallOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The column of who calls: its heading or number.", valueName: "column"))
    var from: String?

    @Option(help: ArgumentHelp("The column of who is called.", valueName: "column"))
    var to: String?

    @Option(help: ArgumentHelp("The column of when a call begins.", valueName: "column"))
    var time: String?

    @Option(help: ArgumentHelp("The column of seconds of speech.", valueName: "column"))
    var duration: String?

    @Option(help: ArgumentHelp("The column of the caller's cell or tower.", valueName: "column"))
    var cell: String?

    @Option(help: ArgumentHelp("The column of the caller's handset.", valueName: "column"))
    var imei: String?

    @Option(help: ArgumentHelp("The column of the caller's card.", valueName: "column"))
    var imsi: String?

    @Option(help: ArgumentHelp("The column that tells messages from calls.", valueName: "column"))
    var kind: String?

    @Option(
        help: ArgumentHelp(
            "A country code, such as 66: numbers that begin with 0 are then completed with it.", valueName: "code"))
    var country: String?

    /// The request that these options make.
    var request: NamedCalls.Request {
        var request = NamedCalls.Request()
        (request.from, request.to, request.time, request.duration) = (from, to, time, duration)
        (request.cell, request.imei, request.imsi, request.kind) = (cell, imei, imsi, kind)
        request.country = country.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
        return request
    }
}

extension FileTask {
    /// Reads a table of calls.
    func calls(_ wanted: CallOptions, zone: Int) throws -> NamedCalls {
        let named = try load { source, size, work in
            try NamedCalls(source, wanted.request, size: size, zone: zone, work: work)
        }
        refuse(named.refusals)
        tell("calls", .number(named.calls.count))
        tell("phones", .number(named.phones.count))
        return named
    }
}

extension NamedCalls {
    /// The phones that somebody typed.
    func phones(named texts: [String]) throws(CLIError) -> [UInt32] {
        var found: [UInt32] = []
        for text in texts {
            guard let phone = phone(named: text) else { throw CLIError.nothing(id: text) }
            found.append(phone)
        }
        return found
    }

    /// The moment that somebody typed.
    func typedMoment(_ text: String) throws(CLIError) -> Int64 {
        guard let moment = moment(text) else { throw CLIError.notADate(text) }
        return moment
    }
}
