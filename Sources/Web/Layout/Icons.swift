/// The few drawings that the frame uses.
enum Icons {
    /// A rising sun over a horizon.
    static let sun: Markup = """
        <path d="M6.5 16a5.5 5.5 0 0 1 11 0z" fill="currentColor"/>\
        <path d="M2 19.5h20M12 3v3.2M4.2 7.7l2.2 2.2M19.8 7.7l-2.2 2.2" fill="none" stroke="currentColor" \
        stroke-width="1.8" stroke-linecap="round"/>
        """
}
