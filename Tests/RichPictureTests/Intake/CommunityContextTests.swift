import Access
import TestSupport
import Testing

@testable import RichPicture

@Suite("R069: the context of an area is about groups")
struct CommunityContextTests {
    static let context = """
        area,district,country,languages,customs,summary,trusted_roles,lat,lon
        Laem Chan Sai,Mueang,TH,"th, km",shared meals after boats return,debts after the bad season push people to sea,midwives,12.18,102.46

        """

    @Test("R069: the schema of the community stream has no person and no identifier of one")
    func schema() throws {
        let profiles = try Profile.shipped().filter { $0.stream == .community }
        #expect(!profiles.isEmpty)
        for fact in profiles.flatMap(\.tables).flatMap(\.facts) {
            guard case .entity(let entity) = fact else {
                Issue.record("\(fact)")
                continue
            }
            #expect(IntakePlan.contextKinds.contains(entity.kind))
        }
        #expect(IntakePlan.contextKinds.allSatisfy { !$0.isPersonal && !$0.isIdentifier && $0 != .image })
    }

    @Test("R069: context is taken in and found; a layout that can name somebody is refused", arguments: Backend.present)
    func intake(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let request = ImportRequest(name: "context.csv", owner: "women's network")
            let source = try await picture.add(Self.context, request)
            #expect(source.stream == .community && source.profile == "area-context")
            #expect(try await picture.first("debts")?.entity.caption == "Laem Chan Sai")

            let people = TestProfiles.people(["Ann,,,0812345678,"])
            for profile in ["test-people", "test-protected"] {
                let text = profile == "test-people" ? people : "name,born,sex,nation,speech,phone\nAnn,,,,,\n"
                await #expect(throws: IntakeError.contextNamesPeople(profile)) {
                    try await picture.stage(
                        text, ImportRequest(name: "x.csv", stream: .community, owner: "o", profile: profile))
                }
            }
            await #expect(throws: IntakeError.contextNamesPeople("ftm")) {
                try await picture.stage(
                    #"{"id":"a","schema":"Person","properties":{"name":["Ann"]}}"# + "\n",
                    ImportRequest(name: "x.json", stream: .community, owner: "o"))
            }
            #expect(try await picture.count("source") == 1)
        }
    }
}
