/// All routes of the site, in one value.
enum RouteTable {
    /// Pages, files and API.
    static let all: [Route] =
        DoorRoutes.all + AccountRoutes.all + EyesRoutes.all + DoorAPI.all + PageRoutes.all + BoardRoutes.all
        + RecordRoutes.all + IntakeRoutes.all + HandoverRoutes.all + FileRoutes.all + ReadAPI.all + IntakeAPI.all
        + RecordAPI.all + BoardAPI.all + LinkRoutes.all + LinkAPI.all
}
