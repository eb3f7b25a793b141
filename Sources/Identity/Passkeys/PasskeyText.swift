extension PasskeyAnswer {
    /// An answer as a page's script sends it: everything in base64url. `nil` for what is not that.
    public init?(id: String?, clientData: String?, authenticatorData: String?, signature: String?) {
        let parts = [id, clientData, authenticatorData, signature].map { $0.flatMap(Base64URL.decode) }
        guard let id = parts[0], let client = parts[1], let data = parts[2], let signature = parts[3] else {
            return nil
        }
        self.init(id: id, clientData: client, authenticatorData: data, signature: signature)
    }
}

extension PasskeyCreation {
    /// A registration as a page's script sends it: everything in base64url. `nil` for what is not that.
    public init?(clientData: String?, attestation: String?) {
        guard let client = clientData.flatMap(Base64URL.decode), let object = attestation.flatMap(Base64URL.decode)
        else { return nil }
        self.init(clientData: client, attestation: object)
    }
}
