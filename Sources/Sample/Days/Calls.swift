/// One call or message as the caller's operator has it.
struct Call: Sendable {
    /// Seconds since the first midnight, local time.
    let at: Second
    /// Phones, by index.
    let caller: Int32
    let callee: Int32
    /// Seconds; 0 for a message.
    let duration: Int32
    let isMessage: Bool
    /// Where the caller was: a cell, by index.
    let cell: Int32
}

extension Province {
    /// The calls of one day in the records of one operator, in order of time. A call stands in the caller's records;
    /// people whose operator gave no records are called back.
    func calls(on day: Int, by provider: Operator) -> [Call] {
        var calls: [Call] = []
        appendOrdinaryCalls(on: day, by: provider, to: &calls)
        appendBusinessCalls(on: day, by: provider, to: &calls)
        for call in warnings.flatMap(\.calls) where call.at / 86_400 == day {
            if phones[Int(call.caller)].provider == provider { calls.append(call) }
        }
        return calls.sorted { ($0.at, $0.caller, $0.callee) < ($1.at, $1.caller, $1.callee) }
    }

    private func appendOrdinaryCalls(on day: Int, by provider: Operator, to calls: inout [Call]) {
        let weekday = (firstDay + day).weekday
        let mood = weekday == 6 ? 0.8 : weekday == 4 ? 1.15 : 1
        for person in persons.indices where persons[person].calls > 0 {
            // The main broker lives on his second phone.
            let phone = phone(of: person, slot: person == ring.brokers[0] ? 1 : 0, day: day)
            guard phone >= 0 else { continue }
            let own = phones[phone].provider
            guard own == provider || own == .other else { continue }
            var draw = Draw(seed, .calls, person, day)
            for _ in 0..<draw.poisson(Double(persons[person].calls) * mood) {
                let other = callee(of: person, &draw)
                let hours: Tie.Hours = persons[person].isNightly ? .night : .day
                appendCall(person, phone, other, day: day, hours: hours, by: provider, to: &calls, &draw)
            }
        }
    }

    private func callee(of person: Int, _ draw: inout Draw) -> Int {
        let contacts = acquaintance.contacts(of: person)
        if contacts.isEmpty || draw.chance(0.05) { return services.lowerBound + draw.skewed(services.count) }
        return Int(contacts[contacts.startIndex + draw.skewed(contacts.count)])
    }

    private func appendCall(
        _ person: Int, _ phone: Int, _ other: Int, day: Int, hours: Tie.Hours, by provider: Operator,
        to calls: inout [Call], _ draw: inout Draw
    ) {
        let second = Self.second(hours, &draw)
        let answered = self.phone(of: other, day: day)
        let isMessage = draw.chance(0.16)
        let duration = Self.duration(&draw)
        guard answered >= 0, answered != phone else { return }
        let isCallBack = phones[phone].provider == .other
        let (from, to, caller) = isCallBack ? (answered, phone, other) : (phone, answered, person)
        guard phones[from].provider == provider else { return }
        calls.append(
            call(at: day * 86_400 + second, caller, from, to, duration: isMessage ? 0 : duration, draw.unit()))
    }

    private func appendBusinessCalls(on day: Int, by provider: Operator, to calls: inout [Call]) {
        for (index, tie) in ties.enumerated() where tie.from <= day && day <= tie.to {
            var draw = Draw(seed, .ties, index, day)
            for _ in 0..<draw.poisson(tie.rate) {
                let isForth = draw.chance(0.6)
                let first = phone(of: tie.a, slot: tie.slotA, day: day)
                let second = phone(of: tie.b, slot: tie.slotB, day: day)
                let at = day * 86_400 + Self.second(tie.hours, &draw)
                let isMessage = draw.chance(0.12)
                let duration = isMessage ? 0 : Self.duration(&draw) / 2 + 5
                let lot = draw.unit()
                guard first >= 0, second >= 0 else { continue }
                let isForward = phones[first].provider == .other ? false : phones[second].provider == .other || isForth
                let (from, to, caller) = isForward ? (first, second, tie.a) : (second, first, tie.b)
                guard phones[from].provider == provider else { continue }
                calls.append(call(at: at, caller, from, to, duration: duration, lot))
            }
        }
    }

    /// A call with its cell: nearly always the best one, at times a neighbour, as radio goes.
    func call(at: Second, _ caller: Int, _ from: Int, _ to: Int, duration: Int, _ lot: Double) -> Call {
        let spot = spots[spot(of: caller, day: at / 86_400, second: at % 86_400)]
        let serving = spot.cells[min(2, Int(phones[from].provider.rawValue))]
        let choice = lot < 0.78 ? 0 : lot < 0.95 ? 1 : 2
        return Call(
            at: at, caller: Int32(from), callee: Int32(to), duration: Int32(duration), isMessage: duration == 0,
            cell: serving[min(choice, serving.count - 1)])
    }

    /// Seconds of speech: most calls are short.
    private static func duration(_ draw: inout Draw) -> Int {
        let u = draw.unit()
        return 6 + Int(u * u * u * 780)
    }

    private static func second(_ hours: Tie.Hours, _ draw: inout Draw) -> Int {
        let hour =
            switch hours {
            case .day: draw.pick(dayHours)
            case .evening: draw.pick(eveningHours)
            case .night: draw.pick(nightHours)
            }
        return hour * 3600 + draw.below(3600)
    }

    private static let dayHours = [
        6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 12, 13, 14, 15, 16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19,
        19, 20, 20, 20, 21, 21, 22, 23, 5, 1,
    ]
    private static let eveningHours = [9, 12, 16, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 22, 23]
    private static let nightHours = [0, 0, 1, 2, 11, 14, 16, 17, 18, 19, 20, 20, 21, 21, 22, 22, 23, 23]
}
