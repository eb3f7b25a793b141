import Access
import Ledger

extension Ledger.Entry {
    /// What somebody did, as who they are.
    init(
        _ act: Ledger.Act, by standing: Standing, at now: Int, of kind: String, _ subject: String = "",
        version: Int = 0,
        action: String, content: MerkleHash? = nil, detail: String = ""
    ) {
        self.init(
            at: now, actor: standing.account, organisation: standing.organisation, act: act, kind: kind,
            subject: subject, version: version, action: action, content: content, detail: detail)
    }
}
