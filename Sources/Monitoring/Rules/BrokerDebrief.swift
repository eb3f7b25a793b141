/// R074: what those who care know of brokers and routes, written down without anybody who told it. It has no other fields.
public struct BrokerDebrief: Hashable, Sendable, Codable {
    /// What the broker is called, and how the broker works.
    public var broker: String
    /// What was promised.
    public var promises: String
    /// Places on the way, in order.
    public var route: [String]
    /// How people were moved.
    public var transport: String
    /// What was paid, by whom to whom, and what was owed.
    public var money: String
    /// In which months it was seen.
    public var months: String
    /// How often it was told independently.
    public var accounts: Int

    /// A debrief.
    public init(
        broker: String, promises: String, route: [String], transport: String, money: String, months: String,
        accounts: Int
    ) {
        self.broker = broker
        self.promises = promises
        self.route = route
        self.transport = transport
        self.money = money
        self.months = months
        self.accounts = accounts
    }
}
