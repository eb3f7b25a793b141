/// Burmese in the old Zawgyi encoding, which uses the code points of Unicode in another way.
public enum Zawgyi {
    public static func isLikely(_ text: String) -> Bool { false }
    public static func unicode(_ text: String) -> String { text }
}
