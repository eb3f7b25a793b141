/// A vehicle that a camera at a checkpoint has read.
struct VehicleSighting: Sendable {
    let at: Second
    let checkpoint: Int
    let vehicle: Int32
    let isInbound: Bool
    let lane: Int
}

/// A person written down at a checkpoint.
struct Crossing: Sendable {
    let at: Second
    let checkpoint: Int
    let person: Int32
    let isInbound: Bool
    /// The person that they said they travel with, or -1.
    let companion: Int32
}

/// One drive of a transporter with the people that he brings.
struct Trip: Sendable {
    let transporter: Int
    let region: Region
    /// Seconds since the first midnight.
    let start: Second
    let passengers: [Journey]
}

extension Province {
    /// The drives of one day: people who travel on the same day with the same driver travel together.
    func trips(on day: Int) -> [Trip] {
        let travelling = journeys.filter { $0.transported == day }
        return ring.transporters.indices.flatMap { driver in
            Region.allCases.compactMap { region in
                let passengers = travelling.filter { $0.transporter == driver && $0.region == region }
                guard !passengers.isEmpty else { return nil }
                var draw = Draw(seed, .journeys, day, driver)
                return Trip(
                    transporter: driver, region: region,
                    start: day * 86_400 + draw.within(4...11) * 3600 + draw.below(3600),
                    passengers: passengers)
            }
        }
    }

    /// The vehicles read at checkpoints on one day, in order of time.
    func vehicleSightings(on day: Int) -> [VehicleSighting] {
        var sightings = trips(on: day).flatMap(sightings(of:))
        for (index, vehicle) in vehicles.enumerated() {
            var draw = Draw(seed, .vehicleSightings, index, day)
            switch persons[vehicle.owner].role {
            case .trader: appendTrade(index, vehicle, day, &draw, to: &sightings)
            case .transporter: if draw.chance(0.06) { appendOuting(index, day, &draw, to: &sightings) }
            default: if draw.chance(0.05) { appendOuting(index, day, &draw, to: &sightings) }
            }
        }
        return sightings.sorted { ($0.at, $0.vehicle) < ($1.at, $1.vehicle) }
    }

    /// The transport passes the checkpoints of its route; the scout passes them a few minutes ahead.
    private func sightings(of trip: Trip) -> [VehicleSighting] {
        var draw = Draw(seed, .vehicleSightings, -1 - trip.start, trip.transporter)
        let driver = ring.transporters[trip.transporter]
        let hasScout = driver.broker == 0 && draw.chance(0.8)
        return Checkpoint.route(from: trip.region).flatMap { stop -> [VehicleSighting] in
            let at = trip.start + stop.minutes * 60 + draw.below(600)
            var seen = [sighting(at, stop.checkpoint, of: driver.person, &draw)]
            if hasScout { seen.append(sighting(at - draw.within(120...540), stop.checkpoint, of: ring.scout, &draw)) }
            return seen.compactMap { $0 }.filter { $0.at < days * 86_400 && !draw.chance(0.06) }
        }
    }

    private func sighting(_ at: Second, _ checkpoint: Int, of person: Int, _ draw: inout Draw) -> VehicleSighting? {
        guard persons[person].vehicle >= 0 else { return nil }
        return VehicleSighting(
            at: at, checkpoint: checkpoint, vehicle: persons[person].vehicle, isInbound: true, lane: draw.within(1...3))
    }

    private func appendTrade(
        _ index: Int, _ vehicle: Vehicle, _ day: Int, _ draw: inout Draw, to sightings: inout [VehicleSighting]
    ) {
        guard (firstDay + day).weekday < 6, draw.chance(0.8) else { return }
        let out = day * 86_400 + draw.within(6 * 3600...9 * 3600)
        let back = day * 86_400 + draw.within(14 * 3600...18 * 3600)
        let gate = gate(of: vehicle.owner)
        for (at, isInbound) in [(out, false), (back, true)] {
            sightings.append(
                VehicleSighting(
                    at: at, checkpoint: gate, vehicle: Int32(index), isInbound: isInbound, lane: draw.within(1...3)))
        }
    }

    private func appendOuting(_ index: Int, _ day: Int, _ draw: inout Draw, to sightings: inout [VehicleSighting]) {
        let checkpoint = draw.pick([5, 5, 5, 6, 6, 3, 4, 7])
        let out = day * 86_400 + draw.within(5 * 3600...13 * 3600)
        let back = out + draw.within(2 * 3600...10 * 3600)
        for (at, isInbound) in [(out, false), (back, true)] where at < (day + 1) * 86_400 {
            sightings.append(
                VehicleSighting(
                    at: at, checkpoint: checkpoint, vehicle: Int32(index), isInbound: isInbound,
                    lane: draw.within(1...3)))
        }
    }

    /// The border gate that a trader uses.
    private func gate(of trader: Int) -> Int { trader % 3 == 0 ? 2 : 0 }

    /// The people written down at checkpoints on one day, in order of time.
    func crossings(on day: Int) -> [Crossing] {
        var crossings = trips(on: day).flatMap(crossings(of:))
        for person in traders {
            var draw = Draw(seed, .crossings, person, day)
            guard (firstDay + day).weekday < 6, draw.chance(0.75) else { continue }
            appendDayTrip(person, gate(of: person), day, &draw, to: &crossings)
        }
        for person in persons.indices where persons[person].culture != .thai && persons[person].role != .trader {
            let who = persons[person]
            guard who.role != .service, who.role != .personAtRisk, who.culture != .chineseThai else { continue }
            var draw = Draw(seed, .crossings, person, day)
            guard draw.chance(0.004) else { continue }
            let isFisher = who.workplace >= 0 && workplaces[Int(who.workplace)].kind == .pier
            appendDayTrip(person, isFisher ? 3 + person % 2 : who.culture == .lao ? 1 : 0, day, &draw, to: &crossings)
        }
        return crossings.sorted { ($0.at, $0.person) < ($1.at, $1.person) }
    }

    private func appendDayTrip(
        _ person: Int, _ checkpoint: Int, _ day: Int, _ draw: inout Draw, to crossings: inout [Crossing]
    ) {
        let out = day * 86_400 + draw.within(6 * 3600...10 * 3600)
        let back = day * 86_400 + draw.within(14 * 3600...19 * 3600)
        for (at, isInbound) in [(out, false), (back, true)] {
            crossings.append(
                Crossing(at: at, checkpoint: checkpoint, person: Int32(person), isInbound: isInbound, companion: -1))
        }
    }

    /// Those of a trip who are written down at the border: the driver says that they travel with him.
    private func crossings(of trip: Trip) -> [Crossing] {
        guard trip.region == .lao || trip.region == .khmer, let stop = Checkpoint.route(from: trip.region).first else {
            return []
        }
        let driver = Int32(ring.transporters[trip.transporter].person)
        var at = trip.start + stop.minutes * 60 + 90
        var crossings = [Crossing(at: at, checkpoint: stop.checkpoint, person: driver, isInbound: true, companion: -1)]
        for journey in trip.passengers where journey.isWrittenDown {
            at += 75
            crossings.append(
                Crossing(
                    at: at, checkpoint: stop.checkpoint, person: Int32(journey.person), isInbound: true,
                    companion: driver))
        }
        return crossings
    }
}
