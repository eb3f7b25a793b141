public import Words

/// Two entities that were in one cell at about one time, and how often.
public struct MetPair: Sendable, Hashable {
    /// The one with the smaller number.
    public let first: UInt32
    /// The other.
    public let second: UInt32
    /// At how many distinct times they met: see `Colocation`.
    public let meetings: Int
    /// How many pairs of their sightings lie in one cell within the window.
    public let sightings: Int
    /// In how many different cells they met.
    public let cells: Int
    /// The sum over the meetings of 1 / (1 + crowd), the crowd being how many others are to be expected there at that hour: a
    /// meeting in an empty place weighs 1, one at a market next to nothing.
    public let weight: Double
    /// How many meetings chance makes of two who are seen where these two are seen, as often, at times of their own.
    public let expected: Double
    /// The logarithm to base 10 of the probability of so many meetings by chance (Poisson).
    public let chance: Double
    /// The moment of the first meeting.
    public let start: Int64
    /// The moment of the last.
    public let end: Int64

    /// How often it happened for each time that chance would make it happen.
    public var lift: Double { Double(meetings) / max(expected, 1e-12) }

    /// Why it stands out, in words.
    public var reason: Phrase {
        Phrase(
            "network.movement.pair",
            [
                "meetings": String(meetings), "cells": String(cells),
                "expected": MoneyText.chance(Chance.log10(max(expected, 1e-12))),
                "probability": MoneyText.chance(chance), "weight": String((weight * 100).rounded() / 100),
            ])
    }
}

/// One time that two met.
public struct Meeting: Sendable, Hashable {
    /// The pair, by its place among the pairs found.
    public let pair: Int
    /// Where.
    public let cell: UInt32
    /// When the first of the two was seen, in milliseconds.
    public let time: Int64
    /// When the last of them was seen before they parted.
    public let end: Int64
}

/// What counts as having met.
public struct ColocationOptions: Sendable {
    /// How far apart in time two sightings in one cell may lie, in milliseconds; so far is still together.
    public var window: Int64 = 600_000
    /// At how many distinct times two must have met.
    public var least = 3
    /// Only these cells count (border posts, a house); all when nil.
    public var cells: Set<UInt32>?

    /// The defaults: ten minutes, three times.
    public init() {}
}
