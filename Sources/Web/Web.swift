// The web face of Daybreak: pages for people, JSON for programs. A page is a model (a value from a query), a view (a
// pure function to `Markup`) and a route.
//
// - `Address/`  every address as a case of `SiteURL`; what a page shows stands in its address.
// - `Markup/`   HTML whose values are escaped.
// - `Layout/`   the frame, the parts, the reader's words, numbers and dates.
// - `Drawing/`  SVG made by the server: timeline, lanes, network, map.
// - `Pages/`    the views.
// - `API/`      the JSON values, and the OpenAPI document that is generated from the route table.
// - `Upload/`   forms and files as they arrive, within bounds.
// - `Server/`   the route table, its handlers, and the doors that every request passes.
// - `Assets/`   style sheet and small scripts. Every page works without the scripts, and without the libraries.
