extension Profile {
    /// The profiles that come with Daybreak, by name.
    public static func shipped() throws(ProfileError) -> [Profile] {
        var profiles: [Profile] = []
        for file in files { profiles.append(try Profile(parsing: String(decoding: file, as: UTF8.self))) }
        return profiles
    }

    private static let files: [[UInt8]] = [
        PackageResources.amlsim_profile, PackageResources.area_context_profile, PackageResources.bank_ledger_profile,
        PackageResources.calls_lanexang_profile,
        PackageResources.calls_mekong_profile, PackageResources.calls_siam_profile, PackageResources.cells_profile,
        PackageResources.checkpoint_persons_profile, PackageResources.checkpoint_vehicles_profile,
        PackageResources.company_register_profile, PackageResources.ngo_notes_profile,
        PackageResources.vast2008_profile,
        PackageResources.worker_list_profile,
    ]
}
